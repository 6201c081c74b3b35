import {
  DAY,
  HOUR,
  type Instant,
  instantOf,
  MINUTE,
  dayNumber,
} from '../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../domain/calendar/cn-2024-2026.ts';
import { type ClockFacts, NO_FACTS } from '../../domain/clocks/facts.ts';
import { qingpu2026 as policy } from '../../domain/policy/qingpu-2026.ts';
import { planFor } from '../../domain/timekeeping.ts';
import { median } from './timing.ts';

/** Every clock of many cases counted anew, dates and levels, as after a new calendar. */
export interface Recomputed {
  readonly cases: number;
  readonly clocks: number;
  readonly levels: number;
  /** By the wall clock, one thread. */
  readonly seconds: number;
  /** Processor time of the whole process, the collector's threads included. */
  readonly processorSeconds: number;
}

interface Clock {
  readonly limitKey: string;
  readonly startedAt: Instant;
  readonly facts: ClockFacts;
}

const CASES = 200_000;
const WARM_UP_CASES = 20_000;
const RUNS = 3;
const FIRST = instantOf(dayNumber('2024-01-02'), 0);
const MINUTES = ((dayNumber('2026-06-30') - dayNumber('2024-01-02')) * DAY) / MINUTE;

export function recompute(): Recomputed {
  const clocks = Array.from({ length: CASES }, (_, i) => clocksOf(i)).flat();
  for (const clock of clocks.slice(0, WARM_UP_CASES)) planned(clock);
  const runs = Array.from({ length: RUNS }, () => once(clocks));
  return {
    cases: CASES,
    clocks: clocks.length,
    levels: runs[0]?.levels ?? 0,
    seconds: median(runs.map(({ seconds }) => seconds)),
    processorSeconds: median(runs.map(({ processorSeconds }) => processorSeconds)),
  };
}

function once(clocks: readonly Clock[]) {
  const used = process.cpuUsage();
  const began = performance.now();
  let levels = 0;
  let sum = 0;
  for (const clock of clocks) {
    const plan = planned(clock);
    levels += plan.levels.length;
    sum += plan.statutoryDue + plan.internalDue;
  }
  const seconds = (performance.now() - began) / 1000;
  if (!Number.isFinite(sum)) throw new Error('a clock got no due date');
  const { user, system } = process.cpuUsage(used);
  return { seconds, processorSeconds: (user + system) / 1e6, levels };
}

const planned = (clock: Clock) => planFor({ policy, calendar }, clock, clock.facts);

/** The i-th case: always a ticket's four clocks, and for some a petition's or a penalty's. */
function clocksOf(i: number): readonly Clock[] {
  const receivedAt = FIRST + ((i * 7919) % MINUTES) * MINUTE;
  const kind = i % 10;
  return [
    ...ticket(receivedAt, kind),
    ...(kind === 3 || kind === 7 ? [petition(receivedAt, kind === 7)] : []),
    ...(kind === 5 ? [penalty(receivedAt)] : []),
  ];
}

/** One in ten is urgent; three in ten ask for advice; one is suspended for three days and a half, one extended by ten. */
function ticket(receivedAt: Instant, kind: number): readonly Clock[] {
  const urgent = kind === 0 ? '.URGENT' : '';
  const handle = kind < 3 ? 'hotline.handle.CONSULT' : 'hotline.handle.ASSIST_COMPLAINT';
  const dispatchedAt = receivedAt + 10 * MINUTE;
  return [
    { limitKey: `hotline.dispatch${urgent}`, startedAt: receivedAt, facts: NO_FACTS },
    { limitKey: `hotline.ack${urgent}`, startedAt: dispatchedAt, facts: NO_FACTS },
    { limitKey: 'hotline.firstContact', startedAt: receivedAt, facts: NO_FACTS },
    { limitKey: handle, startedAt: receivedAt, facts: handlingFacts(receivedAt, kind) },
  ];
}

function handlingFacts(at: Instant, kind: number): ClockFacts {
  const asked = at + DAY;
  if (kind === 4)
    return { pauses: [pause(asked, 3 * DAY + 12 * HOUR, '等待第三方')], extensions: [] };
  return kind === 6 ? { pauses: [], extensions: [{ value: 10, askedAt: asked }] } : NO_FACTS;
}

/** Sixty days; half of them extended by thirty. */
const petition = (startedAt: Instant, extended: boolean): Clock => ({
  limitKey: 'petition.handle60',
  startedAt,
  facts: extended
    ? { pauses: [], extensions: [{ value: 30, askedAt: startedAt + 40 * DAY }] }
    : NO_FACTS,
});

/** Ninety days without an appraisal and a service by announcement. */
const penalty = (startedAt: Instant): Clock => ({
  limitKey: 'waste.decisionDays',
  startedAt,
  facts: {
    pauses: [
      pause(startedAt + 20 * DAY, 15 * DAY, '等待鉴定'),
      pause(startedAt + 50 * DAY, 60 * DAY, '公告送达'),
    ],
    extensions: [],
  },
});

const pause = (from: Instant, ms: number, ground: string) => ({
  from,
  to: from + ms,
  ground,
  askedAt: from,
});
