import type { Calendar } from './calendar/calendar.ts';
import type { CivilDate, Instant } from './calendar/civil.ts';
import { type ClockMove, type ClockState, isRunning, type MoveCause } from './clocks/clock.ts';
import type { Level } from './clocks/ladder.ts';
import type { ClockPlan } from './clocks/plan.ts';
import { deadlineOf, type Policy } from './policy/policy.ts';
import { planFor } from './timekeeping.ts';

/** The rules that a date depends on. */
interface DateRules {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

interface Dates {
  readonly nominal: CivilDate;
  readonly statutoryDue: Instant;
  readonly internalDue: Instant;
  readonly provisional: boolean;
}

/** A level that would fall due at another instant; `from` or `to` is left out where one ladder has it and the other has not. */
export interface LevelChange {
  readonly level: Level;
  readonly from?: Instant;
  readonly to?: Instant;
  /** On record already: it stays there and is never armed again. */
  readonly fired: boolean;
}

/** What other rules would do to an open clock. */
export interface Replan {
  readonly clock: string;
  readonly round: number;
  readonly from: Dates;
  readonly to: Dates;
  readonly levels: readonly LevelChange[];
  /** What an event would keep of it; no revision is raised, so that nothing fires twice (docs/rules.md 6). */
  readonly move: ClockMove;
}

/**
 * What a new calendar (`amended`) or a new policy (`migrated`) would do to the clocks of a case: the running ones whose
 * dates, marks or levels change, with what they are and what they would be. Pauses and extensions belong to the case
 * and stay. Throws when the new policy lacks the rule of a running clock.
 */
export function replan(
  clocks: readonly ClockState[],
  rules: DateRules,
  cause: Extract<MoveCause, 'amended' | 'migrated'>,
): readonly Replan[] {
  return clocks.filter(isRunning).flatMap((clock): Replan[] => {
    const plan = planFor(rules, clock, clock.facts);
    const levels = levelChanges(clock, plan);
    const [from, to] = [datesOf(clock), datesOf(plan)];
    if (levels.length === 0 && same(from, to)) return [];
    const { clock: name, round } = clock;
    const { limit } = deadlineOf(rules.policy, clock.limitKey).counting;
    const move = moveOf({ ...clock, limit }, plan, cause);
    return [{ clock: name, round, from, to, levels, move }];
  });
}

const datesOf = ({ nominal, statutoryDue, internalDue, provisional }: ClockPlan): Dates => ({
  nominal,
  statutoryDue,
  internalDue,
  provisional,
});

const same = (a: Dates, b: Dates): boolean =>
  a.nominal === b.nominal &&
  a.statutoryDue === b.statutoryDue &&
  a.internalDue === b.internalDue &&
  a.provisional === b.provisional;

function levelChanges(clock: ClockState, plan: ClockPlan): readonly LevelChange[] {
  const at = (levels: ClockPlan['levels'], level: Level): Instant | undefined =>
    levels.find((one) => one.level === level)?.at;
  const names = [...clock.levels, ...plan.levels].map(({ level }) => level);
  return [...new Set(names)].sort().flatMap((level): LevelChange[] => {
    const [from, to] = [at(clock.levels, level), at(plan.levels, level)];
    if (from === to) return [];
    const fired = clock.fired.includes(level);
    return [{ level, fired, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}

function moveOf(clock: ClockState, plan: ClockPlan, cause: MoveCause): ClockMove {
  const { clock: name, round, limit, revision, facts, pausedAt } = clock;
  const stands = pausedAt === undefined ? {} : { pausedAt };
  return { clock: name, round, cause, limit, revision, facts, ...plan, ...stands };
}
