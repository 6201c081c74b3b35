import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDate, DAY, dayOf } from '../../../domain/calendar/civil.ts';
import { workflowId } from '../../../domain/telling.ts';
import { query } from '../../../engine/database.ts';
import { verify } from '../../../engine/verify.ts';
import { rulesOf } from '../../../domain/registry.ts';
import { whatIf } from '../../../engine/what-if.ts';
import { readDraft } from '../../../domain/what-if/draft.ts';
import type { Person } from '../../support/people.ts';
import { startSystem, type System } from '../../support/system.ts';
import { eventually } from '../../support/waiting.ts';
import { expectProblem } from '../../api/refusals.ts';
import { done, finished, HANDLE, peopleOf, published } from './supervisors.ts';

let system: System;
let dispatcher: Person;
let proposer: Person;
let approver: Person;

const tomorrow = (): string => civilDate(dayOf(Date.now()) + 1);
const SEVEN = { kind: 'policy', version: 'seven-days', basis: '区级文件', limits: { [HANDLE]: 7 } };

beforeAll(async () => {
  system = await startSystem();
  ({ dispatcher, proposer, approver } = await peopleOf(system));
});
afterAll(() => system.stop());

const opened = async (): Promise<string> => done(await dispatcher.open(), 201).caseId;

interface Pinned {
  readonly policy_version: string;
  readonly version: number;
}

const rowOf = async (id: string): Promise<Pinned> => {
  const [row] = await query<Pinned>(
    system.engine.pool,
    'SELECT policy_version, version FROM case_row WHERE id = $1',
    [id],
  );
  if (!row) throw new Error('no such case');
  return row;
};

const nominalOf = async (id: string): Promise<string | undefined> => {
  const { body } = await dispatcher.get(`/api/cases/${id}`);
  return body.clocks.find(({ clock }: { clock: string }) => clock === 'handle')?.nominal;
};

interface ChangedEvent {
  readonly data: {
    readonly from: object;
    readonly to: object;
    readonly moved?: readonly { readonly clock: string; readonly revision: number }[];
  };
}

const changesIn = (id: string): Promise<ChangedEvent[]> =>
  query<ChangedEvent>(
    system.engine.pool,
    `SELECT data FROM case_event WHERE case_id = $1 AND type = 'RulesChanged'`,
    [id],
  );

const propose = (select: object = {}, person = proposer) =>
  person.post('/api/rule-changes', { kind: 'policy', version: SEVEN.version, select });

const expectSound = async (): Promise<void> => {
  expect(await verify(system.engine.pool, { now: Date.now() - 5000 })).toEqual([]);
};

describe('a policy for open cases', () => {
  let first: string;
  let change: string;

  test('is published by two people, and touches nobody', async () => {
    first = await opened();
    const before = await rowOf(first);
    await published({ proposer, approver }, { ...SEVEN, effectiveFrom: tomorrow() });
    expect(await rowOf(first)).toEqual(before);
    expect(before.policy_version).not.toBe(SEVEN.version);
    const later = await opened();
    expect((await rowOf(later)).policy_version).toBe(before.policy_version);
  });

  test('shows each old and new date and level before anything is done', async () => {
    const proposed = done(await propose(), 201);
    change = proposed.id;
    expect(proposed).toMatchObject({
      status: 'proposed',
      cases: { planned: 2, applied: 0 },
      moving: 2,
    });
    const { cases } = done(await proposer.get(`/api/rule-changes/${change}/cases`));
    expect(cases).toHaveLength(2);
    const [clock] = cases[0].clocks;
    expect(clock).toMatchObject({
      clock: 'handle',
      label: '办理时限',
      from: { nominal: await nominalOf(first) },
    });
    expect(clock.to.nominal > clock.from.nominal).toBe(true);
    const l2 = clock.levels.find(({ level }: { level: string }) => level === 'L2');
    expect(l2).toMatchObject({
      from: clock.from.statutoryDue.slice(0, 10) + l2.from.slice(10),
      fired: false,
    });
    expect(await changesIn(first)).toEqual([]);
  });

  test('is not approved by the one who proposed it, nor before it is in force', async () => {
    expectProblem(
      await proposer.post(`/api/rule-changes/${change}/approval`, {}),
      403,
      'PROPOSER_APPROVES',
    );
    expectProblem(
      await approver.post(`/api/rule-changes/${change}/approval`, {}),
      409,
      'NOT_IN_FORCE',
    );
    expect(await changesIn(first)).toEqual([]);
  });

  test('is carried out as it was shown, with both versions and no level armed again', async () => {
    system.clock.offset = DAY;
    const { cases } = done(await proposer.get(`/api/rule-changes/${change}/cases`));
    done(await approver.post(`/api/rule-changes/${change}/approval`, {}));
    expect(await finished(approver, change)).toMatchObject({ cases: { applied: 2, planned: 0 } });
    const [event] = await changesIn(first);
    expect(event?.data).toMatchObject({
      from: { policy: 'qingpu-2026.1' },
      to: { policy: SEVEN.version },
      moved: [{ clock: 'handle', revision: 0, cause: 'migrated' }],
    });
    expect(await nominalOf(first)).toBe(cases[0].clocks[0].to.nominal);
    expect((await rowOf(first)).policy_version).toBe(SEVEN.version);
    await expectSound();
  });

  test('is told to the workflow, and stands in the timeline', async () => {
    const [row] = await query<{ wake_at: Date }>(
      system.engine.pool,
      'SELECT wake_at FROM case_row WHERE id = $1',
      [first],
    );
    await eventually('the timer of the new date', async () => {
      const { searchAttributes } = await system.client.workflow
        .getHandle(workflowId(first))
        .describe();
      const [at] = searchAttributes['CaseWakeAt'] ?? [];
      return at instanceof Date && at.getTime() === row?.wake_at.getTime();
    });
    const { timeline } = done(await dispatcher.get(`/api/cases/${first}`));
    expect(timeline.at(-1)).toMatchObject({
      label: '改按新的规则',
      moves: [{ clock: '办理时限', cause: '规则调整' }],
      actor: { roleLabel: '规则管理' },
    });
  });

  test('is given to cases that are opened from its day on', async () => {
    expect((await rowOf(await opened())).policy_version).toBe(SEVEN.version);
  });

  test('changes nothing a second time', async () => {
    expectProblem(await propose(), 422, 'NO_CASES_TO_CHANGE', 'body.select');
    const before = await rowOf(first);
    done(await approver.post(`/api/rule-changes/${change}/approval`, {}));
    await finished(approver, change);
    expect(await rowOf(first)).toEqual(before);
    expect(await changesIn(first)).toHaveLength(1);
  });

  test('leaves no difference to be asked for, and can be asked about', async () => {
    const period = { from: Date.now() - DAY, to: Date.now() + 30 * DAY };
    const same = readDraft({});
    for await (const one of whatIf(system.engine.pool, { ...same, calendar: calendarOf() }, period))
      expect(one).toBeUndefined();
    const found = [];
    for await (const one of whatIf(
      system.engine.pool,
      readDraft({ limits: { [HANDLE]: 1 } }),
      period,
    ))
      found.push(one);
    expect(found).toHaveLength(3);
  });
});

/** The calendar that all cases have: a draft with it has every case lived again. */
const calendarOf = () =>
  rulesOf({
    type: { id: 'hotline-ticket', version: 1 },
    policy: SEVEN.version,
    calendar: 'cn-2024-2026.1',
  }).calendar;
