import { hotlineTicketV1 } from '../../../../domain/case-types/hotline-ticket.v1.ts';
import type { Actor } from '../../../../domain/define-case-type.ts';
import { CENTRE } from '../../../../domain/definition/parts.ts';
import { CaseUnderTest, person, tryOpen } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';

export const dispatcher = person('dispatcher-1', CENTRE, 'dispatcher');
export const otherDispatcher = person('dispatcher-2', CENTRE, 'dispatcher');
export const callbackAgent = person('callback-1', CENTRE, 'callbackAgent');
export const supervisor = person('supervisor-1', CENTRE, 'supervisor');
export const coordinator = person('coordinator-1', 'greening', 'coordinator');
export const handler = person('handler-1', 'greening', 'handler');
export const unitLead = person('lead-1', 'greening', 'unitLead');
export const sectionStaff = person('section-1', 'greening-1', 'sectionStaff');

/** The same person in one more role. */
export const also = (actor: Actor, ...roles: string[]): Actor => ({
  ...actor,
  roles: [...actor.roles, ...roles],
});

export const RECEIPT = {
  caller: { name: '陈测试', phone: '13900000000' },
  text: '路灯不亮',
  address: '公园路 100 号',
  matter: 'ASSIST_COMPLAINT',
};
export const DISPATCH = { leadUnit: 'greening' };
export const NOTE = { note: '已核实' };
export const RETURN = { reason: 'NOT_COMPETENT', note: '不属本单位' };
export const CONTACT = { channel: 'PHONE', note: '已联系' };
export const RESULT = {
  resultType: 'ACTUALLY_RESOLVED',
  note: '已修复',
  before: '不亮',
  after: '已亮',
};
export const CALLBACK = {
  outcome: 'REACHED',
  contacted: 'YES',
  resolved: 'YES',
  satisfaction: 'SATISFIED',
};
export const UNREACHED = {
  outcome: 'UNREACHED',
  contacted: 'NOT_EVALUATED',
  resolved: 'NOT_EVALUATED',
  satisfaction: 'NOT_EVALUATED',
};
export const REWORK = { reason: 'DISSATISFIED', note: '仍不亮' };
export const EXTENSION = { days: 10, note: '需专业部门会勘' };
export const SUSPENSION = { ground: 'THIRD_PARTY', reply: '已告知市民等待检测' };
export const REJECTION = { reason: 'LEGAL_PROCEDURE', reply: '请向受理法院了解进展' };
export const COORDINATION = { leadUnit: 'greening', topic: 'STREET_LIGHT', note: '属地负责' };
export const REWORKED = { ...RESULT, record: '负责人现场督办' };
export const DIFFICULT = { explanation: '已依法处理,无其他措施', note: '多次重办无效' };
export const DIRECT = { resultType: 'EXPLAINED', reply: '依据规定答复' };
export const MERGE = { other: 'QPHT2026-000001', note: '同一来电人、同一路灯' };
export const SECTION = { section: 'greening-1', note: '请到场核实' };
export const TO_PETITION = { category: 'APPEAL' };
export const TO_LEAD = { actKind: 'DUMPING' };
export const TO_BUILDING = { kind: 'VILLA', build: 'ONGOING', town: 'xiayang' };
export const TO_HAZARD = {
  kind: 'SIGN',
  objectId: 'SIGN-1',
  partName: '门头招牌',
  town: 'xiayang',
};
export const VOID = { reason: 'TEST', note: '测试件' };

/** A Monday morning; the whole week works. */
export const MONDAY = '2026-11-23 09:00';

/** A ticket that was received just now, or at the given moment. */
export function received(input: object = {}, moment: string = MONDAY): CaseUnderTest {
  const ticket = tryOpen(hotlineTicketV1, at(moment), dispatcher, { ...RECEIPT, ...input });
  if (!(ticket instanceof CaseUnderTest)) throw new Error(JSON.stringify(ticket));
  return ticket;
}

export const dispatched = (input: object = {}): CaseUnderTest =>
  received().does('dispatch', dispatcher, { ...DISPATCH, ...input });
export const acknowledged = (): CaseUnderTest => dispatched().does('acknowledge', coordinator);
export const inProgress = (): CaseUnderTest =>
  acknowledged().does('recordContact', handler, CONTACT);
export const suspended = (): CaseUnderTest => inProgress().does('suspend', dispatcher, SUSPENSION);
export const submitted = (): CaseUnderTest => inProgress().does('submitResult', handler, RESULT);
export const approved = (): CaseUnderTest => submitted().does('approveResult', unitLead);
export const calledBack = (): CaseUnderTest =>
  approved().does('recordCallback', callbackAgent, CALLBACK);
export const closed = (): CaseUnderTest => calledBack().does('close', dispatcher);
export const archived = (): CaseUnderTest => closed().when('2026-12-24');
export const returnAsked = (): CaseUnderTest =>
  dispatched().does('requestReturn', coordinator, RETURN);
/** The second unit has returned it too: where it belongs is settled together. */
export const coordinating = (): CaseUnderTest =>
  returnAsked()
    .does('approveReturn', dispatcher)
    .does('dispatch', dispatcher, DISPATCH)
    .does('requestReturn', unitLead, RETURN)
    .does('openCoordination', dispatcher, NOTE);
export const rejected = (): CaseUnderTest =>
  received().does('rejectAcceptance', dispatcher, REJECTION);
export const voidAsked = (): CaseUnderTest => dispatched().does('requestVoid', dispatcher, VOID);
export const voided = (): CaseUnderTest => voidAsked().does('confirmVoid', otherDispatcher);

/** Calls back in vain, so many times. */
export const unreached = (ticket: CaseUnderTest, times: number): CaseUnderTest =>
  Array.from({ length: times }).reduce<CaseUnderTest>(
    (called) => called.does('recordUnreached', callbackAgent),
    ticket,
  );

/** Reworks a called-back ticket once more: back to the call-back. */
export const reworked = (ticket: CaseUnderTest): CaseUnderTest =>
  ticket
    .does('orderRework', callbackAgent, REWORK)
    .does('submitRework', unitLead, REWORKED)
    .does('approveResult', coordinator);

/** Merged into another ticket of the same caller and matter. */
export const merged = (): CaseUnderTest => dispatched().does('merge', dispatcher, MERGE);
/** The petition that came of it was accepted, and the caller knows. */
export const petitioned = (): CaseUnderTest =>
  received().does('convertToPetition', dispatcher, TO_PETITION);
export const transferred = (): CaseUnderTest => {
  const ticket = petitioned();
  const { number = '' } = ticket.state.links[0] ?? {};
  return ticket
    .told('noteLinked', number, 'PetitionAccepted')
    .does('transferOut', dispatcher, { reply: '已转信访办理' });
};

/** A ticket in each of its states. */
export const inEachState: Readonly<Record<string, () => CaseUnderTest>> = {
  pendingDispatch: received,
  pendingAck: dispatched,
  returnReview: returnAsked,
  coordination: coordinating,
  acknowledged,
  inProgress,
  suspended,
  unitReview: submitted,
  callbackPending: approved,
  calledBack,
  voidReview: voidAsked,
  closed,
  archived,
  voided,
  rejected,
  merged,
  transferredOut: transferred,
};
