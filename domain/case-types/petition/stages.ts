import type { RoleSpec, StateSpec } from '../../define-case-type.ts';

const OFFICE = 'office:petition';

/** Who acts on a petition: the petition office, the organ that handles it, those that review and recheck. */
export const roles = {
  petitionOffice: { label: '信访办经办', at: OFFICE },
  petitionInspector: { label: '信访督查专员', at: OFFICE },
  convener: { label: '联席会议召集人', at: OFFICE },
  coordinator: { label: '联络员', at: 'unit' },
  handler: { label: '承办人', at: 'unit' },
  unitLead: { label: '分管领导', at: 'unit' },
  reviewOfficer: { label: '复查经办', at: 'unit', part: 'reviewBody' },
  reviewLead: { label: '复查机关负责人', at: 'unit', part: 'reviewBody' },
  recheckOfficer: { label: '复核经办', at: 'unit', part: 'recheckBody' },
  recheckLead: { label: '复核机关负责人', at: 'unit', part: 'recheckBody' },
} as const satisfies Record<string, RoleSpec>;

export type Role = keyof typeof roles;

export const states = {
  registered: { label: '待核对' },
  routing: { label: '待转送交办' },
  coordination: { label: '管辖协调' },
  forwarded: { label: '待签收' },
  unitReceived: { label: '待受理' },
  objectionReview: { label: '异议审核' },
  investigating: { label: '办理中' },
  mediation: { label: '调解中' },
  hearing: { label: '听证中' },
  opinionDraft: { label: '意见待签发' },
  opinionIssued: { label: '意见待送达' },
  delivered: { label: '复查请求期' },
  review: { label: '复查中' },
  reviewIssued: { label: '复查意见待送达' },
  reviewDelivered: { label: '复核请求期' },
  recheck: { label: '复核中' },
  recheckHearing: { label: '复核听证' },
  recheckIssued: { label: '复核意见待送达' },
  finalized: { label: '复核终结' },
  awaitingClose: { label: '待结案' },
  inProcedure: { label: '其他程序办理' },
  replied: { label: '已答复' },
  rejectionServing: { label: '不予受理待送达' },
  closed: { label: '已结案', ended: true },
  archived: { label: '已归档', ended: true, final: true },
  notAccepted: { label: '不予受理', ended: true, final: true },
  routedOut: { label: '已移送', ended: true, final: true },
  withdrawn: { label: '已撤回', ended: true, final: true },
} as const satisfies Record<string, StateSpec>;

export type State = keyof typeof states;

const NAMES = Object.keys(states) as State[];
const spec = (state: State): StateSpec => states[state];

/** All states that have not ended. */
export const ACTIVE: readonly State[] = NAMES.filter((state) => !spec(state).ended);
/** All states in which something is still possible. */
export const LASTING: readonly State[] = NAMES.filter((state) => !spec(state).final);

/** The organ works on it, before its opinion. */
export const WORKING = ['investigating', 'mediation', 'hearing', 'opinionDraft'] as const;
/** The organ has it, before its opinion. */
export const WITH_UNIT = ['unitReceived', ...WORKING] as const;
/** Before an opinion is issued: the petitioner may withdraw. */
export const BEFORE_OPINION = [
  'registered',
  'routing',
  'coordination',
  'forwarded',
  'objectionReview',
  ...WITH_UNIT,
  'inProcedure',
] as const;
/** An opinion has been issued, or an answer given. */
export const ANSWERED = [
  'opinionIssued',
  'delivered',
  'reviewIssued',
  'reviewDelivered',
  'finalized',
  'awaitingClose',
  'replied',
] as const;
