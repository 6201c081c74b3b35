import { wasteCaseV1 } from '../../../../domain/case-types/waste-case.v1.ts';
import { CaseUnderTest, person, tryOpen } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';

/** The people of random walks, so that a walk may begin in any state of this file. */
const UNIT = 'unit-a';

export const intake = person('intake-unit-a-1', UNIT, 'intake');
export const officer = person('caseOfficer-unit-a-1', UNIT, 'caseOfficer');
export const partner = person('caseOfficer-unit-a-2', UNIT, 'caseOfficer');
export const outsider = person('officer-3', UNIT, 'caseOfficer');
export const head = person('agencyHead-unit-a-1', UNIT, 'agencyHead');
export const coordinator = person('coordinator-unit-a-1', UNIT, 'coordinator');
export const reviewer = person('legalReviewer-unit-a-1', UNIT, 'legalReviewer');
export const host = person('hearingHost-unit-a-1', UNIT, 'hearingHost');
export const supervisor = person(
  'supervisor-urban-enforcement-1',
  'urban-enforcement',
  'supervisor',
);
export const assistant = person('coordinator-unit-b-1', 'unit-b', 'coordinator');

export const NOTE = { note: '已核实' };
export const TWO = { second: partner.id, note: '两名执法人员到场' };
export const OPENING = {
  text: '渣土车倾倒建筑垃圾约三立方米',
  address: '沪青平公路 100 号',
  town: 'unit-a',
  actKind: 'DUMPING',
  party: { name: '陈测试', phone: '13900000000' },
  partyKind: 'PERSON',
  plate: '沪A00001',
  actEndedOn: '2025-02-28',
  publicReport: false,
  leadUnit: UNIT,
};
export const CONCLUSION = {
  second: partner.id,
  penalty: 'FINE',
  amount: 2_000_00,
  partyKind: 'PERSON',
  reviewReason: 'NONE',
  major: false,
  report: '事实清楚,证据确凿',
};
export const LARGE = { ...CONCLUSION, amount: 5_000_00 };
export const SERVICE = { second: partner.id, method: 'DIRECT', receipt: '当事人签收' };
export const GOODS = { goods: '渣土车一辆', note: '防止证据灭失' };
export const UNTIL = { approvedBy: head.id, evidence: '委托书' };
export const WRITTEN = { written: '书面放弃' };
export const ANNOUNCEMENT = { attempts: '直接、邮寄均无法送达', medium: '区政府网站' };
export const VOUCHER = { voucher: '缴款书' };

/** A Monday, so that the ninety days end in June. */
export const OPENED = '2025-03-03 09:00';

export function opened(input: object = {}, moment: string = OPENED): CaseUnderTest {
  const waste = tryOpen(wasteCaseV1, at(moment), intake, { ...OPENING, ...input });
  if (!(waste instanceof CaseUnderTest)) throw new Error(JSON.stringify(waste));
  return waste;
}

export const proposed = (input: object = {}): CaseUnderTest =>
  opened(input).does('proposeFiling', officer, TWO);
export const filed = (input: object = {}): CaseUnderTest =>
  proposed(input).does('approveFiling', head);
export const concluded = (findings: object = CONCLUSION, input: object = {}): CaseUnderTest =>
  filed(input)
    .does('investigate', officer, { ...TWO, kind: 'INSPECTION' })
    .does('conclude', officer, findings);
/** The party is told; with a large fine after the legal review, and of its right to a hearing. */
export const noticeIssued = (): CaseUnderTest => concluded().does('issueNotice', head, NOTE);
export const noticeServed = (): CaseUnderTest =>
  noticeIssued().does('serveNotice', officer, SERVICE);
export const hearingRightServed = (): CaseUnderTest =>
  concluded(LARGE)
    .does('submitLegalReview', officer)
    .does('passReview', reviewer, NOTE)
    .does('issueHearingRight', head, NOTE)
    .does('serveNotice', officer, SERVICE);
export const hearing = (): CaseUnderTest =>
  hearingRightServed().does('requestHearing', officer, NOTE);
export const HEARING = { heldOn: '2025-03-14', host: host.id, place: '执法局三楼' };
/** The notice lies seven clear working days before the hearing: 4 to 12 March. */
export const hearingNotified = (): CaseUnderTest =>
  hearing().does('noticeHearing', head, HEARING).does('serveHearingNotice', officer, SERVICE);
export const hearingReady = (): CaseUnderTest => hearingNotified().when('2025-03-14 09:00');
export const defenceRaised = (): CaseUnderTest =>
  noticeServed().does('recordDefence', officer, NOTE);
export const awaitingDecision = (): CaseUnderTest =>
  noticeServed().does('waiveDefence', officer, WRITTEN).does('submitDecision', officer, NOTE);
export const fineDecided = (amount = 2_000_00): CaseUnderTest =>
  awaitingDecision().does('decideFine', head, { amount, ...NOTE });
export const performing = (): CaseUnderTest =>
  fineDecided().does('serveDecision', officer, SERVICE);
export const paid = (): CaseUnderTest => performing().does('payInFull', officer, VOUCHER);
export const published = (): CaseUnderTest => paid().does('publish', coordinator, NOTE);
export const closed = (): CaseUnderTest =>
  published().does('proposeClosing', officer, NOTE).does('close', head);
export const archived = (): CaseUnderTest =>
  closed().when('2025-12-01 09:00').does('archive', officer);
/** Served on 3 March: the fifteen days end on 18 March. */
export const defaulted = (): CaseUnderTest => performing().when('2025-03-19 09:00');
export const demanded = (): CaseUnderTest =>
  defaulted().does('issueDemand', head, NOTE).does('serveDemand', officer, SERVICE);
/** Six months after the service nothing can be contested any more. */
export const courtApplied = (): CaseUnderTest =>
  demanded().when('2025-09-04 09:00').does('applyToCourt', head, NOTE);
export const enforcing = (): CaseUnderTest =>
  courtApplied().does('courtAccepted', officer, NOTE).does('courtRuled', officer, NOTE);
export const testing = (): CaseUnderTest =>
  filed().does('startTesting', officer, { ...UNTIL, until: '2025-03-20' });
export const suspended = (): CaseUnderTest =>
  filed().does('suspend', officer, { ...UNTIL, ground: 'AUTHORITY', until: '2025-03-20' });
export const crimeReported = (): CaseUnderTest => filed().does('reportCrime', officer, TWO);
export const criminalHold = (): CaseUnderTest =>
  crimeReported().does('approveTransfer', head, NOTE);
export const transferred = (): CaseUnderTest =>
  criminalHold().does('handToPolice', officer, TWO).does('policeFiled', officer, NOTE);
export const withdrawalAsked = (): CaseUnderTest => filed().does('askWithdrawal', officer, TWO);
export const notFiled = (input: object = {}): CaseUnderTest =>
  opened(input)
    .does('proposeNotFiling', officer, { ...TWO, reason: 'NO_FACTS' })
    .does('approveNotFiling', head, NOTE);

/** A licence is to be suspended: the hearing window has lapsed, and the decision is next. */
export const suspensionProposed = (): CaseUnderTest => {
  const { amount: _none, ...findings } = CONCLUSION;
  return concluded({ ...findings, penalty: 'SUSPENSION' })
    .does('submitLegalReview', officer)
    .does('passReview', reviewer, NOTE)
    .does('issueHearingRight', head, NOTE)
    .does('serveNotice', officer, SERVICE)
    .when('2025-03-11 09:00')
    .does('submitDecision', officer, NOTE);
};
/** The court has enforced for so long that it is asked about it. */
export const enforcedForLong = (): CaseUnderTest => enforcing().when('2026-03-02 09:00');

/** Only the right to a hearing is open still. */
export const hearingOpen = (): CaseUnderTest =>
  hearingRightServed().does('waiveDefence', officer, WRITTEN);
/** The party wants none: two windows are open, and one of them is given up. */
export const hearingWaived = (): CaseUnderTest =>
  hearingRightServed().does('waiveHearing', officer, WRITTEN);
/** Even the later day of payment is over. */
export const deferralOver = (): CaseUnderTest =>
  performing()
    .does('grantDeferral', head, { until: '2025-03-20', instalments: 1, request: '申请延期' })
    .when('2025-03-21 09:00');
/** The day has come on which the waste is cleared in the party's place. */
export const clearingDue = (): CaseUnderTest =>
  filed()
    .does('orderRectification', officer, { ...TWO, dueOn: '2025-03-17' })
    .does('demandSubstitute', head, { plannedOn: '2025-03-21', ...NOTE })
    .when('2025-03-21 09:00');
/** The goods of a transferred case, the ruling, and the way to court, were put off. */
export const goodsKept = (): CaseUnderTest =>
  filed()
    .does('seize', head, GOODS)
    .does('reportCrime', officer, TWO)
    .does('approveTransfer', head, NOTE)
    .does('policeFiled', officer, NOTE)
    .when('2025-03-10 09:00');
export const rulingDue = (): CaseUnderTest =>
  courtApplied().does('courtAccepted', officer, NOTE).when('2025-09-12 16:00');
export const courtPutOff = (): CaseUnderTest => demanded().when('2025-11-03 09:00');

/** A case in each of its states. */
export const inEachState: Readonly<Record<string, () => CaseUnderTest>> = {
  verifying: opened,
  filingReview: proposed,
  investigating: filed,
  testing,
  suspended,
  criminalReview: crimeReported,
  criminalHold,
  withdrawalReview: withdrawalAsked,
  concluded,
  legalReview: () => concluded().does('submitLegalReview', officer),
  discussion: () => concluded().does('startDiscussion', officer),
  priorNotice: noticeIssued,
  noticeAnnounced: () => noticeIssued().does('announceNotice', officer, ANNOUNCEMENT),
  defence: noticeServed,
  hearing,
  decisionApproval: awaitingDecision,
  decided: () => fineDecided(),
  decisionAnnounced: () => fineDecided().does('announceDecision', officer, ANNOUNCEMENT),
  performance: performing,
  defaulted,
  demanded,
  courtApplied,
  enforcing,
  closing: paid,
  closed,
  notFiled,
  withdrawn: () => withdrawalAsked().does('approveWithdrawal', head, NOTE),
  transferred,
  archived,
};
