import { isoInstant } from '../../domain/calendar/civil.ts';
import {
  type CaseEvent,
  LEVEL_REACHED,
  type LevelData,
  type StepData,
} from '../../domain/case-state.ts';
import { type ClockMove, type ClockStart, levelKey } from '../../domain/clocks/clock.ts';
import type { Level } from '../../domain/clocks/ladder.ts';
import { type Finding, rowDifferences } from './finding.ts';
import type { StoredCase } from './stored.ts';

/** A clock as its own events tell it, without the fold. */
interface Run {
  /** What is planned now: starting, extending and resuming events say it. */
  levels: ClockStart['levels'];
  revision: number;
  /** While it stands still, since when. */
  pausedAt: number | undefined;
  /** Instant up to which its levels had to be recorded, and the version that ended it. */
  end?: { readonly at: number; readonly version: number };
  readonly recorded: Map<Level, number>;
}

type Note = (detail: string) => void;

/**
 * Each level whose instant passed while its clock counted was recorded exactly once, never before its instant and
 * never after the clock's end. Told from the events alone, so that an error of the fold cannot hide itself.
 */
export function levelFindings(stored: StoredCase, now: number): readonly Finding[] {
  const { id: caseId } = stored;
  const events = stored.events.map(({ event }) => event);
  const runs = new Map<string, Run>();
  const found: Finding[] = [];
  const note: Note = (detail) => found.push({ caseId, rule: 'levels', detail });
  for (const event of events) {
    if (event.type === LEVEL_REACHED) record(runs, event, note);
    else step(runs, event, note);
  }
  for (const [name, run] of runs) missing(name, run, run.end?.at ?? now, note);
  return [...found, ...rowDifferences(caseId, 'level_fired', firedBy(events), stored.fired)];
}

const nameOf = (of: { readonly clock: string; readonly round: number }): string =>
  `${of.clock} ${of.round}`;

function step(runs: Map<string, Run>, event: CaseEvent, note: Note): void {
  const { data, at, dueAt, version } = event;
  const { ended = [], moved = [], started = [] } = data as StepData;
  // What happens by itself happens at its instant, however late it is recorded.
  const when = dueAt ?? at;
  for (const clock of ended) {
    const run = runs.get(nameOf(clock));
    if (run) run.end = { at: when, version };
  }
  for (const one of moved) {
    const run = runs.get(nameOf(one));
    if (run) move(nameOf(one), run, one, when, note);
    else note(`${nameOf(one)} moved in version ${version} and never started`);
  }
  begin(runs, started);
}

/** Clocks start with a step, and some with a level of another. */
function begin(runs: Map<string, Run>, started: readonly ClockStart[] = []): void {
  for (const start of started) {
    const { levels } = start;
    runs.set(nameOf(start), { levels, revision: 0, pausedAt: undefined, recorded: new Map() });
  }
}

/** What was due before the move had to be on record; a higher revision arms L0 to L2 again where they are still to come. */
function move(name: string, run: Run, to: ClockMove, at: number, note: Note): void {
  missing(name, run, at, note);
  if (to.revision > run.revision) {
    for (const level of ['L0', 'L1', 'L2'] as const) {
      const planned = to.levels.find((one) => one.level === level)?.at ?? -Infinity;
      if (planned > at) run.recorded.delete(level);
    }
  }
  run.levels = to.levels;
  run.revision = to.revision;
  run.pausedAt = to.pausedAt;
}

function record(runs: Map<string, Run>, event: CaseEvent, note: Note): void {
  const level = event.data as LevelData;
  begin(runs, level.started);
  const what = `${nameOf(level)} ${level.level} in version ${event.version}`;
  const run = runs.get(nameOf(level));
  const planned = run?.levels.find((one) => one.level === level.level);
  if (!run || !planned) return note(`${what} belongs to no clock`);
  const before = run.recorded.get(level.level);
  if (before !== undefined) note(`${what} was recorded in version ${before} already`);
  if (run.end) note(`${what} came after its clock had ended in version ${run.end.version}`);
  if (run.pausedAt !== undefined) note(`${what} came while its clock stood still`);
  if (planned.at !== event.dueAt) note(`${what} has another instant than its clock`);
  if (event.at < planned.at) note(`${what} came before its instant`);
  run.recorded.set(level.level, event.version);
}

/** Levels up to an instant that are not on record; while a clock stands still nothing falls due. */
function missing(name: string, run: Run, until: number, note: Note): void {
  const last = Math.min(until, run.pausedAt ?? until);
  for (const { level, at } of run.levels) {
    if (!run.recorded.has(level) && at <= last) {
      note(`${name} ${level} of ${isoInstant(at)} was never recorded`);
    }
  }
}

const firedBy = (events: readonly CaseEvent[]): readonly object[] =>
  events
    .filter(({ type }) => type === LEVEL_REACHED)
    .map(({ caseId, version, data, dueAt, at }) => {
      const level = data as LevelData;
      return { key: levelKey(caseId, level, level.level), version, dueAt: dueAt ?? null, at };
    });
