import { isWindow } from '../definition/windows.ts';
import type { CaseEvent, CaseState, OpeningData } from '../case-state.ts';
import type { CivilDate, Instant } from '../calendar/civil.ts';
import { type ClockState, isCounting } from '../clocks/clock.ts';
import type { CaseType } from '../define-case-type.ts';
import { caseTypeOf } from '../registry.ts';
import { lived, type Lived, relive, type RulesFor } from './relive.ts';
import type { ReachedLevel } from './reaching.ts';

/** From an instant on and before another (epoch ms). */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** A duty that was not done by its statutory due date, and the unit that had it then. */
export interface Breach {
  readonly clock: string;
  readonly round: number;
  /** Undefined where no unit held the case. */
  readonly unit: string | undefined;
  readonly at: Instant;
}

/** A clock whose statutory date is another. */
export interface MovedClock {
  readonly clock: string;
  readonly round: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** What other rules would have made of one case in a period. */
export interface CaseDifference {
  readonly caseId: string;
  readonly type: string;
  readonly moved: readonly MovedClock[];
  readonly gained: readonly Breach[];
  readonly lost: readonly Breach[];
  readonly moreLevels: readonly ReachedLevel[];
  readonly fewerLevels: readonly ReachedLevel[];
}

/**
 * What a draft would have made of a case in a period: breaches and levels that it would have had and has not, and those
 * that it has and would not have had; undefined when nothing differs. People act as they did.
 */
export function differenceOf(
  log: readonly CaseEvent[],
  draftFor: RulesFor,
  period: Period,
): CaseDifference | undefined {
  const [opening] = log;
  if (!opening) throw new Error('an empty log cannot be lived again');
  const type = caseTypeOf((opening.data as OpeningData).rules.type);
  const leads = new Leads(type);
  const is = lived(log, period.to, leads.see);
  const would = relive(log, draftFor, period.to);
  const [had, has] = [is, would].map((one) => breaches(type, one, period, leads));
  const [was, are] = [is, would].map(({ levels }) => levels.filter(({ at }) => isIn(period, at)));
  const difference = {
    caseId: is.state.caseId,
    type: type.id,
    moved: movedClocks(is.state, would.state),
    gained: without(has, had, runOf),
    lost: without(had, has, runOf),
    moreLevels: without(are, was, levelOf),
    fewerLevels: without(was, are, levelOf),
  };
  const { moved, gained, lost, moreLevels, fewerLevels } = difference;
  const differs = [moved, gained, lost, moreLevels, fewerLevels].some(({ length }) => length > 0);
  return differs ? difference : undefined;
}

const isIn = ({ from, to }: Period, at: Instant): boolean => from <= at && at < to;

/** Duties that were late in the period; a window that lapses is nobody's lateness. */
function breaches(
  type: CaseType,
  { state }: Lived,
  period: Period,
  leads: Leads,
): readonly Breach[] {
  return state.clocks
    .filter(({ clock }) => !isWindow(type.clocks[clock]))
    .filter((clock) => isLate(clock, period.to) && isIn(period, clock.statutoryDue))
    .map(({ clock, round, subject, statutoryDue: at }) => ({
      clock,
      round,
      unit: subject ?? leads.at(at),
      at,
    }));
}

const isLate = (clock: ClockState, now: Instant): boolean =>
  clock.outcome === 'breached' || (isCounting(clock) && clock.statutoryDue <= now);

interface Lead {
  readonly from: Instant;
  readonly unit: string | undefined;
}

/** Which unit led the case from when on. */
class Leads {
  readonly #type: CaseType;
  readonly #leads: Lead[] = [];
  #facts: object | undefined;

  constructor(type: CaseType) {
    this.#type = type;
  }

  readonly see = ({ facts }: CaseState, { at }: CaseEvent): void => {
    if (facts === this.#facts) return;
    this.#facts = facts;
    const unit = this.#type.holders(facts as never).find(({ part }) => part === 'lead')?.unit;
    if (this.#leads.length === 0 || this.#leads.at(-1)?.unit !== unit) {
      this.#leads.push({ from: at, unit });
    }
  };

  at(instant: Instant): string | undefined {
    return this.#leads.findLast(({ from }) => from <= instant)?.unit;
  }
}

function movedClocks(is: CaseState, would: CaseState): readonly MovedClock[] {
  return would.clocks.flatMap(({ clock, round, statutoryDue, nominal }): MovedClock[] => {
    const known = is.clocks.find((one) => one.clock === clock && one.round === round);
    return known && known.statutoryDue !== statutoryDue
      ? [{ clock, round, from: known.nominal, to: nominal }]
      : [];
  });
}

const runOf = ({ clock, round }: Breach): string => `${clock} ${round}`;

const levelOf = ({ clock, round, level }: ReachedLevel): string => `${clock} ${round} ${level}`;

/** What is in one list and, by its name, not in the other. */
function without<T>(
  list: readonly T[] = [],
  other: readonly T[] = [],
  nameOf: (one: T) => string,
): readonly T[] {
  const names = new Set(other.map(nameOf));
  return list.filter((one) => !names.has(nameOf(one)));
}
