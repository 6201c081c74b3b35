import { keyIf, oneOf } from '../../definition/limit-choice.ts';
import type { WarningFacts } from './facts.ts';
import { LEVELS, type Level } from './labels.ts';
import type { WarningClock } from './phase.ts';

/** A limit that each level has for itself. */
const byLevel = (step: string) =>
  oneOf(
    (Object.keys(LEVELS) as Level[]).map((level) => `warning.${step}.${level}`),
    ({ level }: WarningFacts) => `warning.${step}.${level}`,
  );

const VERIFIED = ['WarningVerified', 'FalseAlarmFound', 'TestClosed', 'WarningMerged'] as const;
const BACK_TO_DESK = ['FalseAlarmRejected', 'WarningUnmerged'] as const;

/** All round the clock; a push that is not on record when its minute is over is an alarm of its own. */
// biome-ignore format: a clerk reads each line from left to right
export const clocks = {
  push: { label: '推送时限', limit: 'warning.push', duty: 'platform', lapse: 'missPush', missed: true,
    starts: ['WarningTriggered'], ends: ['WarningPushed', 'PushMissed', 'WarningMerged'] },
  repush: { label: '补推送时限', limit: 'warning.repush', duty: 'desk',
    starts: ['PushMissed'], ends: ['WarningPushed', 'WarningMerged'] },
  acknowledge: { label: '确认时限', limit: byLevel('ack'), duty: 'desk',
    starts: ['WarningPushed'], ends: ['WarningAcknowledged', 'WarningMerged'] },
  verify: { label: '核实时限', limit: byLevel('verify'), duty: 'desk',
    starts: ['WarningPushed', ...BACK_TO_DESK], ends: VERIFIED },
  review: { label: '误报审核时限', limit: 'warning.review', duty: 'shiftLead',
    starts: ['FalseAlarmFound'], ends: ['FalseAlarmClosed', 'FalseAlarmRejected'] },
  dispatch: { label: '派遣时限', limit: 'warning.dispatch', duty: 'desk',
    starts: ['WarningVerified', 'TaskReturned'], ends: ['WarningDispatched'] },
  onsite: { label: '到场时限', limit: keyIf(({ level }) => level === 'RED', 'warning.onsite.RED'), duty: 'coordinator',
    starts: ['WarningDispatched', 'LeadChanged'], ends: ['SiteReached', 'TaskReturned', 'LeadChanged'] },
  recover: { label: '恢复时限', limit: 'warning.recover', duty: 'coordinator', continues: true,
    starts: ['WarningDispatched', 'RecoveryRejected', 'LeadChanged'], ends: ['WarningRecovered', 'TaskReturned'] },
  close: { label: '关闭时限', limit: 'warning.close', duty: 'desk',
    starts: ['WarningRecovered'], ends: ['WarningClosed', 'RecoveryRejected'] },
} as const satisfies Readonly<Record<string, WarningClock>>;
