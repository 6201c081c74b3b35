import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { query } from '../../engine/database.ts';
import type { Answer, Person } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './problem-shape.ts';
import { signInStaff, type Staff, stored, ticketIn } from './staff.ts';
import { rowCounts } from './tables.ts';

let system: System;
let staff: Staff;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  staff = await signInStaff(system.url);
});
afterAll(() => system.stop());
afterEach(() => {
  system.clock.offset = 0;
});

const page = async (person: Person, caseId: string): Promise<Answer['body']> =>
  stored(await person.get(`/api/cases/${caseId}`));

test('the timeline tells every step with its label, fields, person and unit', async () => {
  const caseId = await ticketIn(staff, 'unitReview');
  const { timeline } = await page(staff.handler, caseId);
  expect(timeline.map(({ label }: { label: string }) => label)).toEqual([
    '受理',
    '派单',
    '签收',
    '先行联系',
    '提交办理结果',
  ]);
  expect(timeline[0]).toMatchObject({
    version: 1,
    type: 'TicketReceived',
    kind: 'person',
    dueAt: null,
    actor: { name: '派单员甲', roleLabel: '派单员' },
    fields: [
      { title: '诉求内容', value: '公园路路灯不亮,夜间行走不便,请尽快修复' },
      { title: '地址', value: '公园路 100 号' },
      { title: '街镇', value: expect.stringContaining('夏阳') },
      { title: '诉求类型', value: '求助、投诉' },
      { title: '紧急程度', value: '一般' },
    ],
    clock: null,
    targets: [],
  });
  expect(timeline[1].fields).toEqual([
    { title: '主办单位', value: expect.stringContaining('夏阳') },
  ]);
  expect(timeline[3]).toMatchObject({
    actor: { name: '夏阳承办人', unit: expect.stringContaining('夏阳'), roleLabel: '承办人' },
    fields: [
      { title: '联系方式', value: '电话' },
      { title: '联系情况', value: '已电话联系' },
    ],
  });
  expect(timeline[4].fields).toContainEqual({ title: '办理结果', value: '实际解决' });
});

test('a level in the timeline says which clock, since when, and who was told', async () => {
  const caseId = await ticketIn(staff, 'inProgress');
  const { clocks } = await page(staff.handler, caseId);
  const handle = clocks.find(({ clock }: { clock: string }) => clock === 'handle');
  system.clock.offset = Date.parse(handle.statutoryDue) - Date.now() + 60_000;
  stored(await staff.handler.command(caseId, 'recordProgress', { note: '在办' }));
  const after = await page(staff.handler, caseId);
  const overdue = after.timeline.find(
    ({ clock, level }: { clock: string; level: string }) => clock === '办理时限' && level === 'L2',
  );
  expect(overdue).toMatchObject({
    type: 'LevelReached',
    kind: 'system',
    label: '逾期(红灯)',
    actor: null,
    dueAt: handle.statutoryDue,
    fields: [],
    targets: expect.arrayContaining(['夏阳承办人', '夏阳分管领导']),
  });
  expect(after.timeline.at(-1)).toMatchObject({ label: '办理记录', kind: 'person' });
  const now = after.clocks.find(({ clock }: { clock: string }) => clock === 'handle');
  expect(now).toMatchObject({
    status: 'running',
    light: 'red',
    label: '办理时限',
    limitText: '5 个工作日',
    duty: '承办人',
    promised: true,
  });
  expect(now.levels.filter(({ fired }: { fired: boolean }) => fired)).toHaveLength(3);
  expect(now.ledger.length).toBeGreaterThanOrEqual(5);
  expect(now.ledger.filter(({ counted }: { counted: boolean }) => counted)).toHaveLength(5);
});

test('name and phone are masked everywhere but where they were asked for with a reason', async () => {
  const caseId = await ticketIn(staff, 'inProgress');
  const answers = [
    await staff.handler.get(`/api/cases/${caseId}`),
    await staff.handler.get('/api/cases'),
    await staff.dispatcher.get(`/api/cases/${caseId}`),
  ];
  for (const answer of answers) {
    expect(JSON.stringify(answer.body)).not.toMatch(/陈测试|13900000000/);
  }
  expect(answers[0]?.body.caller).toEqual({ name: '陈**', phone: '139****0000' });
  const before = await rowCounts(system);
  const shown = await staff.handler.post(`/api/cases/${caseId}/reveal`, { reason: '上门前核对' });
  expect(stored(shown)).toEqual({ name: '陈测试', phone: '13900000000' });
  const after = await rowCounts(system);
  expect(after).toEqual({ ...before, audit_read: (before['audit_read'] ?? 0) + 1 });
  const [audit] = await query(
    system.engine.pool,
    `SELECT p.account, a.case_id, a.what, a.reason, a.at BETWEEN now() - interval '1 minute' AND now() AS now
       FROM audit_read a JOIN person p ON p.id::text = a.person ORDER BY a.id DESC LIMIT 1`,
  );
  expect(audit).toEqual({
    account: 'xiayang-chengban',
    case_id: caseId,
    what: 'identity',
    reason: '上门前核对',
    now: true,
  });
});

test.each([
  {},
  { reason: '' },
  { reason: '  ' },
  { reason: '长'.repeat(201) },
  { reason: '\u0000' },
])('no identity is shown for the reason %j, and none is noted', async (body) => {
  const caseId = await ticketIn(staff, 'pendingAck');
  const before = await rowCounts(system);
  const answer = await staff.coordinator.post(`/api/cases/${caseId}/reveal`, body);
  expectProblem(answer, 422, 'INVALID_INPUT', 'body.reason');
  expect(await rowCounts(system)).toEqual(before);
});

test('a case whose key was erased is shown without its texts', async () => {
  const caseId = await ticketIn(staff, 'pendingAck');
  await query(system.engine.pool, 'DELETE FROM case_key WHERE case_id = $1', [caseId]);
  const erased = await page(staff.dispatcher, caseId);
  expect(erased).toMatchObject({
    text: '(已按规定删除)',
    address: '(已按规定删除)',
    caller: { name: '—', phone: '—' },
  });
  const { cases } = (await staff.coordinator.get('/api/cases?limit=100')).body;
  expect(cases.find(({ id }: { id: string }) => id === caseId).summary).toBe('(已按规定删除)');
  stored(await staff.coordinator.post(`/api/cases/${caseId}/reveal`, { reason: '核对' }));
});

test('a notice is unread until its reader has read it', async () => {
  const inbox = async (person: Person) => stored(await person.get('/api/notices'));
  const before = await inbox(staff.stranger);
  expect(before).toEqual({ unread: 0, notices: [] });
  const { caseId, number } = stored(await staff.dispatcher.open());
  stored(await staff.dispatcher.command(caseId, 'dispatch', { leadUnit: 'xujing' }));
  const { unread, notices } = await inbox(staff.stranger);
  expect(unread).toBe(1);
  expect(notices).toEqual([
    {
      id: expect.any(String),
      caseId,
      number,
      kind: '派单',
      createdAt: expect.stringMatching(/\+08:00$/),
      readAt: null,
    },
  ]);
  const read = (person: Person) => person.post(`/api/notices/${notices[0].id}/read`, '');
  expectProblem(await read(staff.handler), 404, 'NOT_FOUND');
  expect((await inbox(staff.stranger)).unread).toBe(1);
  expect((await read(staff.stranger)).status).toBe(204);
  const after = await inbox(staff.stranger);
  expect(after.unread).toBe(0);
  const { readAt } = after.notices[0];
  expect(Math.abs(Date.parse(readAt) - Date.now())).toBeLessThan(60_000);
  expect((await read(staff.stranger)).status).toBe(204);
  expect((await inbox(staff.stranger)).notices[0].readAt).toBe(readAt);
  expect((await staff.stranger.get('/api/session')).body.unread).toBe(0);
  expectProblem(await staff.stranger.post('/api/notices/none/read', ''), 404, 'NOT_FOUND');
});

test('units and case types say what forms need', async () => {
  const { units } = stored(await staff.dispatcher.get('/api/units'));
  const kinds = units.map(({ kind }: { kind: string }) => kind);
  expect(kinds.filter((kind: string) => kind === 'town')).toHaveLength(11);
  const taking = units.filter(({ takesCases }: { takesCases: boolean }) => takesCases);
  expect(new Set(taking.map(({ code }: { code: string }) => code))).toEqual(
    new Set(['xiayang', 'xujing', 'zhujiajiao', 'housing']),
  );
  const { types } = stored(await staff.dispatcher.get('/api/case-types'));
  const { properties } = types[0].opens.schema;
  expect(properties.receivedAt).toMatchObject({ type: 'string', format: 'date-time' });
  expect(properties.caller.sealed).toBe('identity');
  expect(properties.town.widget).toBe('town');
  expect(properties.matter.labels).toMatchObject({ CONSULT: '咨询、意见建议' });
  const names = types[0].commands.map(({ command }: { command: string }) => command);
  expect(names).toContain('dispatch');
  expect(names).not.toContain('archive');
});
