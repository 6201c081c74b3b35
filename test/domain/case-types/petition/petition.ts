import { petitionV1 } from '../../../../domain/case-types/petition.v1.ts';
import type { Actor } from '../../../../domain/define-case-type.ts';
import { CaseUnderTest, person, tryOpen } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';

export const office = person('office-1', 'petition', 'petitionOffice');
export const otherOffice = person('office-2', 'petition', 'petitionOffice');
export const inspector = person('inspector-1', 'petition', 'petitionInspector');
export const convener = person('convener-1', 'petition', 'convener');
export const coordinator = person('coordinator-1', 'housing', 'coordinator');
export const handler = person('handler-1', 'housing', 'handler');
export const unitLead = person('lead-1', 'housing', 'unitLead');
export const waterCoordinator = person('coordinator-2', 'water', 'coordinator');
export const reviewOfficer = person('review-1', 'construction', 'reviewOfficer');
export const reviewLead = person('review-2', 'construction', 'reviewLead');
export const recheckOfficer = person('recheck-1', 'data', 'recheckOfficer');
export const recheckLead = person('recheck-2', 'data', 'recheckLead');

/** The same person in more roles. */
export const also = (actor: Actor, ...roles: string[]): Actor => ({
  ...actor,
  roles: [...actor.roles, ...roles],
});

export const REGISTRATION = {
  petitioner: { name: '陈测试', phone: '13900000000' },
  text: '房屋维修资金使用不公开,要求书面答复',
  address: '公园路 100 号',
  channel: 'LETTER',
  category: 'APPEAL',
};
export const NOTE = { note: '已核实' };
export const TOLD = { notice: '已告知信访人' };
export const FORWARD = { leadUnit: 'housing' };
export const ASSIGN = { leadUnit: 'housing', replyBy: '2026-12-31', note: '请按期报告' };
export const REFUSAL = { reason: 'LEGAL_PROCEDURE', notice: '请通过诉讼途径解决' };
export const OBJECTION = { reason: '不属本机关职权', suggestedUnit: 'water' };
export const JURISDICTION = { leadUnit: 'housing', decidedBy: 'CONFERENCE', note: '按属地办理' };
export const ORDINARY = { procedure: 'ORDINARY' };
export const SERVED = { method: 'DIRECT', receipt: '本人签收' };
export const DRAFT = { kind: 'EXPLAINED', facts: '经查属实', remedy: '三十日内可请求复查' };
export const REVIEW = { body: 'construction', request: '不服处理意见' };
export const RECHECK = { body: 'data', request: '不服复查意见' };
export const UPHELD = { outcome: 'UPHELD' };
export const EXTENSION = { days: 30, reason: '案情复杂' };
export const EVIDENCE = { evidence: '材料编号 1' };
export const RESOLUTION = { kind: 'AGREEMENT', evidence: '息诉协议' };
export const REPLY = { answer: '采纳建议', method: 'DIRECT' };
export const PROCEDURE = { procedure: '行政处罚程序', notice: '已告知' };
export const WASTE = { actKind: 'DUMPING', plate: '沪A00000', notice: '已转执法部门' };
export const CONSENT = { consent: 'SIGNED', note: '同意转为工单' };
export const ASSISTANT = { unit: 'water', note: '请查明管线' };

/** A Monday morning; the whole week works. */
export const MONDAY = '2026-11-23 09:00';

export function registered(input: object = {}, moment: string = MONDAY): CaseUnderTest {
  const opened = tryOpen(petitionV1, at(moment), office, { ...REGISTRATION, ...input });
  if (!(opened instanceof CaseUnderTest)) throw new Error(JSON.stringify(opened));
  return opened;
}

/** Checked, with the nature that finds its route. */
export const checked = (
  nature = 'OTHER',
  input: object = {},
  moment: string = MONDAY,
): CaseUnderTest => registered(input, moment).does('completeRegistration', office, { nature });

/** Nobody is known who petitions. */
export function anonymous(): CaseUnderTest {
  const { petitioner: _nobody, ...rest } = REGISTRATION;
  const opened = tryOpen(petitionV1, at(MONDAY), office, rest);
  if (!(opened instanceof CaseUnderTest)) throw new Error(JSON.stringify(opened));
  return opened
    .does('markAnonymous', office, NOTE)
    .does('completeRegistration', office, { nature: 'OTHER' });
}

export const forwarded = (nature?: string, input?: object, moment?: string): CaseUnderTest =>
  checked(nature, input, moment).does('forward', office, FORWARD);
export const assigned = (input: object = {}): CaseUnderTest =>
  checked().does('assign', office, { ...ASSIGN, ...input });
export const unitReceived = (nature?: string, input?: object, moment?: string): CaseUnderTest =>
  forwarded(nature, input, moment).does('receive', coordinator);
export const objected = (): CaseUnderTest =>
  unitReceived().does('raiseObjection', coordinator, OBJECTION);
export const coordinating = (): CaseUnderTest => objected().does('referJurisdiction', office, NOTE);
/** Accepted, and the petitioner has the notice in hand. */
export const accepted = (moment?: string): CaseUnderTest =>
  unitReceived('OTHER', {}, moment).does('accept', coordinator, ORDINARY);
export const investigating = (moment?: string): CaseUnderTest =>
  accepted(moment).does('serveAcceptance', coordinator, SERVED);
export const mediating = (): CaseUnderTest => investigating().does('startMediation', handler, NOTE);
export const hearing = (): CaseUnderTest =>
  investigating().does('openHearing', unitLead, { ground: 'MAJOR', note: '定于下周' });
export const drafted = (input: object = {}): CaseUnderTest =>
  investigating().does('draftOpinion', handler, { ...DRAFT, ...input });
export const issued = (input: object = {}): CaseUnderTest =>
  drafted(input).does('issueOpinion', unitLead);
export const delivered = (input: object = {}): CaseUnderTest =>
  issued(input).does('deliverOpinion', coordinator, SERVED);
export const reviewing = (): CaseUnderTest => delivered().does('requestReview', office, REVIEW);
export const reviewIssued = (input: object = {}): CaseUnderTest =>
  reviewing()
    .does('draftReview', reviewOfficer, NOTE)
    .does('issueReview', reviewLead, { ...UPHELD, ...input });
export const reviewDelivered = (input: object = {}): CaseUnderTest =>
  reviewIssued(input).does('deliverReview', reviewOfficer, SERVED);
export const rechecking = (): CaseUnderTest =>
  reviewDelivered().does('requestRecheck', office, RECHECK);
export const recheckHearing = (): CaseUnderTest =>
  rechecking().does('openRecheckHearing', recheckOfficer, NOTE);
export const recheckIssued = (): CaseUnderTest =>
  rechecking().does('draftRecheck', recheckOfficer, NOTE).does('issueRecheck', recheckLead, UPHELD);
export const finalized = (): CaseUnderTest =>
  recheckIssued().does('deliverRecheck', recheckOfficer, SERVED);
export const awaitingClose = (input: object = {}): CaseUnderTest =>
  delivered(input).does('acceptOpinion', office, EVIDENCE);
export const closed = (): CaseUnderTest => awaitingClose().does('close', office);
export const archived = (): CaseUnderTest => closed().when('2027-03-01');
export const inProcedure = (): CaseUnderTest =>
  unitReceived('ADMINISTRATIVE').does('startProcedure', coordinator, PROCEDURE);
export const replied = (): CaseUnderTest => inProcedure().does('answerProcedure', handler, REPLY);
export const rejected = (): CaseUnderTest => checked().does('rejectAcceptance', office, REFUSAL);
export const notAccepted = (): CaseUnderTest => rejected().does('serveRejection', office, SERVED);
export const routedOut = (): CaseUnderTest =>
  checked('OTHER', { category: 'REPORT' }).does('referOut', office, TOLD);
export const withdrawn = (): CaseUnderTest => investigating().does('withdraw', office, EVIDENCE);

/** A petition in each of its states. */
export const inEachState: Readonly<Record<string, () => CaseUnderTest>> = {
  registered,
  routing: checked,
  coordination: coordinating,
  forwarded,
  unitReceived,
  objectionReview: objected,
  investigating,
  mediation: mediating,
  hearing,
  opinionDraft: drafted,
  opinionIssued: issued,
  delivered,
  review: reviewing,
  reviewIssued,
  reviewDelivered,
  recheck: rechecking,
  recheckHearing,
  recheckIssued,
  finalized,
  awaitingClose,
  inProcedure,
  replied,
  rejectionServing: rejected,
  closed,
  archived,
  notAccepted,
  routedOut,
  withdrawn,
};
