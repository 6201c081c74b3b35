export const MATTERS = {
  CONSULT: '咨询、意见建议',
  ASSIST_COMPLAINT: '求助、投诉',
} as const;
export type Matter = keyof typeof MATTERS;

export const RESULT_TYPES = {
  ACTUALLY_RESOLVED: '实际解决',
  EXPLAINED: '解释说明',
  REFERRED: '引导',
  UNFOUNDED: '诉求不属实',
} as const;
export type ResultType = keyof typeof RESULT_TYPES;

export const URGENCIES = {
  NORMAL: '一般',
  THREAT: '扬言类',
  SAFETY: '安全隐患类',
  LIVELIHOOD: '严重影响生活',
  COLLECTIVE: '群体性投诉',
} as const;

/** What each result type must prove; a submission without it is refused (docs/rules.md 10). */
export const EVIDENCE = {
  ACTUALLY_RESOLVED: { before: '处置前情况', after: '处置后情况' },
  EXPLAINED: { explanation: '解释说明内容与依据' },
  REFERRED: { channel: '引导渠道' },
  UNFOUNDED: { check: '现场核查情况' },
} as const satisfies Record<keyof typeof RESULT_TYPES, Record<string, string>>;

/** Why a ticket may stand still: the grounds that the rules of handling name. */
export const SUSPENSION_GROUNDS = {
  THIRD_PARTY: '等待第三方',
  ENFORCEMENT: '等待执法程序',
  WEATHER: '天气原因',
  LEGAL_PROCEDURE: '法律程序',
} as const;

export type SuspensionGround = keyof typeof SUSPENSION_GROUNDS;

/** What the hotline does not take: a closed list. */
export const REJECTION_REASONS = {
  EMERGENCY: '应由 110、119、120 处置的紧急事项',
  LEGAL_PROCEDURE: '诉讼、仲裁、复议、纪检监察事项',
  PETITION: '已进入信访程序的事项',
  SECRET: '涉及国家秘密、商业秘密或个人隐私',
  NO_CONTENT: '没有具体诉求内容',
  MALICIOUS: '恶意来电',
} as const;

/** What tickets are about: precedents are found by topic and town. */
export const TOPICS = {
  STREET_LIGHT: '路灯',
  PARKING: '违停',
  GREENING: '绿化',
  WASTE: '建筑垃圾',
  PROPERTY: '物业',
  NOISE: '噪声',
  FUMES: '油烟',
  WATER: '供排水',
  ROAD: '道路',
  OTHER: '其他',
} as const;

export type Topic = keyof typeof TOPICS;
