export const SOURCES = {
  HOTLINE: '12345 热线',
  PETITION: '信访',
  PATROL: '日常巡查',
  PLATFORM: '平台发现',
  POLICE: '公安移送',
  PARTNER: '长三角协作单位',
  HAZARD: '隐患整改',
} as const;
export type Source = keyof typeof SOURCES;

export const ACT_KINDS = {
  DUMPING: '擅自倾倒',
  NO_PERMIT: '未办处置证',
  UNLICENSED_TRUCK: '无证运输',
  LEAKAGE: '运输泄漏、撒落',
  NO_FILING: '消纳场所未备案',
  OTHER: '其他',
} as const;
export type ActKind = keyof typeof ACT_KINDS;

/** Acts of a vehicle: without its plate nobody can follow them up. */
export const ACTS_OF_VEHICLES: readonly ActKind[] = ['UNLICENSED_TRUCK', 'LEAKAGE'];

export const PARTY_KINDS = { PERSON: '个人', ORGANISATION: '单位' } as const;

/** Why a lead may be refused: a closed list, for nobody refuses without just cause (city enforcement rules art. 28). */
export const REFUSAL_REASONS = {
  NOT_COMPETENT: '不属本机关职权',
  OTHER_TERRITORY: '不在本机关管辖区域',
  TIME_BARRED: '已过处罚时效',
  ALREADY_FILED: '其他机关已先立案',
} as const;

export const NOT_FILED_REASONS = {
  NO_FACTS: '没有违法事实',
  MINOR_CORRECTED: '违法行为轻微并已改正',
  TIME_BARRED: '已过处罚时效',
  NOT_COMPETENT: '不属本机关管辖',
} as const;

/** On what a common superior designates (Penalty Law art. 25). */
export const DESIGNATIONS = {
  FIRST_FILED: '由最先立案的机关管辖',
  SUPERIOR: '共同上级指定',
  CITY_BUREAU: '市城管执法局指定',
} as const;

/** Authorities outside the district's enforcement to which a lead may go on. */
export const AUTHORITIES = {
  TRAFFIC_POLICE: '公安交警',
  TRANSPORT: '交通执法',
  ECOLOGY: '生态环境部门',
  WATER: '水务部门',
  OTHER_DISTRICT: '其他区城管执法机关',
} as const;

/** What enforcement suggests to management. */
export const SUGGESTIONS = {
  PERMIT_REVOCATION: '建议吊销运输许可',
  CREDIT: '建议信用惩戒',
  SITE_SUPERVISION: '建议加强工地监管',
} as const;

export const RECONSIDERATIONS = {
  POLICE: '提请公安复议',
  PROCURATORATE: '建议检察院立案监督',
} as const;

/** What a lead came to. */
export const OUTCOMES = {
  FILED: '已立案',
  NOT_FILED: '不予立案',
  RETRANSFERRED: '已再移送',
  MERGED: '已并案',
  REFUSED: '不予接收',
  CRIMINAL: '已移送司法',
} as const;
export type Outcome = keyof typeof OUTCOMES;

/** Steps of a case by which it ends: what a lead waits for. */
export const CASE_ENDINGS = [
  'WasteCaseClosed',
  'CaseNotFiled',
  'CaseWithdrawn',
  'CaseTransferred',
  'DecisionRevoked',
] as const;
