import { type PreviewRequest, preview } from './preview.ts';
import type { PreviewAnswer } from './answer.ts';
import { dateOf, momentOf } from './moment.ts';
import { isProblem, type PreviewProblem, quoted } from './problem.ts';
import { type RegisterRow, registerOf } from '../policy/register.ts';
import { calendarOfVersion, newestPolicy, policyOn, RELEASED } from '../registry.ts';

/** A question for a due date; left to itself it is answered by the newest calendar. */
export interface DueQuestion extends PreviewRequest {
  readonly calendar?: string | undefined;
}

/** Answers from what this release holds: the policy in force on the day of the start, and the calendar asked for. */
export function askDue({
  calendar: version,
  ...request
}: DueQuestion): PreviewAnswer | PreviewProblem {
  const calendar = calendarOfVersion(version);
  if (!calendar) {
    const suggestions = RELEASED.calendars.map((one) => one.version);
    const message = `没有日历${quoted(version ?? '')};有的是:${suggestions.join('、')}`;
    return { field: 'calendar', message, suggestions };
  }
  const start = momentOf(request.start, 'start');
  const policy = isProblem(start) ? newestPolicy() : policyOn(dateOf(start.at));
  return preview(request, { policy, calendar });
}

/** Every rule that can be asked for, as the newest policy has it. */
export function dueRegister(): { readonly policy: string; readonly rules: readonly RegisterRow[] } {
  const policy = newestPolicy();
  return { policy: policy.version, rules: registerOf(policy) };
}
