import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { query } from '../../../engine/database.ts';
import { verify } from '../../../engine/verify.ts';
import { withYear } from '../../support/calendars.ts';
import type { Person } from '../../support/people.ts';
import { startSystem, type System } from '../../support/system.ts';
import { done, finished, peopleOf, published } from './supervisors.ts';

let system: System;
let dispatcher: Person;
let proposer: Person;
let approver: Person;

/** A made-up notice of 2027: three days off at New Year, and a make-up Saturday. */
const notice = withYear(2027, {
  holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
  makeupDays: ['2027-01-09'],
});

beforeAll(async () => {
  system = await startSystem();
  ({ dispatcher, proposer, approver } = await peopleOf(system));
  system.clock.offset = Date.parse('2026-12-28T10:00:00+08:00') - Date.now();
});
afterAll(() => system.stop());

const opened = async (input: object = {}): Promise<string> =>
  done(await dispatcher.open(input), 201).caseId;

interface ClockRow {
  readonly clock: string;
  readonly nominal: string;
  readonly provisional: boolean;
}

const clocksOf = (id: string): Promise<ClockRow[]> =>
  query<ClockRow>(
    system.engine.pool,
    'SELECT clock, nominal_due::text AS nominal, provisional FROM clock WHERE case_id = $1 AND ended_at IS NULL ORDER BY clock',
    [id],
  );

test('a new holiday notice moves the clocks that count its days and no other, and provisional marks disappear', async () => {
  const [over, within] = [await opened(), await opened({ matter: 'CONSULT' })];
  const before = { over: await clocksOf(over), within: await clocksOf(within) };
  expect(before.over.find(({ clock }) => clock === 'handle')).toEqual({
    clock: 'handle',
    nominal: '2027-01-04',
    provisional: true,
  });
  await published(
    { proposer, approver },
    { kind: 'calendar', version: notice.version, basis: '放假通知', calendar: notice },
  );
  const target = { kind: 'calendar', version: notice.version };
  const change = done(await proposer.post('/api/rule-changes', target), 201);
  const { cases } = done(await proposer.get(`/api/rule-changes/${change.id}/cases`));
  done(await approver.post(`/api/rule-changes/${change.id}/approval`, {}));
  expect(await finished(approver, change.id)).toMatchObject({ cases: { applied: 2 } });
  expect((await clocksOf(over)).filter(({ provisional }) => provisional)).toEqual([]);
  const moved = await query<{ case_id: string; clock: string; cause: string }>(
    system.engine.pool,
    `SELECT e.case_id, m->>'clock' AS clock, m->>'cause' AS cause FROM case_event e, jsonb_array_elements(COALESCE(e.data->'moved', '[]')) m
      WHERE e.type = 'RulesChanged' ORDER BY e.case_id, clock`,
  );
  const shown: readonly string[] = cases.flatMap(
    ({ clocks }: { clocks: readonly { clock: string }[] }) => clocks.map(({ clock }) => clock),
  );
  expect(moved.map(({ clock }) => clock).sort()).toEqual(shown.toSorted());
  expect(new Set(moved.map(({ cause }) => cause))).toEqual(new Set(['amended']));
  const still = (rows: readonly ClockRow[]) =>
    rows.filter(({ clock }) => !moved.some((one) => one.clock === clock));
  expect(still(await clocksOf(within))).toEqual(still(before.within));
  expect(await verify(system.engine.pool, { now: Date.now() - 5000 })).toEqual([]);
});

test('cases that are opened afterwards count by it, and a second amendment finds none left', async () => {
  const later = await opened();
  expect((await clocksOf(later)).filter(({ provisional }) => provisional)).toEqual([]);
  const again = await proposer.post('/api/rule-changes', {
    kind: 'calendar',
    version: notice.version,
  });
  expect([again.status, again.body.code]).toEqual([422, 'NO_CASES_TO_CHANGE']);
});
