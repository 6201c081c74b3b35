import type { CaseState } from '../domain/case-state.ts';
import { type Accepted, commandSpec, decide } from '../domain/decider.ts';
import type { AnyCommandSpec } from '../domain/define-case-type.ts';
import { type Refusal, refuse } from '../domain/rejection.ts';
import type { Telling } from '../domain/telling.ts';
import { answerOf, type CommandId, commandId, knownAnswer, receiptOf } from './answers.ts';
import { carryOut, plan } from './carry-out.ts';
import type { Change } from './change.ts';
import type { CommandRequest } from './command-request.ts';
import type { Transaction } from './database.ts';
import type { Engine } from './engine.ts';
import { lockAll, readClock } from './locking.ts';
import { answered, no, type Outcome, perform, type Result } from './perform.ts';
import { namedCase, reachOf } from './reach.ts';
import { openKey, wrappedKeyOf } from './sealer.ts';
import type { LockedCases } from './tell-linked.ts';
import { unknownColleague, unknownUnit } from './units.ts';

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
  const { caseId, command, input } = request;
  const reach = await reachOf(tx, caseId, command, input);
  const [locked, answer, now, wrapped] = await Promise.all([
    lockAll(tx, reach),
    knownAnswer(tx, request.id),
    readClock(tx, engine),
    wrappedKeyOf(tx, caseId),
  ]);
  const cases: LockedCases = new Map(locked);
  const change = cases.get(caseId);
  if (answer) return answered(answer);
  if (!change) return no(refuse('CASE_NOT_FOUND'));
  await change.recordDue(tx, now);
  const other = await namedOther(tx, cases, request, now);
  const accepted = await decideIn(tx, change, request, now, other);
  if ('code' in accepted) return refused(tx, engine, cases, accepted);
  const key = openKey(engine.vault, caseId, wrapped);
  const planned = await plan(tx, engine, change, { ...request, ...accepted }, key, now, other);
  if ('code' in planned) return refused(tx, engine, cases, planned);
  const done = await carryOut(tx, engine, cases, change, { ...request, ...accepted }, planned, now);
  if (!done) return answered(await answerOf(tx, request.id));
  for (const one of cases.values()) if (!one.isEmpty) await one.recordDue(tx, now);
  const tellings = await storeAll(tx, engine, cases);
  const receipt = receiptOf(caseId, change.number, [done]);
  return { outcome: { ok: true, receipt, repeated: false }, tellings };
}

/** The case that the input names, where it was locked. */
async function namedOther(
  tx: Transaction,
  cases: LockedCases,
  { caseId, input }: CommandRequest,
  now: number,
): Promise<Change | undefined> {
  const number = namedCase(input);
  const named = [...cases.values()].find((one) => one.number === number);
  if (named && named.state.caseId !== caseId) await named.recordDue(tx, now);
  return named;
}

/** What fell due meanwhile is kept all the same. */
async function refused(
  tx: Transaction,
  engine: Engine,
  cases: LockedCases,
  refusal: Refusal,
): Promise<Result> {
  return { ...no(refusal), tellings: await storeAll(tx, engine, cases) };
}

async function storeAll(tx: Transaction, engine: Engine, cases: LockedCases): Promise<Telling[]> {
  const changed = [...cases.values()]
    .filter(({ isEmpty }) => !isEmpty)
    .toSorted((a, b) => (a.state.caseId < b.state.caseId ? -1 : 1));
  const tellings: Telling[] = [];
  for (const change of changed) tellings.push(await change.store(tx, engine.metrics));
  return tellings;
}

async function decideIn(
  tx: Transaction,
  change: Change,
  request: CommandRequest,
  now: number,
  other: Change | undefined,
): Promise<Accepted | Refusal> {
  const { state, rules } = change;
  const { actor, command: type, input, expectedVersion } = request;
  const decision = decide(rules, state, { type, input, actor }, now, other?.state);
  if (!decision.ok) return decision.refusal;
  const stale = staleVersion(state, expectedVersion);
  if (stale) return stale;
  const spec = commandSpec(rules.type, type) as AnyCommandSpec;
  return (
    (await unknownUnit(tx, spec.input, decision.input, actor)) ??
    (await unknownColleague(tx, rules.type, spec.input, decision.input, actor)) ??
    decision
  );
}

/** Levels that fell due since are no conflict: nobody typed them. */
const staleVersion = (state: CaseState, expected: number | undefined): Refusal | undefined =>
  expected !== undefined && (expected < state.stepVersion || expected > state.version)
    ? refuse('VERSION_CONFLICT', {
        field: 'expectedVersion',
        details: { current: state.version, expected },
      })
    : undefined;
