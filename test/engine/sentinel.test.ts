import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from '@temporalio/client';
import { query } from '../../engine/database.ts';
import { beat } from '../../engine/sentinel.ts';
import { rowOf } from '../support/log.ts';
import type { Person } from '../support/people.ts';
import { createNamespace } from '../support/services.ts';
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

const beatOnce = (client = system.client) =>
  beat({ client, taskQueue: 'bihuan', pool: system.engine.pool });

/** Temporal as it was so many beats ago: what the database knows to be in its store is ahead of it. */
const goBackBy = (beats: number) =>
  query(system.engine.pool, 'UPDATE sentinel SET confirmed = confirmed + $1 WHERE id = 1', [beats]);

async function toldCase(): Promise<string> {
  const { caseId } = (await dispatcher.open()).body;
  await eventually('the telling', async () => {
    const { version, told_version: told } = await rowOf(system, caseId);
    return told === version;
  });
  return caseId;
}

test('a store that goes on marks nothing; one that went back by a single beat has every case told again', async () => {
  const caseId = await toldCase();
  expect(await beatOnce()).toBeUndefined();
  expect(await beatOnce()).toBeUndefined();
  await goBackBy(1);
  expect(await beatOnce()).toBe(1);
  expect((await rowOf(system, caseId)).told_version).toBe(-1);
  expect(await beatOnce()).toBeUndefined();
});

test('and so has one that knows no sentinel: an empty one', async () => {
  const caseId = await toldCase();
  const namespace = await createNamespace();
  const { connection } = system.client;
  const empty = new Client({ connection, namespace });
  expect(await beatOnce(empty)).toBe(2);
  expect((await rowOf(system, caseId)).told_version).toBe(-1);
  expect(await beatOnce(empty)).toBeUndefined();
});
