import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { scopeAmong } from '../../api/scope.ts';
import type { CaseType } from '../../domain/define-case-type.ts';
import type { Place } from '../../domain/definition/parts.ts';
import { hotlineTicketV1 } from '../../domain/case-types/hotline-ticket.v1.ts';
import { query } from '../../engine/database.ts';
import { signInAll } from '../support/sign-in-all.ts';
import { startSystem, type System } from '../support/system.ts';

/** A type by where its roles are. */
const typeAt = (id: string, ...places: readonly Place[]): CaseType => ({
  ...hotlineTicketV1,
  id,
  roles: Object.fromEntries(places.map((at, i) => [`role${i}`, { label: '角色', at }])),
});

let system: System;
/** The number of each type's case. */
const numbers: Record<string, string> = {};

beforeAll(async () => {
  system = await startSystem({ worker: false });
  const [dispatcher] = await signInAll(system, 'paidan1');
  for (const id of ['ticket', 'petition', 'hazard']) {
    const { caseId, number } = (await dispatcher.open()).body;
    if (id === 'hazard') await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
    await query(system.engine.pool, 'UPDATE case_row SET type_id = $1 WHERE id = $2', [id, caseId]);
    numbers[number] = id;
  }
});
afterAll(() => system.stop());

/** Which cases a unit sees where there are these types. */
async function seenBy(unit: string, types: readonly CaseType[]): Promise<readonly unknown[]> {
  const { sql, values } = scopeAmong(types)({ unit }, 2);
  const rows = await query<{ number: string }>(
    system.engine.pool,
    `SELECT r.number FROM case_row r WHERE r.ended = $1 AND ${sql} ORDER BY r.number`,
    [false, ...values],
  );
  return rows.map(({ number }) => numbers[number]);
}

const TYPES = [
  typeAt('ticket', 'centre', 'unit'),
  typeAt('petition', 'office:petition', 'unit'),
  typeAt('hazard', 'office:housing', 'office:greening', 'centre', 'unit'),
];

describe('where types have offices', () => {
  test.each([
    ['the centre sees the types that have a role there', 'ops-centre', ['ticket', 'hazard']],
    ['an office sees its types', 'petition', ['petition']],
    ['each of several offices sees theirs', 'greening', ['hazard']],
    ['a unit sees what it holds', 'xiayang', ['hazard']],
    ['another unit sees nothing', 'xujing', []],
  ])('%s', async (_what, unit, seen) => {
    expect(await seenBy(unit, TYPES)).toEqual(seen);
  });

  test('an office that holds a case of another type sees it too', async () => {
    const [, number] = Object.keys(numbers);
    const hold = (sql: string) => query(system.engine.pool, sql, [number]);
    await hold(
      `INSERT INTO case_unit (case_id, unit, part, "from") SELECT id, 'housing', 'lead', now() FROM case_row WHERE number = $1`,
    );
    expect(await seenBy('housing', TYPES)).toEqual(['petition', 'hazard']);
    await hold(
      `UPDATE case_unit SET "to" = now() WHERE unit = 'housing' AND case_id = (SELECT id FROM case_row WHERE number = $1)`,
    );
    expect(await seenBy('housing', TYPES)).toEqual(['hazard']);
  });

  test('the centre sees all where every type has a role there', async () => {
    const all = TYPES.map(({ id }) => typeAt(id, 'centre', 'unit'));
    expect(await seenBy('ops-centre', all)).toEqual(['ticket', 'petition', 'hazard']);
    expect(scopeAmong(all)({ unit: 'ops-centre' }, 1)).toEqual({ sql: 'TRUE', values: [] });
  });
});
