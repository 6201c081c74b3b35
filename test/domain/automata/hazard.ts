import type { CaseEvent } from '../../../domain/case-state.ts';
import type { Automaton, ClosedCase } from './automaton.ts';

/** Commands that leave a case in the state in which they are given. */
const staying = (state: string, commands: readonly string[]) =>
  Object.fromEntries(commands.map((command) => [command, [state]]));

const CONTROL = ['postWarning', 'establishControl', 'recordDailyCheck'];
const LOWERING = ['requestLowering', 'approveLowering', 'refuseLowering'];
const STABLE = ['requestControlled', 'refuseControlled'];
const RAISE = { raiseFacade: ['graded'], raiseSign: ['graded'] };
const EARLY = { changeLead: ['found'], merge: ['merged'], proposeDismissal: ['notAHazardReview'] };
const CHECKED = { passTownCheck: ['acceptance'], failTownCheck: ['rectifying'] };
const STOPS = { commissionAppraisal: ['appraisal'], pause: ['paused'] };

/** The hazard as rows H1 to H13 tell it; emergency control is open across its states. */
export const hazard: Automaton = {
  type: 'hazard',
  start: 'found',
  moves: {
    found: {
      register: ['registered'],
      ...EARLY,
      ...staying('found', [...CONTROL, 'recordArrival', 'noteLinked']),
    },
    notAHazardReview: {
      confirmDismissal: ['notAHazard'],
      rejectDismissal: ['found', 'registered'],
      ...staying('notAHazardReview', ['recordDailyCheck', 'noteLinked']),
    },
    registered: {
      gradeFacade: ['graded'],
      gradeSign: ['graded'],
      ...EARLY,
      ...staying('registered', [...CONTROL, 'recordArrival', 'noteLinked']),
    },
    graded: {
      serveNotice: ['notified'],
      announceNotice: ['notified'],
      recordRemoval: ['removed'],
      ...RAISE,
      ...staying('graded', [...CONTROL, ...LOWERING, 'recordArrival', 'issueNotice', 'noteLinked']),
    },
    notified: {
      submitPlan: ['rectifying'],
      recordSelfCheck: ['selfChecked'],
      recordRemoval: ['removed'],
      orderSubstitute: ['substituteRepair'],
      confirmControlled: ['controlled'],
      ...STOPS,
      ...RAISE,
      ...staying('notified', [...CONTROL, ...LOWERING, ...STABLE, 'refer', 'noteLinked']),
    },
    appraisal: {
      recordAppraisal: ['notified', 'rectifying'],
      ...RAISE,
      ...staying('appraisal', [...CONTROL, 'noteLinked']),
    },
    fundingApproval: {
      approveFunding: ['rectifying'],
      lapseFunding: ['rectifying'],
      ...RAISE,
      ...staying('fundingApproval', [...CONTROL, 'noteLinked']),
    },
    rectifying: {
      submitPlan: ['rectifying'],
      recordSelfCheck: ['selfChecked'],
      recordRemoval: ['removed'],
      submitFunding: ['fundingApproval'],
      organiseRepair: ['substituteRepair'],
      orderSubstitute: ['substituteRepair'],
      confirmControlled: ['controlled'],
      ...STOPS,
      ...RAISE,
      ...staying('rectifying', [
        ...CONTROL,
        ...LOWERING,
        ...STABLE,
        'refer',
        'recoverCost',
        'noteLinked',
      ]),
    },
    paused: {
      resume: ['notified', 'rectifying'],
      ...RAISE,
      ...staying('paused', [...CONTROL, 'noteLinked']),
    },
    controlled: {
      resumeRectifying: ['rectifying'],
      ...RAISE,
      ...staying('controlled', ['recordWeeklyCheck', 'refer', 'noteLinked']),
    },
    substituteRepair: {
      completeSubstitute: ['selfChecked'],
      ...staying('substituteRepair', ['serveSubstitute', 'recordDailyCheck', 'noteLinked']),
    },
    selfChecked: {
      ...CHECKED,
      ...staying('selfChecked', ['recordDailyCheck', 'recoverCost', 'noteLinked']),
    },
    removed: { ...CHECKED, ...staying('removed', ['noteLinked']) },
    acceptance: {
      writeOff: ['writtenOff'],
      refuseWriteOff: ['rectifying'],
      ...staying('acceptance', ['recordDailyCheck', 'recoverCost', 'noteLinked']),
    },
    writtenOff: {
      reopen: ['registered'],
      archive: ['archived'],
      ...staying('writtenOff', ['followUp', 'serveWriteOff', 'recoverCost', 'noteLinked']),
    },
    merged: { unmerge: ['registered'], ...staying('merged', ['noteLinked']) },
    archived: {},
    notAHazard: {},
  },
  closed: ['writtenOff', 'archived'],
  handlingClocks: [
    'register',
    'grade',
    'arrive',
    'isolate',
    'warn',
    'secure',
    'dailyCheck',
    'notice',
    'plan',
    'rectify',
    'appraisal',
    'boardApproval',
    'townCheck',
    'bureauSign',
    'orderReply',
    'escalation',
  ],
  atClose: hazardAtClose,
};

const GRAVE = ['MAJOR', 'SIGNIFICANT'];
const DONE = ['SelfChecked', 'RemovalRecorded', 'SubstituteCompleted'];
const CONTROLLED = ['MAJOR', 'SIGNIFICANT', 'HIGH'];

/** Two levels of acceptance by people who did not rectify, photos, a report for grave ones, control until the end, two graders. */
function hazardAtClose({ facts, log }: ClosedCase): readonly string[] {
  const round = log.slice(log.findLastIndex(({ type }) => type === 'HazardReopened') + 1);
  const last = (...types: string[]): CaseEvent | undefined =>
    round.findLast(({ type }) => types.includes(type));
  const signer = last('HazardWrittenOff');
  const checker = last('TownCheckPassed');
  const done = last(...DONE);
  const rectifiers = round.filter(({ type }) => DONE.includes(type)).map(({ actor }) => actor);
  const grading = last('FacadeGraded', 'SignGraded', 'FacadeRaised', 'SignRaised');
  const inControl = last('EmergencyControlled', 'RemovalRecorded');
  const bureau = facts.kind === 'SIGN' ? 'greening' : 'housing';
  return [
    ...(signer?.unit === bureau ? [] : ['the competent bureau did not sign']),
    ...(checker ? [] : ['the town did not check']),
    ...(rectifiers.includes(checker?.actor ?? '') ? ['who rectified checked'] : []),
    ...(rectifiers.includes(signer?.actor ?? '') ? ['who rectified signed'] : []),
    ...(checker?.actor === signer?.actor ? ['who checked signed'] : []),
    ...['before', 'after'].filter((photo) => inputOf(done)[photo] === undefined),
    ...(GRAVE.includes(facts.grade) && inputOf(checker)['report'] === undefined
      ? ['no report']
      : []),
    ...(CONTROLLED.includes(facts.grade) && !inControl ? ['never under control'] : []),
    ...(inputOf(grading)['second'] === grading?.actor ? ['one person graded'] : []),
    ...((facts.orders ?? []).some(({ closed }: { closed: boolean }) => !closed)
      ? ['an order is open']
      : []),
  ];
}

const inputOf = (event: CaseEvent | undefined): Readonly<Record<string, unknown>> =>
  (event?.data as { input?: Record<string, unknown> } | undefined)?.input ?? {};
