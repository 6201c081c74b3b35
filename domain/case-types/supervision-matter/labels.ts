export const SUBJECTS = { UNIT: '单位', ENTERPRISE: '企业' } as const;
export type SubjectKind = keyof typeof SUBJECTS;

/** Why a unit or an enterprise is supervised as a matter of its own. */
export const GROUNDS = {
  L4_TWICE: '一季度内两次升级至通报',
  SECOND_ORDER: '同一案件第二次督办',
  BUCK_PASSING: '推诿扯皮',
  REPEATED_OFFENDER: '多次违法',
  HARMFUL: '造成不良后果',
  OTHER: '其他',
} as const;
export type Grounds = keyof typeof GROUNDS;

export const RUNGS = {
  REMIND: '催办',
  ORDER: '督办单',
  ON_SITE: '现场督导',
  WARNING: '警示函',
  CIRCULAR: '通报',
  INTERVIEW: '约谈',
  LISTED: '挂牌督办',
  ACCOUNTABILITY: '问责建议',
  PENALTY: '处罚建议',
  CREDIT: '信用惩戒',
} as const;
export type Rung = keyof typeof RUNGS;

/** The rungs towards each, from the lowest: only upward. */
export const LADDERS: Readonly<Record<SubjectKind, readonly Rung[]>> = {
  UNIT: ['REMIND', 'ORDER', 'ON_SITE', 'CIRCULAR', 'INTERVIEW', 'LISTED', 'ACCOUNTABILITY'],
  ENTERPRISE: ['WARNING', 'INTERVIEW', 'PENALTY', 'CREDIT'],
};

/** Rungs that are answered in writing: the plan after an interview, the answer to a proposal of accountability. */
export const ANSWERED_IN_WRITING: readonly Rung[] = ['INTERVIEW', 'ACCOUNTABILITY'];
