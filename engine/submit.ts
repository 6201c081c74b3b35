import type { CaseState } from '../domain/case-state.ts';
import { type Accepted, commandSpec, decide, stepEvent } from '../domain/decider.ts';
import type { Actor, AnyCommandSpec } from '../domain/define-case-type.ts';
import { evolve } from '../domain/evolve.ts';
import { type Refusal, refuse } from '../domain/rejection.ts';
import { answerOf, type CommandId, claim, commandId, knownAnswer, receiptOf } from './answers.ts';
import type { Change } from './change.ts';
import type { Transaction } from './database.ts';
import type { Engine } from './engine.ts';
import { lock, readClock } from './locking.ts';
import { answered, no, type Outcome, perform, type Result } from './perform.ts';
import { openKey, sealInput, storeSealed, wrappedKeyOf } from './sealer.ts';
import { nobodyThere, unknownUnit } from './units.ts';
import type { DataKey } from './vault.ts';

export interface CommandRequest {
  readonly actor: Actor;
  readonly commandId: string;
  readonly caseId: string;
  readonly command: string;
  readonly input: unknown;
  /** The version that the person saw; refused when another step came in between. */
  readonly expectedVersion?: number;
}

/** Sends a command to a case. An answer with `ok` means: stored, exactly once. */
export async function submit(engine: Engine, request: CommandRequest): Promise<Outcome> {
  const { actor, caseId, command, input, expectedVersion } = request;
  const body = {
    caseId,
    command,
    input,
    ...(expectedVersion !== undefined && { expectedVersion }),
  };
  const id = commandId(engine.vault, actor.id, request.commandId, body);
  return perform(engine, command, (tx) => submitIn(tx, engine, { ...request, id }));
}

async function submitIn(
  tx: Transaction,
  engine: Engine,
  request: CommandRequest & { readonly id: CommandId },
): Promise<Result> {
  const [change, answer, now, wrapped] = await Promise.all([
    lock(tx, request.caseId),
    knownAnswer(tx, request.id),
    readClock(tx, engine),
    wrappedKeyOf(tx, request.caseId),
  ]);
  if (answer) return answered(answer);
  if (!change) return no(refuse('CASE_NOT_FOUND'));
  await change.recordDue(tx, now);
  const accepted = await decideIn(tx, change, request, now);
  if ('code' in accepted) {
    const telling = change.isEmpty ? undefined : await change.store(tx, engine.metrics);
    return { ...no(accepted), ...(telling && { telling }) };
  }
  const key = openKey(engine.vault, request.caseId, wrapped);
  const { spec, sealed, event } = prepare(change, request, accepted, key, now);
  const nobody = await nobodyThere(
    tx,
    change.rules.type,
    spec,
    change.state,
    evolve(change.state, event),
  );
  if (nobody) return no(nobody);
  const [claimed] = await Promise.all([
    claim(tx, request.id, request.caseId, event.version, event.at),
    storeSealed(tx, request.caseId, sealed.items),
    change.record(tx, event, request.commandId),
  ]);
  if (!claimed) return answered(await answerOf(tx, request.id));
  await change.recordDue(tx, now);
  const telling = await change.store(tx, engine.metrics);
  const receipt = receiptOf(request.caseId, change.number, [event]);
  return { outcome: { ok: true, receipt, repeated: false }, telling };
}

async function decideIn(
  tx: Transaction,
  change: Change,
  request: CommandRequest,
  now: number,
): Promise<Accepted | Refusal> {
  const { state, rules } = change;
  const { actor, command: type, input, expectedVersion } = request;
  const decision = decide(rules, state, { type, input, actor }, now);
  if (!decision.ok) return decision.refusal;
  const stale = staleVersion(state, expectedVersion);
  if (stale) return stale;
  const spec = commandSpec(rules.type, type) as AnyCommandSpec;
  return (await unknownUnit(tx, spec.input, decision.input)) ?? decision;
}

/** Levels that fell due since are no conflict: nobody typed them. */
const staleVersion = (state: CaseState, expected: number | undefined): Refusal | undefined =>
  expected !== undefined && (expected < state.stepVersion || expected > state.version)
    ? refuse('VERSION_CONFLICT', {
        field: 'expectedVersion',
        details: { current: state.version, expected },
      })
    : undefined;

function prepare(
  change: Change,
  { actor, command }: CommandRequest,
  { role, input }: Accepted,
  key: DataKey,
  now: number,
) {
  const spec = commandSpec(change.rules.type, command) as AnyCommandSpec;
  const sealed = sealInput(spec.input, input, key);
  const event = stepEvent(
    change.rules,
    change.state,
    { command, actor, role, input: sealed.input },
    now,
  );
  return { spec, sealed, event };
}
