import {
  type CaseEvent,
  LEVEL_REACHED,
  type LevelData,
  type StepData,
} from '../../../domain/case-state.ts';
import type { Instant } from '../../../domain/calendar/civil.ts';
import { levelKey } from '../../../domain/clocks/clock.ts';
import type { LevelInstant } from '../../../domain/clocks/ladder.ts';
import type { Tell } from '../violation.ts';

/** When a clock's levels were armed last, and for when. */
interface Armed {
  readonly at: Instant;
  readonly levels: readonly LevelInstant[];
}

/** Holds the levels of a log against the clocks that it starts and moves; `latest` is how late a timer may be, in ms. */
export function checkLevels(log: readonly CaseEvent[], latest: number, tell: Tell): void {
  const armed = new Map<string, Armed>();
  const keys = new Set<string>();
  const ends = new Set<string>();
  for (const { caseId, type, at, dueAt, data } of log) {
    if (type === LEVEL_REACHED) {
      const { level, ...clock } = data as LevelData;
      const key = levelKey(caseId, clock, level);
      if (keys.has(key)) tell('level-once', key);
      keys.add(key);
      const from = armed.get(nameOf(clock));
      checkInstant(from, { key, level, at, dueAt }, latest, tell);
    }
    const { started = [], moved = [], ended = [] } = data as StepData;
    for (const one of [...moved, ...started]) armed.set(nameOf(one), { at, levels: one.levels });
    for (const one of ended) {
      const name = nameOf(one);
      if (ends.has(name) || !armed.has(name)) tell('outcome', `${name} ends twice or never began`);
      ends.add(name);
    }
  }
}

function checkInstant(
  from: Armed | undefined,
  fired: {
    readonly key: string;
    readonly level: string;
    readonly at: Instant;
    readonly dueAt: Instant | undefined;
  },
  latest: number,
  tell: Tell,
): void {
  const { key, level, at, dueAt } = fired;
  const planned = from?.levels.find((one) => one.level === level)?.at;
  if (planned === undefined || planned !== dueAt) tell('instant', key);
  const late = at - Math.max(planned ?? at, from?.at ?? at);
  if (late > latest) tell('late', `${key} ${late} ms`);
}

const nameOf = ({ clock, round }: { readonly clock: string; readonly round: number }): string =>
  `${clock} ${round}`;
