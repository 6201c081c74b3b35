import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fold } from '../../domain/evolve.ts';
import { query } from '../../engine/database.ts';
import { chainHash, GENESIS } from '../../engine/chain.ts';
import { type EventRow, eventOf } from '../../engine/log.ts';
import { logOf } from '../support/log.ts';
import { type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';

let system: System;
let dispatcher: Person;
let caseId: string;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  dispatcher = await signIn(system.url, 'paidan1');
  caseId = (await dispatcher.open()).body.caseId;
  await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang', note: '请尽快办理' });
});
afterAll(() => system.stop());

const sql = (text: string) => query(system.engine.pool, text);

const WAITING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/** No column can be bent without the hash telling. */
function expectEveryColumn(row: EventRow): void {
  const { prev_hash: before, hash, command_id: id } = row;
  const event = { ...eventOf(row), dueAt: row.at.getTime(), occurredAt: row.at.getTime() };
  const whole = chainHash(before, event, id);
  for (const name of Object.keys(event) as (keyof typeof event)[]) {
    const value = event[name];
    const bent =
      typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value}.` : {};
    expect([name, chainHash(before, { ...event, [name]: bent }, id).equals(whole)]).toEqual([
      name,
      false,
    ]);
  }
  expect(chainHash(before, eventOf(row), `${id}.`).equals(hash)).toBe(false);
  expect(chainHash(hash, eventOf(row), id).equals(hash)).toBe(false);
}

describe('the log', () => {
  test('refuses every change, to its owner too', async () => {
    await expect(sql(`UPDATE case_event SET actor = 'nobody'`)).rejects.toThrow(/append only/);
    await expect(sql('DELETE FROM case_event')).rejects.toThrow(/append only/);
    await expect(sql('TRUNCATE case_event')).rejects.toThrow(/append only/);
    expect(await logOf(system, caseId)).toHaveLength(2);
  });

  test('is chained: each hash covers every column and the hash before', async () => {
    const rows = await query<EventRow>(
      system.engine.pool,
      'SELECT * FROM case_event WHERE case_id = $1 ORDER BY version',
      [caseId],
    );
    let head = GENESIS;
    for (const row of rows) {
      expect(row.prev_hash.equals(head)).toBe(true);
      head = chainHash(head, eventOf(row), row.command_id);
      expect(row.hash.equals(head)).toBe(true);
      expectEveryColumn(row);
    }
    const [stored] = await query<{ head_hash: Buffer }>(
      system.engine.pool,
      'SELECT head_hash FROM case_row WHERE id = $1',
      [caseId],
    );
    expect(stored?.head_hash.equals(head)).toBe(true);
  });

  test('folds to the stored state and names who, in which role and for which unit', async () => {
    const log = await logOf(system, caseId);
    const [row] = await query<{ state: object }>(
      system.engine.pool,
      'SELECT state FROM case_row WHERE id = $1',
      [caseId],
    );
    expect(row?.state).toEqual(JSON.parse(JSON.stringify(fold(log))));
    expect(log[1]).toMatchObject({ actorKind: 'person', role: 'dispatcher', unit: 'ops-centre' });
  });

  test('sixteen people at once on one case: versions without a gap, nobody counted twice', async () => {
    const opened: string = (await dispatcher.open()).body.caseId;
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, i) =>
        dispatcher.command(opened, 'dispatch', { leadUnit: 'xiayang' }, `race-${i}`),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(15);
    expect((await logOf(system, opened)).map(({ version }) => version)).toEqual([1, 2]);
  });

  test('four people of whom nobody can write before all have asked: one step, three told so', async () => {
    const opened: string = (await dispatcher.open()).body.caseId;
    const holder = await system.engine.pool.connect();
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE case_event IN SHARE MODE');
    const asked = Promise.all(
      [1, 2, 3, 4].map((i) =>
        dispatcher.command(opened, 'dispatch', { leadUnit: 'xiayang' }, `held-${i}`),
      ),
    );
    await eventually('all of them to wait', async () => (await sql(WAITING)).length === 4);
    await holder.query('ROLLBACK');
    holder.release();
    const statuses = (await asked).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
    expect((await logOf(system, opened)).map(({ version }) => version)).toEqual([1, 2]);
  });

  test('one id for two cases in the same moment: one is stored, the other told so', async () => {
    const ids = await Promise.all([dispatcher.open(), dispatcher.open()]);
    const answers = await Promise.all(
      ids.map(({ body }) =>
        dispatcher.command(body.caseId, 'dispatch', { leadUnit: 'xiayang' }, 'the-same-id'),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 422]));
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.body.code).toBe('COMMAND_ID_REUSED');
  });
});
