import {
  calendarBytes,
  type Deadlines,
  slowestDue,
  timesFindWorkday,
} from './deadlines/readings.ts';
import { pointOf, type Results, timesBare } from './results.ts';

export interface Goal {
  readonly goal: string;
  readonly reached: string;
  readonly met: boolean;
}

const TIMES_BARE = 3;
const P50 = 10;
const P99 = 60;
const SUSTAINED_RATE = 0.99;
const BEHIND = 2000;
const TIMES_FIND_WORKDAY = 10;
const RECOMPUTED_IN = 5;
const CALENDAR_BYTES = 2048;

/** What was promised, beside what was reached. */
export const goalsOf = (results: Results): readonly Goal[] => [
  ...(['open', 'command'] as const).flatMap((operation) => [
    rateGoal(results, operation),
    latencyGoal(results, operation),
  ]),
  rateGoal(results, 'mixed'),
  sustainedGoal(results),
  lightsGoal(results),
  ...deadlineGoals(results.deadlines),
];

/** What was promised of due dates. */
export const deadlineGoals = (measured: Deadlines): readonly Goal[] => [
  dueGoal(measured),
  recomputeGoal(measured),
  calendarGoal(measured),
];

const NAMES = { open: 'openings', command: 'commands', mixed: 'mixed load over all types' };

function rateGoal(results: Results, operation: keyof typeof NAMES): Goal {
  const times = timesBare(results, pointOf(results, operation, 32)) ?? 0;
  return {
    goal: `${NAMES[operation]}, 32 at a time: at least ${TIMES_BARE} × bare Temporal`,
    reached: `${times.toFixed(1)} ×`,
    met: times >= TIMES_BARE,
  };
}

function latencyGoal(results: Results, operation: 'open' | 'command'): Goal {
  const { p50, p99 } = pointOf(results, operation, 1);
  return {
    goal: `${NAMES[operation]}, one at a time: p50 ≤ ${P50} ms, p99 ≤ ${P99} ms`,
    reached: `${p50.toFixed(1)} ms, ${p99.toFixed(1)} ms`,
    met: p50 <= P50 && p99 <= P99,
  };
}

function sustainedGoal({ sustained }: Results): Goal {
  const { perSecond, planned, behindMs } = sustained;
  return {
    goal: `sustained ${planned} commands/s: workflows at most ${BEHIND / 1000} s behind`,
    reached: `${perSecond.toFixed(0)}/s, ${(behindMs / 1000).toFixed(2)} s`,
    met: perSecond >= planned * SUSTAINED_RATE && behindMs <= BEHIND,
  };
}

function lightsGoal({ lateness }: Results): Goal {
  const { cases, redBefore, redAfter } = lateness;
  return {
    goal: `red lights of ${cases} cases due in one second: all, none of them early`,
    reached: `${redAfter} after, ${redBefore} before`,
    met: redAfter === cases && redBefore === 0,
  };
}

function dueGoal({ timings }: Deadlines): Goal {
  const times = timesFindWorkday(timings, slowestDue(timings));
  return {
    goal: `a due date without ledger: at least ${TIMES_FIND_WORKDAY} × as fast as findWorkday`,
    reached: `${times.toFixed(0)} × for the slowest`,
    met: times >= TIMES_FIND_WORKDAY,
  };
}

/** Judged by processor time: the clock on the wall also shows what other programs took. */
function recomputeGoal({ recomputed: { cases, processorSeconds } }: Deadlines): Goal {
  return {
    goal: `all clocks of ${cases} cases counted anew: under ${RECOMPUTED_IN} s of one core`,
    reached: `${processorSeconds.toFixed(1)} s`,
    met: processorSeconds < RECOMPUTED_IN,
  };
}

function calendarGoal({ calendar }: Deadlines): Goal {
  const bytes = calendarBytes(calendar);
  return {
    goal: `a calendar of three years in memory: under ${CALENDAR_BYTES} bytes`,
    reached: `${bytes.toFixed(0)} bytes`,
    met: bytes < CALENDAR_BYTES,
  };
}
