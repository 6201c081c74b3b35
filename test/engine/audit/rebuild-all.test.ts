import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MINUTE } from '../../../domain/calendar/civil.ts';
import { rebuildAll } from '../../../engine/audit/rebuild-all.ts';
import { query } from '../../../engine/database.ts';
import { verify } from '../../../engine/verify.ts';
import type { Person } from '../../support/people.ts';
import { signInAll } from '../../support/sign-in-all.ts';
import { startSystem, type System } from '../../support/system.ts';

const DERIVED = ['case_row', 'clock', 'case_unit', 'level_fired', 'document', 'link', 'precedent'];

let system: System;
let dispatcher: Person;
let supervisor: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [dispatcher, supervisor] = await signInAll(system, 'paidan1', 'duban');
});
afterAll(() => system.stop());

/** Everything that is derived, without the surrogate keys. */
async function readModel(): Promise<Record<string, readonly object[]>> {
  const tables = DERIVED.map(async (table) => {
    const rows = await query<{ row: object }>(
      system.engine.pool,
      `SELECT to_jsonb(t) - 'id' AS row FROM ${table} t ORDER BY 1`,
    );
    return [table, rows.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}

async function liveSome(): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let n = 0; n < 12; n += 1) {
    const receivedAt = new Date(Date.now() - n * 300 * MINUTE).toISOString();
    const { caseId } = (await dispatcher.open({ urgency: 'SAFETY', receivedAt })).body;
    ids.push(caseId);
    if (n % 2 === 0) await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
    if (n % 3 === 0) {
      const order = { source: 'INTERNAL', grounds: 'OVERDUE', requirement: '限期办理' };
      await supervisor.command(caseId, 'issueOrder', order);
    }
  }
  const [first, second] = ids;
  await dispatcher.command(first ?? '', 'convertToLead', { actKind: 'DUMPING' });
  await dispatcher.command(second ?? '', 'convertToPetition', { category: 'APPEAL' });
  return ids;
}

test('writes the whole read model anew from the logs, while people read and work', async () => {
  const ids = await liveSome();
  const before = await readModel();
  await query(
    system.engine.pool,
    'DELETE FROM clock; DELETE FROM case_unit; DELETE FROM document',
    [],
  );
  await query(system.engine.pool, `UPDATE case_row SET due_at = NULL, stage = 'closed'`);
  await query(system.engine.pool, 'DELETE FROM case_row WHERE id = ANY($1)', [ids.slice(0, 3)]);
  const rebuilt = await rebuildAll(system.engine);
  expect(rebuilt).toMatchObject({ cases: ids.length + 2, failed: [] });
  expect(await readModel()).toEqual(before);

  const [working] = ids;
  const again = rebuildAll(system.engine);
  const seen = await Promise.all(
    ids.map(async (id) => (await dispatcher.get(`/api/cases/${id}`)).status),
  );
  const urged = await supervisor.command(working ?? '', 'urge', { note: '请抓紧' });
  expect((await again).failed).toEqual([]);
  expect([...new Set(seen), urged.status]).toEqual([200, 200]);
  expect(await verify(system.engine.pool, { now: Date.now() - MINUTE })).toEqual([]);
}, 60_000);

test('names a case whose log is gone from its beginning, and does the rest', async () => {
  const { caseId } = (await dispatcher.open()).body;
  await query(system.engine.pool, 'ALTER TABLE case_event DISABLE TRIGGER ALL');
  await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
  await query(system.engine.pool, 'DELETE FROM case_event WHERE case_id = $1 AND version = 1', [
    caseId,
  ]);
  await query(system.engine.pool, 'ALTER TABLE case_event ENABLE TRIGGER ALL');
  const rebuilt = await rebuildAll(system.engine);
  expect(rebuilt.failed).toEqual([caseId]);
  expect(rebuilt.cases).toBeGreaterThan(10);
});
