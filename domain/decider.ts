import type { CaseEvent, CaseState, EventDraft, OpeningData } from './case-state.ts';
import { LEVEL_REACHED } from './case-state.ts';
import { dayNumber, type Instant, instantOf } from './calendar/civil.ts';
import {
  type Actor,
  type AnyCommandSpec,
  type CaseType,
  listOf,
  previous,
  type Rules,
} from './define-case-type.ts';
import { happened } from './evolve.ts';
import { invalidInput } from './input-problem.ts';
import { quotable, type Refusal, refuse } from './rejection.ts';
import { pinnedBy } from './registry.ts';
import { clocksStarted, type DueStep } from './timekeeping.ts';
import { withClocks } from './with-clocks.ts';

/** What a person or a system asks of a case. */
export interface Command {
  readonly type: string;
  readonly input: unknown;
  readonly actor: Actor;
}

export type Decision<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly refusal: Refusal };

/** An accepted input and the role it was accepted in; the engine seals its texts before the event is made. */
export interface Accepted {
  readonly role: string;
  readonly input: object;
}

const no = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });

/** May this person open such a case with such an input? */
export function decideOpening(
  type: CaseType,
  command: Omit<Command, 'type'>,
  now: Instant,
): Decision<Accepted & { receivedAt: Instant }> {
  const role = listOf(type.opens.by).find((by) => command.actor.roles.includes(by));
  if (!role) return no(forbidden(type, type.opens));
  const parsed = type.opens.input.safeParse(command.input);
  if (!parsed.success) return no(invalidInput(parsed.error, 'input', type.opens.input));
  const input = parsed.data as object;
  const receivedAt = type.opens.receivedAt(input as never) ?? now;
  const problem = receiptProblem(receivedAt, now);
  return problem ? no(problem) : { ok: true, role, input, receivedAt };
}

/** The first covered day (docs/rules.md 13); older matters come as closed history. */
const EARLIEST_RECEIPT = instantOf(dayNumber('2024-01-01'), 0);

function receiptProblem(receivedAt: Instant, now: Instant): Refusal | undefined {
  const problem =
    receivedAt > now
      ? '不能晚于现在'
      : receivedAt < EARLIEST_RECEIPT
        ? '不能早于 2024-01-01'
        : undefined;
  return problem
    ? refuse('INVALID_INPUT', {
        field: 'input.receivedAt',
        details: { title: '受理时间', problem },
      })
    : undefined;
}

/** The first event of a case. */
export function openingEvent(
  rules: Rules,
  caseId: string,
  who: { actor: Actor; role: string },
  input: object,
  times: { now: Instant; receivedAt: Instant },
): CaseEvent {
  const { opens } = rules.type;
  const draft: CaseEvent = {
    ...eventBy(who.actor, who.role, times.now),
    caseId,
    version: 1,
    type: opens.event,
    occurredAt: times.receivedAt,
    data: { input, to: opens.to, rules: pinnedBy(rules) } satisfies OpeningData,
  };
  const facts = opens.begin(happened(draft));
  const opened = { event: opens.event, facts, at: times.receivedAt };
  const started = clocksStarted(rules, opened, []);
  return { ...draft, data: { ...draft.data, started } };
}

/** May this person do this to this case now? The same guards answer the menu. */
export function decide(
  rules: Rules,
  state: CaseState,
  command: Command,
  now: Instant,
): Decision<Accepted> {
  const spec = commandSpec(rules.type, command.type);
  if (!spec) {
    return no(
      refuse('UNKNOWN_COMMAND', {
        field: 'command',
        details: { type: rules.type.label, command: quotable(command.type) },
      }),
    );
  }
  const allowed = mayAttempt(rules, state, spec, command.actor);
  if ('code' in allowed) return no(allowed);
  const parsed = spec.input.safeParse(command.input);
  if (!parsed.success) return no(invalidInput(parsed.error, 'input', spec.input));
  const refusal = firstRefusal(rules, state, spec, command.actor, now, parsed.data);
  return refusal ? no(refusal) : { ok: true, role: allowed.role, input: parsed.data as object };
}

/** Own property only: `constructor` is not a command. */
export const commandSpec = (type: CaseType, name: string): AnyCommandSpec | undefined =>
  Object.hasOwn(type.commands, name) ? type.commands[name] : undefined;

/** Role, unit and state, in this order: who has no business with a command is not told about states. */
export function mayAttempt(
  rules: Rules,
  state: CaseState,
  spec: AnyCommandSpec,
  actor: Actor,
): { readonly role: string } | Refusal {
  const { type } = rules;
  const role = listOf(spec.by).find((by) =>
    by === 'system' ? actor.kind === 'system' : actor.roles.includes(by),
  );
  if (role === undefined) return forbidden(type, spec);
  const holds = type
    .holders(state.facts as never)
    .some(({ unit, part }) => unit === actor.unit && part === (spec.part ?? 'lead'));
  if (type.roles[role]?.at === 'unit' && !holds) return refuse('FOREIGN_UNIT');
  if (!listOf(spec.from).includes(state.stage)) {
    return refuse('WRONG_STATE', {
      details: {
        state: type.states[state.stage]?.label ?? state.stage,
        command: spec.label,
        allowed: listOf(spec.from).map((from) => type.states[from]?.label ?? from),
      },
    });
  }
  return { role };
}

/** The first guard that says no. Without an input, guards about the input are silent. */
export function firstRefusal(
  rules: Rules,
  state: CaseState,
  spec: AnyCommandSpec,
  actor: Actor,
  now: Instant,
  input?: unknown,
): Refusal | undefined {
  const { policy, calendar } = rules;
  const { facts, clocks } = state;
  for (const guard of spec.refuse ?? []) {
    const refusal = guard({ facts, input, actor, now, clocks, policy, calendar } as never);
    if (refusal) return refusal;
  }
  return undefined;
}

/** The event of an accepted command, with the clocks it starts and ends. */
export function stepEvent(
  rules: Rules,
  state: CaseState,
  step: { command: string; actor: Actor; role: string; input: object; dueAt?: Instant },
  now: Instant,
): CaseEvent {
  const spec = commandSpec(rules.type, step.command);
  if (!spec) throw new Error(`no command ${step.command}`);
  const to = spec.to === previous ? (state.cameFrom ?? state.stage) : (spec.to ?? state.stage);
  const at = Math.max(now, state.lastAt);
  const plain: CaseEvent = {
    ...eventBy(step.actor, step.role, at),
    caseId: state.caseId,
    version: state.version + 1,
    type: spec.event,
    ...(step.dueAt !== undefined && { dueAt: step.dueAt, occurredAt: step.dueAt }),
    data: { input: step.input, ...(to !== state.stage && { to }) },
  };
  const subject = spec.subject?.(happened(plain));
  const seen = { event: spec.event, to, at: step.dueAt ?? at, subject };
  return withClocks(rules, state, plain, seen);
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
    const step = { command: due.command, actor: SYSTEM, role: 'system', input: {}, dueAt: due.at };
    return stepEvent(rules, state, step, now);
  }
  const { clock, round, revision } = due.clock;
  return {
    ...eventBy(SYSTEM, 'system', Math.max(now, state.lastAt)),
    caseId: state.caseId,
    version: state.version + 1,
    type: LEVEL_REACHED,
    dueAt: due.at,
    data: { clock, round, revision, level: due.level, targets },
  };
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

function forbidden(
  type: CaseType,
  spec: { label: string; by: string | readonly string[] },
): Refusal {
  const roles = listOf(spec.by).map((by) => type.roles[by]?.label ?? '系统');
  return refuse('FORBIDDEN_ROLE', { details: { command: spec.label, roles } });
}
