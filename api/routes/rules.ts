import { Router } from 'express';
import { z } from 'zod';
import { InvalidCalendar } from '../../domain/calendar/load-calendar.ts';
import { isCivilDate } from '../../domain/calendar/civil.ts';
import type { CalendarData } from '../../domain/calendar/notice.ts';
import { withNotice } from '../../domain/calendar/with-notice.ts';
import { diff } from '../../domain/policy/diff.ts';
import { InvalidPolicy } from '../../domain/policy/load-policy.ts';
import { newestCalendar, newestPolicy } from '../../domain/registry.ts';
import { refuse } from '../../domain/rejection.ts';
import { draftPolicy, draftSchema, readDraft, UnknownKey } from '../../domain/what-if/draft.ts';
import { approveVersion, proposeCalendar, proposePolicy } from '../../engine/rules/publish.ts';
import type { AppContext } from '../app-context.ts';
import { principalOf } from '../auth/session.ts';
import { parse } from '../input.ts';
import { type Problem, refusalProblem } from '../problem.ts';
import { readNow } from '../queries/case-list.ts';
import { readDirectory } from '../queries/directory.ts';
import { readVersions } from '../queries/rule-versions.ts';
import { mustSupervise } from '../supervision.ts';
import { versionView } from '../views/rule-changes.ts';

const version = z
  .string()
  .regex(/^[\w.-]{1,60}$/, { error: '须为 1 至 60 个字母、数字、点、横线' })
  .meta({ title: '版本号' });
const day = z.string().refine(isCivilDate, { error: '须为 2027-01-01 这样的日期' });
const basis = z.string().trim().min(1, { error: '此项必填' }).max(500).meta({ title: '依据' });

/** One year's notice of holidays, as the State Council publishes it. */
const notice = z.strictObject({
  year: z.int().min(2000).max(2100).meta({ title: '年份' }),
  number: z.string().trim().min(1, { error: '此项必填' }).max(60).meta({ title: '文号' }),
  date: day.meta({ title: '发文日期' }),
  holidays: z.array(
    z.strictObject({ name: z.string().min(1).max(20).meta({ title: '名称' }), from: day, to: day }),
  ),
  makeupDays: z.array(day).meta({ title: '调休上班日' }),
});

/** Changes to the newest policy, a whole new calendar, or the newest calendar with a notice more. */
export const versionBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('policy'),
    version,
    basis,
    effectiveFrom: day.meta({ title: '生效日期' }),
    limits: draftSchema.shape.limits,
    ladders: draftSchema.shape.ladders,
  }),
  z.strictObject({
    kind: z.literal('calendar'),
    basis,
    calendar: z.looseObject({ version }).meta({ title: '放假安排' }),
  }),
  z.strictObject({ kind: z.literal('notice'), version, basis, notice }),
]);

const ref = z.strictObject({ kind: z.enum(['policy', 'calendar']), version });

/** Versions of the rules: proposed by one person, in force when another has approved. Open cases keep what they have pinned. */
export function ruleRoutes(context: AppContext): Router {
  const { engine, database } = context;
  const router = Router();
  router.get('/rules', async (_request, response) => {
    mustSupervise(principalOf(response));
    const rows = await readVersions(engine.pool);
    const people = rows.flatMap((row) => [row.proposed_by, row.approved_by]);
    const directory = await readDirectory(
      database,
      people.filter((id) => id !== null),
    );
    response.json({ versions: rows.map((row) => versionView(row, directory)) });
  });
  router.post('/rules', async (request, response) => {
    const { id: person, ...actor } = principalOf(response);
    mustSupervise(actor);
    const body = parse(versionBody, request.body, 'body');
    const by = { basis: body.basis, person, now: await readNow(engine) };
    const place = body.kind === 'notice' ? 'body.notice' : 'body.calendar';
    const proposed = await speakingOf(() => propose(context, body, by), place);
    if ('code' in proposed) throw refusalProblem({ ...proposed, ...inBody(proposed.field) });
    response.status(201).json(proposed);
  });
  router.post('/rules/:kind/:version/approval', async (request, response) => {
    const { id: person, ...actor } = principalOf(response);
    mustSupervise(actor);
    const target = parse(ref, request.params, 'path');
    const refusal = await approveVersion(engine, target, { person, now: await readNow(engine) });
    if (refusal) throw refusalProblem(refusal);
    response.json({ ...target, published: true });
  });
  return router;
}

type VersionBody = z.output<typeof versionBody>;

async function propose(
  { engine }: AppContext,
  body: VersionBody,
  by: { basis: string; person: string; now: number },
) {
  if (body.kind !== 'policy') {
    const data = calendarIn(body);
    const refusal = await proposeCalendar(engine, data, by);
    return refusal ?? { kind: 'calendar', version: data.version, changes: [] };
  }
  const { limits, ladders, version: name, effectiveFrom } = body;
  const before = newestPolicy();
  const named = { ...before, version: name, effectiveFrom };
  const policy = draftPolicy(named, readDraft({ limits, ladders }), newestCalendar());
  const refusal = await proposePolicy(engine, policy, by);
  return refusal ?? { kind: body.kind, version: name, changes: diff(before, policy) };
}

/** Not checked yet: whoever proposes it has it loaded. */
const calendarIn = (body: Exclude<VersionBody, { kind: 'policy' }>): CalendarData =>
  body.kind === 'notice'
    ? withNotice(newestCalendar().data, body.version, body.notice)
    : (body.calendar as unknown as CalendarData);

const inBody = (field: string | undefined) =>
  field === undefined ? {} : { field: `body.${field}` };

/** Rules that contradict themselves are refused with everything that is wrong with them; `calendar` is the field of a calendar. */
export async function speakingOf<T>(
  work: () => Promise<T>,
  calendar = 'body.calendar',
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InvalidPolicy) throw invalid('body.ladders', '规则', error.problems);
    if (error instanceof InvalidCalendar) throw invalid(calendar, '放假安排', error.problems);
    if (error instanceof UnknownKey) throw invalid('body.limits', '时限或阶梯', error.keys);
    throw error;
  }
}

const invalid = (field: string, title: string, problems: readonly string[]): Problem =>
  refusalProblem(
    refuse('INVALID_INPUT', { field, details: { title, problem: problems.join(';') } }),
  );
