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
      const wrong = stops.flatMap(({ state: { stage, clocks } }) =>
        clocks
          .filter(isRunning)
          .map(({ clock, pausedAt }) => ({ stage, clock, stands: pausedAt !== undefined }))
          .filter(
            ({ clock, stands }) =>
              stands !== (type.clocks[clock]?.pausedIn?.states.includes(stage) === true),
          ),
      );
      expect(wrong).toEqual([]);
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
      const twice = stops.map(runningOnes).filter((names) => new Set(names).size < names.length);
      expect(twice).toEqual([]);
      const { clocks } = (stops.at(-1) as Stop).state;
      for (const name of Object.keys(type.clocks)) {
        const rounds = clocks.filter(({ clock }) => clock === name).map(({ round }) => round);
        expect(rounds).toEqual(rounds.map((_, index) => index + 1));
      }
    });
  });

  test('in an ended state are only those that are meant for it', () => {
    onEveryWalk(type, ({ stops }) => {
      const others = stops
        .filter((stop) => isEnded(type, stop))
        .flatMap(runningNames)
        .filter((name) => type.clocks[name]?.inEnded !== true);
      expect(others).toEqual([]);
    });
  });

  test('never leave a case that has not ended without one', () => {
    onEveryWalk(type, ({ stops }) => {
      const left = stops.filter((stop) => !isEnded(type, stop) && runningNames(stop).length === 0);
      expect(left.map(({ state }) => state.stage)).toEqual([]);
    });
  });

  test('once what is due is recorded, wake the case later or never', () => {
    onEveryWalk(type, ({ stops }) => {
      const stillDue = stops.map(({ state, now }) => nextDueStep(type, state, now)).filter(Boolean);
      expect(stillDue).toEqual([]);
      const past = stops.filter(({ state, now }) => (wakeAt(type, state) ?? Infinity) <= now);
      expect(past.map(({ state, now }) => [state.stage, now])).toEqual([]);
    });
  });

  test('wake the case exactly when something falls due: not later, and never for nothing', () => {
    onEveryWalk(type, ({ stops }) => {
      const wakings = stops.map(({ state }) => {
        const wake = wakeAt(type, state);
        const [before, then] = wake === undefined ? [Infinity, Infinity] : [wake - 1, wake];
        return [wake, nextDueStep(type, state, before)?.at, nextDueStep(type, state, then)?.at];
      });
      expect(wakings).toEqual(wakings.map(([wake]) => [wake, undefined, wake]));
    });
  });

  test('are told of in the order in which they fall due', () => {
    onEveryWalk(type, ({ stops }) => {
      const due = stops.map(({ log }, index) =>
        log
          .slice(stops[index - 1]?.log.length ?? 0)
          .flatMap(({ dueAt }) => (dueAt === undefined ? [] : [dueAt])),
      );
      expect(due).toEqual(due.map((instants) => instants.toSorted((a, b) => a - b)));
    });
  });

  test('show the light of the worklist that its instants promise', () => {
    onEveryWalk(type, ({ ticket: { rules }, stops }) => {
      const promised = stops.map(({ state, now }) => {
        const { yellowAt = Infinity, redAt = Infinity } = worklistInstants(rules, state);
        return now >= redAt ? 'red' : now >= yellowAt ? 'yellow' : 'green';
      });
      expect(stops.map(({ state, now }) => caseLight(rules, state, now))).toEqual(promised);
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
