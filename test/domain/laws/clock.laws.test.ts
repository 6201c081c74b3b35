import { describe, expect, test } from '@jest/globals';
import { type CaseEvent, LEVEL_REACHED, type LevelData } from '../../../domain/case-state.ts';
import { type ClockState, isRunning, levelKey } from '../../../domain/clocks/clock.ts';
import type { CaseType } from '../../../domain/define-case-type.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';
import { nextDueStep, wakeAt } from '../../../domain/timekeeping.ts';
import { caseLight, worklistInstants } from '../../../domain/views.ts';
import { onEveryWalk } from './lawful.ts';
import type { Stop } from './walk.ts';

const levelsOf = (log: readonly CaseEvent[]) => log.filter(({ type }) => type === LEVEL_REACHED);

const runningNames = ({ state }: Stop): readonly string[] =>
  state.clocks.filter(isRunning).map(({ clock }) => clock);

const isEnded = (type: CaseType, { state }: Stop): boolean =>
  type.states[state.stage]?.ended === true;

/** Levels that have to be on record: those whose instant came while the clock ran. */
const owed = (clock: ClockState, now: number) =>
  clock.levels.filter(({ at }) => at <= (clock.endedAt ?? now)).map(({ level }) => level);

describe.each(CASE_TYPES)('the clocks of $id v$version', (type) => {
  test('have every level that fell due on record, once, in order, and no other', () => {
    onEveryWalk(type, ({ ticket: { state, now } }) => {
      for (const clock of state.clocks) {
        const seenUntil = Math.max(now, state.lastAt);
        expect([clock.clock, clock.fired]).toEqual([clock.clock, owed(clock, seenUntil)]);
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

  test('tell of each level the instant that was stored when the clock started', () => {
    onEveryWalk(type, ({ ticket: { events, state } }) => {
      for (const { data, dueAt } of levelsOf(events)) {
        const { clock, round, level } = data as LevelData;
        const started = state.clocks.find((one) => one.clock === clock && one.round === round);
        expect(started?.levels.find((one) => one.level === level)?.at).toBe(dueAt);
      }
    });
  });

  test('count their rounds from 1, one running at a time', () => {
    onEveryWalk(type, ({ stops }) => {
      for (const stop of stops) {
        const names = runningNames(stop);
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
        const { endedAt, outcome, statutoryDue } = clock;
        expect(outcome === undefined).toBe(endedAt === undefined);
        if (endedAt === undefined || type.clocks[clock.clock]?.lapse !== undefined) continue;
        expect(outcome === 'breached').toBe(endedAt >= statutoryDue);
      }
    });
  });
});
