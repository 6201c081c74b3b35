import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createIfMissing } from '../../embedded/database.ts';
import { migrate, seed } from '../../embedded/schema.ts';
import { logOf } from '../support/log.ts';
import { type Person, signIn } from '../support/people.ts';
import { masterKeyForTests, startPostgres } from '../support/services.ts';
import { templateDatabase } from '../support/shared-services.ts';
import { startSystem, type System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';
import { expectProblem } from './refusals.ts';

const folder = mkdtempSync(join(tmpdir(), 'bihuan-away-'));
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let system: System;
let dispatcher: Person;

/** A server of this file's own: others go on using theirs. */
const start = async (port?: number): Promise<void> => {
  postgres = await startPostgres({
    folder: join(folder, 'postgres'),
    durable: false,
    children: join(folder, 'children.json'),
    ...(port !== undefined && { port }),
  });
};

beforeAll(async () => {
  await start();
  const admin = postgres.url('postgres');
  await createIfMissing(admin, templateDatabase);
  await migrate(postgres.url(templateDatabase));
  await seed(postgres.url(templateDatabase), masterKeyForTests);
  process.env['TEST_DATABASE_URL'] = admin;
  system = await startSystem({ worker: false });
  dispatcher = await signIn(system.url, 'paidan1');
});
afterAll(async () => {
  await system?.stop();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

const readiness = async () => {
  const response = await fetch(`${system.url}/readyz`);
  return { status: response.status, body: (await response.json()) as object };
};
const isBack = () =>
  eventually('the database is back', async () => (await readiness()).status === 200);

test('commands are answered 503 and count once when they are sent again', async () => {
  const opened = (await dispatcher.open({}, 'before')).body;
  const { port } = postgres;
  await postgres.stop();
  const away = await dispatcher.command(opened.caseId, 'dispatch', { leadUnit: 'xiayang' }, 'd1');
  expectProblem(away, 503, 'DATABASE_UNAVAILABLE');
  expect(away.headers.get('retry-after')).toBe('2');
  for (const path of ['/api/cases', '/api/notices', '/api/session', '/api/units']) {
    expectProblem(await dispatcher.get(path), 503, 'DATABASE_UNAVAILABLE');
  }
  expect(await readiness()).toMatchObject({
    status: 503,
    body: { status: 'unavailable', database: 'down' },
  });
  expect((await fetch(`${system.url}/healthz`)).status).toBe(200);
  await start(port);
  await isBack();
  const answers = [
    await dispatcher.command(opened.caseId, 'dispatch', { leadUnit: 'xiayang' }, 'd1'),
    await dispatcher.command(opened.caseId, 'dispatch', { leadUnit: 'xiayang' }, 'd1'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers[0]?.body).toEqual(answers[1]?.body);
  expect(await logOf(system, opened.caseId)).toHaveLength(2);
  expect((await dispatcher.open({}, 'before')).body).toEqual(opened);
});

test('commands under way when it stops are stored or refused, and count once in the end', async () => {
  const keys = Array.from({ length: 40 }, (_, i) => `under-way-${i}`);
  const total = async () => (await dispatcher.get('/api/cases?limit=1')).body.total as number;
  const before = await total();
  const { port } = postgres;
  const sent = keys.map((key) => dispatcher.open({}, key));
  await Promise.race(sent);
  await postgres.stop();
  const first = await Promise.all(sent);
  expect(
    first.map(({ status }) => status).filter((status) => status !== 201 && status !== 503),
  ).toEqual([]);
  await start(port);
  await isBack();
  const again = await Promise.all(keys.map((key) => dispatcher.open({}, key)));
  expect(again.every(({ status }) => status === 201)).toBe(true);
  const promised = first.filter(({ status }) => status === 201).map(({ body }) => body.caseId);
  expect(again.map(({ body }) => body.caseId)).toEqual(expect.arrayContaining(promised));
  expect(await total()).toBe(before + keys.length);
});
