import { isoInstant } from '../../domain/calendar/civil.ts';
import {
  type CaseEvent,
  LEVEL_REACHED,
  type LevelData,
  type StepData,
} from '../../domain/case-state.ts';
import { type ClockStart, levelKey } from '../../domain/clocks/clock.ts';
import { type Finding, rowDifferences } from './finding.ts';
import type { StoredCase } from './stored.ts';

/** A clock as its own starting and ending events tell it, without the fold. */
interface Run {
  readonly start: ClockStart;
  /** Instant up to which its levels had to be recorded, and the version that ended it. */
  end?: { readonly at: number; readonly version: number };
  readonly recorded: Map<string, number>;
}

/**
 * Each level whose instant passed while its clock ran was recorded exactly once, never before its instant and
 * never after the clock's end. Told from the events alone, so that an error of the fold cannot hide itself.
 */
export function levelFindings(stored: StoredCase, now: number): readonly Finding[] {
  const { id: caseId } = stored;
  const events = stored.events.map(({ event }) => event);
  const runs = new Map<string, Run>();
  const found: Finding[] = [];
  const note = (detail: string) => found.push({ caseId, rule: 'levels', detail });
  for (const event of events) {
    if (event.type === LEVEL_REACHED) record(runs, event, note);
    else step(runs, event);
  }
  for (const run of runs.values()) missing(run, now, note);
  return [...found, ...rowDifferences(caseId, 'level_fired', firedBy(events), stored.fired)];
}

const nameOf = (of: { readonly clock: string; readonly round: number }): string =>
  `${of.clock} ${of.round}`;

function step(runs: Map<string, Run>, { data, at, dueAt, version }: CaseEvent): void {
  const { ended = [], started = [] } = data as StepData;
  for (const clock of ended) {
    const run = runs.get(nameOf(clock));
    // What happens by itself happens at its instant, however late it is recorded.
    if (run) run.end = { at: dueAt ?? at, version };
  }
  for (const start of started) runs.set(nameOf(start), { start, recorded: new Map() });
}

function record(runs: Map<string, Run>, event: CaseEvent, note: (detail: string) => void): void {
  const level = event.data as LevelData;
  const what = `${nameOf(level)} ${level.level} in version ${event.version}`;
  const run = runs.get(nameOf(level));
  const planned = run?.start.levels.find((one) => one.level === level.level);
  if (!run || !planned) return note(`${what} belongs to no clock`);
  const before = run.recorded.get(level.level);
  if (before !== undefined) note(`${what} was recorded in version ${before} already`);
  if (run.end) note(`${what} came after its clock had ended in version ${run.end.version}`);
  if (planned.at !== event.dueAt) note(`${what} has another instant than its clock`);
  if (event.at < planned.at) note(`${what} came before its instant`);
  run.recorded.set(level.level, event.version);
}

function missing({ start, end, recorded }: Run, now: number, note: (detail: string) => void): void {
  for (const { level, at } of start.levels) {
    if (recorded.has(level) || at > (end?.at ?? now)) continue;
    note(`${nameOf(start)} ${level} of ${isoInstant(at)} was never recorded`);
  }
}

const firedBy = (events: readonly CaseEvent[]): readonly object[] =>
  events
    .filter(({ type }) => type === LEVEL_REACHED)
    .map(({ caseId, version, data, dueAt, at }) => {
      const level = data as LevelData;
      return { key: levelKey(caseId, level, level.level), version, dueAt: dueAt ?? null, at };
    });
