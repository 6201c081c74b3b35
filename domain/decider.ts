import type { CaseState } from './case-state.ts';
import { dayNumber, type Instant, instantOf } from './calendar/civil.ts';
import {
  type Actor,
  type AnyCommandSpec,
  type CaseType,
  listOf,
  type Rules,
} from './define-case-type.ts';
import { linkRefusal } from './definition/link-guards.ts';
import { happeningProblem, titleOf } from './definition/happening.ts';
import { newestDocument } from './definition/documents.ts';
import { officeOf, partOf } from './definition/parts.ts';
import { invalidInput } from './input-problem.ts';
import { instantFields } from './sealing.ts';
import { quotable, type Refusal, refuse } from './rejection.ts';

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
  /** Business time, where the input tells one. */
  readonly happenedAt?: Instant;
}

const no = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });

/** The role in which a case is opened that another one is converted to: whoever may convert may open it. */
export const CONVERSION = 'conversion';

/** May this person open such a case with such an input? */
export function decideOpening(
  type: CaseType,
  command: Omit<Command, 'type'> & { readonly converted?: boolean },
  now: Instant,
): Decision<Accepted & { receivedAt: Instant }> {
  const role = command.converted
    ? CONVERSION
    : listOf(type.opens.by).find((by) => command.actor.roles.includes(by));
  if (role === undefined) return no(forbidden(type, type.opens));
  const parsed = type.opens.input.safeParse(command.input);
  if (!parsed.success) return no(invalidInput(parsed.error, 'input', type.opens.input));
  const input = parsed.data as object;
  const receivedAt = type.opens.receivedAt(input as never) ?? now;
  const problem = receiptProblem(type, receivedAt, now);
  return problem ? no(problem) : { ok: true, role, input, receivedAt };
}

/** The first covered day (docs/rules.md 13); older matters come as closed history. */
const EARLIEST_RECEIPT = instantOf(dayNumber('2024-01-01'), 0);

function receiptProblem(
  { opens }: CaseType,
  receivedAt: Instant,
  now: Instant,
): Refusal | undefined {
  const problem =
    receivedAt > now
      ? '不能晚于现在'
      : receivedAt < EARLIEST_RECEIPT
        ? '不能早于 2024-01-01'
        : undefined;
  const dates = instantFields(opens.input);
  const field = dates.includes('receivedAt') ? 'receivedAt' : (dates[0] ?? 'receivedAt');
  return problem
    ? refuse('INVALID_INPUT', {
        field: `input.${field}`,
        details: { title: titleOf(opens, field), problem },
      })
    : undefined;
}

/** May this person do this to this case now? The same guards answer the menu. `other` is the case that the input names, where the command ties two. */
export function decide(
  rules: Rules,
  state: CaseState,
  command: Command,
  now: Instant,
  other?: CaseState,
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
  const input = parsed.data as object;
  const happenedAt = spec.happenedAt && (input as Record<string, number>)[spec.happenedAt];
  const refusal =
    happeningProblem(rules, state, spec, happenedAt, now) ??
    firstRefusal(rules, state, spec, command.actor, now, input, other) ??
    linkRefusal(state, spec, input, other);
  if (refusal) return no(refusal);
  return { ok: true, role: allowed.role, input, ...(happenedAt !== undefined && { happenedAt }) };
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
  const held = rolesHeld(spec, actor);
  if (held.length === 0) return forbidden(type, spec);
  const role = held.find((by) => atPlace(type, state, spec, by, actor));
  if (role === undefined) return refuse('FOREIGN_UNIT');
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

/** The roles of a command that an actor has, at whatever place. */
export const rolesHeld = ({ by }: AnyCommandSpec, actor: Actor): readonly string[] =>
  listOf(by).filter((role) =>
    role === 'system' ? actor.kind === 'system' : actor.roles.includes(role),
  );

/** Staff of an office acts at that office only; staff of a unit for the part in which its unit holds the case. */
function atPlace(
  type: CaseType,
  { facts }: CaseState,
  spec: AnyCommandSpec,
  by: string,
  actor: Actor,
): boolean {
  const role = type.roles[by];
  if (!role) return true;
  const office = officeOf(role.at);
  if (office !== undefined) return actor.unit === office;
  const needed = partOf(spec, role);
  return type
    .holders(facts as never)
    .some(({ unit, part }) => unit === actor.unit && part === needed);
}

/** The first guard that says no. Without an input, guards about the input are silent. */
export function firstRefusal(
  rules: Rules,
  state: CaseState,
  spec: AnyCommandSpec,
  actor: Actor,
  now: Instant,
  input?: unknown,
  other?: CaseState,
): Refusal | undefined {
  const { policy, calendar } = rules;
  const { facts, clocks, documents, links } = state;
  if (spec.serves !== undefined && !newestDocument(documents, spec.serves)) {
    const document = rules.type.documents?.[spec.serves]?.label ?? spec.serves;
    return refuse('DOCUMENT_NOT_ISSUED', { details: { document } });
  }
  const seen = { facts, input, actor, now, clocks, documents, links, other, policy, calendar };
  for (const guard of spec.refuse ?? []) {
    const refusal = guard(seen as never);
    if (refusal) return refusal;
  }
  return linkRefusal(state, spec);
}

function forbidden(
  type: CaseType,
  spec: { label: string; by: string | readonly string[] },
): Refusal {
  const roles = listOf(spec.by).map((by) => type.roles[by]?.label ?? '系统');
  return refuse('FORBIDDEN_ROLE', { details: { command: spec.label, roles } });
}
