import { randomUUID } from 'node:crypto';
import { decideOpening } from '../domain/decider.ts';
import type { Actor, CaseType } from '../domain/define-case-type.ts';
import { CASE_TYPES, currentCaseType } from '../domain/registry.ts';
import { quotable, refuse } from '../domain/rejection.ts';
import { answerOf, claim, type CommandId, commandId, receiptOf } from './answers.ts';
import { createCase } from './create-case.ts';
import type { Transaction } from './database.ts';
import type { Engine } from './engine.ts';
import { readClock } from './locking.ts';
import { answered, no, type Outcome, perform, type Result } from './perform.ts';
import { nobodyAtOpening, unknownColleague, unknownUnit } from './units.ts';

export interface OpenRequest {
  readonly actor: Actor;
  readonly commandId: string;
  readonly type: string;
  readonly input: unknown;
}

/** Labels of the types by id. */
const KNOWN_TYPES = Object.fromEntries(CASE_TYPES.map(({ id, label }) => [id, label]));

/** Opens a case. An answer with `ok` means: stored, exactly once. */
export async function open(engine: Engine, request: OpenRequest): Promise<Outcome> {
  const type = currentCaseType(request.type);
  if (!type)
    return {
      ok: false,
      refusal: refuse('UNKNOWN_CASE_TYPE', {
        field: 'type',
        details: { type: quotable(request.type), allowed: Object.values(KNOWN_TYPES) },
        choices: KNOWN_TYPES,
      }),
    };
  const { actor, input } = request;
  const id = commandId(engine.vault, actor.id, request.commandId, { type: request.type, input });
  return perform(engine, 'open', (tx) => openIn(tx, engine, type, { ...request, id }));
}

async function openIn(
  tx: Transaction,
  engine: Engine,
  type: CaseType,
  request: OpenRequest & { readonly id: CommandId },
): Promise<Result> {
  const caseId = randomUUID();
  const now = await readClock(tx, engine);
  if (!(await claim(tx, request.id, caseId, 1, now))) {
    return answered(await answerOf(tx, request.id));
  }
  const { actor } = request;
  const decision = decideOpening(type, request, now);
  if (!decision.ok) return no(decision.refusal);
  const { role, receivedAt, input } = decision;
  const refusal =
    (await unknownUnit(tx, type.opens.input, input, actor)) ??
    (await unknownColleague(tx, type, type.opens.input, input, actor)) ??
    (await nobodyAtOpening(tx, engine.rulesForNew(type, now), { ...decision, actor }, now));
  if (refusal) return no(refusal);
  const opening = { caseId, actor, role, input, receivedAt, commandId: request.commandId };
  const change = await createCase(tx, engine, type, opening, now);
  const first = change.firstEvent;
  const telling = await change.store(tx, engine.metrics);
  return {
    outcome: { ok: true, receipt: receiptOf(caseId, change.number, [first]), repeated: false },
    tellings: [telling],
  };
}
