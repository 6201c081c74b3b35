import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DAY, HOUR } from '../../domain/calendar/civil.ts';
import type { LevelData } from '../../domain/case-state.ts';
import { query } from '../../engine/database.ts';
import { recordDue } from '../../engine/record-due.ts';
import { logOf } from '../support/log.ts';
import { type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';

let system: System;
let dispatcher: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  dispatcher = await signIn(system.url, 'paidan1');
});
afterAll(() => system.stop());

const sql = <Row extends object>(text: string, ...values: readonly unknown[]) =>
  query<Row & Record<string, unknown>>(system.engine.pool, text, values);

/** Everybody in some roles leaves the house, or comes back. */
const active = (isThere: boolean, ...roles: readonly string[]) =>
  sql(
    'UPDATE person SET active = $1 WHERE id IN (SELECT person FROM role_grant WHERE role = ANY($2))',
    isThere,
    roles,
  );

/** Who is told of the third level of an urgent ticket that nobody dispatches, by account. */
async function toldOfL3(): Promise<readonly string[]> {
  const receivedAt = new Date(Date.now() + system.clock.offset - 2 * HOUR).toISOString();
  const { caseId } = (await dispatcher.open({ urgency: 'SAFETY', receivedAt })).body;
  await recordDue(system.engine, caseId);
  const level = (await logOf(system, caseId)).find(
    ({ data }) => 'level' in data && data.level === 'L3' && data.clock === 'dispatch',
  );
  if (level === undefined) throw new Error('no third level on record');
  const { targets = [] } = level.data as LevelData;
  const rows = await sql<{ account: string }>(
    'SELECT account FROM person WHERE id = ANY($1::uuid[]) ORDER BY account',
    targets,
  );
  return rows.map(({ account }) => account);
}

const alarms = async (): Promise<number> => {
  const { values } = await system.engine.metrics.levelsWithoutTarget.get();
  return values[0]?.value ?? 0;
};

describe('an escalation finds somebody', () => {
  test('first the supervisor', async () => {
    expect(await toldOfL3()).toContain('duban');
  });

  test('the duty officer where nobody supervises, and nobody is an alarm', async () => {
    await active(false, 'supervisor');
    try {
      expect(await toldOfL3()).toEqual(['zhiban']);
      const before = await alarms();
      await active(false, 'dutyOfficer');
      expect(await toldOfL3()).toEqual([]);
      expect(await alarms()).toBeGreaterThan(before);
    } finally {
      await active(true, 'supervisor', 'dutyOfficer');
    }
  });

  test('at the unit whose duty it is, not at the one that leads', async () => {
    const [lead, handler] = await Promise.all([
      signIn(system.url, 'xiayang-lianluo'),
      signIn(system.url, 'xiayang-chengban'),
    ]);
    const { caseId } = (await dispatcher.open()).body;
    await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
    await lead.command(caseId, 'acknowledge');
    await handler.command(caseId, 'recordContact', { channel: 'PHONE', note: '已联系' });
    const asked = { unit: 'housing', note: '请核查产权' };
    expect((await dispatcher.command(caseId, 'inviteAssistance', asked)).status).toBe(200);
    system.clock.offset += 15 * DAY;
    await recordDue(system.engine, caseId);
    const level = (await logOf(system, caseId)).find(
      ({ data }) => 'level' in data && data.clock === 'assist',
    );
    if (level === undefined) throw new Error('no level of the assistance on record');
    const rows = await sql<{ unit: string }>(
      'SELECT DISTINCT unit FROM person WHERE id = ANY($1::uuid[])',
      (level.data as LevelData).targets,
    );
    expect(rows.map(({ unit }) => unit)).toEqual(['housing']);
  });
});
