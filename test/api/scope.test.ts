import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { query } from '../../engine/database.ts';
import { type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './refusals.ts';
import { rowCounts } from './tables.ts';

let system: System;
let dispatcher: Person;
let liaison: Person;
let foreigner: Person;
let caseId: string;
let number: string;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  const accounts = ['paidan1', 'xiayang-lianluo', 'xujing-lianluo'];
  [dispatcher, liaison, foreigner] = (await Promise.all(
    accounts.map((account) => signIn(system.url, account)),
  )) as [Person, Person, Person];
  ({ caseId, number } = (await dispatcher.open()).body);
  await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
  await system.engine.drained();
});
afterAll(() => system.stop());

const total = async (person: Person): Promise<number> =>
  (await person.get('/api/cases')).body.total;

describe('a unit', () => {
  test('sees its own case in every way', async () => {
    expect(await total(liaison)).toBe(1);
    const [byId, byNumber] = [
      await liaison.get(`/api/cases/${caseId}`),
      await liaison.get(`/api/cases/${number}`),
    ];
    expect([byId.status, byNumber.status]).toEqual([200, 200]);
    expect(byNumber.body.id).toBe(caseId);
    expect((await liaison.get(`/api/cases/${caseId.toUpperCase()}`)).status).toBe(200);
  });

  test('sees nothing of a foreign case, in no way', async () => {
    expect(await total(foreigner)).toBe(0);
    const before = await rowCounts(system);
    for (const name of [caseId, number]) {
      const path = `/api/cases/${name}`;
      expectProblem(await foreigner.get(path), 404, 'CASE_NOT_FOUND');
      expectProblem(await foreigner.command(name, 'acknowledge'), 404, 'CASE_NOT_FOUND');
      expectProblem(await foreigner.command(name, 'teleport'), 404, 'CASE_NOT_FOUND');
      expectProblem(
        await foreigner.post(`${path}/reveal`, { reason: '看看' }),
        404,
        'CASE_NOT_FOUND',
      );
    }
    expect(await rowCounts(system)).toEqual(before);
    const nowhere = await foreigner.get(`/api/cases/${randomUUID()}`);
    expect((await foreigner.get(`/api/cases/${caseId}`)).body).toEqual(nowhere.body);
    expect((await foreigner.get('/api/cases?unit=xiayang')).body.total).toBe(0);
  });

  test('loses the case with an approved return, but not the answer to its own command', async () => {
    const request = { reason: 'WRONG_PLACE', note: '不在本辖区' };
    const first = await liaison.command(caseId, 'requestReturn', request, 'return-1');
    expect(first.status).toBe(200);
    await dispatcher.command(caseId, 'approveReturn');
    expect(await total(liaison)).toBe(0);
    expectProblem(await liaison.get(`/api/cases/${caseId}`), 404, 'CASE_NOT_FOUND');
    for (const name of [caseId, number]) {
      const again = await liaison.command(name, 'requestReturn', request, 'return-1');
      expect([again.status, again.body]).toEqual([200, first.body]);
    }
    expectProblem(await liaison.command(caseId, 'requestReturn', request), 404, 'CASE_NOT_FOUND');
    const stolen = await foreigner.command(caseId, 'requestReturn', request, 'return-1');
    expectProblem(stolen, 404, 'CASE_NOT_FOUND');
  });

  test('follows a person who changes units with the next request', async () => {
    await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xujing' });
    expect([await total(liaison), await total(foreigner)]).toEqual([0, 1]);
    const move = (unit: string) =>
      query(system.engine.pool, 'UPDATE person SET unit = $1 WHERE account = $2', [
        unit,
        liaison.account,
      ]);
    await move('xujing');
    expect(await total(liaison)).toBe(1);
    await move('xiayang');
    expect(await total(liaison)).toBe(0);
  });
});
