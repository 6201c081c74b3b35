import { wasteLeadV1 } from '../../../../domain/case-types/waste-lead.v1.ts';
import { CENTRE } from '../../../../domain/definition/parts.ts';
import { CaseUnderTest, person, tryOpen } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';

export const mgmtOfficer = person('mgmt-1', 'greening', 'mgmtOfficer');
export const dispatcher = person('dispatcher-1', CENTRE, 'dispatcher');
export const intake = person('intake-1', 'xiayang', 'intake');
export const caseOfficer = person('officer-1', 'xiayang', 'caseOfficer');
export const secondOfficer = person('officer-2', 'xiayang', 'caseOfficer');
export const agencyHead = person('head-1', 'xiayang', 'agencyHead');
export const legalReviewer = person('legal-1', 'xiayang', 'legalReviewer');
export const supervisor = person('supervisor-1', 'urban-enforcement', 'supervisor');
export const otherIntake = person('intake-2', 'xujing', 'intake');

/** A Monday morning; the whole week works. */
export const MONDAY = '2026-11-23 09:00';

export const OPENING = {
  source: 'PATROL',
  text: '夜间倾倒装修垃圾一车',
  address: '公园路 100 号旁空地',
  actKind: 'DUMPING',
  suggestedClause: '《上海市市容环境卫生管理条例》第五十一条',
};
/** Reported by the public. */
export const REPORTED = { source: 'HOTLINE', informant: { name: '陈测试', phone: '13900000000' } };
export const TRANSFER = { leadUnit: 'xiayang', evidence: '现场照片、录像' };
export const NOTE = { note: '已核实' };
export const SUPPLEMENT = { evidence: '补充录像' };
export const REFUSAL = { reason: 'OTHER_TERRITORY', note: '点位在邻镇' };
export const DESIGNATION = { leadUnit: 'xujing', basis: 'SUPERIOR', note: '由徐泾镇管辖' };
export const FILING = {
  party: { name: '陈测试', phone: '13900000000' },
  partyKind: 'PERSON',
  actEndedOn: '2026-11-22',
  note: '违法事实清楚',
};
export const NOT_FILING = { reason: 'NO_FACTS', note: '现场未见倾倒' };
export const RESULT = { result: '已立案' };
export const FINAL = { result: '已处罚款并清除', informant: '已电话告知处理结果' };
export const TOLD = { result: '已到场核查' };
export const REPORT = { second: secondOfficer.id, report: '涉嫌污染环境罪' };
export const NOTICE = { notice: '公安通知书' };
export const HANDED = { receipt: '公安已签收' };
export const MERGING = { other: 'QPXS2026-000001', note: '同车同日' };

/** A lead that was received just now, or at the given moment. */
export function received(input: object = {}, moment: string = MONDAY): CaseUnderTest {
  const opening = { ...OPENING, occurredAt: at(moment), ...input };
  const lead = tryOpen(wasteLeadV1, at(moment), mgmtOfficer, opening);
  if (!(lead instanceof CaseUnderTest)) throw new Error(JSON.stringify(lead));
  return lead;
}

export const transferred = (input: object = {}, moment: string = MONDAY): CaseUnderTest =>
  received(input, moment).does('transfer', mgmtOfficer, TRANSFER);
export const supplementing = (): CaseUnderTest => transferred().does('askSupplement', intake, NOTE);
export const refused = (): CaseUnderTest =>
  transferred().does('proposeRefusal', intake, REFUSAL).does('refuse', legalReviewer, NOTE);
export const verifying = (input: object = {}, moment: string = MONDAY): CaseUnderTest =>
  transferred(input, moment).does('accept', intake);
export const notFiling = (): CaseUnderTest =>
  verifying().does('proposeNotFiling', caseOfficer, NOT_FILING);
export const filed = (input: object = {}): CaseUnderTest =>
  verifying(input).does('openCase', caseOfficer, FILING);
export const awaiting = (): CaseUnderTest =>
  filed().does('sendFilingFeedback', caseOfficer, RESULT);
export const notFiled = (): CaseUnderTest => notFiling().does('approveNotFiling', agencyHead, NOTE);
export const closed = (): CaseUnderTest => notFiled().does('sendFeedback', caseOfficer, RESULT);
export const crimeReported = (): CaseUnderTest =>
  verifying().does('reportCrime', caseOfficer, REPORT);
export const crimeApproved = (): CaseUnderTest =>
  crimeReported().does('approveCrimeTransfer', agencyHead, NOTE);
export const withPolice = (): CaseUnderTest =>
  crimeApproved().does('transferToPolice', caseOfficer, HANDED);
export const declined = (): CaseUnderTest =>
  withPolice().does('recordPoliceDecline', caseOfficer, NOTICE);
export const policeFiled = (): CaseUnderTest =>
  withPolice().does('recordPoliceFiling', caseOfficer, NOTICE);

/** A lead in each of its states. */
export const inEachState: Readonly<Record<string, () => CaseUnderTest>> = {
  draft: received,
  transferPending: transferred,
  supplement: supplementing,
  dispute: refused,
  verifying,
  notFilingReview: notFiling,
  criminalReview: crimeReported,
  crimeApproved,
  policeReview: withPolice,
  policeDeclined: declined,
  criminalHold: policeFiled,
  filed,
  feedbackDue: notFiled,
  awaitingOutcome: awaiting,
  closed,
};
