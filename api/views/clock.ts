import { isoInstant } from '../../domain/calendar/civil.ts';
import { type ClockState, lightOf } from '../../domain/clocks/clock.ts';
import { ledgerOf, ledgerText } from '../../domain/clocks/ledger.ts';
import { limitText } from '../../domain/clocks/limit.ts';
import type { CaseState } from '../../domain/case-state.ts';
import type { Rules } from '../../domain/define-case-type.ts';
import { ruleOf } from '../../domain/policy/policy.ts';
import { levelSpecOf } from '../../domain/timekeeping.ts';

/** A clock with its reckoning, as the case page shows it. */
export function clockView(rules: Rules, state: CaseState, clock: ClockState, now: number) {
  const spec = rules.type.clocks[clock.clock];
  const rule = ruleOf(rules.policy, clock.limitKey);
  return {
    clock: clock.clock,
    label: spec?.label ?? clock.clock,
    round: clock.round,
    status: clock.outcome ?? 'running',
    light: spec?.lapse === undefined ? lightOf(clock, now) : 'green',
    limitText: limitText(clock.limit),
    limitKey: clock.limitKey,
    clause: rule.clause,
    ruleStatus: rule.status,
    startedAt: isoInstant(clock.startedAt),
    nominal: clock.nominal,
    internalDue: isoInstant(clock.internalDue),
    statutoryDue: isoInstant(clock.statutoryDue),
    provisional: clock.provisional,
    endedAt: clock.endedAt === undefined ? null : isoInstant(clock.endedAt),
    duty: spec ? (rules.type.roles[spec.duty]?.label ?? '') : '',
    promised: spec?.promised === true,
    levels: clock.levels.map(({ level, at }) => ({
      level,
      label: levelSpecOf(rules, state, { level, clock }).label,
      at: isoInstant(at),
      fired: clock.fired.includes(level),
    })),
    ledgerText: ledgerText(clock.limit, clock.startedAt, rules.calendar),
    ledger: ledgerOf(clock.limit, clock.startedAt, rules.calendar),
  };
}
