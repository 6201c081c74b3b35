import { Router } from 'express';
import { z } from 'zod';
import { type Refusal, refuse } from '../../domain/rejection.ts';
import { proposeChange } from '../../engine/rules/change-cases.ts';
import {
  approveChange,
  type ChangeRow,
  readChange,
  readChanges,
  readLines,
  setPaused,
} from '../../engine/rules/changes.ts';
import { tellResumed } from '../../engine/rules/start-changes.ts';
import type { AppContext } from '../app-context.ts';
import { principalOf } from '../auth/session.ts';
import { parse } from '../input.ts';
import { refusalProblem } from '../problem.ts';
import { readNow } from '../queries/case-list.ts';
import { readDirectory } from '../queries/directory.ts';
import { mustSupervise, mustSuperviseAll } from '../supervision.ts';
import { changeView, lineView } from '../views/rule-changes.ts';

const names = z.array(z.string().min(1).max(100)).min(1).max(1000).optional();

/** Which open cases go under which version; a selection that is left out is every case of the types that one supervises. */
export const changeBody = z.strictObject({
  kind: z.enum(['policy', 'calendar']).meta({ title: '类别' }),
  version: z.string().min(1).max(60).meta({ title: '版本号' }),
  select: z
    .strictObject({ types: names, units: names, numbers: names })
    .default({})
    .meta({ title: '范围' }),
});

export const linesQuery = z.strictObject({
  after: z.string().max(60).optional(),
  state: z.enum(['planned', 'applied', 'unchanged', 'differs', 'failed']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const ref = z.strictObject({ id: z.uuid() });

/** Open cases that go on under other rules: shown, approved by a second person, carried over, paused and gone on with. */
export function ruleChangeRoutes(context: AppContext): Router {
  const { engine, client, database } = context;
  const router = Router();
  const viewsOf = async (rows: readonly ChangeRow[]) => {
    const people = rows.flatMap((row) => [row.proposed_by, row.approved_by]);
    const directory = await readDirectory(
      database,
      people.filter((id) => id !== null),
    );
    return rows.map((row) => changeView(row, directory));
  };
  const viewOf = async (id: string) => (await viewsOf([await mustKnow(context, id)]))[0];

  router.get('/rule-changes', async (_request, response) => {
    mustSupervise(principalOf(response));
    response.json({ changes: await viewsOf(await readChanges(engine.pool)) });
  });
  router.post('/rule-changes', async (request, response) => {
    const { id: person, ...actor } = principalOf(response);
    const supervised = mustSupervise(actor);
    const { kind, version, select } = parse(changeBody, request.body, 'body');
    const types = select.types ?? supervised;
    mustSuperviseAll(actor, types);
    const by = { person, now: await readNow(engine) };
    const proposed = await proposeChange(engine, { kind, version }, { ...select, types }, by);
    if (typeof proposed !== 'string') throw refusalProblem(proposed);
    response.status(201).json(await viewOf(proposed));
  });
  router.get('/rule-changes/:id', async (request, response) => {
    mustSupervise(principalOf(response));
    response.json(await viewOf(idOf(request.params)));
  });
  router.get('/rule-changes/:id/cases', async (request, response) => {
    mustSupervise(principalOf(response));
    const { id } = await mustKnow(context, idOf(request.params));
    const lines = await readLines(engine.pool, id, parse(linesQuery, request.query, 'query'));
    response.json({ cases: lines.map(lineView) });
  });
  const doing = (
    path: string,
    does: (id: string, by: { person: string; now: number }) => Promise<Refusal | undefined>,
  ): void => {
    router.post(`/rule-changes/:id/${path}`, async (request, response) => {
      const { id: person, ...actor } = principalOf(response);
      mustSupervise(actor);
      const { id, selection } = await mustKnow(context, idOf(request.params));
      mustSuperviseAll(actor, selection.types ?? []);
      const refusal = await does(id, { person, now: await readNow(engine) });
      if (refusal) throw refusalProblem(refusal);
      response.json(await viewOf(id));
    });
  };
  doing('approval', (id, by) => approveChange(engine, id, by));
  doing('pause', (id) => setPaused(engine, id, true));
  doing('resumption', async (id) => {
    const refusal = await setPaused(engine, id, false);
    // It looks by itself too; Temporal may be away.
    if (!refusal) await tellResumed(client, id).catch(() => undefined);
    return refusal;
  });
  return router;
}

const idOf = (params: object): string => {
  const parsed = ref.safeParse(params);
  if (!parsed.success) throw refusalProblem(refuse('NO_SUCH_CHANGE'));
  return parsed.data.id;
};

async function mustKnow({ engine }: AppContext, id: string): Promise<ChangeRow> {
  const found = await readChange(engine.pool, id);
  if (!found) throw refusalProblem(refuse('NO_SUCH_CHANGE'));
  return found;
}
