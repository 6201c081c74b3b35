import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { MINUTE } from '../../domain/calendar/civil.ts';
import type { Actor } from '../../domain/define-case-type.ts';
import { createIfMissing } from '../../embedded/database.ts';
import { guard } from '../../embedded/guard.ts';
import { query, type RunningPostgres } from '../../embedded/postgres.ts';
import { migrate, seed } from '../../embedded/schema.ts';
import { temporaryFolder } from '../../embedded/temporary-folder.ts';
import { readConfig } from '../../engine/config.ts';
import { createEngine } from '../../engine/create-engine.ts';
import { createPool } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { open } from '../../engine/open.ts';
import { submit } from '../../engine/submit.ts';
import { lazyClient } from '../../engine/temporal.ts';
import { verify } from '../../engine/verify.ts';
import { ordinaryTicket } from '../support/people.ts';
import { masterKeyForTests, startPostgres } from '../support/services.ts';

const folder = temporaryFolder('verify');
const children = join(folder, 'children.json');
const watchdog = guard(children);
let server: RunningPostgres;
let caseId: string;
let now: number;

beforeAll(async () => {
  server = await startPostgres({ folder: join(folder, 'postgres'), durable: false, children });
  await createIfMissing(server.url('postgres'), 'sound');
  await migrate(server.url('sound'));
  await seed(server.url('sound'), masterKeyForTests);
  [caseId, now] = await live(server.url('sound'));
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await watchdog.release();
  rmSync(folder, { recursive: true, force: true });
});

/** Two cases with people's steps and recorded levels, among them one that left the house. */
async function live(url: string): Promise<[caseId: string, now: number]> {
  const config = readConfig({ DATABASE_URL: url, MASTER_KEY: masterKeyForTests });
  const client = lazyClient(config);
  const engine = createEngine(config, client, pino({ level: 'silent' }), { tell: () => undefined });
  try {
    const dispatcher = await actor(url, 'paidan1', 'dispatcher');
    await begin(engine, dispatcher, 1);
    const late = await begin(engine, dispatcher, 80);
    await step(engine, late, dispatcher, 'dispatch', { leadUnit: 'xiayang' });
    await step(engine, late, await actor(url, 'xiayang-lianluo', 'coordinator'), 'acknowledge');
    return [late, Date.now()];
  } finally {
    await engine.close();
    await client.connection.close();
  }
}

async function actor(url: string, account: string, role: string): Promise<Actor> {
  const [person] = await query<{ id: string; unit: string }>(
    url,
    'SELECT id, unit FROM person WHERE account = $1',
    [account],
  );
  if (!person) throw new Error(`nobody is called ${account}`);
  return { ...person, kind: 'person', roles: [role] };
}

/** Opens an urgent ticket that was received so many minutes ago. */
async function begin(engine: Engine, by: Actor, minutes: number): Promise<string> {
  const receivedAt = Date.now() - minutes * MINUTE;
  const input = { ...ordinaryTicket, urgency: 'SAFETY', receivedAt };
  const commandId = randomUUID();
  const opened = await open(engine, { actor: by, commandId, type: 'hotline-ticket', input });
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.receipt.caseId;
}

async function step(engine: Engine, id: string, by: Actor, command: string, input: object = {}) {
  const commandId = randomUUID();
  const done = await submit(engine, { actor: by, commandId, caseId: id, command, input });
  if (!done.ok) throw new Error(done.refusal.code);
}

/** A copy of the sound database on which `tampering` was done, as an administrator with every right could. */
async function tampered(tampering: string): Promise<string> {
  const name = `tampered_${randomUUID().replaceAll('-', '')}`;
  await query(server.url('postgres'), `CREATE DATABASE "${name}" TEMPLATE sound`);
  const url = server.url(name);
  await query(url, 'ALTER TABLE case_event DISABLE TRIGGER USER');
  await query(url, tampering.replaceAll('$case', `'${caseId}'`));
  return url;
}

async function rulesBroken(url: string, at = now): Promise<readonly string[]> {
  const pool = createPool(url, 2, () => undefined);
  try {
    const found = await verify(pool, { now: at, batch: 1 });
    return [...new Set(found.map(({ rule }) => rule))].sort();
  } finally {
    await pool.end();
  }
}

test('a sound database has no findings', async () => {
  expect(await rulesBroken(server.url('sound'))).toEqual([]);
});

test('a level whose instant passed without being recorded is found', async () => {
  expect(await rulesBroken(server.url('sound'), now + 60 * MINUTE)).toEqual(['levels']);
});

const COPY = `INSERT INTO case_event (case_id, version, type, schema, at, due_at, command_id, actor, actor_kind, role, unit, data, prev_hash, hash)
  SELECT case_id, (SELECT max(version) + 1 FROM case_event WHERE case_id = $case), type, schema, at, due_at, command_id, actor, actor_kind, role, unit, data, prev_hash, hash FROM case_event`;

test.each([
  ['an event removed', 'DELETE FROM case_event WHERE case_id = $case AND version = 3', 'gapless'],
  [
    'the newest event removed',
    'DELETE FROM case_event e WHERE case_id = $case AND version = (SELECT version FROM case_row WHERE id = $case)',
    'gapless',
  ],
  [
    'an event rewritten',
    `UPDATE case_event SET data = jsonb_set(data, '{input,matter}', '"CONSULT"') WHERE case_id = $case AND version = 1`,
    'chain',
  ],
  [
    'an event backdated',
    `UPDATE case_event SET at = at - interval '1 hour' WHERE case_id = $case AND version = 5`,
    'times',
  ],
  [
    'an event given to another actor',
    `UPDATE case_event SET actor = 'somebody' WHERE case_id = $case AND version = 1`,
    'commands',
  ],
  ['a level recorded twice', `${COPY} WHERE case_id = $case AND version = 2`, 'levels'],
  [
    'a level recorded before its instant',
    `UPDATE case_event SET due_at = due_at + interval '1 day' WHERE case_id = $case AND version = 2`,
    'levels',
  ],
  ['a head replaced', `UPDATE case_row SET head_hash = '\\x00' WHERE id = $case`, 'chain'],
  [
    'a command removed',
    'DELETE FROM command WHERE case_id = $case AND first_version = 1',
    'commands',
  ],
  [
    'a command without its event',
    `INSERT INTO command SELECT principal, 'another', digest, case_id, 2, 2, at FROM command WHERE case_id = $case AND first_version = 1`,
    'commands',
  ],
  ['a stage changed', `UPDATE case_row SET stage = 'closed' WHERE id = $case`, 'fold'],
  [
    'a state changed',
    `UPDATE case_row SET state = jsonb_set(state, '{facts,urgent}', 'false') WHERE id = $case`,
    'fold',
  ],
  ['a wake-up lost', 'UPDATE case_row SET wake_at = NULL WHERE id = $case', 'fold'],
  [
    'a clock stopped',
    `UPDATE clock SET ended_at = now() WHERE case_id = $case AND clock = 'handle'`,
    'clocks',
  ],
  ['a clock lost', `DELETE FROM clock WHERE case_id = $case AND clock = 'handle'`, 'clocks'],
  ['a holder lost', 'DELETE FROM case_unit WHERE case_id = $case', 'holders'],
  [
    'a fired level lost',
    `DELETE FROM level_fired WHERE case_id = $case AND key LIKE '%L3'`,
    'level_fired',
  ],
  ['an effect lost', 'DELETE FROM outbox WHERE case_id = $case', 'outbox'],
  ['a notice lost', `DELETE FROM notice WHERE case_id = $case AND kind LIKE 'level:%'`, 'notices'],
  ['a telling lost', 'DELETE FROM telling WHERE case_id = $case', 'telling'],
  ['a row lost', 'DELETE FROM case_row WHERE id = $case', 'stray'],
])('%s is found', async (_what, tampering, rule) => {
  expect(await rulesBroken(await tampered(tampering))).toContain(rule);
});
