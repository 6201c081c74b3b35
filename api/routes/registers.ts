import { Router } from 'express';
import { z } from 'zod';
import { firstOfMonth, instantOf, isoInstant } from '../../domain/calendar/civil.ts';
import { keys } from '../../domain/case-types/inputs.ts';
import {
  DECISION_REASONS,
  PROPOSAL_DECISIONS,
  reasonsFor,
} from '../../domain/oversight/decisions.ts';
import type { Proposal } from '../../domain/oversight/proposals.ts';
import { choiceText } from '../../domain/input-problem.ts';
import { refuse } from '../../domain/rejection.ts';
import type { AppContext } from '../app-context.ts';
import { principalOf } from '../auth/session.ts';
import { parse } from '../input.ts';
import { Problem, refusalProblem } from '../problem.ts';
import { passedAround } from '../queries/buck-passing.ts';
import { readNow } from '../queries/case-list.ts';
import { readDirectory } from '../queries/directory.ts';
import { openEscalations } from '../queries/escalations.ts';
import { openTexts } from '../queries/listed-row.ts';
import { decideProposal, readProposals } from '../queries/proposals.ts';
import { mustSupervise } from '../supervision.ts';
import { escalationView, passedView, proposalView } from '../views/registers.ts';

/** Left out: the month that is running. */
export const buckPassingQuery = z.strictObject({
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, { error: '须为 2026-11 这样的年月' })
    .meta({ title: '月份' })
    .optional(),
});

export const proposalDecisionBody = z.strictObject({
  decision: z.enum(keys(PROPOSAL_DECISIONS)).meta({ title: '决定', labels: PROPOSAL_DECISIONS }),
  reason: z.enum(keys(DECISION_REASONS)).meta({ title: '措施或理由', labels: DECISION_REASONS }),
});

type DecisionBody = z.output<typeof proposalDecisionBody>;

/** What supervisors go by: escalations that wait for them, cases that were passed around, and what the record of a unit proposes. */
export function registerRoutes(context: AppContext): Router {
  const { engine, database } = context;
  const router = Router();
  router.get('/escalations', async (_request, response) => {
    const types = mustSupervise(principalOf(response));
    const [rows, directory, now] = await Promise.all([
      openEscalations(engine, types),
      readDirectory(database),
      readNow(engine),
    ]);
    const escalations = rows.map((row) =>
      escalationView(row, openTexts(engine.vault, row), directory, now),
    );
    response.json({ escalations, total: Number(rows[0]?.total ?? 0), asOf: isoInstant(now) });
  });
  router.get('/buck-passing', async (request, response) => {
    const types = mustSupervise(principalOf(response));
    const asked = parse(buckPassingQuery, request.query, 'query');
    const now = await readNow(engine);
    const month = asked.month ?? isoInstant(now).slice(0, 7);
    const [rows, directory] = await Promise.all([
      passedAround(engine, types, monthBounds(month)),
      readDirectory(database),
    ]);
    const cases = rows.map((row) => passedView(row, openTexts(engine.vault, row), directory, now));
    response.json({ month, cases, asOf: isoInstant(now) });
  });
  router.get('/proposals', async (_request, response) => {
    const types = mustSupervise(principalOf(response));
    const now = await readNow(engine);
    const known = await readProposals(engine, types, now);
    const deciders = [...known.decisions.values()].map(({ person }) => person);
    const directory = await readDirectory(database, deciders);
    const proposals = known.proposals.map((one) => proposalView(one, known, directory));
    response.json({ proposals, asOf: isoInstant(now) });
  });
  router.post('/proposals/:key/decision', async (request, response) => {
    const { id: person, ...actor } = principalOf(response);
    const types = mustSupervise(actor);
    const body = parse(proposalDecisionBody, request.body, 'body');
    const now = await readNow(engine);
    const known = await readProposals(engine, types, now);
    const proposal = known.proposals.find(({ key }) => key === request.params.key);
    if (!proposal) throw noSuchProposal;
    mustFit(proposal, body);
    const { key } = proposal;
    const decided = await decideProposal(engine, { key, ...body, person, at: new Date(now) });
    const { decision, reason } = decided;
    const same = decided.person === person && decision === body.decision && reason === body.reason;
    if (!same) throw decidedAlready;
    const directory = await readDirectory(database, [person]);
    const decisions = new Map([[key, decided]]);
    response.json(proposalView(proposal, { ...known, decisions }, directory));
  });
  return router;
}

function monthBounds(month: string): { from: number; to: number } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const startOf = (n: number) => instantOf(firstOfMonth(year, n), 0);
  return { from: startOf(number), to: startOf(number + 1) };
}

/** A measure is taken when a proposal is accepted; a reason given when it is dismissed. */
function mustFit({ kind }: Proposal, { decision, reason }: DecisionBody): void {
  const allowed = reasonsFor(kind, decision);
  if (allowed.includes(reason)) return;
  const choices = Object.fromEntries(allowed.map((one) => [one, DECISION_REASONS[one]]));
  throw refusalProblem(
    refuse('INVALID_INPUT', {
      field: 'body.reason',
      details: { title: '措施或理由', problem: choiceText(choices) },
      choices,
    }),
  );
}

const noSuchProposal = new Problem({
  status: 404,
  code: 'NOT_FOUND',
  detail: '没有这条建议',
  rule: '建议由系统按本季度和上季度的记录提出',
  todo: '请刷新建议列表',
});

const decidedAlready = new Problem({
  status: 409,
  code: 'PROPOSAL_DECIDED',
  detail: '这条建议已有决定',
  rule: '每条建议只决定一次',
  todo: '请刷新查看已作出的决定',
});
