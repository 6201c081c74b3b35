import type { CaseEvent } from '../domain/case-state.ts';
import { type Accepted, commandSpec } from '../domain/decider.ts';
import type { AnyCommandSpec } from '../domain/define-case-type.ts';
import type { CaseLink } from '../domain/definition/links.ts';
import { evolve } from '../domain/evolve.ts';
import type { Refusal } from '../domain/rejection.ts';
import { type DecidedStep, stepEvent } from '../domain/step-events.ts';
import { claim, type CommandId } from './answers.ts';
import type { Change } from './change.ts';
import { type Conversion, linkTo, planConversion } from './convert.ts';
import { createCase } from './create-case.ts';
import type { Transaction } from './database.ts';
import { takeNumber } from './document-numbers.ts';
import type { Engine } from './engine.ts';
import { type SealedInput, sealInput, storeSealed } from './sealer.ts';
import type { CommandRequest } from './command-request.ts';
import { type LockedCases, tellLinked } from './tell-linked.ts';
import { nobodyThere } from './units.ts';
import type { DataKey } from './vault.ts';

/** A command that was decided. */
export type DecidedRequest = CommandRequest & Accepted & { readonly id: CommandId };

/** A command that nothing stands in the way of any more. */
export interface Planned {
  readonly spec: AnyCommandSpec;
  readonly sealed: SealedInput;
  readonly step: DecidedStep;
  readonly conversion?: Conversion;
}

/** Finds out everything that a decided command may still be refused for; writes nothing but the number of its document, last. */
export async function plan(
  tx: Transaction,
  engine: Engine,
  change: Change,
  request: DecidedRequest,
  key: DataKey,
  now: number,
  other: Change | undefined,
): Promise<Planned | Refusal> {
  const { rules, state } = change;
  const spec = commandSpec(rules.type, request.command) as AnyCommandSpec;
  const sealed = sealInput(spec.input, request.input, key);
  const step = stepOf(request, sealed, spec, other);
  const after = evolve(state, stepEvent(rules, state, step, now));
  const nobody = await nobodyThere(tx, rules.type, spec, state, after);
  if (nobody) return nobody;
  const conversion = await planConversion(tx, engine, change, spec, request, key, now);
  if (conversion && 'code' in conversion) return conversion;
  const place = { caseId: state.caseId, version: after.version, at: after.lastAt };
  const number = await takeNumber(tx, rules.type, spec, request.input, place);
  if (typeof number === 'object') return number;
  const numbered = { ...step, ...(number !== undefined && { documentNumber: number }) };
  return { spec, sealed, step: numbered, ...(conversion && { conversion }) };
}

function stepOf(
  { command, actor, role, happenedAt }: DecidedRequest,
  { input }: SealedInput,
  { links }: AnyCommandSpec,
  other: Change | undefined,
): DecidedStep {
  const tie: readonly CaseLink[] =
    links !== undefined && other
      ? [
          {
            kind: links,
            end: 'to',
            caseId: other.state.caseId,
            number: other.number,
            type: other.rules.type.id,
          },
        ]
      : [];
  return {
    command,
    actor,
    role,
    input,
    linked: tie,
    ...(happenedAt !== undefined && { happenedAt }),
  };
}

/** Records the step, the case that it opens and what linked cases make of it. Undefined when another transaction has the command's id. */
export async function carryOut(
  tx: Transaction,
  engine: Engine,
  cases: LockedCases,
  change: Change,
  request: DecidedRequest,
  { spec, sealed, step, conversion }: Planned,
  now: number,
): Promise<CaseEvent | undefined> {
  const child =
    conversion && (await createCase(tx, engine, conversion.type, conversion.opening, now));
  if (child) cases.set(child.state.caseId, child);
  const linked = [...(step.linked ?? []), ...(child ? [linkTo(child, conversion.object)] : [])];
  const before = change.state;
  const event = stepEvent(change.rules, before, { ...step, linked }, now);
  const { caseId, version, at } = event;
  const [claimed] = await Promise.all([
    claim(tx, request.id, caseId, version, at),
    storeSealed(tx, caseId, sealed.items),
    change.record(tx, event, request.commandId),
  ]);
  if (!claimed) return undefined;
  await tellLinked(tx, cases, { change, before, spec, event }, now);
  return event;
}
