import { isWindow } from '../../domain/definition/windows.ts';
import { isoInstant } from '../../domain/calendar/civil.ts';
import { type ClockState, lightOf } from '../../domain/clocks/clock.ts';
import { countingOf } from '../../domain/clocks/counting-of.ts';
import { ledgerOf } from '../../domain/clocks/ledger.ts';
import { ledgerText, shortLedgerText, type Told } from '../../domain/clocks/ledger-text.ts';
import { limitText } from '../../domain/clocks/limit.ts';
import { type Holding, legsOf } from '../../domain/clocks/legs.ts';
import { usedUntil } from '../../domain/clocks/used.ts';
import type { Rules } from '../../domain/define-case-type.ts';
import { DUTIES } from '../../domain/policy/duty.ts';
import { type DeadlineRule, deadlineOf } from '../../domain/policy/policy.ts';
import { levelSpecOf } from '../../domain/timekeeping.ts';
import type { Directory } from '../queries/directory.ts';

/** Who led the case from when on, and the names of units. */
interface Hands {
  readonly holdings: readonly Holding[];
  readonly directory: Directory;
}

/** A clock with its reckoning, as the case page shows it. */
export function clockView(
  rules: Rules,
  clock: ClockState,
  { holdings, directory }: Hands,
  now: number,
) {
  const spec = rules.type.clocks[clock.clock];
  const rule = deadlineOf(rules.policy, clock.limitKey);
  return {
    clock: clock.clock,
    label: spec?.label ?? clock.clock,
    round: clock.round,
    subject: directory.unit(clock.subject),
    object: clock.object ?? null,
    status: clock.outcome ?? (clock.pausedAt === undefined ? 'running' : 'paused'),
    light: isWindow(spec) ? 'green' : lightOf(clock, now),
    limitText: clock.until === undefined ? limitText(clock.limit) : `至 ${clock.until}`,
    limitKey: clock.limitKey,
    clause: rule.clause,
    ruleStatus: rule.status,
    owner: DUTIES[rule.duty],
    startedAt: isoInstant(clock.startedAt),
    nominal: clock.nominal,
    internalDue: isoInstant(clock.internalDue),
    statutoryDue: isoInstant(clock.statutoryDue),
    provisional: clock.provisional,
    pausedAt: clock.pausedAt === undefined ? null : isoInstant(clock.pausedAt),
    endedAt: clock.endedAt === undefined ? null : isoInstant(clock.endedAt),
    duty: spec ? (rules.type.roles[spec.duty]?.label ?? '') : '',
    promised: spec?.promised === true,
    levels: clock.levels.map(({ level, at }) => ({
      level,
      label: levelSpecOf(rules, { level, clock }).label,
      at: isoInstant(at),
      fired: clock.fired.includes(level),
    })),
    ...reckoningOf(rules, clock, rule),
    ...usageOf(rules, clock, holdings, now, directory),
  };
}

/** Why the dates are what they are: in a sentence, in a few words, and day by day. */
function reckoningOf({ policy, calendar }: Rules, clock: ClockState, rule: DeadlineRule) {
  const { label, clause } = rule;
  const counting = countingOf(policy, clock);
  const { startedAt: start, facts, endedAt, until } = clock;
  const basis = { label, clause, policy: policy.version };
  const told: Told = {
    counting,
    start,
    calendar,
    facts,
    basis,
    ...(until !== undefined && { until }),
  };
  return {
    policy: policy.version,
    calendar: calendar.version,
    ledgerText: ledgerText(told),
    ledgerShort: shortLedgerText(told),
    ledger: ledgerOf(counting, start, calendar, facts, endedAt),
  };
}

/** What of the limit is used, and in whose hands. Numbers are in the unit of the limit. */
function usageOf(
  { policy, calendar }: Rules,
  clock: ClockState,
  holdings: readonly Holding[],
  now: number,
  directory: Directory,
) {
  const counting = countingOf(policy, clock);
  const { startedAt: start, facts, pausedAt, endedAt } = clock;
  const until = pausedAt ?? endedAt ?? now;
  const { pauses } = facts;
  const legs = legsOf({ counting, start, pauses, until }, holdings, calendar);
  return {
    used: rounded(usedUntil(counting, start, calendar, pauses, until)),
    legs: legs.map(({ unit, from, to, used }) => ({
      unit: unit === null ? null : directory.unit(unit),
      from: isoInstant(from),
      to: isoInstant(to),
      used: rounded(used),
    })),
  };
}

/** Hours are counted to the millisecond; two decimals are enough to read. */
const rounded = (used: number): number => Math.round(used * 100) / 100;
