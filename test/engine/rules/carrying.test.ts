import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { civilDate, DAY, dayOf } from '../../../domain/calendar/civil.ts';
import { query } from '../../../engine/database.ts';
import { verify } from '../../../engine/verify.ts';
import type { Person } from '../../support/people.ts';
import { startSystem, type System } from '../../support/system.ts';
import { eventually } from '../../support/waiting.ts';
import { keep } from '../../workflows/histories.ts';
import { done, finished, HANDLE, peopleOf, published } from './supervisors.ts';

let system: System;
let dispatcher: Person;
let proposer: Person;
let approver: Person;
let versions = 0;

beforeAll(async () => {
  system = await startSystem();
  ({ dispatcher, proposer, approver } = await peopleOf(system));
});
afterAll(() => system.stop());

const opened = async (): Promise<string> => done(await dispatcher.open(), 201).caseId;

/** A change of some cases to a policy of its own, in force and not approved yet. */
async function proposed(limit: number, numbers: readonly string[]): Promise<string> {
  versions += 1;
  const version = `carrying-${versions}`;
  const effectiveFrom = civilDate(dayOf(Date.now() + system.clock.offset) + 1);
  const body = {
    kind: 'policy',
    version,
    basis: '试行',
    effectiveFrom,
    limits: { [HANDLE]: limit },
  };
  await published({ proposer, approver }, body);
  system.clock.offset += DAY;
  const select = { numbers };
  return done(await proposer.post('/api/rule-changes', { kind: 'policy', version, select }), 201)
    .id;
}

const numberOf = async (id: string): Promise<string> =>
  done(await dispatcher.get(`/api/cases/${id}`)).number;

const approve = async (change: string) =>
  done(await approver.post(`/api/rule-changes/${change}/approval`, {}));

const statesOf = async (change: string): Promise<Readonly<Record<string, string>>> => {
  const { cases } = done(await approver.get(`/api/rule-changes/${change}/cases`));
  return Object.fromEntries(
    cases.map(({ number, state }: { number: string; state: string }) => [number, state]),
  );
};

const sql = (text: string, values: readonly unknown[]) => query(system.engine.pool, text, values);

test('a change that is paused carries no further case over until it goes on', async () => {
  const numbers = await Promise.all([1, 2, 3].map(async () => numberOf(await opened())));
  const change = await proposed(8, numbers);
  await system.stopWorker();
  await approve(change);
  expect(done(await approver.post(`/api/rule-changes/${change}/pause`, {})).status).toBe('paused');
  await system.startWorker();
  // The workflow of an earlier approval would run now: this one is not started at all while it is paused.
  expect(Object.values(await statesOf(change))).toEqual(['planned', 'planned', 'planned']);
  done(await approver.post(`/api/rule-changes/${change}/resumption`, {}));
  expect(await finished(approver, change)).toMatchObject({ cases: { applied: 3 } });
  await workflowOf(change).result();
  await keep(system, 'rule-change.applied', `rule-change-${change}`);
});

test('a running change that is paused waits, and a resumption wakes it at once', async () => {
  const number = await numberOf(await opened());
  const change = await proposed(9, [number]);
  const held = await system.engine.pool.connect();
  await held.query('BEGIN');
  await held.query('SELECT 1 FROM case_row WHERE number = $1 FOR UPDATE', [number]);
  await approve(change);
  await eventually('the workflow', () => isRunning(change));
  done(await approver.post(`/api/rule-changes/${change}/pause`, {}));
  await held.query('COMMIT');
  held.release();
  await eventually('the wait', () => waits(change));
  expect(await statesOf(change)).toEqual({ [number]: 'planned' });
  done(await approver.post(`/api/rule-changes/${change}/resumption`, {}));
  expect(await finished(approver, change)).toMatchObject({ cases: { applied: 1 } });
  await workflowOf(change).result();
  await keep(system, 'rule-change.paused', `rule-change-${change}`);
});

const workflowOf = (change: string) => system.client.workflow.getHandle(`rule-change-${change}`);

const isRunning = async (change: string): Promise<boolean> =>
  (
    await workflowOf(change)
      .describe()
      .catch(() => undefined)
  )?.status.name === 'RUNNING';

/** Its timer runs: it has seen the pause. */
async function waits(change: string): Promise<boolean> {
  const { events } = await workflowOf(change).fetchHistory();
  return (
    events?.at(-1)?.timerStartedEventAttributes !== undefined &&
    events?.at(-1)?.timerStartedEventAttributes !== null
  );
}

test('one case that fails stops no other, and is carried over when it is mended', async () => {
  const [broken, sound] = [await opened(), await opened()];
  const numbers = [await numberOf(broken), await numberOf(sound)];
  const change = await proposed(10, numbers);
  await sql(
    `UPDATE case_row SET state = jsonb_set(state, '{rules,calendar}', '"nowhere"') WHERE id = $1`,
    [broken],
  );
  await approve(change);
  expect(await finished(approver, change)).toMatchObject({ cases: { applied: 1, failed: 1 } });
  const { cases } = done(await approver.get(`/api/rule-changes/${change}/cases?state=failed`));
  expect(cases).toMatchObject([{ number: numbers[0], problem: 'unknown rules: calendar nowhere' }]);
  await sql(
    `UPDATE case_row SET state = jsonb_set(state, '{rules,calendar}', to_jsonb(calendar_version)) WHERE id = $1`,
    [broken],
  );
  await approve(change);
  expect(await finished(approver, change)).toMatchObject({ cases: { applied: 2, failed: 0 } });
});

test('what would move otherwise than it was shown is left, and shown anew', async () => {
  const id = await opened();
  const number = await numberOf(id);
  const change = await proposed(11, [number]);
  await sql(
    `UPDATE rule_change_case SET plan = jsonb_set(plan, '{0,to,statutoryDue}', '1') WHERE change_id = $1`,
    [change],
  );
  await approve(change);
  expect(await finished(approver, change)).toMatchObject({ cases: { differs: 1, applied: 0 } });
  expect(
    await sql(`SELECT 1 FROM case_event WHERE case_id = $1 AND type = 'RulesChanged'`, [id]),
  ).toEqual([]);
  await approve(change);
  expect(await finished(approver, change)).toMatchObject({ cases: { differs: 0, applied: 1 } });
  expect(await verify(system.engine.pool, { now: Date.now() - 5000 })).toEqual([]);
});

test('levels that fired stay fired, and what is past by the new rules falls due at once', async () => {
  const receivedAt = new Date(Date.now() + system.clock.offset - 20 * DAY).toISOString();
  const id: string = done(await dispatcher.open({ receivedAt }), 201).caseId;
  const levelsOf = () =>
    query<{ clock: string; level: string }>(
      system.engine.pool,
      `SELECT data->>'clock' AS clock, data->>'level' AS level FROM case_event
        WHERE case_id = $1 AND type = 'LevelReached' AND data->>'clock' = 'handle' ORDER BY version`,
      [id],
    );
  const before = await levelsOf();
  expect(before.map(({ level }) => level)).toEqual(expect.arrayContaining(['L1', 'L2']));
  const longer = await proposed(60, [await numberOf(id)]);
  await approve(longer);
  await finished(approver, longer);
  const after = await levelsOf();
  // What fell due under the old rules until they changed is on record too, each once.
  expect(after.slice(0, before.length)).toEqual(before);
  expect(new Set(after.map(({ level }) => level)).size).toBe(after.length);
  const fresh = await opened();
  const shorter = await proposed(1, [await numberOf(fresh)]);
  system.clock.offset += 4 * DAY;
  await approve(shorter);
  await finished(approver, shorter);
  const due = await sql(
    `SELECT data->>'level' AS level FROM case_event WHERE case_id = $1 AND type = 'LevelReached' AND data->>'clock' = 'handle'
        AND version > (SELECT version FROM case_event WHERE case_id = $1 AND type = 'RulesChanged') ORDER BY version`,
    [fresh],
  );
  expect(due).toEqual(expect.arrayContaining([{ level: 'L2' }]));
  expect(await verify(system.engine.pool, { now: Date.now() - 5000 })).toEqual([]);
});
