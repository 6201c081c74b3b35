import { hazardV1 } from '../../../../domain/case-types/hazard.v1.ts';
import { CENTRE } from '../../../../domain/definition/parts.ts';
import { CaseUnderTest, person, tryOpen } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';

export const supervisor = person('supervisor-1', CENTRE, 'supervisor');
export const inspector = person('inspector-1', 'xiayang', 'townInspector');
export const otherInspector = person('inspector-2', 'xiayang', 'townInspector');
export const coordinator = person('coordinator-1', 'xiayang', 'coordinator');
export const unitLead = person('lead-1', 'xiayang', 'unitLead');
export const housing = person('housing-1', 'housing', 'bureauOfficer');
export const greening = person('greening-1', 'greening', 'bureauOfficer');

/** A Monday morning; the whole week works. */
export const MONDAY = '2026-11-23 09:00';

export const FINDING = {
  source: 'PATROL',
  kind: 'FACADE',
  objectId: 'LD-000123',
  partName: '北立面三层',
  text: '面砖空鼓',
  address: '公园路 100 号',
  town: 'xiayang',
};
export const SIGN = { ...FINDING, kind: 'SIGN', objectId: 'ZP-000045', partName: '主立面招牌' };
export const NOTE = { note: '已核实' };
export const REGISTRATION = { photo: '照片一', location: '北门上方' };
export const PARTY = { name: '陈测试', phone: '13900000000' };
export const CONTROL = { measure: 'FENCED', photo: '围挡照片' };
export const NOTICE = { party: PARTY, requirement: '清除空鼓面砖' };
export const PLAN = { plan: '分段清除、修补' };
export const PHOTOS = { before: '整改前', after: '整改后', note: '已整改' };
export const CHECK = { form: '验收表', report: '鉴定报告' };
export const MEASURES = { measures: '围挡并盯控', watcher: 'inspector-2' };
export const COMMISSION = { institution: '某检测机构', scope: '北立面' };
export const APPRAISAL = { conclusion: 'DANGEROUS', report: '有脱落危险' };
export const FUNDING = { amount: 5_000_000, note: '北立面维修' };
export const REPAIRED = { ...PHOTOS, cost: 3_000_000 };

const SECOND = { second: 'inspector-2', note: '现场核定' };
export const gradedAs = (grade: string) => ({ grade, opinion: '机构意见', ...SECOND });
export const SIGN_HIGH = { grade: 'HIGH', ...SECOND };
export const SIGN_NORMAL = { grade: 'NORMAL', ...SECOND };
export const RAISE = { grade: 'MAJOR', opinion: '机构意见', ...SECOND };
export const LOWERING = SECOND;

/** A hazard found just now, or at the given moment. */
export function found(input: object = {}, moment: string = MONDAY): CaseUnderTest {
  const hazard = tryOpen(hazardV1, at(moment), inspector, { ...FINDING, ...input });
  if (!(hazard instanceof CaseUnderTest)) throw new Error(JSON.stringify(hazard));
  return hazard;
}

export const registered = (input: object = {}, moment: string = MONDAY): CaseUnderTest =>
  found(input, moment).does('register', coordinator, REGISTRATION);

export const graded = (grade: string, moment: string = MONDAY): CaseUnderTest =>
  registered({}, moment).does('gradeFacade', inspector, gradedAs(grade));

/** Graded, and under control where that is a duty. */
export const secured = (grade: string, moment: string = MONDAY): CaseUnderTest => {
  const hazard = graded(grade, moment);
  return grade === 'MAJOR' || grade === 'SIGNIFICANT'
    ? hazard.does('establishControl', inspector, CONTROL)
    : hazard;
};

/** The proof of service as of now. */
export const served = (hazard: CaseUnderTest): object => ({
  method: 'DIRECT',
  receipt: '送达回证',
  servedAt: hazard.now,
});

export const withNotice = (hazard: CaseUnderTest, notice: object = NOTICE): CaseUnderTest => {
  const issued = hazard.does('issueNotice', unitLead, notice);
  return issued.does('serveNotice', inspector, served(issued));
};

export const notified = (grade: string, moment: string = MONDAY, notice: object = NOTICE) =>
  withNotice(secured(grade, moment), notice);
export const rectifying = (grade: string, moment: string = MONDAY, notice: object = NOTICE) =>
  notified(grade, moment, notice).does('submitPlan', coordinator, PLAN);
export const selfChecked = (grade: string, moment: string = MONDAY): CaseUnderTest =>
  rectifying(grade, moment).does('recordSelfCheck', coordinator, PHOTOS);
export const accepted = (grade: string, moment: string = MONDAY): CaseUnderTest =>
  selfChecked(grade, moment).does('passTownCheck', otherInspector, CHECK);
export const writtenOff = (grade: string = 'GENERAL', moment: string = MONDAY): CaseUnderTest =>
  accepted(grade, moment).does('writeOff', housing);
export const appraising = (): CaseUnderTest =>
  notified('GENERAL').does('commissionAppraisal', inspector, COMMISSION);
export const funding = (grade: string = 'SIGNIFICANT'): CaseUnderTest =>
  rectifying(grade).does('submitFunding', coordinator, FUNDING);
export const pausedFor = (ground: string): CaseUnderTest =>
  rectifying('GENERAL').does('pause', inspector, { ground, note: '台风' });
export const controlled = (): CaseUnderTest =>
  rectifying('SIGNIFICANT')
    .does('requestControlled', inspector, MEASURES)
    .does('confirmControlled', housing);
export const repairing = (): CaseUnderTest =>
  funding().when('2026-12-02').does('organiseRepair', housing, NOTE);

export const signRegistered = (moment: string = MONDAY): CaseUnderTest => registered(SIGN, moment);
export const signGraded = (grade: object = SIGN_HIGH, moment: string = MONDAY): CaseUnderTest =>
  signRegistered(moment).does('gradeSign', inspector, grade);
export const removed = (): CaseUnderTest => signGraded().does('recordRemoval', coordinator, PHOTOS);

export const dismissalAsked = (): CaseUnderTest =>
  registered().does('proposeDismissal', inspector, NOTE);
export const merged = (): CaseUnderTest =>
  registered().does('merge', coordinator, { other: 'QPYH2026-000009', ...NOTE });

/** A hazard in each of its states. */
export const inEachState: Readonly<Record<string, () => CaseUnderTest>> = {
  found,
  notAHazardReview: dismissalAsked,
  registered,
  graded: () => graded('GENERAL'),
  notified: () => notified('GENERAL'),
  appraisal: appraising,
  fundingApproval: funding,
  rectifying: () => rectifying('GENERAL'),
  paused: () => pausedFor('WEATHER'),
  controlled,
  substituteRepair: repairing,
  selfChecked: () => selfChecked('GENERAL'),
  removed,
  acceptance: () => accepted('GENERAL'),
  writtenOff,
  merged,
  archived: () => writtenOff().when('2027-03-01'),
  notAHazard: () => dismissalAsked().does('confirmDismissal', unitLead, NOTE),
};
