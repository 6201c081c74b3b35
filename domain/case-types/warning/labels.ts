/** Whose vital sign it is; a push is owed for the first two (plan, campaign 8). */
export const SOURCES = {
  ELEVATOR: '智慧电梯',
  WATER_METER: '智慧水表',
  OTHER: '其他体征',
} as const;
export type Source = keyof typeof SOURCES;

/** Four levels, the gravest first (Emergency Response Law art. 63, by analogy). */
export const LEVELS = { RED: '红色', ORANGE: '橙色', YELLOW: '黄色', BLUE: '蓝色' } as const;
export type Level = keyof typeof LEVELS;

export const CHANNELS = {
  PLATFORM: '平台推送',
  MESSAGE: '短信',
  CALL: '电话',
} as const;

export const CAUSES = {
  EQUIPMENT: '设备故障',
  HUMAN: '人为因素',
  ENVIRONMENT: '天气、环境',
  SENSOR: '传感器、阈值',
  OTHER: '其他',
} as const;

export const RETURN_REASONS = {
  NOT_COMPETENT: '不属本单位职责',
  OTHER_TERRITORY: '不在本单位区域',
} as const;

/** Steps of other cases that a warning takes notice of. */
export const TOLD = [
  'WarningMerged',
  'WarningUnmerged',
  'HazardRegistered',
  'EmergencyControlled',
  'HazardMerged',
  'DismissalConfirmed',
  'HazardWrittenOff',
] as const;
