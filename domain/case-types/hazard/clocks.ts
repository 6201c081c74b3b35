import { keyIf, type LimitChoice, oneOf } from '../../definition/limit-choice.ts';
import { type HazardFacts, inControl, pauseGround, PLANNED } from './facts.ts';
import type { Grade } from './labels.ts';
import type { HazardClock } from './phase.ts';

const GRADED = ['FacadeGraded', 'SignGraded'] as const;
const RAISED = ['FacadeRaised', 'SignRaised'] as const;
const SENT_BACK = ['TownCheckFailed', 'AcceptanceFailed'] as const;
const SERVED = ['NoticeServed', 'NoticeAnnounced'] as const;
const REPAIR = ['RepairOrganised', 'SubstituteOrdered'] as const;

/** The limit of some grades; no such duty for the others, nor once it is done. */
const forGrades = (
  grades: readonly Grade[],
  key: string,
  isDone: (facts: HazardFacts) => boolean = () => false,
): LimitChoice<HazardFacts> =>
  oneOf(
    grades.map((grade) => keyOf(grade, key)),
    (facts: HazardFacts) =>
      facts.grade && grades.includes(facts.grade) && !isDone(facts)
        ? keyOf(facts.grade, key)
        : undefined,
  );

const keyOf = (grade: Grade, key: string): string => `hazard.${areaOf(grade)}.${key}`;

/** Grades as the register of limits names them. */
const areaOf = (grade: Grade): string =>
  grade === 'HIGH' ? 'SIGN_HIGH' : grade === 'NORMAL' ? 'SIGN' : grade;

const ALL: readonly Grade[] = ['MAJOR', 'SIGNIFICANT', 'GENERAL', 'MINOR', 'HIGH', 'NORMAL'];
const dangerSince = ({ dangerSince: since }: HazardFacts): number => since;

/** Hours count from the discovery, rectification from the service of the notice; a date in the notice prevails. */
// biome-ignore format: a clerk reads each line from left to right
export const clocks = {
  register: { label: '登记时限', limit: 'hazard.register', duty: 'coordinator',
    starts: ['HazardFound', 'LeadChanged'], ends: ['HazardRegistered', 'LeadChanged'] },
  dismissal: { label: '非隐患复核时限', limit: 'hazard.dismissal', duty: 'unitLead',
    starts: ['DismissalProposed'], ends: ['DismissalConfirmed', 'DismissalRejected'] },
  grade: { label: '定级时限', limit: 'hazard.grade', duty: 'townInspector',
    starts: ['HazardRegistered', 'HazardUnmerged', 'HazardReopened'], ends: [...GRADED, 'LeadChanged'] },
  lowering: { label: '下调审核时限', limit: 'hazard.lowering', duty: 'bureauOfficer',
    starts: ['LoweringRequested'], ends: ['GradeLowered', 'LoweringRefused', ...RAISED] },
  arrive: { label: '到场时限', limit: forGrades(['MAJOR'], 'arrive', ({ arrived }) => arrived), countsFrom: dangerSince, duty: 'townInspector',
    starts: [...GRADED, ...RAISED], ends: ['SiteReached', 'EmergencyControlled', 'GradeLowered', ...RAISED] },
  isolate: { label: '隔离时限', limit: forGrades(['MAJOR', 'SIGNIFICANT'], 'isolate', inControl), countsFrom: dangerSince, duty: 'townInspector',
    starts: [...GRADED, ...RAISED, 'GradeLowered'], ends: ['EmergencyControlled', 'GradeLowered', ...RAISED] },
  warn: { label: '警示时限', limit: forGrades(['GENERAL'], 'warn', ({ warned }) => warned), countsFrom: dangerSince, duty: 'townInspector',
    starts: [...GRADED, ...RAISED, 'GradeLowered'], ends: ['WarningPosted', 'EmergencyControlled', 'GradeLowered', ...RAISED] },
  secure: { label: '拆除或加固时限', limit: forGrades(['HIGH'], 'secure', inControl), countsFrom: dangerSince, duty: 'townInspector',
    starts: [...GRADED, ...RAISED], ends: ['EmergencyControlled', 'RemovalRecorded', 'GradeLowered', ...RAISED] },
  dailyCheck: { label: '管控每日检查', limit: keyIf(inControl, 'hazard.dailyCheck'), duty: 'townInspector', continues: true,
    starts: ['EmergencyControlled', 'DailyChecked', ...RAISED, ...SENT_BACK, 'RectifyingResumed'], ends: ['DailyChecked', 'RemovalRecorded', 'HazardControlled'] },
  notice: { label: '通知书送达时限', limit: 'hazard.notice', duty: 'unitLead',
    starts: [...GRADED, ...RAISED], ends: [...SERVED, 'RemovalRecorded', ...RAISED] },
  plan: { label: '整改方案时限', limit: forGrades(PLANNED, 'plan', ({ planned }) => planned), duty: 'coordinator',
    starts: [...GRADED, ...RAISED, 'GradeLowered', 'RectifyingResumed'], ends: ['PlanSubmitted', 'GradeLowered', 'HazardControlled', ...RAISED, ...REPAIR] },
  rectify: { label: '整改期限', limit: forGrades(ALL, 'rectify'), until: ({ rectifyBy }) => rectifyBy, duty: 'coordinator', promised: true, continues: true,
    starts: [...SERVED, 'RectifyingResumed', ...SENT_BACK], ends: ['HazardWrittenOff', 'HazardControlled', ...RAISED],
    pausedIn: { states: ['appraisal', 'fundingApproval', 'paused'], ground: pauseGround } },
  appraisal: { label: '检测鉴定期限', limit: 'hazard.appraisal', duty: 'townInspector',
    starts: ['AppraisalCommissioned'], ends: ['AppraisalRecorded', ...RAISED] },
  boardApproval: { label: '业委会同意期限', limit: 'hazard.boardApprovalDays', duty: 'coordinator', lapse: 'lapseFunding',
    starts: ['FundingSubmitted'], ends: ['FundingApproved', 'FundingLapsed', ...RAISED] },
  pauseReview: { label: '暂停复核期限', limit: 'hazard.pauseReview', duty: 'townInspector', lapse: 'resume',
    starts: ['RectificationPaused'], ends: ['RectificationResumed', ...RAISED] },
  townCheck: { label: '镇街验收时限', limit: 'hazard.townCheck', duty: 'townInspector',
    starts: ['SelfChecked', 'RemovalRecorded', 'SubstituteCompleted'], ends: ['TownCheckPassed', 'TownCheckFailed'] },
  bureauSign: { label: '销项确认时限', limit: 'hazard.bureauSign', duty: 'bureauOfficer',
    starts: ['TownCheckPassed'], ends: ['HazardWrittenOff', 'AcceptanceFailed'] },
  controlledDecision: { label: '可控认定时限', limit: 'hazard.controlledDecision', duty: 'bureauOfficer',
    starts: ['ControlledRequested'], ends: ['HazardControlled', 'ControlledRefused', 'SelfChecked', ...RAISED, ...REPAIR] },
  weeklyCheck: { label: '可控每周检查', limit: 'hazard.SIGNIFICANT.check', until: ({ watch }) => watch?.nextCheckOn, duty: 'townInspector',
    starts: ['HazardControlled', 'WeeklyChecked'], ends: ['WeeklyChecked', 'RectifyingResumed', ...RAISED] },
  costRecovery: { label: '费用追缴期限', limit: keyIf(({ costDue }) => costDue !== undefined, 'hazard.costRecovery'), countsFrom: ({ costDue, dangerSince: since }) => costDue?.since ?? since, duty: 'bureauOfficer', inEnded: true,
    starts: ['SubstituteCompleted', 'HazardWrittenOff'], ends: ['CostRecovered', 'SubstituteCompleted'] },
  followUp: { label: '回头看抽查期限', limit: keyIf(({ sampled }) => sampled === true, 'hazard.followUp'), duty: 'bureauOfficer', inEnded: true,
    starts: ['HazardWrittenOff'], ends: ['FollowUpRecorded', 'HazardReopened'] },
  watch: { label: '回头看期限', limit: 'hazard.watchDays', duty: 'bureauOfficer', lapse: 'archive', inEnded: true,
    starts: ['HazardWrittenOff'], ends: ['HazardReopened', 'HazardArchived'] },
} satisfies Readonly<Record<string, HazardClock>>;
