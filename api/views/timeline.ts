import { isoInstant } from '../../domain/calendar/civil.ts';
import {
  type CaseEvent,
  type CaseState,
  LEVEL_REACHED,
  type LevelData,
  RULES_CHANGED,
  type RulesData,
  type StepData,
} from '../../domain/case-state.ts';
import type { MoveCause } from '../../domain/clocks/clock.ts';
import { CONVERSION } from '../../domain/decider.ts';
import type { Rules } from '../../domain/define-case-type.ts';
import { commandOfEvent } from '../../domain/evolve.ts';
import { RULES_ROLE } from '../../domain/rules-change.ts';
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
    ...partsOf(context, event),
  };
}

function partsOf(context: TimelineContext, event: CaseEvent) {
  if (event.type === LEVEL_REACHED) return levelParts(context, event);
  return event.type === RULES_CHANGED ? rulesParts(event) : stepParts(context, event);
}

/** Which version took the place of which. */
function rulesParts({ data }: CaseEvent) {
  const { from, to } = data as RulesData;
  const [label, was, is] =
    from.policy === to.policy
      ? ['按新的放假安排重算', from.calendar, to.calendar]
      : ['改按新的规则', from.policy, to.policy];
  const fields = [
    { title: '原版本', value: was },
    { title: '新版本', value: is },
  ];
  return { label, level: null, clock: null, fields, targets: [] };
}

/** Whoever converts a case opens the other one in no role of its type, and whoever approves other rules changes it in none. */
const roleLabel = ({ type }: Rules, role: string): string =>
  OUTSIDE[role] ?? type.roles[role]?.label ?? role;

const OUTSIDE: Readonly<Record<string, string>> = {
  [CONVERSION]: '转办',
  [RULES_ROLE]: '规则管理',
};

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
