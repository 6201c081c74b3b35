import {
  type CaseEvent,
  type CaseState,
  type EventDraft,
  LEVEL_REACHED,
  type LevelData,
  type OpeningData,
  type StepData,
} from './case-state.ts';
import type { Instant } from './calendar/civil.ts';
import { commandSpec } from './decider.ts';
import { type Actor, type AnyCommandSpec, previous, type Rules } from './define-case-type.ts';
import { newestDocument } from './definition/documents.ts';
import { type CaseLink, linked } from './definition/links.ts';
import { happened } from './evolve.ts';
import { pinnedBy } from './registry.ts';
import { levelEvent } from './clocks/level-event.ts';
import { clocksStarted, type DueStep, type LevelStep } from './timekeeping.ts';
import { withClocks } from './with-clocks.ts';

/** The first event of a case; `source` when another case was converted to it. */
export function openingEvent(
  rules: Rules,
  caseId: string,
  who: { actor: Actor; role: string },
  input: object,
  times: { now: Instant; receivedAt: Instant; source?: CaseLink; number?: string },
): CaseEvent {
  const { opens } = rules.type;
  const { now, receivedAt, source, number } = times;
  const draft: CaseEvent = {
    ...eventBy(who.actor, who.role, now),
    caseId,
    version: 1,
    type: opens.event,
    occurredAt: receivedAt,
    data: {
      input,
      to: opens.to,
      rules: pinnedBy(rules),
      ...(number !== undefined && { number }),
      ...(source && { linked: [source] }),
    } satisfies OpeningData,
  };
  const facts = opens.begin(happened(draft));
  const started = clocksStarted(rules, { event: opens.event, facts, at: receivedAt }, []);
  return { ...draft, data: { ...draft.data, started } };
}

/** A step that was decided, and what the transaction found out for it. */
export interface DecidedStep {
  readonly command: string;
  readonly actor: Actor;
  readonly role: string;
  readonly input: object;
  /** For what happens by itself: when it fell due. */
  readonly dueAt?: Instant;
  /** Business time, where it is not the recording time. */
  readonly happenedAt?: Instant;
  /** Number of the document that it issues. */
  readonly documentNumber?: string;
  /** Ties to other cases that come of it. */
  readonly linked?: readonly CaseLink[];
  /** Ties that another case undid. */
  readonly unlinked?: StepData['unlinked'];
}

/** The event of an accepted command, with the clocks it starts and ends. */
export function stepEvent(
  rules: Rules,
  state: CaseState,
  step: DecidedStep,
  now: Instant,
): CaseEvent {
  const spec = commandSpec(rules.type, step.command);
  if (!spec) throw new Error(`no command ${step.command}`);
  const to = spec.to === previous ? (state.cameFrom ?? state.stage) : (spec.to ?? state.stage);
  const at = Math.max(now, state.lastAt);
  const { dueAt, happenedAt = dueAt } = step;
  const plain: CaseEvent = {
    ...eventBy(step.actor, step.role, at),
    caseId: state.caseId,
    version: state.version + 1,
    type: spec.event,
    ...(dueAt !== undefined && { dueAt }),
    ...(happenedAt !== undefined && { occurredAt: happenedAt }),
    data: {
      input: step.input,
      ...(to !== state.stage && { to }),
      ...recordsOf(spec, state, step),
    },
  };
  const subject = spec.subject?.(happened(plain));
  const object = spec.object?.(happened(plain), state.facts as never);
  const seen = { event: spec.event, to, at: dueAt ?? at, from: happenedAt, subject, object };
  return withClocks(rules, state, plain, seen).event;
}

/** Documents and ties that a step records. */
function recordsOf(
  spec: AnyCommandSpec,
  { documents, links }: CaseState,
  step: DecidedStep,
): Partial<StepData> {
  const { documentNumber: number, linked: tied = [], unlinked: undone = [] } = step;
  const served = spec.serves === undefined ? undefined : newestDocument(documents, spec.serves);
  const untied = spec.unlinks === undefined ? [] : linked(links, spec.unlinks, 'to');
  const unlinked = [...undone, ...untied.map(({ kind, end, caseId }) => ({ kind, end, caseId }))];
  return {
    ...(spec.issues !== undefined &&
      number !== undefined && { document: { kind: spec.issues, number } }),
    ...(served && { served: { kind: served.kind, number: served.number } }),
    ...(tied.length > 0 && { linked: tied }),
    ...(unlinked.length > 0 && { unlinked }),
  };
}

export const SYSTEM: Actor = { id: 'system', kind: 'system', unit: 'system', roles: [] };

/** The event of something that fell due by itself. `targets` are the persons told. */
export function dueEvent(
  rules: Rules,
  state: CaseState,
  due: DueStep,
  now: Instant,
  targets: readonly string[] = [],
): CaseEvent {
  if (due.kind === 'lapse') {
    const { object } = due.clock;
    const input = object === undefined ? {} : { object };
    const step = { command: due.command, actor: SYSTEM, role: 'system', input, dueAt: due.at };
    return stepEvent(rules, state, step, now);
  }
  const at = Math.max(now, state.lastAt);
  return {
    ...eventBy(SYSTEM, 'system', at),
    caseId: state.caseId,
    version: state.version + 1,
    type: LEVEL_REACHED,
    dueAt: due.at,
    data: levelData(rules, state, due, at, targets),
  };
}

/** What the event of a level says of it: whom it was told to, and the clocks that run from it. */
export function levelData(
  rules: Rules,
  state: CaseState,
  { clock: { clock, round, revision }, level }: LevelStep,
  at: Instant,
  targets: readonly string[],
): LevelData {
  const { clocks, states } = rules.type;
  const seen = { event: levelEvent(level), facts: state.facts, at };
  const ended = states[state.stage]?.ended === true;
  const started = clocksStarted(rules, seen, state.clocks).filter(
    (one) => !ended || clocks[one.clock]?.inEnded === true,
  );
  const data = { clock, round, revision, level, targets };
  return started.length > 0 ? { ...data, started } : data;
}

const eventBy = (
  actor: Actor,
  role: string,
  at: Instant,
): Pick<EventDraft, 'schema' | 'at' | 'actor' | 'actorKind' | 'role' | 'unit'> => ({
  schema: 1,
  at,
  actor: actor.id,
  actorKind: actor.kind,
  role,
  unit: actor.unit,
});
