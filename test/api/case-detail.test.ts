import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { query } from '../../engine/database.ts';
import { openText } from '../../engine/vault.ts';
import { type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './refusals.ts';
import { rowCounts } from './tables.ts';

let system: System;
let dispatcher: Person;
let liaison: Person;
let handler: Person;
let caseId: string;
let number: string;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  const accounts = ['paidan1', 'xiayang-lianluo', 'xiayang-chengban'];
  [dispatcher, liaison, handler] = (await Promise.all(
    accounts.map((account) => signIn(system.url, account)),
  )) as [Person, Person, Person];
  const opened = await dispatcher.open({ urgency: 'SAFETY' });
  ({ caseId, number } = opened.body);
  await dispatcher.command(caseId, 'dispatch', {
    leadUnit: 'xiayang',
    directed: true,
    note: '请尽快到场',
  });
  await liaison.command(caseId, 'acknowledge');
  await handler.command(caseId, 'recordContact', { channel: 'PHONE', note: '已联系,约定明日到场' });
});
afterAll(() => system.stop());

const page = async (person: Person) => (await person.get(`/api/cases/${caseId}`)).body;

describe('who asked', () => {
  test('is masked on the page and in the list', async () => {
    expect((await page(handler)).caller).toEqual({ name: '陈**', phone: '139****0000' });
    const everywhere = JSON.stringify([
      await page(handler),
      (await handler.get('/api/cases')).body,
    ]);
    expect(everywhere).not.toMatch(/陈测试|13900000000/);
  });

  test('is revealed for a reason, which is recorded and sealed', async () => {
    const reveal = (reason: string) => handler.post(`/api/cases/${number}/reveal`, { reason });
    expect((await reveal('约定上门时间')).body).toEqual({ name: '陈测试', phone: '13900000000' });
    const rows = await query<{
      account: string;
      what: string;
      sealed: Buffer;
      id: string;
      wrapped: Buffer;
    }>(
      system.engine.pool,
      `SELECT p.account, a.what, t.sealed, t.id, k.wrapped FROM audit_read a JOIN person p ON p.id::text = a.person
         JOIN case_text t ON t.id = a.reason_id JOIN case_key k ON k.case_id = a.case_id WHERE a.case_id = $1`,
      [caseId],
    );
    expect(rows).toEqual([
      expect.objectContaining({ account: 'xiayang-chengban', what: 'identity' }),
    ]);
    const [row] = rows;
    if (!row) throw new Error('no row');
    const key = system.engine.vault.unwrap(caseId, row.wrapped);
    expect(openText(key, row.sealed, row.id)).toBe('约定上门时间');
    expect(row.sealed.includes('约定')).toBe(false);
  });
});

describe('the timeline', () => {
  test('tells who did what, with labels, units by name and texts opened', async () => {
    const { timeline } = await page(dispatcher);
    expect(timeline).toHaveLength(4);
    expect(timeline[0]).toMatchObject({
      version: 1,
      type: 'TicketReceived',
      label: '受理',
      kind: 'person',
    });
    expect(timeline[0].fields).toEqual(
      expect.arrayContaining([
        { title: '街镇', value: '夏阳街道' },
        { title: '诉求类型', value: '求助、投诉' },
        { title: '紧急程度', value: '安全隐患类' },
        { title: '地址', value: '公园路 100 号' },
      ]),
    );
    expect(JSON.stringify(timeline[0].fields)).not.toMatch(/陈|139/);
    expect(timeline[1]).toMatchObject({
      label: '派单',
      actor: { name: '派单员甲', unit: '区城运中心', roleLabel: '派单员' },
      fields: [
        { title: '主办单位', value: '夏阳街道' },
        { title: '签派(不得退单)', value: '是' },
        { title: '派单意见', value: '请尽快到场' },
      ],
      clock: null,
      targets: [],
    });
    expect(timeline[3].fields).toEqual([
      { title: '联系方式', value: '电话' },
      { title: '联系情况', value: '已联系,约定明日到场' },
    ]);
  });

  test('names the clock of a level and who was told', async () => {
    const handling = (await page(handler)).clocks.find(
      ({ clock }: { clock: string }) => clock === 'handle',
    );
    const due = Date.parse(handling.statutoryDue);
    system.clock.offset = due + 1000 - Date.now();
    const note = { note: '到场检修' };
    expect((await handler.command(caseId, 'recordProgress', note)).status).toBe(200);
    const { timeline, light, version } = await page(handler);
    system.clock.offset = 0;
    const levels = timeline.filter(({ kind }: { kind: string }) => kind === 'system');
    expect(light).toBe('red');
    expect(timeline).toHaveLength(version);
    expect(levels.length).toBeGreaterThan(0);
    for (const level of levels) {
      expect(level).toMatchObject({ type: 'LevelReached', actor: null, fields: [] });
      expect(Date.parse(level.dueAt)).toBeLessThanOrEqual(Date.parse(level.at));
    }
    const breach = levels.find(({ dueAt }: { dueAt: string }) => Date.parse(dueAt) === due);
    expect(breach).toMatchObject({ clock: '办理时限', label: expect.stringContaining('红灯') });
    expect(breach.targets).toEqual(expect.arrayContaining([expect.stringMatching(/^夏阳/)]));
  });
});

test('what the menu offers is what the API takes, and what it refuses has the same reason', async () => {
  const { availableCommands } = await page(liaison);
  const offered = availableCommands.find(
    ({ command }: { command: string }) => command === 'requestReturn',
  );
  expect(offered).toMatchObject({
    allowed: false,
    refusal: { code: 'BOUND_BY_DIRECTED_DISPATCH' },
  });
  const input = { reason: 'WRONG_PLACE', note: '不在本辖区' };
  const answer = await liaison.command(caseId, 'requestReturn', input);
  expectProblem(answer, 409, 'BOUND_BY_DIRECTED_DISPATCH');
  const { what, rule, todo } = offered.refusal;
  expect(answer.body).toMatchObject({ detail: what, rule, todo });
});

test('a case whose key was erased is shown without its texts and reveals nobody', async () => {
  const erased = (await dispatcher.open()).body.caseId;
  await query(system.engine.pool, 'DELETE FROM case_key WHERE case_id = $1', [erased]);
  const shown = (await dispatcher.get(`/api/cases/${erased}`)).body;
  expect(shown).toMatchObject({
    text: '(已按规定删除)',
    address: '(已按规定删除)',
    caller: { name: '—', phone: '—' },
  });
  const before = await rowCounts(system);
  const answer = await dispatcher.post(`/api/cases/${erased}/reveal`, { reason: '回访' });
  expectProblem(answer, 404, 'NOT_FOUND');
  expect(await rowCounts(system)).toEqual(before);
});

test('the holder is told with since when', async () => {
  expect((await page(liaison)).holders).toEqual([
    {
      unit: { code: 'xiayang', name: '夏阳街道', short: '夏阳' },
      part: 'lead',
      partLabel: '主办',
      from: expect.stringMatching(/\+08:00$/),
      to: null,
    },
  ]);
});

describe('notices', () => {
  const inbox = async (person: Person) => (await person.get('/api/notices')).body;

  test('reach whom a step is for, and are read one by one, by their owner only', async () => {
    const fresh = (await dispatcher.open()).body;
    await dispatcher.command(fresh.caseId, 'dispatch', { leadUnit: 'xiayang' });
    const { unread, notices } = await inbox(liaison);
    const notice = notices.find((one: { caseId: string }) => one.caseId === fresh.caseId);
    expect(notice).toMatchObject({ number: fresh.number, kind: '派单', readAt: null });
    expect((await liaison.get('/api/session')).body.unread).toBe(unread);
    expectProblem(await handler.post(`/api/notices/${notice.id}/read`, {}), 404, 'NOT_FOUND');
    expect((await inbox(liaison)).unread).toBe(unread);
    for (let i = 0; i < 2; i += 1) {
      expect((await liaison.post(`/api/notices/${notice.id}/read`, {})).status).toBe(204);
    }
    const after = await inbox(liaison);
    expect(after.unread).toBe(unread - 1);
    const read = after.notices.find(({ id }: { id: string }) => id === notice.id);
    expect(read.readAt).toMatch(/\+08:00$/);
    expect(Math.abs(Date.parse(read.readAt) - Date.now())).toBeLessThan(60_000);
  });

  test('of a level name its clock', async () => {
    const { notices } = await inbox(handler);
    const kinds: readonly string[] = notices.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toContainEqual(expect.stringMatching(/^办理时限 .*红灯/));
  });
});
