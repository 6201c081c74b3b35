/** How a petition comes in: 网上信访、来信、来访、来电. */
export const CHANNELS = { NET: '网', LETTER: '信', VISIT: '访', CALL: '电' } as const;
export type Channel = keyof typeof CHANNELS;

/** The three categories of articles 29 to 31. */
export const CATEGORIES = {
  APPEAL: '申诉求决类',
  SUGGESTION: '建议意见类',
  REPORT: '检举控告类',
} as const;
export type Category = keyof typeof CATEGORIES;

/** What a matter is by nature: together with the category it finds the row of the decision table. */
export const NATURES = {
  OTHER: '其他',
  LITIGATION: '属诉讼、检察、公安程序',
  ARBITRATION: '属仲裁程序',
  PARTY_APPEAL: '属党员申诉等程序',
  ADMINISTRATIVE: '属复议、裁决、确认、许可、处罚等行政程序',
  VIOLATION: '申请查处违法行为、履行职责',
  CADRES: '选人用人',
} as const;
export type Nature = keyof typeof NATURES;

export const PROCEDURES = { ORDINARY: '普通程序', SIMPLE: '简易办理' } as const;
export type Procedure = keyof typeof PROCEDURES;

/** The three kinds of a handling opinion (article 32). */
export const OPINIONS = {
  EXPLAINED: '解释说明',
  SUPPORTED: '支持',
  NOT_SUPPORTED: '不予支持',
} as const;
export type OpinionKind = keyof typeof OPINIONS;

/** What a review or recheck comes to where it does not revoke. */
export const UPHOLDING = { UPHELD: '维持', MODIFIED: '变更' } as const;
export type Upholding = keyof typeof UPHOLDING;

/** How a document is served (送达回证). */
export const SERVICES = {
  DIRECT: '直接送达',
  POST: '邮寄送达',
  ELECTRONIC: '电子送达',
  LEFT: '留置送达',
  ANNOUNCED: '公告送达',
} as const;

/** What proves a resolution (化解). */
export const RESOLUTION_EVIDENCE = {
  AGREEMENT: '息诉、和解、调解协议',
  SATISFIED: '信访人评价基本满意以上',
  FULFILLED: '诉求已实现并经核实',
} as const;
export type ResolutionEvidence = keyof typeof RESOLUTION_EVIDENCE;

/** Why a petition is not accepted. */
export const REFUSALS = {
  NOT_COMPETENT: '不属本机关职权',
  LEGAL_PROCEDURE: '已经或应当通过法定途径',
  NO_CONTENT: '没有具体诉求',
} as const;

/** Why a repeated petition is not accepted (articles 19 and 36). */
export const REPEATS = {
  IN_PROGRESS: '已受理,正在规定期限内办理',
  FINALISED: '已经复核,以同一事实和理由再次提出',
} as const;

/** Who settles where a matter belongs (article 24). */
export const DECIDERS = {
  AGREEMENT: '协商一致',
  SUPERIOR: '共同的上一级机关',
  CONFERENCE: '信访工作联席会议',
} as const;
export type Decider = keyof typeof DECIDERS;

/** Where a hearing belongs: major, complex and difficult matters (article 31, 6). */
export const HEARING_GROUNDS = { MAJOR: '重大', COMPLEX: '复杂', DIFFICULT: '疑难' } as const;
