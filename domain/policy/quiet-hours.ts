import { DAY, dayOf, HOUR, type Instant, instantOf, MINUTE, msOfDay } from '../calendar/civil.ts';
import { type Policy, ruleOf } from './policy.ts';

/**
 * When a message may go out that is not urgent: at once, or at the end of the quiet hours (免打扰时段) in which `at` lies.
 * What happened is recorded at once all the same. Throws when the policy's hours are not of the form `20:00-08:00`.
 */
export function sendableAt(policy: Policy, at: Instant): Instant {
  const [from, to] = quietHoursOf(policy);
  const time = msOfDay(at);
  const quiet = from < to ? time >= from && time < to : time >= from || time < to;
  if (!quiet) return at;
  const day = time >= from && from > to ? dayOf(at) + 1 : dayOf(at);
  return instantOf(day, to);
}

/** In milliseconds after midnight. */
function quietHoursOf(policy: Policy): readonly [from: number, to: number] {
  const rule = ruleOf(policy, 'sla.quietHours');
  const text = 'value' in rule ? String(rule.value) : '';
  const match = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(text);
  if (!match) throw new Error(`policy ${policy.version}: sla.quietHours is ${text}`);
  const [, fromHour, fromMinute, toHour, toMinute] = match.map(Number);
  const time = (hour = 0, minute = 0): number => (hour * HOUR + minute * MINUTE) % DAY;
  return [time(fromHour, fromMinute), time(toHour, toMinute)];
}
