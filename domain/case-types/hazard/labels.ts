/** Where a hazard was found. */
export const SOURCES = {
  PATROL: '日常巡查',
  PROPERTY: '物业报告',
  SPOT_CHECK: '抽检',
  HOTLINE: '12345 热线',
  DRONE: '无人机巡查',
  THIRD_PARTY: '第三方检查',
  ENFORCEMENT: '执法发现',
  WARNING: '体征预警',
} as const;
export type Source = keyof typeof SOURCES;

/** What kind of hazard: the competent bureau follows from it. */
export const KINDS = { FACADE: '外墙高坠', SIGN: '户外招牌' } as const;
export type Kind = keyof typeof KINDS;

export const BUREAUS = { FACADE: 'housing', SIGN: 'greening' } as const satisfies Record<
  Kind,
  string
>;

/** Grades of façades, the gravest first; no official text defines them, the matrix is practice. */
export const FACADE_GRADES = {
  MAJOR: '重大',
  SIGNIFICANT: '较大',
  GENERAL: '一般',
  MINOR: '轻微',
} as const;

export const SIGN_GRADES = { HIGH: '高风险', NORMAL: '一般招牌' } as const;

export const GRADES = { ...FACADE_GRADES, ...SIGN_GRADES } as const;
export type Grade = keyof typeof GRADES;

/** Grades that a façade can be raised to. */
export const HIGHER_GRADES = {
  MAJOR: FACADE_GRADES.MAJOR,
  SIGNIFICANT: FACADE_GRADES.SIGNIFICANT,
  GENERAL: FACADE_GRADES.GENERAL,
} as const;

export const CONTROL_MEASURES = {
  FENCED: '围挡、警戒线',
  SHED: '防护棚、防护网',
  SECURED: '临时加固',
  CLEARED: '清除松动部分',
} as const;

/** On what rectification may stand still; the words are those of its rule. */
export const PAUSE_GROUNDS = {
  APPRAISAL: '等待鉴定',
  FUNDING: '资金审批',
  WEATHER: '天气原因',
  OWNER_UNREACHABLE: '业主无法联系(公告)',
} as const;
export type PauseGround = keyof typeof PAUSE_GROUNDS;

/** Those that somebody asks for; appraisal and funding bring theirs along. */
export const ASKED_GROUNDS = {
  WEATHER: PAUSE_GROUNDS.WEATHER,
  OWNER_UNREACHABLE: PAUSE_GROUNDS.OWNER_UNREACHABLE,
} as const;

export const SERVICE_METHODS = { DIRECT: '直接送达', LEFT: '留置送达', POST: '邮寄送达' } as const;

export const CONCLUSIONS = { DANGEROUS: '有脱落危险', SAFE: '暂无脱落危险' } as const;
export type Conclusion = keyof typeof CONCLUSIONS;

/** What a substitute repair of an overdue hazard rests on. */
export const SUBSTITUTE_BASES = {
  PROPERTY_74: '《上海市住宅物业管理规定》第74条',
  COERCION_50: '《行政强制法》第50至52条',
  APPEARANCE: '《上海市市容环境卫生管理条例》(条款以现行文本为准)',
} as const;
