import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MINUTE } from '../../domain/calendar/civil.ts';
import { LEVEL_REACHED, type StepData } from '../../domain/case-state.ts';
import type { Telling } from '../../domain/telling.ts';
import { query } from '../../engine/database.ts';
import { logOf } from '../support/log.ts';
import { type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';

const told: Telling[] = [];
let system: System;
let dispatcher: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false, engine: { tell: (telling) => told.push(telling) } });
  dispatcher = await signIn(system.url, 'paidan1');
});
afterAll(() => system.stop());

const sql = (text: string) => query(system.engine.pool, text);

test('what is due is recorded before the step that people take, and its clock ends breached', async () => {
  const { caseId } = (await dispatcher.open({ urgency: 'SAFETY' })).body;
  // Fifteen minutes are given, and no worker is there to record that they are over.
  system.clock.offset += 20 * MINUTE;
  const { status } = await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
  expect(status).toBe(200);
  const log = await logOf(system, caseId);
  const step = log.findIndex(({ type }) => type === 'TicketDispatched');
  const ofDispatch = log.filter(
    ({ type, data }) => type === LEVEL_REACHED && 'clock' in data && data.clock === 'dispatch',
  );
  expect(ofDispatch.length).toBeGreaterThan(1);
  expect(ofDispatch.every(({ version }) => version <= step)).toBe(true);
  const data = log[step]?.data as StepData | undefined;
  expect(data?.ended).toContainEqual({ clock: 'dispatch', round: 1, outcome: 'breached' });
});

test('two merges in opposite directions at the same moment: one is made, the other refused', async () => {
  const open = async () => (await dispatcher.open()).body;
  for (let round = 0; round < 8; round += 1) {
    const [one, other] = await Promise.all([open(), open()]);
    const answers = await Promise.all([
      dispatcher.command(one.caseId, 'merge', { other: other.number, note: '同一路灯' }),
      dispatcher.command(other.caseId, 'merge', { other: one.number, note: '同一路灯' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const stages = (await Promise.all([logOf(system, one.caseId), logOf(system, other.caseId)]))
      .flat()
      .filter(({ type }) => type === 'TicketMerged');
    expect(stages).toHaveLength(1);
  }
});

test('a command whose COMMIT fails is told to no workflow, and may be sent again', async () => {
  const { caseId } = (await dispatcher.open()).body;
  await sql(`CREATE FUNCTION refuse_commit() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'refused at COMMIT'; END $$`);
  await sql(`CREATE CONSTRAINT TRIGGER refuse_commit AFTER INSERT ON case_event
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_commit()`);
  told.splice(0);
  const dispatch = () =>
    dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' }, 'refused-at-commit');
  expect((await dispatch()).status).toBe(500);
  expect(told).toEqual([]);
  expect(await logOf(system, caseId)).toHaveLength(1);
  await sql('DROP TRIGGER refuse_commit ON case_event');
  expect((await dispatch()).status).toBe(200);
  expect(told.map(({ stage }) => stage)).toEqual(['pendingAck']);
});
