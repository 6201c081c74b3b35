import { isoInstant } from '../../domain/calendar/civil.ts';
import {
  type CaseEvent,
  type CaseState,
  LEVEL_REACHED,
  type LevelData,
  type StepData,
} from '../../domain/case-state.ts';
import type { MoveCause } from '../../domain/clocks/clock.ts';
import { CONVERSION } from '../../domain/decider.ts';
import type { Rules } from '../../domain/define-case-type.ts';
import { commandOfEvent } from '../../domain/evolve.ts';
import { levelSpecOf } from '../../domain/timekeeping.ts';
import type { Directory } from '../queries/directory.ts';
import { fieldsOfStep } from './timeline-fields.ts';

interface TimelineContext {
  readonly rules: Rules;
  readonly state: CaseState;
  readonly directory: Directory;
  readonly text: (id: string) => string;
}

/** A case's events as its page tells them, in their order. */
export function timelineOf(context: TimelineContext, events: readonly CaseEvent[]) {
  const due = new Map<string, number>();
  return events.map((event) => ({
    ...timelineEntry(context, event),
    moves: movesOf(context, event, due),
  }));
}

const CAUSES: Readonly<Record<MoveCause, string>> = {
  extended: '延期',
  paused: '挂起',
  resumed: '恢复办理',
  amended: '放假安排调整',
  migrated: '规则调整',
};

/** Due dates that an event moved: from when to when, and why. `due` remembers the dates so far. */
function movesOf({ rules }: TimelineContext, { data }: CaseEvent, due: Map<string, number>) {
  const { started = [], moved = [] } = data as StepData;
  const moves = moved.map(({ clock, round, cause, statutoryDue, pausedAt }) => {
    const from = due.get(`${clock}:${round}`) ?? statutoryDue;
    return {
      clock: rules.type.clocks[clock]?.label ?? clock,
      cause: CAUSES[cause],
      from: isoInstant(from),
      to: pausedAt === undefined ? isoInstant(statutoryDue) : null,
    };
  });
  for (const one of [...started, ...moved]) due.set(`${one.clock}:${one.round}`, one.statutoryDue);
  return moves;
}

function timelineEntry(context: TimelineContext, event: CaseEvent) {
  const { rules, directory } = context;
  const person = event.actorKind === 'person' ? directory.person(event.actor) : undefined;
  return {
    version: event.version,
    type: event.type,
    kind: event.actorKind,
    at: isoInstant(event.at),
    dueAt: event.dueAt === undefined ? null : isoInstant(event.dueAt),
    occurredAt: event.occurredAt === undefined ? null : isoInstant(event.occurredAt),
    actor: person
      ? {
          name: person.name,
          unit: directory.unit(event.unit)?.short ?? event.unit,
          roleLabel: roleLabel(rules, event.role),
        }
      : null,
    ...(event.type === LEVEL_REACHED ? levelParts(context, event) : stepParts(context, event)),
  };
}

/** Whoever converts a case opens the other one in no role of its type. */
const roleLabel = ({ type }: Rules, role: string): string =>
  role === CONVERSION ? '转办' : (type.roles[role]?.label ?? role);

function levelParts({ rules, state, directory }: TimelineContext, event: CaseEvent) {
  const data = event.data as LevelData;
  const clock = state.clocks.find(
    (other) => other.clock === data.clock && other.round === data.round,
  );
  if (!clock) throw new Error(`a level of a clock that never started: ${data.clock}`);
  return {
    label: levelSpecOf(rules, { level: data.level, clock }).label,
    level: data.level,
    clock: rules.type.clocks[data.clock]?.label ?? data.clock,
    fields: [],
    targets: (data.targets ?? []).map((id) => directory.person(id)?.name ?? id),
  };
}

function stepParts(context: TimelineContext, event: CaseEvent) {
  const { type } = context.rules;
  const spec = event.type === type.opens.event ? type.opens : commandOfEvent(type, event.type);
  return {
    label: spec.label,
    level: null,
    clock: null,
    fields: fieldsOfStep({ ...context, type }, spec.input, event),
    targets: [],
  };
}
