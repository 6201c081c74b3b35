import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDate, dayOf } from '../../domain/calendar/civil.ts';
import { cn2024to2026Data } from '../../domain/calendar/cn-2024-2026.data.ts';
import { query } from '../../engine/database.ts';
import { withYear } from '../support/calendars.ts';
import type { Person } from '../support/people.ts';
import { signInAll } from '../support/sign-in-all.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './refusals.ts';

let system: System;
let supervisor: Person;
let leader: Person;
let dispatcher: Person;
let petitionLead: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [supervisor, leader, dispatcher] = await signInAll(system, 'duban', 'quling', 'paidan1');
});
afterAll(() => system.stop());

const HANDLE = 'hotline.handle.ASSIST_COMPLAINT';
const tomorrow = () => civilDate(dayOf(Date.now()) + 1);
const policy = (fields: object = {}) => ({
  kind: 'policy',
  version: 'test.1',
  basis: '区级文件',
  effectiveFrom: tomorrow(),
  limits: { [HANDLE]: 7 },
  ...fields,
});
/** Twice the same level. */
const RUNG = { level: 'L1', label: '预警', at: { share: 80 }, notify: ['lead'] };
const propose = (body: object, person = supervisor) => person.post('/api/rules', body);

describe('proposing a version', () => {
  test('is for supervisors', async () => {
    expectProblem(await propose(policy(), dispatcher), 403, 'FORBIDDEN_ROLE');
    expectProblem(await dispatcher.get('/api/rules'), 403, 'FORBIDDEN_ROLE');
  });

  test.each<[string, object, string]>([
    ['no such limit', { limits: { 'hotline.nothing': 3 } }, 'body.limits'],
    ['a limit below one', { limits: { [HANDLE]: -1 } }, `body.limits.${HANDLE}`],
    ['no basis', { basis: ' ' }, 'body.basis'],
    ['no such day', { effectiveFrom: '2027-02-30' }, 'body.effectiveFrom'],
    ['a name that is none', { version: '新版' }, 'body.version'],
    ['a field that is none', { extra: 1 }, 'body'],
    ['a ladder that contradicts itself', { ladders: { standard: [RUNG, RUNG] } }, 'body.ladders'],
  ])('refuses %s', async (_, fields, field) => {
    const answer = await propose(policy(fields));
    expect([answer.status, answer.body.code]).toEqual([422, 'INVALID_INPUT']);
    expect(answer.body.field).toContain(field);
  });

  test('refuses a day that has begun, and a calendar that contradicts itself', async () => {
    const today = await propose(policy({ effectiveFrom: civilDate(dayOf(Date.now())) }));
    expectProblem(today, 422, 'EFFECTIVE_TOO_EARLY', 'body.effectiveFrom');
    const calendar = {
      ...cn2024to2026Data,
      version: 'twice',
      notices: [...cn2024to2026Data.notices, ...cn2024to2026Data.notices],
    };
    const twice = await propose({ kind: 'calendar', basis: '通知', calendar });
    expectProblem(twice, 422, 'INVALID_INPUT', 'body.calendar');
  });

  test("takes a year's notice by itself, and refuses one that leaves out a holiday", async () => {
    const { version, notices } = withYear(2027, { makeupDays: ['2027-01-09'] });
    const notice = notices.at(-1);
    const proposed = await propose({ kind: 'notice', version, basis: '通知', notice });
    expect([proposed.status, proposed.body]).toEqual([
      201,
      { kind: 'calendar', version, changes: [] },
    ]);
    const [row] = await query<{ data: object }>(
      system.engine.pool,
      'SELECT data FROM calendar_version WHERE version = $1',
      [version],
    );
    expect(row?.data).toEqual(withYear(2027, { makeupDays: ['2027-01-09'] }));
    const short = { ...notice, holidays: notice?.holidays.slice(1) };
    const refused = await propose({
      kind: 'notice',
      version: 'short',
      basis: '通知',
      notice: short,
    });
    expectProblem(refused, 422, 'INVALID_INPUT', 'body.notice');
    expect(refused.body.detail).toContain('2027 年:缺少');
  });

  test('says what changes, once for a name', async () => {
    const { status, body } = await propose(policy());
    expect(status).toBe(201);
    expect(body.changes).toMatchObject([{ key: HANDLE, change: 'changed' }]);
    expectProblem(
      await propose(policy({ effectiveFrom: '2099-01-01' })),
      409,
      'VERSION_TAKEN',
      'body.version',
    );
  });
});

describe('publishing a version', () => {
  const approve = (version: string, person: Person) =>
    person.post(`/api/rules/policy/${version}/approval`, {});

  test('takes a second person, and a version that was proposed', async () => {
    expectProblem(await approve('test.1', supervisor), 403, 'PROPOSER_APPROVES');
    expectProblem(await approve('test.2', leader), 404, 'NO_SUCH_VERSION');
    expectProblem(await approve('test.1', dispatcher), 403, 'FORBIDDEN_ROLE');
    const change = { kind: 'policy', version: 'test.1' };
    expectProblem(
      await supervisor.post('/api/rule-changes', change),
      404,
      'NO_SUCH_VERSION',
      'body.version',
    );
    expect((await approve('test.1', leader)).status).toBe(200);
    expect((await approve('test.1', leader)).status).toBe(200);
  });

  test('is seen in the list with both names', async () => {
    const { body } = await supervisor.get('/api/rules');
    expect(body.versions[0]).toMatchObject({
      kind: 'policy',
      version: 'test.1',
      status: 'published',
      proposedBy: '督办员',
      approvedBy: '分管区领导',
      openCases: 0,
    });
    const others = body.versions.slice(1).map(({ status }: { status: string }) => status);
    expect(others).toEqual(['proposed', 'released', 'released']);
  });
});

describe('changing rules under open cases', () => {
  test('finds no case where there is none, and no change that was never proposed', async () => {
    const change = { kind: 'policy', version: 'test.1' };
    expectProblem(
      await supervisor.post('/api/rule-changes', change),
      422,
      'NO_CASES_TO_CHANGE',
      'body.select',
    );
    const none = '/api/rule-changes/00000000-0000-4000-8000-000000000000';
    for (const path of [none, `${none}/cases`, '/api/rule-changes/x']) {
      expectProblem(await supervisor.get(path), 404, 'NO_SUCH_CHANGE');
    }
    expectProblem(await leader.post(`${none}/pause`, {}), 404, 'NO_SUCH_CHANGE');
  });

  test('is for those who supervise all of its types', async () => {
    [petitionLead] = await signInAll(system, 'petition-xinfang1');
    const change = { kind: 'policy', version: 'test.1', select: { types: ['nothing'] } };
    expectProblem(await supervisor.post('/api/rule-changes', change), 403, 'FORBIDDEN_ROLE');
    expectProblem(await petitionLead.post('/api/rule-changes', change), 403, 'FORBIDDEN_ROLE');
    expectProblem(await petitionLead.get('/api/rule-changes'), 403, 'FORBIDDEN_ROLE');
  });
});

describe('asking what a draft would have changed', () => {
  const ask = (body: object, person = supervisor) => person.post('/api/what-if', body);

  test('is answered from the log, and refused with the field that is wrong', async () => {
    await dispatcher.open({ receivedAt: new Date(Date.now() - 20 * 86_400_000).toISOString() });
    const period = { from: civilDate(dayOf(Date.now()) - 30), to: civilDate(dayOf(Date.now())) };
    const { body } = await ask({ limits: { [HANDLE]: 60 }, ...period });
    expect(body).toMatchObject({ examined: 1, changed: 1, gained: 0, lost: 1 });
    expect(body.cases).toHaveLength(1);
    expectProblem(await ask({ ...period, to: '2020-01-01' }), 422, 'INVALID_INPUT', 'body.to');
    expectProblem(await ask({ limits: { x: 1 }, ...period }), 422, 'INVALID_INPUT', 'body.limits');
    expectProblem(await ask(period, dispatcher), 403, 'FORBIDDEN_ROLE');
  });
});
