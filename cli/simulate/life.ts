import { DAY, HOUR, type Instant, MINUTE } from '../../domain/calendar/civil.ts';
import type { CaseType } from '../../domain/define-case-type.ts';
import { CASE_TYPES, currentCaseType } from '../../domain/registry.ts';
import { instantFields } from '../../domain/sealing.ts';
import { act } from './acts.ts';
import type { Core } from './core.ts';
import { Family } from './family.ts';
import { inputFor } from './inputs.ts';
import type { LivingCase } from './living-case.ts';
import { openerOf } from './people.ts';
import { Random } from './random.ts';
import type { Tally } from './tally.ts';

/** A stretch of time, half open, in epoch ms. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** What a case is lived by: the same ask gives the same life. */
export interface Ask {
  readonly seed: number;
  readonly year: Span;
  readonly core: Core;
}

export interface Lived {
  readonly family: Family;
  /** Commands accepted and refused, the latter by code. */
  readonly tally: Tally;
}

/** How much is done to a case and those tied to it: mostly little, now and then very much. After that nobody comes any more. */
const actsOf = (random: Random): number =>
  random.oneIn(12) ? random.between(16, 64) : random.between(2, 9);

const NEWEST = CASE_TYPES.filter((type) => currentCaseType(type.id) === type);

/** Lives one case, and those that come of it, from its opening to the end of the year. */
export function live({ seed, year, core }: Ask, n: number): Lived {
  const random = new Random(seed, n);
  const family = new Family(String(n), core);
  const tally: Tally = {};
  liveOn(family, year, random, tally);
  return { family, tally };
}

function liveOn(family: Family, year: Span, random: Random, tally: Tally): void {
  let now = year.from + random.below(year.to - year.from);
  const type = random.one(NEWEST);
  openOne(family, type, now, random);
  // Somebody else calls about the same thing: cases that are tied need one another.
  if (random.oneIn(10)) openOne(family, type, now, random);
  for (let acts = actsOf(random); acts > 0; acts -= 1) {
    const living = family.cases.filter(({ ended }) => !ended);
    if (living.length === 0) break;
    const one = random.one(living);
    now = momentAfter(one, now, random);
    if (now >= year.to) break;
    untilThen(family, now, random);
    act(family, one, now, random, tally);
  }
  untilThen(family, year.to - 1, random);
}

function openOne(family: Family, type: CaseType, now: Instant, random: Random): LivingCase {
  const actor = openerOf(type, random);
  const receivedAt = random.oneIn(3) ? now - random.below(5 * DAY) : now;
  const draw = { random, now: receivedAt, unit: actor.unit, documents: [], cases: [] };
  const dates = instantFields(type.opens.input);
  const receipt = dates.includes('receivedAt') ? 'receivedAt' : (dates[0] ?? 'receivedAt');
  const input = { ...inputFor(type.opens.input, draw), [receipt]: receivedAt };
  const opened = family.open({ type, actor, input }, now);
  if ('code' in opened) throw new Error(`${type.id}: ${JSON.stringify(opened)}`);
  return opened;
}

/**
 * When somebody does something next: mostly within hours, on some days late, sometimes to the very millisecond at which
 * something falls due, and sometimes weeks after it.
 */
function momentAfter(one: LivingCase, now: Instant, random: Random): Instant {
  const kind = random.below(16);
  if (kind < 10) return now + random.below(2 * HOUR);
  if (kind < 13) return now + random.below(2 * DAY);
  const { wakeAt } = one;
  if (wakeAt === undefined || wakeAt < now) return now + random.below(30 * DAY);
  if (kind < 15) return Math.max(now, wakeAt + random.between(-1, 1));
  return wakeAt + random.below(random.oneIn(2) ? 2 * DAY : 20 * DAY);
}

/** The longest that a timer is late, as when the worker is away. */
export const LATEST = 30 * MINUTE;

/** Lets timers fire, each at its instant, or late while nobody is there to fire it. */
function untilThen({ cases }: Family, until: Instant, random: Random): void {
  for (const one of cases) {
    for (;;) {
      const { wakeAt, log } = one;
      if (wakeAt === undefined || wakeAt > until) break;
      const before = log.length;
      const late = random.oneIn(12) ? random.below(LATEST) : 0;
      one.recordDue(Math.min(until, Math.max(wakeAt, one.state.lastAt) + late));
      if (log.length === before) throw new Error(`nothing is due at ${wakeAt}`);
    }
    one.recordDue(until);
  }
}
