import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createIfMissing } from '../../embedded/database.ts';
import { migrate, seed } from '../../embedded/schema.ts';
import { temporaryFolder } from '../../embedded/temporary-folder.ts';
import { query } from '../../engine/database.ts';
import type { Answer } from '../support/people.ts';
import { masterKeyForTests, startPostgres } from '../support/services.ts';
import { templateDatabase } from '../support/shared-services.ts';
import { startSystem, type System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';
import { expectProblem } from './problem-shape.ts';
import { signInStaff, type Staff, stored, ticketIn } from './staff.ts';
import { rowCounts } from './tables.ts';

const shared = process.env['TEST_DATABASE_URL'];
const folder = join(temporaryFolder('away'), 'postgres');
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let system: System;
let staff: Staff;

/** A PostgreSQL of this file's own, so that stopping it disturbs nobody. */
beforeAll(async () => {
  postgres = await startPostgres({ folder, durable: false });
  const template = postgres.url(templateDatabase);
  await createIfMissing(postgres.url('postgres'), templateDatabase);
  await migrate(template);
  await seed(template, masterKeyForTests);
  process.env['TEST_DATABASE_URL'] = postgres.url('postgres');
  system = await startSystem({ worker: false });
  staff = await signInStaff(system.url);
}, 120_000);
afterAll(async () => {
  await system?.stop();
  await postgres?.stop();
  process.env['TEST_DATABASE_URL'] = shared;
  await rm(join(folder, '..'), { recursive: true, force: true });
});

/** On the same port and data, as after a restart of the house's own. */
async function startAgain(): Promise<void> {
  const { port } = postgres;
  postgres = await startPostgres({ folder, port, durable: false });
  expect(postgres.port).toBe(port);
}

function expectAway(answer: Answer): void {
  expectProblem(answer, 503, 'DATABASE_UNAVAILABLE');
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(answer.body.rule).toContain('Idempotency-Key');
}

test('while PostgreSQL is away everything says so, and the same command counts once afterwards', async () => {
  const caseId = await ticketIn(staff, 'inProgress');
  const before = await rowCounts(system);
  const [opening, step] = [randomUUID(), randomUUID()];
  const openOnce = () => staff.dispatcher.open({}, opening);
  const stepOnce = () => staff.handler.command(caseId, 'recordProgress', { note: '在办' }, step);
  await postgres.stop();
  expectAway(await openOnce());
  expectAway(await stepOnce());
  for (const path of ['/api/cases', `/api/cases/${caseId}`, '/api/session', '/api/notices']) {
    expectAway(await staff.handler.get(path));
  }
  expectAway(await staff.handler.post('/api/session', { account: 'duban', password: 'x' }));
  expect(await staff.handler.get('/readyz')).toMatchObject({
    status: 503,
    body: { status: 'unavailable', database: 'down' },
  });
  expect((await staff.handler.get('/healthz')).status).toBe(200);
  await startAgain();
  expect(await rowCounts(system)).toEqual(before);
  const first = [stored(await openOnce()), stored(await stepOnce())];
  expect([stored(await openOnce()), stored(await stepOnce())]).toEqual(first);
  const after = await rowCounts(system);
  for (const table of ['case_event', 'command']) {
    expect([table, after[table]]).toEqual([table, (before[table] ?? 0) + 2]);
  }
  expect(after['case_row']).toBe((before['case_row'] ?? 0) + 1);
});

test('commands under way when PostgreSQL stops count once each when sent again', async () => {
  const before = await rowCounts(system);
  const keys = Array.from({ length: 200 }, () => randomUUID());
  const open = (key: string) => staff.dispatcher.open({}, key);
  const sending = Promise.all(keys.map(open));
  await eventually('some openings', async () => {
    const [row] = await query<{ n: number }>(
      system.engine.pool,
      'SELECT count(*)::int AS n FROM case_row',
    );
    return (row?.n ?? 0) > (before['case_row'] ?? 0);
  });
  await postgres.stop();
  const answers = await sending;
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused) expectAway(answer);
  await startAgain();
  const again: Answer['body'][] = [];
  for (const key of keys) again.push(stored(await open(key)));
  answers.forEach((answer, i) => {
    if (answer.status === 201) expect(again[i]).toEqual(answer.body);
  });
  expect(new Set(again.map(({ caseId }) => caseId)).size).toBe(keys.length);
  const after = await rowCounts(system);
  expect(after['case_row']).toBe((before['case_row'] ?? 0) + keys.length);
  expect(after['case_event']).toBe((before['case_event'] ?? 0) + keys.length);
}, 120_000);
