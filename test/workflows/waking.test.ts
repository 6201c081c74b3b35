import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MINUTE } from '../../domain/calendar/civil.ts';
import { workflowId } from '../../domain/telling.ts';
import { logOf } from '../support/log.ts';
import { type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';

/** The sweeper leaves what is due to its workflow for a minute. */
const BEFORE_ANY_SWEEP = MINUTE - 5000;

let system: System;
let dispatcher: Person;

beforeAll(async () => {
  system = await startSystem();
  dispatcher = await signIn(system.url, 'paidan1');
});
afterAll(() => system.stop());

test('a workflow wakes at the instant and has what is due recorded, before anybody sweeps', async () => {
  const receivedAt = Date.now() - 15 * MINUTE + 2000;
  const { caseId } = (
    await dispatcher.open({ urgency: 'SAFETY', receivedAt: new Date(receivedAt).toISOString() })
  ).body;
  const due = Math.floor((receivedAt + 15 * MINUTE) / 1000) * 1000;
  const reached = async () =>
    (await logOf(system, caseId)).find(
      ({ type, dueAt = 0 }) => type === 'LevelReached' && dueAt >= due,
    );
  const fired = await eventually('the level', reached, 2 * MINUTE);
  expect(fired.at - (fired.dueAt ?? 0)).toBeLessThan(BEFORE_ANY_SWEEP);
}, 180_000);

/** How often a workflow has asked PostgreSQL what is due, by its history. */
async function asked(caseId: string): Promise<number> {
  const { events = [] } = await system.client.workflow.getHandle(workflowId(caseId)).fetchHistory();
  return (events ?? []).filter(
    ({ markerRecordedEventAttributes: marker }) => marker?.markerName === 'core_local_activity',
  ).length;
}

test('a workflow whose clock is ahead of PostgreSQL’s asks again ever later, and not without end', async () => {
  system.clock.offset = -4000;
  try {
    const receivedAt = Date.now() - 15 * MINUTE + 1000;
    const { caseId } = (
      await dispatcher.open({ urgency: 'SAFETY', receivedAt: new Date(receivedAt).toISOString() })
    ).body;
    const levels = async () =>
      (await logOf(system, caseId)).filter(({ type }) => type === 'LevelReached');
    const [level] = await eventually('the level', async () => {
      const found = await levels();
      return found.length > 0 && found;
    });
    expect(level?.at).toBeGreaterThanOrEqual(level?.dueAt ?? Infinity);
    const times = await eventually('its answer in the history', async () => {
      const before = await asked(caseId);
      return before > 1 && before;
    });
    expect(times).toBeLessThan(8);
  } finally {
    system.clock.offset = 0;
  }
}, 180_000);
