import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { query } from '../../engine/database.ts';
import type { Answer } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { signInStaff, type Staff, stored, ticketIn } from './staff.ts';

const CASES = 120;
let system: System;
let staff: Staff;
/** In the order of opening. */
const opened: string[] = [];

beforeAll(async () => {
  system = await startSystem({ worker: false });
  staff = await signInStaff(system.url);
  for (let i = 0; i < CASES; i += 8) {
    const answers = Array.from({ length: 8 }, (_, j) =>
      staff.dispatcher.open({
        address: `${i + j} 号`,
        ...(j % 2 === 0 && { urgency: 'SAFETY' }),
        ...(j % 4 === 1 && { matter: 'CONSULT' }),
      }),
    );
    opened.push(...(await Promise.all(answers)).map((answer) => stored(answer).caseId));
  }
  // Ties and cases without any due date, which only a repaired or imported log would bring.
  const some = (from: number, to: number) => opened.slice(from, to);
  await query(system.engine.pool, 'UPDATE case_row SET due_at = NULL WHERE id = ANY($1)', [
    some(100, 115),
  ]);
  await query(
    system.engine.pool,
    `UPDATE case_row SET due_at = '2026-03-05T09:30:00.123+08:00' WHERE id = ANY($1)`,
    [some(40, 70)],
  );
});
afterAll(() => system.stop());
afterEach(() => {
  system.clock.offset = 0;
});

const list = async (search = ''): Promise<Answer['body']> =>
  stored(await staff.dispatcher.get(`/api/cases?${search}`));
const ids = (body: Answer['body']): string[] => body.cases.map(({ id }: { id: string }) => id);

/** Follows the cursors to the end. */
async function allPages(search: string, start = ''): Promise<{ ids: string[]; totals: number[] }> {
  const seen: string[] = [];
  const totals: number[] = [];
  for (let after: string | null = start; after !== null; ) {
    const body: Answer['body'] = await list(`${search}${after && `&after=${after}`}`);
    seen.push(...ids(body));
    totals.push(body.total);
    after = body.next;
  }
  return { ids: seen, totals };
}

async function inDatabase(where = 'NOT ended'): Promise<string[]> {
  const rows = await query<{ id: string }>(
    system.engine.pool,
    `SELECT id FROM case_row WHERE ${where} ORDER BY due_at NULLS LAST, id`,
  );
  return rows.map(({ id }) => id);
}

test.each([1, 7, 15, 40, 100])(
  'pages of %i bring every case exactly once, the most urgent first, those without a due date last',
  async (limit) => {
    if (limit === 1) return expect((await list('limit=1')).cases).toHaveLength(1);
    const { ids: seen, totals } = await allPages(`limit=${limit}`);
    expect(seen).toHaveLength(CASES);
    expect(new Set(seen)).toEqual(new Set(opened));
    expect(seen).toEqual(await inDatabase());
    expect(new Set(totals)).toEqual(new Set([CASES]));
  },
);

test('filters by due date take the first instant and leave the second', async () => {
  const tie = encodeURIComponent('2026-03-05T09:30:00.123+08:00');
  const next = encodeURIComponent('2026-03-05T09:30:00.124+08:00');
  expect((await list(`dueAfter=${tie}&dueBefore=${next}`)).total).toBe(30);
  expect((await list(`dueAfter=${next}&dueBefore=${next}`)).total).toBe(0);
  expect((await list(`dueBefore=${tie}`)).total).toBe(0);
  expect((await list(`dueAfter=${next}`)).total).toBe(CASES - 30 - 15);
});

test('stage, unit and type narrow the list and its counts alike', async () => {
  const mine = opened.slice(0, 5);
  for (const id of mine.slice(0, 3)) {
    stored(await staff.dispatcher.command(id, 'dispatch', { leadUnit: 'xiayang' }));
  }
  for (const id of mine.slice(3)) {
    stored(await staff.dispatcher.command(id, 'dispatch', { leadUnit: 'xujing' }));
  }
  stored(await staff.coordinator.command(mine[0] ?? '', 'acknowledge'));
  const total = async (search: string): Promise<number> => {
    const body = await list(search);
    expect(body.counts.all).toBe(body.total);
    return body.total;
  };
  expect(await total('stage=pendingAck')).toBe(4);
  expect(await total('stage=pendingAck&stage=acknowledged')).toBe(5);
  expect(await total('unit=xiayang')).toBe(3);
  expect(await total('unit=xiayang&stage=acknowledged')).toBe(1);
  expect(await total('unit=housing')).toBe(0);
  expect(await total('type=hotline-ticket')).toBe(CASES);
  expect(await total('type=petition')).toBe(0);
  expect(await total('stage=noSuchStage')).toBe(0);
  expect((await staff.stranger.get('/api/cases')).body.counts.all).toBe(2);
});

test('ended cases stand in a list of their own', async () => {
  const caseId = await ticketIn(staff, 'closed');
  const ended = await list('ended=true');
  const row = ended.cases.find(({ id }: { id: string }) => id === caseId);
  expect(row).toMatchObject({
    stage: 'closed',
    stageLabel: '已办结',
    ended: true,
    light: 'green',
    dueAt: null,
    dueLabel: null,
    statutoryDue: null,
  });
  expect(ids(await list('limit=100'))).not.toContain(caseId);
  expect(ended.total).toBe((await inDatabase('ended')).length);
});

test('a row says what the list shows', async () => {
  const text = `${'路灯不亮'.repeat(20)}𠮷`;
  const { caseId, number } = stored(await staff.dispatcher.open({ text, urgency: 'THREAT' }));
  stored(await staff.dispatcher.command(caseId, 'dispatch', { leadUnit: 'housing' }));
  const housing = await list('unit=housing');
  expect(housing.cases).toEqual([
    {
      id: caseId,
      number,
      type: 'hotline-ticket',
      typeLabel: '12345 工单',
      stage: 'pendingAck',
      stageLabel: '待签收',
      ended: false,
      light: 'green',
      lightLabel: '正常',
      urgent: true,
      matter: '求助、投诉',
      town: expect.objectContaining({ code: 'xiayang' }),
      leadUnit: expect.objectContaining({ code: 'housing' }),
      summary: '路灯不亮'.repeat(15),
      address: '公园路 100 号',
      dueAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+08:00$/),
      dueLabel: '签收时限',
      statutoryDue: expect.stringMatching(/\+08:00$/),
      provisional: expect.any(Boolean),
      receivedAt: expect.stringMatching(/\+08:00$/),
      version: 2,
    },
  ]);
  expect(housing.asOf).toMatch(/\+08:00$/);
});

/** Which lights a case is found under, and which it shows. */
async function lightsOf(caseId: string): Promise<readonly unknown[]> {
  const found = [];
  for (const light of ['green', 'yellow', 'red']) {
    const { ids: seen } = await allPages(`limit=100&light=${light}`);
    if (seen.includes(caseId)) found.push(light);
  }
  const page = (await staff.dispatcher.get(`/api/cases/${caseId}`)).body;
  return [...found, page.light, page.lightLabel];
}

test('lights follow the clock, with nobody there to record anything', async () => {
  const { caseId } = stored(await staff.dispatcher.open());
  const { clocks } = (await staff.dispatcher.get(`/api/cases/${caseId}`)).body;
  const instants = (pick: (clock: Answer['body']) => (string | undefined)[]): number =>
    Math.min(...clocks.flatMap(pick).map((at?: string) => Date.parse(at ?? '')));
  const red = instants((clock) => [clock.statutoryDue]);
  const yellow = instants(({ levels }) =>
    levels
      .filter(({ level }: { level: string }) => level === 'L1')
      .map(({ at }: { at: string }) => at),
  );
  const moveTo = (instant: number) => {
    system.clock.offset = instant - Date.now();
  };
  expect(await lightsOf(caseId)).toEqual(['green', 'green', '正常']);
  moveTo(yellow - 60_000);
  expect(await lightsOf(caseId)).toEqual(['green', 'green', '正常']);
  moveTo(yellow);
  expect(await lightsOf(caseId)).toEqual(['yellow', 'yellow', '预警']);
  moveTo(red - 60_000);
  expect(await lightsOf(caseId)).toEqual(['yellow', 'yellow', '预警']);
  moveTo(red);
  expect(await lightsOf(caseId)).toEqual(['red', 'red', '超时']);
});

test('counts by light are exact, whatever the light filter', async () => {
  const first = (await list('limit=1')).cases[0];
  system.clock.offset = Date.parse(first.statutoryDue) - Date.now() + 60_000;
  const plain = await list('limit=100');
  const { all, green, yellow, red, dueToday } = plain.counts;
  expect(green + yellow + red).toBe(all);
  expect(red).toBeGreaterThan(0);
  expect(dueToday).toBeGreaterThanOrEqual(30);
  for (const [search, total] of [
    ['light=red', red],
    ['light=green', green],
    ['light=green&light=yellow', green + yellow],
    ['light=green&light=yellow&light=red', all],
  ]) {
    const body = await list(search);
    expect([search, body.total, body.counts]).toEqual([search, total, plain.counts]);
    expect((await allPages(`limit=100&${search}`)).ids).toHaveLength(total);
  }
});

test('a case opened between two pages moves no other', async () => {
  const first = await list('limit=50');
  const { caseId } = stored(await staff.dispatcher.open({ urgency: 'SAFETY' }));
  const rest = await allPages('limit=50', first.next);
  const seen = [...ids(first), ...rest.ids].filter((id) => id !== caseId);
  expect(seen).toEqual((await inDatabase()).filter((id) => id !== caseId));
  stored(await staff.dispatcher.command(caseId, 'requestVoid', { reason: 'TEST', note: '测试' }));
  stored(await staff.secondDispatcher.command(caseId, 'confirmVoid'));
});
