import { type Response, Router } from 'express';
import { z } from 'zod';
import { commandSpec } from '../../domain/decider.ts';
import type { Actor } from '../../domain/define-case-type.ts';
import { currentCaseType, rulesOf } from '../../domain/registry.ts';
import { type Refusal, refuse } from '../../domain/rejection.ts';
import { query } from '../../engine/database.ts';
import { open } from '../../engine/open.ts';
import { readingReason, recordReading } from '../../engine/readings.ts';
import type { Outcome } from '../../engine/perform.ts';
import { submit } from '../../engine/submit.ts';
import type { AppContext } from '../app-context.ts';
import { principalOf } from '../auth/session.ts';
import { idempotencyKey, parse, withInstants } from '../input.ts';
import { Problem, refusalProblem } from '../problem.ts';
import { findCase, personsIn, readCase } from '../queries/case-detail.ts';
import { readNow } from '../queries/case-list.ts';
import { precedentsFor } from '../queries/precedents.ts';
import { similarTo } from '../queries/similar.ts';
import { mayNameCase } from '../queries/uuid.ts';
import { readDirectory } from '../queries/directory.ts';
import { caseDetailView } from '../views/case-detail.ts';
import { precedentView, similarView } from '../views/likeness.ts';

export const openBody = z.strictObject({
  type: z.string().max(100).meta({ title: '案件类型' }),
  input: z.record(z.string(), z.unknown()).meta({ title: '填写内容' }),
});

export const commandBody = z.strictObject({
  command: z.string().max(100).meta({ title: '操作' }),
  input: z.record(z.string(), z.unknown()).meta({ title: '填写内容' }).default({}),
  expectedVersion: z.number().int().min(1).meta({ title: '所见版本' }).optional(),
});

export function caseRoutes(context: AppContext): Router {
  const { engine } = context;
  const router = Router();
  router.post('/cases', async (request, response) => {
    const key = idempotencyKey(request);
    const { type, input } = parse(openBody, request.body, 'body');
    const schema = currentCaseType(type)?.opens.input;
    const actor = principalOf(response);
    const outcome = await open(engine, {
      actor,
      commandId: key,
      type,
      input: schema ? withInstants(schema, input) : input,
    });
    answer(context, response, outcome, 201);
  });
  router.get('/cases/:id', async (request, response) => {
    const actor = principalOf(response);
    const stored = await readCase(engine, actor, request.params.id);
    if (!stored) throw notFound();
    const [directory, now, similar, precedents] = await Promise.all([
      readDirectory(context.database, personsIn(rulesOf(stored.state.rules).type, stored.events)),
      readNow(engine),
      similarTo(engine, actor, stored.state.caseId),
      precedentsFor(engine, actor, stored.state),
    ]);
    response.json({
      ...caseDetailView(stored, actor, directory, now),
      similar: similar.map((row) => similarView(row, directory)),
      precedents: precedents.map((row) => precedentView(row, directory)),
    });
  });
  router.post('/cases/:id/commands', async (request, response) => {
    const key = idempotencyKey(request);
    const { command, input, expectedVersion } = parse(commandBody, request.body, 'body');
    const actor = principalOf(response);
    const found = await findCase(engine, actor, request.params.id);
    const caseId = found?.id ?? (await answeredBefore(context, actor.id, key, request.params.id));
    if (caseId === undefined) throw notFound();
    const spec = found && commandSpec(rulesOf(found.state.rules).type, command);
    if (spec?.links !== undefined) await mustSeeOther(context, actor, key, found?.id ?? '', input);
    const outcome = await submit(engine, {
      actor,
      commandId: key,
      caseId,
      command,
      input: spec ? withInstants(spec.input, input) : input,
      ...(expectedVersion !== undefined && { expectedVersion }),
    });
    answer(context, response, outcome, 200);
  });
  router.post('/cases/:id/reveal', async (request, response) => {
    const { reason } = parse(readingReason, request.body, 'body');
    const actor = principalOf(response);
    const stored = await readCase(engine, actor, request.params.id);
    if (!stored) throw notFound();
    if (stored.erased) throw identityErased;
    const { type } = rulesOf(stored.state.rules);
    const { caseId } = stored.state;
    const { person } = type.summary(stored.state.facts as never);
    if (person === undefined) throw nobodyAsked;
    await recordReading(engine, { caseId, person: actor.id, what: 'identity', reason });
    response.json(stored.identity(person));
  });
  return router;
}

/** The domain calls a command's name its type; in a body it stands under `command`. */
const inBodyWords = (refusal: Refusal): Refusal =>
  refusal.code === 'UNKNOWN_COMMAND' ? { ...refusal, field: 'command' } : refusal;

const identityErased = new Problem({
  status: 404,
  code: 'NOT_FOUND',
  detail: '来电人信息已删除',
  rule: '个人信息到期后按规定删除,不可恢复',
  todo: '如需联系,请作为新工单受理',
});

const nobodyAsked = new Problem({
  status: 404,
  code: 'NOT_FOUND',
  detail: '本件没有诉求人信息',
  rule: '检查发现的案件不登记诉求人',
  todo: '请查看案件的地点与说明',
});

/** A case is tied only to one that its actor may see; what was answered before is answered again all the same. */
async function mustSeeOther(
  context: AppContext,
  actor: Actor,
  key: string,
  caseId: string,
  { other }: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (typeof other !== 'string') return;
  if (await findCase(context.engine, actor, other)) return;
  if (await answeredBefore(context, actor.id, key, caseId)) return;
  throw refusalProblem(refuse('CASE_NOT_FOUND', { field: 'input.other' }));
}

const notFound = () => refusalProblem(refuse('CASE_NOT_FOUND'));

/** A unit that gave a case away may still ask again for the answer to its own command. */
async function answeredBefore(
  { engine }: AppContext,
  principal: string,
  key: string,
  idOrNumber: string,
): Promise<string | undefined> {
  if (!mayNameCase(idOrNumber)) return undefined;
  const [row] = await query<{ case_id: string }>(
    engine.pool,
    `SELECT c.case_id FROM command c JOIN case_row r ON r.id = c.case_id
      WHERE c.principal = $1 AND c.id = $2 AND (r.number = $3 OR r.id::text = lower($3))`,
    [principal, key, idOrNumber],
  );
  return row?.case_id;
}

function answer(
  { engine }: AppContext,
  response: Response,
  outcome: Outcome,
  status: number,
): void {
  if (!outcome.ok) throw refusalProblem(inBodyWords(outcome.refusal));
  engine.failpoint('after-commit-before-answer');
  response.status(status).location(`/api/cases/${outcome.receipt.caseId}`).json(outcome.receipt);
}
