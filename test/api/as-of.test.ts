import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HOUR } from '../../domain/calendar/civil.ts';
import { type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';

let system: System;
let dispatcher: Person;
let liaison: Person;
let opened: string;
let between: string;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [dispatcher, liaison] = await Promise.all([
    signIn(system.url, 'paidan1'),
    signIn(system.url, 'xiayang-lianluo'),
  ]);
  opened = (await dispatcher.open()).body.caseId;
  system.clock.offset += HOUR;
  between = new Date(Date.now() + system.clock.offset).toISOString();
  system.clock.offset += HOUR;
  await dispatcher.command(opened, 'dispatch', { leadUnit: 'xiayang' });
  await dispatcher.open();
});
afterAll(() => system.stop());

const asked = (person: Person, asOf: string, more = '') =>
  person.get(`/api/cases?asOf=${encodeURIComponent(asOf)}${more}`);

test('a list of an earlier moment shows what was known then', async () => {
  const { status, body } = await asked(dispatcher, between);
  expect(status).toBe(200);
  expect(body.cases).toHaveLength(1);
  expect(body.cases[0]).toMatchObject({ id: opened, stage: 'pendingDispatch', leadUnit: null });
  expect(body).toMatchObject({ total: 1, next: null, counts: { all: 1 } });
  expect(Date.parse(body.asOf)).toBe(Date.parse(between));
  expect((await dispatcher.get('/api/cases')).body.total).toBe(2);
});

test('a unit sees of that moment what it held then', async () => {
  expect((await asked(liaison, between)).body.total).toBe(0);
  const later = new Date(Date.now() + system.clock.offset).toISOString();
  expect((await asked(liaison, later)).body.cases).toMatchObject([{ id: opened }]);
});

test('the present, asked as of now, is the list of now', async () => {
  const later = new Date(Date.now() + system.clock.offset).toISOString();
  const [then, now] = await Promise.all([
    asked(dispatcher, later, '&limit=1'),
    dispatcher.get('/api/cases?limit=1'),
  ]);
  const { asOf: _then, ...known } = then.body;
  const { asOf: _now, ...present } = now.body;
  expect(known).toEqual(present);
});

test('a moment that is still to come is refused by name', async () => {
  const { status, body } = await asked(dispatcher, '2099-01-01T00:00:00+08:00');
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'INVALID_INPUT', field: 'query.asOf' });
  expect(body.detail).toContain('不能晚于现在');
});
