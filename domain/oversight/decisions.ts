/** What may be proposed of a unit, and what is decided on it. */
export const PROPOSAL_KINDS = { LISTING: '挂牌督办或约谈', ACCOUNTABILITY: '问责建议' } as const;
export type ProposalKind = keyof typeof PROPOSAL_KINDS;

/** What a proposal rests on. */
export const PROPOSAL_GROUNDS = {
  L4_TWICE: '一个季度内两次及以上达到通报、现场督导级别',
  L5: '达到建议挂牌督办、约谈级别',
  ORDERS_TWICE: '一个季度内两次及以上被督办',
  REPEATED: '决定挂牌督办或约谈后再次发生',
} as const;
export type ProposalGround = keyof typeof PROPOSAL_GROUNDS;

export const PROPOSAL_DECISIONS = { ACCEPTED: '采纳', DISMISSED: '不采纳' } as const;
export type ProposalDecision = keyof typeof PROPOSAL_DECISIONS;

/** The measure that follows, by what was proposed. */
export const MEASURES = {
  LISTED: '挂牌督办',
  INTERVIEW: '约谈',
  ACCOUNTABILITY: '问责建议',
} as const;

/** Why no measure follows. */
export const DISMISSALS = {
  RECTIFIED: '已整改到位',
  NOT_RESPONSIBLE: '非该单位责任',
  OTHER_MEASURE: '已采取其他督办措施',
  RECORD_WRONG: '记录有误',
} as const;

export const DECISION_REASONS = { ...MEASURES, ...DISMISSALS } as const;
export type DecisionReason = keyof typeof DECISION_REASONS;

/** The reasons that a decision on a proposal may have. */
export const reasonsFor = (
  kind: ProposalKind,
  decision: ProposalDecision,
): readonly DecisionReason[] => {
  if (decision === 'DISMISSED') return Object.keys(DISMISSALS) as (keyof typeof DISMISSALS)[];
  return kind === 'ACCOUNTABILITY' ? ['ACCOUNTABILITY'] : ['LISTED', 'INTERVIEW'];
};
