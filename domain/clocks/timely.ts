import type { Calendar } from '../calendar/calendar.ts';
import type { Instant } from '../calendar/civil.ts';
import type { Counting } from './counting.ts';
import { type ClockFacts, NO_FACTS } from './facts.ts';
import { reckon } from './reckon.ts';

/**
 * The facts that were asked for in time. A request at or after the statutory due instant of that moment cannot cure
 * lateness, so it is left out, whatever else happened.
 */
export function timely(
  counting: Counting,
  start: Instant,
  calendar: Calendar,
  facts: ClockFacts,
): ClockFacts {
  const requests = requestsOf(facts);
  if (requests.every(({ askedAt }) => askedAt === undefined)) return facts;
  let valid = NO_FACTS;
  for (const { askedAt, add } of requests) {
    const late =
      askedAt !== undefined && askedAt >= reckon(counting, start, calendar, valid).statutory;
    if (!late) valid = add(valid);
  }
  return valid;
}

interface Request {
  readonly askedAt: Instant | undefined;
  readonly add: (facts: ClockFacts) => ClockFacts;
}

/** In the order in which they were asked for; what nobody asked for comes first. */
const requestsOf = ({ pauses, extensions }: ClockFacts): readonly Request[] =>
  [
    ...pauses.map((pause) => ({
      askedAt: pause.askedAt,
      add: (facts: ClockFacts) => ({ ...facts, pauses: [...facts.pauses, pause] }),
    })),
    ...extensions.map((extension) => ({
      askedAt: extension.askedAt,
      add: (facts: ClockFacts) => ({ ...facts, extensions: [...facts.extensions, extension] }),
    })),
  ].sort((a, b) => (a.askedAt ?? -Infinity) - (b.askedAt ?? -Infinity));
