import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verify } from '../../engine/verify.ts';
import { type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';

const MONDAY = Date.parse('2026-11-30T09:00:00+08:00');

let system: System;
let dispatcher: Person;
let liaison: Person;
let handler: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [dispatcher, liaison, handler] = (await Promise.all(
    ['paidan1', 'xiayang-lianluo', 'xiayang-chengban'].map((account) =>
      signIn(system.url, account),
    ),
  )) as [Person, Person, Person];
});
afterAll(() => system.stop());

/** Lets the engine's clock show a moment of Asia/Shanghai; it goes on from there. */
const comes = (moment: string): void => {
  system.clock.offset = Date.parse(`${moment}:00+08:00`) - Date.now();
};

async function inProgress(): Promise<string> {
  system.clock.offset = MONDAY - Date.now();
  const { caseId } = (await dispatcher.open()).body;
  await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
  await liaison.command(caseId, 'acknowledge');
  const { status } = await handler.command(caseId, 'recordContact', {
    channel: 'PHONE',
    note: '已联系',
  });
  expect(status).toBe(200);
  return caseId;
}

const pageOf = async (caseId: string) => (await dispatcher.get(`/api/cases/${caseId}`)).body;
const handling = (page: { clocks: { clock: string }[] }) =>
  page.clocks.find(({ clock }) => clock === 'handle');

test('an extension moves the date of the case page, its reckoning and its timeline', async () => {
  const caseId = await inProgress();
  const before = await pageOf(caseId);
  expect(handling(before)).toMatchObject({
    nominal: '2026-12-07',
    ledgerShort: '5 个工作日:扣除 12-05 至 12-06',
  });
  await liaison.command(caseId, 'requestExtension', { days: 10, note: '需会勘' });
  expect(handling(await pageOf(caseId))).toMatchObject({ nominal: '2026-12-07' });
  expect((await dispatcher.command(caseId, 'grantExtension')).status).toBe(200);
  const page = await pageOf(caseId);
  expect(handling(page)).toMatchObject({
    nominal: '2026-12-21',
    statutoryDue: '2026-12-21T23:59:59+08:00',
    policy: 'qingpu-2026.1',
    calendar: 'cn-2024-2026.1',
    ledgerShort: '15 个工作日:扣除 12-05 至 12-06、12-12 至 12-13、12-19 至 12-20',
  });
  const counted = page.clocks
    .find(({ clock }: { clock: string }) => clock === 'handle')
    .ledger.reduce((sum: number, entry: { counted: number }) => sum + entry.counted, 0);
  expect(counted).toBe(15);
  const moved = {
    cause: '延期',
    from: '2026-12-07T23:59:59+08:00',
    to: '2026-12-21T23:59:59+08:00',
  };
  expect(page.timeline.at(-1).moves).toEqual([
    { clock: '办理时限', ...moved },
    { clock: '本单位办理时限', ...moved },
  ]);
});

test('a suspended case shows no due date of what stands still, and the new one when it goes on', async () => {
  const caseId = await inProgress();
  comes('2026-12-01T08:30');
  const reply = { ground: 'WEATHER', reply: '雨天无法施工' };
  expect((await dispatcher.command(caseId, 'suspend', reply)).status).toBe(200);
  const still = await pageOf(caseId);
  expect(handling(still)).toMatchObject({ status: 'paused', used: 1 });
  expect(still.dueAt).toBeNull();
  expect(still.timeline.at(-1).moves).toMatchObject([
    { clock: '办理时限', cause: '挂起', to: null },
    { clock: '本单位办理时限', cause: '挂起', to: null },
  ]);
  comes('2026-12-03T10:00');
  expect((await liaison.command(caseId, 'resume')).status).toBe(200);
  const page = await pageOf(caseId);
  expect(handling(page)).toMatchObject({
    status: 'running',
    nominal: '2026-12-09',
    ledgerShort: '5 个工作日:扣除 12-05 至 12-06,挂起 12-01 至 12-02',
    used: 1,
  });
  expect(page.timeline.at(-1).moves).toMatchObject([
    { clock: '办理时限', cause: '恢复办理', to: '2026-12-09T23:59:59+08:00' },
    { clock: '本单位办理时限', cause: '恢复办理', to: '2026-12-09T23:59:59+08:00' },
  ]);
});

test('who held the case how long is told leg by leg', async () => {
  const caseId = await inProgress();
  comes('2026-12-02T10:00');
  const { legs, used } = handling(await pageOf(caseId)) as unknown as {
    legs: { unit: { code: string } | null; used: number }[];
    used: number;
  };
  expect(legs.map((leg) => [leg.unit?.code ?? null, leg.used])).toEqual([
    [null, 0],
    ['xiayang', 2],
  ]);
  expect(used).toBe(2);
});

test('the whole database agrees with its log afterwards', async () => {
  const findings = await verify(system.engine.pool, { now: MONDAY });
  expect(findings).toEqual([]);
});
