import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadCalendar } from '../../domain/calendar/load-calendar.ts';
import { publishCalendar, rulesForNew } from '../../domain/registry.ts';
import { withYear } from '../support/calendars.ts';
import { levelsOf, logOf, rowOf } from '../support/log.ts';
import { type Person, signIn } from '../support/people.ts';
import { type OwnTemporal, ownTemporal } from '../support/own-temporal.ts';
import { startSystem, type System } from '../support/system.ts';
import { moveTo } from '../support/time-skipping.ts';
import { eventually } from '../support/waiting.ts';

/** Time can only be skipped forward, so the Golden Week lies in a year whose notice this test makes up. */
const calendar = loadCalendar(
  withYear(2027, {
    holidays: [{ name: '国庆节', from: '2027-10-01', to: '2027-10-07' }],
    makeupDays: ['2027-10-09'],
  }),
);

let temporal: OwnTemporal;
let system: System;
let dispatcher: Person;

beforeAll(async () => {
  publishCalendar(calendar);
  temporal = await ownTemporal('golden', { timeSkipping: true });
  system = await startSystem({
    temporal: temporal.address,
    engine: { rulesForNew: (type, now) => ({ ...rulesForNew(type, now), calendar }) },
  });
  dispatcher = await signIn(system.url, 'paidan1');
});

afterAll(async () => {
  await system.stop();
  await temporal.stop();
});

/** Lets a case live on until nothing happens by itself any more, from instant to instant. */
async function liveOn(caseId: string): Promise<void> {
  for (;;) {
    const { wake_at, version } = await rowOf(system, caseId);
    if (!wake_at) return;
    await eventually(
      'the workflow to be told',
      async () => (await rowOf(system, caseId)).told_version > 0,
    );
    await moveTo(system, caseId, wake_at.getTime() + 1000);
    await eventually(
      'what is due to be recorded',
      async () => (await rowOf(system, caseId)).version > version,
    );
  }
}

const at = (iso: string): number => Date.parse(iso);

test('a ladder spans the Golden Week: each level once, at its exact instant, on make-up days too', async () => {
  system.clock.offset = at('2027-09-28T10:00:00+08:00') - Date.now();
  const opened = await dispatcher.open();
  expect(opened.status).toBe(201);
  const caseId: string = opened.body.caseId;
  await liveOn(caseId);
  expect(await levelsOf(system, caseId)).toEqual([
    'dispatch L1 2027-09-28T13:36:00',
    'dispatch L2 2027-09-28T14:00:00',
    'firstContact L0 2027-09-29T14:00:00',
    'dispatch L3 2027-09-29T14:00:00',
    'firstContact L1 2027-09-29T15:00:00',
    'firstContact L2 2027-09-29T23:59:59',
    'firstContact L3 2027-09-30T23:59:59',
    'escalation L4 2027-09-30T23:59:59',
    'handle L0 2027-10-08T14:00:00',
    'dispatch L4 2027-10-08T14:00:00',
    'escalation L5 2027-10-08T23:59:59',
    'handle L1 2027-10-09T17:00:00',
    'firstContact L4 2027-10-09T23:59:59',
    'dispatch L5 2027-10-11T14:00:00',
    'handle L2 2027-10-11T23:59:59',
    'firstContact L5 2027-10-12T23:59:59',
    'handle L3 2027-10-12T23:59:59',
    'handle L4 2027-10-14T23:59:59',
    'handle L5 2027-10-18T23:59:59',
  ]);
  const log = await logOf(system, caseId);
  for (const event of log.filter(({ type }) => type === 'LevelReached')) {
    expect(event.at - (event.dueAt ?? 0)).toBeGreaterThanOrEqual(0);
    expect(event.at - (event.dueAt ?? 0)).toBeLessThan(20_000);
  }
}, 60_000);

test('the worker away across a deadline: the level is recorded once, late, with the instant at which it fell due', async () => {
  const opened = await dispatcher.open({ urgency: 'SAFETY' });
  const caseId: string = opened.body.caseId;
  await eventually('the telling', async () => (await rowOf(system, caseId)).told_version >= 1);
  await moveTo(system, caseId);
  await system.stopWorker();
  const due = await rowOf(system, caseId);
  const start = (await logOf(system, caseId))[0]?.at ?? 0;
  await moveTo(system, caseId, start + 20 * 60_000, { wait: false });
  expect((await rowOf(system, caseId)).version).toBe(due.version);
  await system.startWorker();
  const levels = await eventually('the levels', async () => {
    const found = await levelsOf(system, caseId);
    return found.length === 2 && found;
  });
  expect(levels.map((level) => level.split(' ').slice(0, 2).join(' '))).toEqual([
    'dispatch L1',
    'dispatch L2',
  ]);
  const overdue = (await logOf(system, caseId)).at(-1);
  expect(overdue?.dueAt).toBe(start + 15 * 60_000);
  expect((overdue?.at ?? 0) - start).toBeGreaterThanOrEqual(20 * 60_000);
}, 60_000);

test('a closed ticket is archived by itself when the window to reopen it lapses', async () => {
  const opened = await dispatcher.open();
  const caseId: string = opened.body.caseId;
  const [liaison, handler, lead, agent, closer] = await Promise.all(
    ['xiayang-lianluo', 'xiayang-chengban', 'xiayang-fenguan', 'huifang', 'paidan2'].map(
      (account) => signIn(system.url, account),
    ),
  );
  const steps: readonly [Person | undefined, string, object][] = [
    [dispatcher, 'dispatch', { leadUnit: 'xiayang' }],
    [liaison, 'acknowledge', {}],
    [handler, 'recordContact', { channel: 'PHONE', note: '已联系' }],
    [handler, 'submitResult', { resultType: 'EXPLAINED', note: '已解释', explanation: '依据规定' }],
    [lead, 'approveResult', {}],
    [
      agent,
      'recordCallback',
      { outcome: 'REACHED', contacted: 'YES', resolved: 'YES', satisfaction: 'SATISFIED' },
    ],
    [closer, 'close', {}],
  ];
  for (const [person, command, input] of steps) {
    expect((await person?.command(caseId, command, input))?.status).toBe(200);
  }
  const before = await rowOf(system, caseId);
  expect(before.stage).toBe('closed');
  await liveOn(caseId);
  const archived = (await logOf(system, caseId)).at(-1);
  expect(archived).toMatchObject({
    type: 'TicketArchived',
    actorKind: 'system',
    dueAt: before.wake_at?.getTime(),
  });
  await eventually('the workflow to end', async () => {
    const { status } = await system.client.workflow.getHandle(`case-${caseId}`).describe();
    return status.name === 'COMPLETED';
  });
}, 60_000);

test('a suspended ticket goes on by itself, and its levels come on the days that are left', async () => {
  const opened = await dispatcher.open();
  const caseId: string = opened.body.caseId;
  const [liaison, handler] = await Promise.all(
    ['xiayang-lianluo', 'xiayang-chengban'].map((account) => signIn(system.url, account)),
  );
  const steps: readonly [Person | undefined, string, object][] = [
    [dispatcher, 'dispatch', { leadUnit: 'xiayang' }],
    [liaison, 'acknowledge', {}],
    [handler, 'recordContact', { channel: 'PHONE', note: '已联系' }],
    [dispatcher, 'suspend', { ground: 'THIRD_PARTY', reply: '已告知等待检测' }],
  ];
  for (const [person, command, input] of steps) {
    expect((await person?.command(caseId, command, input))?.status).toBe(200);
  }
  const review = (await rowOf(system, caseId)).wake_at?.getTime() ?? 0;
  const opening = (await logOf(system, caseId))[0]?.at ?? 0;
  expect(review - opening).toBeGreaterThan(29 * 86_400_000);
  await liveOn(caseId);
  const log = await logOf(system, caseId);
  const resumed = log.find(({ type }) => type === 'TicketResumed');
  expect(resumed).toMatchObject({ actorKind: 'system', dueAt: review });
  expect(resumed?.data).toMatchObject({
    moved: [
      { clock: 'handle', cause: 'resumed' },
      { clock: 'unitHandle', cause: 'resumed' },
    ],
  });
  const levels = log.filter(({ type }) => type === 'LevelReached');
  const ofHandling = levels.flatMap(({ data }) =>
    'level' in data && data.clock === 'handle' ? [`${data.revision} ${data.level}`] : [],
  );
  expect(ofHandling).toEqual(['1 L0', '1 L1', '1 L2', '1 L3', '1 L4', '1 L5']);
  for (const { dueAt = 0 } of levels) expect(dueAt).toBeGreaterThan(review);
}, 60_000);
