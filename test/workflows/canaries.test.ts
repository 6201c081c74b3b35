import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { query } from '../../engine/database.ts';
import { rowOf } from '../support/log.ts';
import { type Answer, type Person, signIn } from '../support/people.ts';
import { type OwnTemporal, ownTemporal } from '../support/own-temporal.ts';
import { startSystem, type System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';

/** Unique, so that finding one anywhere proves a leak. */
const canaries = {
  name: '鸑鷟娜儿',
  phone: '13900987651',
  text: '金丝雀诉求句子甲壬癸',
  address: '金丝雀地址乙辰巳',
  note: '金丝雀办理说明丙午未',
};

let temporal: OwnTemporal;
let system: System;
const said: string[] = [];

beforeAll(async () => {
  temporal = await ownTemporal('canaries');
  system = await startSystem({ temporal: temporal.address, logLine: (line) => said.push(line) });
});
afterAll(async () => {
  await system.stop();
  await temporal.stop();
});

const found = (haystack: string): readonly string[] =>
  Object.entries(canaries).flatMap(([what, canary]) => (haystack.includes(canary) ? [what] : []));

/** A life with a personal word at every step, and mistakes that quote personal words back. */
async function live(dispatcher: Person): Promise<{ caseId: string; refusals: readonly Answer[] }> {
  const { name, phone, text, address, note } = canaries;
  const opening = { caller: { name, phone }, text, address };
  const { caseId } = (await dispatcher.open(opening)).body;
  const [liaison, handler] = await Promise.all(
    ['xiayang-lianluo', 'xiayang-chengban'].map((account) => signIn(system.url, account)),
  );
  await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang', note });
  await liaison?.command(caseId, 'acknowledge');
  await handler?.command(caseId, 'recordContact', { channel: 'PHONE', note });
  const refusals = await Promise.all([
    dispatcher.open({ ...opening, matter: text }),
    dispatcher.open({ ...opening, caller: { name: phone.repeat(9), phone: name } }),
    dispatcher.open({ ...opening, [text]: 1 }),
    dispatcher.command(caseId, 'dispatch', { leadUnit: note }),
    dispatcher.command(caseId, note, { note }),
    dispatcher.post('/api/cases', `{"input": "${text}"`),
  ]);
  return { caseId, refusals };
}

test('a phone, a name and sentences appear in no log, event, error, metric or file of Temporal', async () => {
  const dispatcher = await signIn(system.url, 'paidan1');
  const { caseId, refusals } = await live(dispatcher);
  await eventually('the workflow to be told', async () => {
    const { told_version, version } = await rowOf(system, caseId);
    return told_version === version;
  });
  for (const { status, body } of refusals) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(found(`${body.detail}${body.title}${body.rule}${body.todo}`)).toEqual([]);
  }
  expect(found(said.join('\n'))).toEqual([]);
  expect(found(await system.engine.metrics.registry.metrics())).toEqual([]);
  const open = await dispatcher.get(`/api/cases/${caseId}`);
  expect(found(JSON.stringify(open.body))).toEqual(['text', 'address', 'note']);
  expect(await everyTable(system)).toEqual([]);
  const files = readdirSync(temporal.folder, { recursive: true, encoding: 'utf8' });
  const held = files.filter((name) => /temporal.*\.(db|db-wal|log)$/.test(name));
  expect(held.length).toBeGreaterThanOrEqual(2);
  for (const name of held) {
    expect(found(readFileSync(join(temporal.folder, name)).toString('utf8'))).toEqual([]);
  }
});

/** Every column of every table as text: sealed columns must not give the canaries away either. */
async function everyTable({ engine }: System): Promise<readonly string[]> {
  const tables = await query<{ name: string }>(
    engine.pool,
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(15);
  const leaks: string[] = [];
  for (const { name } of tables) {
    const rows = await query<{ row: string }>(
      engine.pool,
      `SELECT t::text AS row FROM "${name}" t`,
    );
    const bytes = rows.flatMap(({ row }) => row.match(/\\\\x[0-9a-f]+/g) ?? []);
    const opened = bytes.map((hex) => Buffer.from(hex.slice(3), 'hex').toString('utf8'));
    const here = found([...rows.map(({ row }) => row), ...opened].join('\n'));
    leaks.push(...here.map((what) => `${what} in ${name}`));
  }
  return leaks;
}
