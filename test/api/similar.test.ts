import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { query } from '../../engine/database.ts';
import type { Person } from '../support/people.ts';
import { signInAll } from '../support/sign-in-all.ts';
import { startSystem, type System } from '../support/system.ts';

let system: System;
let dispatcher: Person;
let liaison: Person;
let phone = 13_900_000_100;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [dispatcher, liaison] = await signInAll(system, 'paidan1', 'xiayang-lianluo');
});
afterAll(() => system.stop());
beforeEach(() => {
  phone += 1;
});

const sql = (text: string, ...values: readonly unknown[]) =>
  query(system.engine.pool, text, values);

/** A ticket of this test's caller, so many days ago. */
async function ticket(days = 0, input: object = {}): Promise<string> {
  const caller = {
    name: '陈测试',
    phone: `${phone}`,
    ...('phone' in input && { phone: input.phone }),
  };
  const { phone: _phone, ...rest } = input as { phone?: string };
  const { caseId } = (await dispatcher.open({ ...rest, caller })).body;
  await sql(
    'UPDATE case_row SET received_at = clock_timestamp() - make_interval(days => $2) WHERE id = $1',
    caseId,
    days,
  );
  return caseId;
}

const similarTo = async (caseId: string, person = dispatcher) =>
  (await person.get(`/api/cases/${caseId}`)).body.similar;
const idsOf = (similar: readonly { caseId: string }[]) => similar.map(({ caseId }) => caseId);

test('cases of the same caller are shown with what they are about', async () => {
  const earlier = await ticket(10);
  const caseId = await ticket();
  expect(await similarTo(caseId)).toEqual([
    {
      caseId: earlier,
      number: expect.stringMatching(/^QPHT/),
      type: 'hotline-ticket',
      typeLabel: '12345 工单',
      stage: 'pendingDispatch',
      stageLabel: '待派单',
      ended: false,
      matter: '求助、投诉',
      town: { code: 'xiayang', name: '夏阳街道', short: '夏阳' },
      receivedAt: expect.stringMatching(/\+08:00$/),
      sameMatter: true,
      sameTown: true,
    },
  ]);
});

test('the same matter comes first, then the newest', async () => {
  const [old, consult, recent] = [
    await ticket(30),
    await ticket(1, { matter: 'CONSULT', town: 'xujing' }),
    await ticket(2),
  ];
  const similar = await similarTo(await ticket());
  expect(idsOf(similar)).toEqual([recent, old, consult]);
  expect(similar[2]).toMatchObject({ sameMatter: false, sameTown: false });
});

test('another caller’s are not, nor what lies more than ninety days back', async () => {
  const within = await ticket(89);
  await ticket(91);
  await ticket(1, { phone: '13900000999' });
  expect(idsOf(await similarTo(await ticket()))).toEqual([within]);
});

test('one that came later is shown too: it may be the duplicate', async () => {
  const caseId = await ticket(5);
  const later = await ticket();
  expect(idsOf(await similarTo(caseId))).toEqual([later]);
});

test('a unit is shown only those that it may see', async () => {
  const [own, foreign] = [await ticket(1), await ticket(2)];
  const caseId = await ticket();
  for (const id of [own, caseId]) await dispatcher.command(id, 'dispatch', { leadUnit: 'xiayang' });
  expect(idsOf(await similarTo(caseId, liaison))).toEqual([own]);
  expect(idsOf(await similarTo(caseId)).toSorted()).toEqual([own, foreign].toSorted());
});

test('a case that has ended proposes nothing, and one without a number is like none', async () => {
  const [ended, caseId] = [await ticket(1), await ticket()];
  await sql('UPDATE case_row SET ended = TRUE WHERE id = $1', ended);
  expect(await similarTo(ended)).toEqual([]);
  expect(idsOf(await similarTo(caseId))).toEqual([ended]);
  await sql('UPDATE case_row SET person_digest = NULL WHERE id IN ($1, $2)', ended, caseId);
  expect(await similarTo(caseId)).toEqual([]);
});

test('who was erased is nobody’s caller any more', async () => {
  const [erased, caseId] = [await ticket(1), await ticket()];
  await sql('DELETE FROM case_key WHERE case_id = $1', erased);
  expect(await similarTo(caseId)).toEqual([]);
  expect(await similarTo(erased)).toEqual([]);
});
