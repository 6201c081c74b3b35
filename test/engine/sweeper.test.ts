import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isoInstant, MINUTE } from '../../domain/calendar/civil.ts';
import { recordDue } from '../../engine/record-due.ts';
import { sweep } from '../../engine/sweeper.ts';
import { verify } from '../../engine/verify.ts';
import { levelsOf, rowOf } from '../support/log.ts';
import type { Person } from '../support/people.ts';
import { signInAll } from '../support/sign-in-all.ts';
import { startSystem, type System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';

let system: System;
let dispatcher: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [dispatcher] = await signInAll(system, 'paidan1');
});
afterAll(() => system.stop());

const round = () =>
  sweep({
    ...system.engine,
    client: system.client,
    taskQueue: 'bihuan',
    record: (caseId) => recordDue(system.engine, caseId),
    patience: { untold: 5, overdue: 0 },
  });

test('what is overdue is recorded by the sweeper itself, once, with its own instant, and told', async () => {
  const receivedAt = Date.now() - 15 * MINUTE + 1500;
  const { caseId } = (
    await dispatcher.open({ urgency: 'SAFETY', receivedAt: new Date(receivedAt).toISOString() })
  ).body;
  const due = isoInstant(receivedAt + 15 * MINUTE).slice(0, 19);
  expect(await levelsOf(system, caseId)).toHaveLength(1);
  await eventually('the instant', async () => Date.now() > receivedAt + 15 * MINUTE);
  expect(await round()).toBe(1);
  const levels = await levelsOf(system, caseId);
  expect(levels.slice(1)).toEqual([`dispatch L2 ${due}`]);
  const { version, told_version: told } = await rowOf(system, caseId);
  expect(told).toBe(version);
  expect(await round()).toBe(0);
  expect(await levelsOf(system, caseId)).toEqual(levels);
  expect(await verify(system.engine.pool, { now: Date.now() - MINUTE })).toEqual([]);
});
