import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MINUTE } from '../../../domain/calendar/civil.ts';
import { AUDIT_SCHEDULE, AUDIT_TYPE, workflowId } from '../../../domain/telling.ts';
import type { AuditResult } from '../../../engine/audit/tally.ts';
import { query } from '../../../engine/database.ts';
import { verify } from '../../../engine/verify.ts';
import { levelsOf } from '../../support/log.ts';
import type { Person } from '../../support/people.ts';
import { signInAll } from '../../support/sign-in-all.ts';
import { startSystem, type System } from '../../support/system.ts';
import { eventually } from '../../support/waiting.ts';
import { keep } from '../../workflows/histories.ts';

let system: System;
let dispatcher: Person;
let supervisor: Person;

beforeAll(async () => {
  system = await startSystem();
  [dispatcher, supervisor] = await signInAll(system, 'paidan1', 'duban');
});
afterAll(() => system.stop());

const sql = <Row extends object>(text: string, values: readonly unknown[] = []) =>
  query<Row & Record<string, unknown>>(system.engine.pool, text, values);

const opened = async (input: object = {}): Promise<string> => {
  const { status, body } = await dispatcher.open(input);
  expect(status).toBe(201);
  await eventually('the workflow', () => isRunning(body.caseId));
  return body.caseId;
};

const isRunning = async (id: string): Promise<boolean> => {
  const found = await system.client.workflow
    .getHandle(workflowId(id))
    .describe()
    .catch(() => undefined);
  return found?.status.name === 'RUNNING' && found.searchAttributes['CaseStage'] !== undefined;
};

async function audited(): Promise<AuditResult> {
  const workflow = `audit-${randomUUID()}`;
  const id: string = await system.client.workflow.execute(AUDIT_TYPE, {
    taskQueue: 'bihuan',
    workflowId: workflow,
  });
  await keep(system, 'audit.done', workflow);
  const [row] = await sql<{ report: AuditResult }>(
    'SELECT report FROM audit_report WHERE id = $1',
    [id],
  );
  if (!row) throw new Error('no report');
  return row.report;
}

const about = ({ listed }: AuditResult, id: string) =>
  listed
    .filter(({ caseId }) => caseId === id)
    .map(({ rule, remedy, advice }) => [rule, remedy, advice !== undefined]);

/** As somebody with the rights of the owner could, behind the application's back. */
async function tamper(text: string, values: readonly unknown[]): Promise<void> {
  await sql('ALTER TABLE case_event DISABLE TRIGGER ALL');
  await sql(text, values);
  await sql('ALTER TABLE case_event ENABLE TRIGGER ALL');
}

describe('an audit', () => {
  test('finds nothing where all is well', async () => {
    await opened();
    expect(await audited()).toMatchObject({
      repaired: 0,
      left: 0,
      listed: [],
      health: { timers: 0, failing: 0 },
    });
  });

  test('finds a workflow that was terminated, and has it run again to the same instant', async () => {
    const id = await opened();
    const handle = system.client.workflow.getHandle(workflowId(id));
    await handle.terminate('by hand');
    const report = await audited();
    expect(about(report, id)).toEqual([['workflow', 'tell', false]]);
    expect(report.health.timers).toBe(1);
    await eventually('the workflow', () => isRunning(id));
    expect(about(await audited(), id)).toEqual([]);
  });

  test('finds derived rows that were deleted or changed, and writes them anew', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => opened()));
    const [clock, row, holder, state] = ids as [string, string, string, string];
    await dispatcher.command(holder, 'dispatch', { leadUnit: 'xiayang' });
    await sql(`DELETE FROM clock WHERE case_id = $1 AND clock = 'handle'`, [clock]);
    await sql('DELETE FROM case_row WHERE id = $1', [row]);
    await sql('DELETE FROM case_unit WHERE case_id = $1', [holder]);
    await sql(`UPDATE case_row SET due_at = due_at + interval '1 day' WHERE id = $1`, [state]);
    const report = await audited();
    expect(about(report, clock)).toEqual([['clocks', 'rebuild', false]]);
    expect(new Set(about(report, row).map(String))).toEqual(new Set(['stray,rebuild,false']));
    expect(about(report, holder)).toEqual([['holders', 'rebuild', false]]);
    expect(about(report, state)).toEqual([['fold', 'rebuild', false]]);
    expect(await verify(system.engine.pool, { now: Date.now() - MINUTE })).toEqual([]);
    expect((await dispatcher.get(`/api/cases/${row}`)).body.number).toMatch(/^QPHT\d{4}-\d{6}$/);
  });

  test('looks at what it repaired, and says so when it did not help', async () => {
    const id = await opened();
    await sql(
      `CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
    );
    await sql('CREATE TRIGGER lose BEFORE INSERT ON clock FOR EACH ROW EXECUTE FUNCTION lose()');
    await sql(`DELETE FROM clock WHERE case_id = $1 AND clock = 'handle'`, [id]);
    const report = await audited();
    expect(new Set(about(report, id).map(String))).toEqual(new Set(['clocks,rebuild,true']));
    expect(report).toMatchObject({ repaired: 0 });
    await sql('DROP TRIGGER lose ON clock');
    expect(await audited()).toMatchObject({ left: 0 });
  });

  test('finds a level that is gone from its table, and does not fire it again', async () => {
    const receivedAt = new Date(Date.now() - 15 * MINUTE + 3000).toISOString();
    const id = await opened({ urgency: 'SAFETY', receivedAt });
    await eventually('the levels', async () => (await levelsOf(system, id)).length === 2);
    await sql('DELETE FROM level_fired WHERE case_id = $1', [id]);
    expect(about(await audited(), id)).toEqual([
      ['level_fired', 'rebuild', false],
      ['level_fired', 'rebuild', false],
    ]);
    expect(await levelsOf(system, id)).toHaveLength(2);
    expect(about(await audited(), id)).toEqual([]);
  });

  test('names a log that was changed or shortened, and touches nothing of it', async () => {
    const [changed, shortened, ended] = await Promise.all([opened(), opened(), opened()]);
    for (const id of [shortened, ended])
      await dispatcher.command(id, 'dispatch', { leadUnit: 'xiayang' });
    await tamper(`UPDATE case_event SET actor = 'somebody' WHERE case_id = $1`, [changed]);
    await tamper('DELETE FROM case_event WHERE case_id = $1 AND version = 1', [shortened]);
    await tamper('DELETE FROM case_event WHERE case_id = $1 AND version = 2', [ended]);
    const before = await sql('SELECT * FROM case_row ORDER BY id');
    const report = await audited();
    const rules = (id: string) => new Set(about(report, id).map(([rule]) => rule));
    expect(rules(changed)).toContain('chain');
    expect(rules(shortened)).toContain('gapless');
    expect(rules(ended)).toContain('gapless');
    for (const id of [changed, shortened, ended]) {
      expect(about(report, id).every(([, remedy, advised]) => remedy === 'person' && advised)).toBe(
        true,
      );
    }
    expect(await sql('SELECT * FROM case_row ORDER BY id')).toEqual(before);
  });

  test('finds nothing more once what is missing was put back from a backup', async () => {
    const id = await opened();
    await dispatcher.command(id, 'dispatch', { leadUnit: 'xiayang' });
    await sql('CREATE TABLE backup AS SELECT * FROM case_event WHERE case_id = $1', [id]);
    await tamper('DELETE FROM case_event WHERE case_id = $1 AND version = 2', [id]);
    const before = about(await audited(), id);
    expect(new Set(before.map(([rule]) => rule))).toContain('gapless');
    await tamper(
      'INSERT INTO case_event OVERRIDING SYSTEM VALUE SELECT * FROM backup WHERE case_id = $1 AND version = 2',
      [id],
    );
    expect(about(await audited(), id)).toEqual([]);
    const answer = await dispatcher.get(`/api/cases/${id}`);
    expect([answer.status, answer.body.stage]).toEqual([200, 'pendingAck']);
  });

  test('runs every night', async () => {
    const schedule = await eventually('the schedule', () =>
      system.client.schedule
        .getHandle(AUDIT_SCHEDULE)
        .describe()
        .catch(() => undefined),
    );
    expect(schedule.action).toMatchObject({ workflowType: AUDIT_TYPE });
    expect(schedule.info.nextActionTimes[0]?.toISOString()).toMatch(/T18:30:00/);
  });

  test('is shown to supervisors with what it found', async () => {
    const { body } = await supervisor.get('/api/audits');
    expect(body.audits.length).toBeGreaterThanOrEqual(6);
    const { body: last } = await supervisor.get(`/api/audits/${body.audits[0].id}`);
    expect(last).toMatchObject({ cases: expect.any(Number), left: expect.any(Number) });
    expect(last.findings.length).toBeGreaterThan(0);
    expect((await dispatcher.get('/api/audits')).status).toBe(403);
    expect((await supervisor.get('/api/clock-health')).body).toMatchObject({
      stuck: 0,
      overdue: 0,
      timers: 0,
      failing: 0,
    });
  });
});
