export const ACT_KINDS = {
  DUMPING: '擅自倾倒',
  NO_PERMIT: '未办处置证',
  UNLICENSED_TRUCK: '无证运输',
  LEAKAGE: '运输泄漏、撒落',
  NO_FILING: '消纳场所未备案',
  OTHER: '其他',
} as const;
export type ActKind = keyof typeof ACT_KINDS;

export const PARTY_KINDS = { PERSON: '个人', ORGANISATION: '单位' } as const;
export type PartyKind = keyof typeof PARTY_KINDS;

export const PENALTIES = {
  FINE: '罚款',
  WARNING: '警告、通报批评',
  CONFISCATION: '没收违法所得、非法财物',
  SUSPENSION: '暂扣、吊销许可证件,责令停产停业',
} as const;
export type Penalty = keyof typeof PENALTIES;

/** What makes a legal review necessary besides the amount (Penalty Law art. 58 and the street's list). */
export const REVIEW_REASONS = {
  NONE: '无',
  MITIGATED: '减轻处罚',
  DEMOLITION: '责令限期拆除已建成的违法建筑',
  CRIME_SUSPECTED: '涉嫌犯罪',
  SEVERAL_RELATIONS: '涉及多个法律关系',
} as const;
export type ReviewReason = keyof typeof REVIEW_REASONS;

/** Investigative acts, each by two officers. */
export const ACTS = {
  INSPECTION: '现场检查(勘验)',
  QUESTIONING: '询问',
  SAMPLING: '抽样取证',
  RECORDS: '调取书证、视频',
} as const;

/** Why nothing is filed: a closed list. */
export const NOT_FILED_REASONS = {
  NO_FACTS: '没有违法事实',
  MINOR_CORRECTED: '违法行为轻微并已改正',
  TIME_BARRED: '已过处罚时效',
  NOT_COMPETENT: '不属本机关管辖',
} as const;

/** Why no penalty follows (Penalty Law art. 33, 57). */
export const NO_PENALTY_GROUNDS = {
  MINOR_CORRECTED: '轻微并及时改正,没有造成危害后果',
  FIRST_MINOR: '初次违法,危害后果轻微并及时改正',
  NO_FAULT: '有证据足以证明没有主观过错',
  NOT_PROVEN: '违法事实不能成立',
} as const;

/** How a case was decided. */
export const OUTCOMES = {
  PENALTY_DECIDED: '行政处罚',
  NO_PENALTY: '不予处罚',
  CHARGE_NOT_PROVEN: '违法事实不能成立',
  TRANSFERRED_JUDICIAL: '移送司法',
} as const;
export type Outcome = keyof typeof OUTCOMES;

/** What is waited for in `suspended`; both stand in the rule's list of excluded time. */
export const SUSPENSIONS = { AUTHORITY: '等待其他机关决定', FORCE_MAJEURE: '不可抗力' } as const;

export const SERVICE = {
  DIRECT: '直接送达',
  LEFT: '留置送达',
  MAIL: '邮寄送达',
  ELECTRONIC: '电子送达(有确认书)',
} as const;

export const REMEDIES = { REVIEW: '行政复议', LITIGATION: '行政诉讼' } as const;
export type Remedy = keyof typeof REMEDIES;

/** What becomes of registered evidence and seized goods. */
export const DISPOSALS = {
  RETURNED: '解除并退还',
  CONFISCATED: '没收',
  SEIZED: '转为扣押',
  TRANSFERRED: '移送有关部门',
} as const;

export const ENDINGS = {
  PAID: '缴清罚款',
  ENFORCED: '法院强制执行完毕',
  TERMINATED: '终结执行',
  COURT_REFUSED: '法院不予执行',
} as const;
export type Ending = keyof typeof ENDINGS;
