import type { Calendar } from '../calendar/calendar.ts';
import { type Instant, instantOf, isoInstant, MINUTE } from '../calendar/civil.ts';
import type { Counting } from '../clocks/counting.ts';
import { dueOf } from '../clocks/due.ts';
import { type Ladder, levelInstants } from '../clocks/ladder.ts';

/**
 * Why a ladder does not fit a limit, in Chinese: its levels must follow one another, the first after the start. Tried from starts
 * around the last covered Golden Week and at the times of day where office hours begin and end.
 */
export function ladderProblem(
  ladder: Ladder,
  counting: Counting,
  calendar: Calendar,
): string | undefined {
  if (ladder.length === 0) return undefined;
  for (const start of trials(calendar)) {
    const due = dueOf(counting, start, calendar);
    let before: Instant = start;
    let name = '起算时刻';
    for (const { level, at } of levelInstants(ladder, { counting, start, due }, calendar)) {
      if (at <= before) {
        return `${level} 未晚于 ${name}(自 ${isoInstant(start)} 起算:${isoInstant(at)})`;
      }
      [before, name] = [at, level];
    }
  }
  return undefined;
}

/** The two weeks around the end of September of the last covered year, at the edges of the office hours. */
function trials(calendar: Calendar): readonly Instant[] {
  const first = calendar.to - 101;
  const times = [0, 9 * 60, 11 * 60 + 29, 16 * 60 + 59, 23 * 60 + 59];
  return Array.from({ length: 14 }, (_, i) => first + i).flatMap((day) =>
    times.map((minute) => instantOf(day, minute * MINUTE)),
  );
}
