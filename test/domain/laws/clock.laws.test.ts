import { describe, expect, test } from '@jest/globals';
import {
  type CaseEvent,
  LEVEL_REACHED,
  type LevelData,
  type StepData,
} from '../../../domain/case-state.ts';
import { civilDate, dayOf } from '../../../domain/calendar/civil.ts';
import { type ClockState, isRunning, levelKey } from '../../../domain/clocks/clock.ts';
import { extended } from '../../../domain/clocks/facts.ts';
import { countingOf } from '../../../domain/clocks/counting-of.ts';
import { ledgerOf } from '../../../domain/clocks/ledger.ts';
import type { CaseType } from '../../../domain/define-case-type.ts';
import { isWindow } from '../../../domain/definition/windows.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';
import { replan } from '../../../domain/replan.ts';
import { nextDueStep, planFor, wakeAt } from '../../../domain/timekeeping.ts';
import { caseLight, worklistInstants } from '../../../domain/views.ts';
import { onEveryWalk } from './lawful.ts';
import type { Stop } from './walk.ts';

const levelsOf = (log: readonly CaseEvent[]) => log.filter(({ type }) => type === LEVEL_REACHED);

const runningNames = ({ state }: Stop): readonly string[] =>
  state.clocks.filter(isRunning).map(({ clock }) => clock);

/** One of a kind at a time, or one for each unit or thing that it is about. */
const runningOnes = ({ state }: Stop): readonly string[] =>
  state.clocks
    .filter(isRunning)
    .map(({ clock, subject = '', object = '' }) => `${clock} ${subject} ${object}`);

const isEnded = (type: CaseType, { state }: Stop): boolean =>
  type.states[state.stage]?.ended === true;

/** Levels that have to be on record: those whose instant came while the clock ran, which is not after its lapse. */
const owed = (type: CaseType, clock: ClockState, now: number) => {
  const { levels, endedAt, pausedAt, statutoryDue } = clock;
  const lapse = type.clocks[clock.clock]?.lapse === undefined ? now : statutoryDue;
  const until = Math.min(endedAt ?? now, pausedAt ?? now, lapse);
  return levels.filter(({ at }) => at <= until).map(({ level }) => level);
};

describe.each(CASE_TYPES)('the clocks of $id v$version', (type) => {
  test('have every level that fell due on record, once, and no other but an L3 from before a move', () => {
    onEveryWalk(type, ({ ticket: { state, now } }) => {
      for (const clock of state.clocks) {
        const seenUntil = Math.max(now, state.lastAt);
        const due = owed(type, clock, seenUntil);
        const kept = clock.fired.filter((level) => level !== 'L3' || due.includes(level));
        expect([clock.clock, [...kept].sort()]).toEqual([clock.clock, due]);
      }
    });
  });

  test('stand still in the states that their definition names, and in no other', () => {
    onEveryWalk(type, ({ stops }) => {
      for (const { state } of stops) {
        const running = state.clocks.filter(isRunning);
        const still = running.filter(({ pausedAt }) => pausedAt !== undefined);
        const told = running.filter(({ clock }) =>
          type.clocks[clock]?.pausedIn?.states.includes(state.stage),
        );
        const names = (clocks: readonly ClockState[]) => clocks.map(({ clock }) => clock);
        expect([state.stage, names(still)]).toEqual([state.stage, names(told)]);
      }
    });
  });

  test('record no level twice and none before its instant', () => {
    onEveryWalk(type, ({ ticket: { events, state } }) => {
      const levels = levelsOf(events);
      const keys = levels.map(({ data }) => {
        const { level, ...clock } = data as LevelData;
        return levelKey(state.caseId, clock, level);
      });
      expect(keys).toEqual([...new Set(keys)]);
      for (const { at, dueAt } of levels) expect(at).toBeGreaterThanOrEqual(dueAt ?? Infinity);
    });
  });

  test('tell of each level the instant that was stored when its clock started or moved last', () => {
    onEveryWalk(type, ({ ticket: { events } }) => {
      const planned = new Map<string, ClockState['levels']>();
      for (const { type: name, data, dueAt } of events) {
        const { started = [], moved = [] } = data as StepData;
        for (const one of [...started, ...moved]) planned.set(one.clock + one.round, one.levels);
        if (name !== LEVEL_REACHED) continue;
        const { clock, round, level } = data as LevelData;
        const plan = planned.get(clock + round);
        expect(plan?.find((one) => one.level === level)?.at).toBe(dueAt);
      }
    });
  });

  test('move with a cause, and stand where their rules and what happened to them put them', () => {
    onEveryWalk(type, ({ ticket: { rules, events, state } }) => {
      for (const { data } of events) {
        for (const { cause } of ('moved' in data && data.moved) || []) {
          expect(['extended', 'paused', 'resumed']).toContain(cause);
        }
      }
      for (const clock of state.clocks) {
        const { nominal, statutoryDue, internalDue, provisional, levels } = clock;
        const kept = { nominal, statutoryDue, internalDue, provisional, levels };
        expect(planFor(rules, clock, clock.facts)).toEqual(kept);
      }
    });
  });

  test('have no day in their ledgers on which they had ended, and add up all the same', () => {
    onEveryWalk(type, ({ ticket: { rules, state } }) => {
      for (const clock of state.clocks) {
        const { startedAt, facts, endedAt } = clock;
        if (endedAt === undefined) continue;
        const counting = countingOf(rules.policy, clock);
        const ledger = ledgerOf(counting, startedAt, rules.calendar, facts, endedAt);
        const last = civilDate(dayOf(endedAt));
        expect(ledger.filter(({ date }) => date > last)).toEqual([]);
        const sum = ledger.reduce((total, { counted }) => total + counted, 0);
        expect(sum).toBeCloseTo(counting.limit.value + extended(facts), 9);
      }
    });
  });

  test('do not change under the rules that they have', () => {
    onEveryWalk(type, ({ ticket: { rules, state } }) => {
      expect(replan(state.clocks, rules, 'amended')).toEqual([]);
    });
  });

  test('count their rounds from 1, one running at a time', () => {
    onEveryWalk(type, ({ stops }) => {
      for (const stop of stops) {
        const names = runningOnes(stop);
        expect(names).toEqual([...new Set(names)]);
      }
      const { clocks } = (stops.at(-1) as Stop).state;
      for (const name of Object.keys(type.clocks)) {
        const rounds = clocks.filter(({ clock }) => clock === name).map(({ round }) => round);
        expect(rounds).toEqual(rounds.map((_, index) => index + 1));
      }
    });
  });

  test('in an ended state are only those that are meant for it', () => {
    onEveryWalk(type, ({ stops }) => {
      for (const stop of stops.filter((one) => isEnded(type, one))) {
        const others = runningNames(stop).filter((name) => type.clocks[name]?.inEnded !== true);
        expect(others).toEqual([]);
      }
    });
  });

  test('never leave a case that has not ended without one', () => {
    onEveryWalk(type, ({ stops }) => {
      for (const stop of stops.filter((one) => !isEnded(type, one))) {
        expect([stop.state.stage, runningNames(stop).length > 0]).toEqual([stop.state.stage, true]);
      }
    });
  });

  test('once what is due is recorded, wake the case later or never', () => {
    onEveryWalk(type, ({ stops }) => {
      for (const { state, now } of stops) {
        expect(nextDueStep(type, state, now)).toBeUndefined();
        expect(wakeAt(type, state) ?? Infinity).toBeGreaterThan(now);
      }
    });
  });

  test('wake the case exactly when something falls due: not later, and never for nothing', () => {
    onEveryWalk(type, ({ stops }) => {
      for (const { state } of stops) {
        const wake = wakeAt(type, state);
        if (wake === undefined) expect(nextDueStep(type, state, Infinity)).toBeUndefined();
        else {
          expect(nextDueStep(type, state, wake - 1)).toBeUndefined();
          expect(nextDueStep(type, state, wake)?.at).toBe(wake);
        }
      }
    });
  });

  test('are told of in the order in which they fall due', () => {
    onEveryWalk(type, ({ stops }) => {
      for (const [index, { log }] of stops.entries()) {
        const before = stops[index - 1]?.log.length ?? 0;
        const due = log.slice(before).flatMap(({ dueAt }) => (dueAt === undefined ? [] : [dueAt]));
        expect(due).toEqual([...due].sort((a, b) => a - b));
      }
    });
  });

  test('show the light of the worklist that its instants promise', () => {
    onEveryWalk(type, ({ ticket: { rules }, stops }) => {
      for (const { state, now } of stops) {
        const { yellowAt = Infinity, redAt = Infinity } = worklistInstants(rules, state);
        const promised = now >= redAt ? 'red' : now >= yellowAt ? 'yellow' : 'green';
        expect(caseLight(rules, state, now)).toBe(promised);
      }
    });
  });

  test('have an outcome once they ended: breached at or after the legal instant, else not', () => {
    onEveryWalk(type, ({ ticket: { state } }) => {
      for (const clock of state.clocks) {
        const { endedAt, outcome, pausedAt, statutoryDue } = clock;
        expect(outcome === undefined).toBe(endedAt === undefined);
        if (endedAt === undefined || isWindow(type.clocks[clock.clock])) continue;
        // One that ended while it stood still was only used until then.
        expect(outcome === 'breached').toBe((pausedAt ?? endedAt) >= statutoryDue);
      }
    });
  });
});
