import type { Counting } from '../clocks/counting.ts';
import type { Ladder, LevelRule } from '../clocks/ladder.ts';
import { isDayLimit, limitText, withValue } from '../clocks/limit.ts';
import { type Schedule, scheduleText } from '../clocks/schedule.ts';
import { figureText } from './figure-text.ts';
import { type DeadlineRule, isDeadline, isSchedule, type PolicyRule } from './policy.ts';

/** `5 个工作日`, `每周四`, `2 次`. */
export function valueText(rule: PolicyRule): string {
  if (isDeadline(rule)) return limitText(rule.counting.limit);
  return isSchedule(rule) ? scheduleText(rule.schedule) : figureText(rule);
}

const ROLLS = { forward: '遇休顺延', backward: '遇休提前', none: '不顺延' } as const;

/** How a rule begins, ends and rolls, in a few words: `次日起,24 时止,遇休顺延`; undefined for a figure. */
export function countingText(rule: PolicyRule): string | undefined {
  if (isDeadline(rule)) return limitCounting(rule.counting);
  if (!isSchedule(rule)) return undefined;
  return rollsOn(rule.schedule) ? `下班止,${ROLLS.forward}` : '下班止';
}

function limitCounting({ limit, begins, ends, roll, internal, before }: Counting): string {
  if (before) return '倒推,其间须满整日';
  const target = internal ? [`内部 ${limitText(internal)}`] : [];
  const parts = isDayLimit(limit)
    ? [begins ? '次一工作日起' : '次日起', ends ? '下班止' : '24 时止', ROLLS[roll], ...target]
    : [begins ? '次一工作日上班起' : '即时起', '到点止', ...target];
  return parts.join(',');
}

/** Whether a scheduled day may be a day off, and is moved then; the others are working days by themselves. */
export const rollsOn = ({ every }: Schedule): boolean => every === 'week' || every === 'year';

/** `30 日(本机关负责人)`; steps are joined, and what is provided for but not in use says so. */
export function extensionText({ extension, counting }: DeadlineRule): string | undefined {
  if (!extension) return undefined;
  const steps = extension.steps.map(
    ({ max, by }) => `${limitText(withValue(counting.limit, max))}(${by})`,
  );
  return steps.join('、') + (extension.off ? ',未启用' : '');
}

/** `L1 80%、L2 届满、L3 逾期 1 个工作日`. */
export const ladderText = (ladder: Ladder): string =>
  ladder.map(({ level, label, at }) => `${level} ${label}:${levelText(at)}`).join(';');

function levelText(rule: LevelRule): string {
  if ('overdue' in rule) return '届满';
  if ('lateWorkingDays' in rule) return `逾期 ${rule.lateWorkingDays} 个工作日`;
  if ('lateHours' in rule) return `逾期 ${rule.lateHours} 小时`;
  if ('lastDayAt' in rule) {
    const [hours, minutes] = [Math.floor(rule.lastDayAt / 60), rule.lastDayAt % 60];
    return `末日 ${hours}:${String(minutes).padStart(2, '0')}`;
  }
  const { share, early } = rule;
  if (!early) return `用时 ${share}%`;
  const { longFrom, officeHoursOfShort: hours } = early;
  return `用时 ${share}%,工作日时限 ${longFrom} 日以上的至少提前一个工作日,不足的至少提前 ${hours} 个工作小时`;
}
