import { isWindow } from '../../../domain/definition/windows.ts';
import type { Instant } from '../../../domain/calendar/civil.ts';
import type { CaseState } from '../../../domain/case-state.ts';
import { type ClockState, isRunning } from '../../../domain/clocks/clock.ts';
import { countingOf } from '../../../domain/clocks/counting-of.ts';
import { extended } from '../../../domain/clocks/facts.ts';
import type { Rules } from '../../../domain/define-case-type.ts';
import { planFor } from '../../../domain/timekeeping.ts';
import { worklistInstants } from '../../../domain/views.ts';
import type { Core } from '../core.ts';
import type { LivingCase } from '../living-case.ts';
import type { Tell } from '../violation.ts';

/** Holds every clock that a case ever had against its rules; `closely` reckons its dates and its ledger anew. */
export function checkClocks(
  { rules, core, seenUntil: seen }: LivingCase,
  state: CaseState,
  closely: boolean,
  tell: Tell,
): void {
  const seenUntil = Math.max(seen, state.lastAt);
  for (const clock of state.clocks) {
    checkOwed(rules, clock, seenUntil, tell);
    checkOutcome(rules, clock, tell);
    if (!closely) continue;
    checkPlan(rules, clock, tell);
    checkLedger(core, rules, clock, tell);
  }
  checkRounds(state.clocks, tell);
  checkLight(core, rules, state, seenUntil, tell);
}

/** Levels whose instant came while the clock counted; an L3 from before a move stays on record. */
function checkOwed({ type }: Rules, clock: ClockState, seenUntil: Instant, tell: Tell): void {
  const { endedAt = seenUntil, pausedAt = seenUntil, levels, fired, statutoryDue } = clock;
  const lapses = type.clocks[clock.clock]?.lapse !== undefined;
  const until = Math.min(endedAt, pausedAt, lapses ? statutoryDue : seenUntil);
  const owed = levels.filter(({ at }) => at <= until).map(({ level }) => level);
  const kept = fired.filter((level) => level !== 'L3' || owed.includes(level)).toSorted();
  if (kept.join() !== owed.toSorted().join()) {
    tell('owed', `${clock.clock} ${clock.round} has ${kept.join()}, owes ${owed.join()}`);
  }
}

function checkOutcome({ type }: Rules, clock: ClockState, tell: Tell): void {
  const { endedAt, pausedAt = endedAt, outcome, statutoryDue } = clock;
  const name = `${clock.clock} ${clock.round}`;
  if ((outcome === undefined) !== (endedAt === undefined)) tell('outcome', `${name} has none`);
  if (pausedAt === undefined || endedAt === undefined) return;
  const late = !isWindow(type.clocks[clock.clock]) && pausedAt >= statutoryDue;
  if ((outcome === 'breached') !== late) tell('outcome', `${name} is ${outcome}`);
}

function checkPlan(rules: Rules, clock: ClockState, tell: Tell): void {
  const { nominal, statutoryDue, internalDue, provisional, levels } = clock;
  const kept = { nominal, statutoryDue, internalDue, provisional, levels };
  const plan = planFor(rules, clock, clock.facts);
  if (JSON.stringify(plan) !== JSON.stringify(kept)) tell('plan', `${clock.clock} ${clock.round}`);
}

function checkLedger(
  { ledgerOf }: Core,
  { policy, calendar }: Rules,
  clock: ClockState,
  tell: Tell,
): void {
  const counting = countingOf(policy, clock);
  const { startedAt, facts, endedAt } = clock;
  const entries = ledgerOf(counting, startedAt, calendar, facts, endedAt);
  const sum = entries.reduce((total, { counted }) => total + counted, 0);
  const limit = counting.limit.value + extended(facts);
  if (Math.abs(sum - limit) > 1e-6) tell('ledger', `${clock.clock} counts ${sum} of ${limit}`);
}

function checkRounds(clocks: readonly ClockState[], tell: Tell): void {
  const rounds = new Map<string, number>();
  const running = new Set<string>();
  for (const one of clocks) {
    const round = (rounds.get(one.clock) ?? 0) + 1;
    rounds.set(one.clock, round);
    if (one.round !== round) tell('rounds', `${one.clock} ${one.round}, not ${round}`);
    if (!isRunning(one)) continue;
    const whose = [one.clock, one.subject, one.object].join(' ');
    if (running.has(whose)) tell('rounds', `${whose} runs twice`);
    running.add(whose);
  }
}

function checkLight(
  { caseLight }: Core,
  rules: Rules,
  state: CaseState,
  now: Instant,
  tell: Tell,
): void {
  const { yellowAt = Infinity, redAt = Infinity } = worklistInstants(rules, state);
  const promised = now >= redAt ? 'red' : now >= yellowAt ? 'yellow' : 'green';
  const light = caseLight(rules, state, now);
  if (light !== promised) tell('light', `${light}, not ${promised}`);
}
