import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newestPolicy } from '../../domain/registry.ts';
import { type Answer, type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './refusals.ts';
import { rowCounts } from './tables.ts';

let system: System;
let liaison: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  liaison = await signIn(system.url, 'xiayang-lianluo');
});
afterAll(() => system.stop());

type Query = Readonly<Record<string, string | readonly string[]>>;

function preview(query: Query): Promise<Answer> {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) parameters.append(name, one);
  }
  return liaison.get(`/api/deadlines/preview?${parameters.toString()}`);
}

/** What the command line tool prints for the same question. */
function printed(...args: readonly string[]): unknown {
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'cli/due.ts', ...args, '--json'],
    { encoding: 'utf8' },
  );
  return JSON.parse(stdout);
}

describe('a due date', () => {
  test('is that of the golden vectors', async () => {
    const { status, body } = await preview({ rule: 'petition.handle60', start: '2025-08-04' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      rule: 'petition.handle60',
      label: '申诉求决类办理',
      duty: '有权处理机关',
      nominal: '2025-10-03',
      statutory: '2025-10-09',
      internal: '2025-09-30',
      statutoryAt: '2025-10-09T23:59:59+08:00',
      warnings: [],
    });
  });

  const stretch = '2026-03-02T08:00:00+08:00..2026-03-03T18:00:00+08:00';

  test.each<[string, Query, string]>([
    [
      'a suspension with its ground',
      { rule: 'waste.decisionDays', start: '2025-11-10', suspend: '2025-12-01..2025-12-16:听证' },
      'waste.decisionDays 2025-11-10 --suspend 2025-12-01..2025-12-16:听证',
    ],
    [
      'two suspensions and a late extension',
      {
        rule: '15wd',
        start: '2026-02-10',
        suspend: ['2026-02-11..2026-02-14', stretch],
        extend: '5@2026-04-01',
        roll: 'none',
        counter: 'true',
      },
      `15wd 2026-02-10 --suspend 2026-02-11..2026-02-14 --suspend ${stretch} --extend 5@2026-04-01 --roll none --counter`,
    ],
    [
      'hours by a unit’s own calendar',
      {
        rule: '4oh',
        start: '2025-09-30T16:00:00+08:00',
        unit: 'vital-sign-desk',
        calendar: 'cn-2024-2026.1',
      },
      '4oh 2025-09-30T16:00:00+08:00 --unit vital-sign-desk --calendar cn-2024-2026.1',
    ],
    [
      'a schedule past the last notice',
      { rule: 'report.yearlyFinal', start: '2026-06-01' },
      'report.yearlyFinal 2026-06-01',
    ],
    [
      'a figure',
      { rule: 'hotline.maxReturns', start: '2026-06-01' },
      'hotline.maxReturns 2026-06-01',
    ],
  ])('with %s is what the command line prints', async (_what, query, command) => {
    const { status, body } = await preview(query);
    expect(status).toBe(200);
    expect(body).toEqual(printed(...command.split(' ')));
  });
});

describe('the register', () => {
  test('is what the command line prints, and each of its rules is answered', async () => {
    const { status, body } = await liaison.get('/api/deadlines/rules');
    expect(status).toBe(200);
    expect(body).toEqual(printed('--list'));
    const keys: string[] = body.rules.map(({ key }: { key: string }) => key);
    expect(keys.toSorted()).toEqual(Object.keys(newestPolicy().rules).toSorted());
    for (const rule of keys) {
      const answer = await preview({ rule, start: '2025-09-26T16:20:00+08:00' });
      expect([answer.status, answer.body.rule]).toEqual([200, rule]);
    }
  });
});

describe('what is refused', () => {
  const base = { rule: '5wd', start: '2025-04-25' };

  test.each<[string, string, Query]>([
    ['rule', 'INVALID_INPUT', { start: '2025-04-25' }],
    ['start', 'INVALID_INPUT', { rule: '5wd' }],
    ['rule', 'UNKNOWN_RULE', { ...base, rule: 'hotline.firstcontact' }],
    ['rule', 'UNKNOWN_RULE', { ...base, rule: '5wdd' }],
    ['rule', 'UNKNOWN_RULE', { ...base, rule: 'constructor' }],
    ['start', 'INVALID_INPUT', { ...base, start: '2025-02-30' }],
    ['start', 'INVALID_INPUT', { ...base, start: '2025-04-25T10:00:00 08:00' }],
    ['suspend', 'INVALID_INPUT', { ...base, suspend: '2025-04-30..2025-04-28' }],
    ['suspend', 'INVALID_INPUT', { ...base, suspend: '2025-04-20..2025-04-28' }],
    [
      'suspend',
      'INVALID_INPUT',
      { ...base, rule: 'waste.seizureDays', suspend: '2025-05-06..2025-05-07:听证' },
    ],
    ['extend', 'INVALID_INPUT', { ...base, extend: '0' }],
    ['extend', 'INVALID_INPUT', { ...base, extend: '' }],
    ['roll', 'INVALID_INPUT', { ...base, roll: 'up' }],
    ['roll', 'INVALID_INPUT', { ...base, rule: 'petition.handle60', roll: 'none' }],
    ['counter', 'INVALID_INPUT', { ...base, counter: 'yes' }],
    ['unit', 'INVALID_INPUT', { ...base, unit: 'xiayang' }],
    ['calendar', 'INVALID_INPUT', { ...base, calendar: 'cn-1999.1' }],
    ['holiday', 'INVALID_INPUT', { ...base, holiday: 'no' }],
    ['rule', 'INVALID_INPUT', { ...base, rule: 'x'.repeat(5_000) }],
  ])('%s: %s, case %#', async (field, code, query) => {
    expectProblem(await preview(query), 422, code, `query.${field}`);
  });

  test('says what may have been meant, or where everything stands', async () => {
    const near = await preview({ ...base, rule: 'hotline.firstcontact' });
    expect(near.body.todo).toBe('您要的可能是:hotline.firstContact、hotline.contactAttempts');
    const far = await preview({ ...base, rule: 'nothing.like.it.at.all' });
    expect(far.body.todo).toContain('/api/deadlines/rules');
  });

  test('does not repeat what somebody wrote', async () => {
    const { body } = await preview({ ...base, rule: '王某 13900000000' });
    expect(JSON.stringify(body)).not.toMatch(/王某|139/);
  });

  test('is nobody’s who is not signed in', async () => {
    for (const path of ['preview?rule=5wd&start=2025-04-25', 'rules']) {
      const response = await fetch(`${system.url}/api/deadlines/${path}`);
      const answer: Answer = {
        status: response.status,
        headers: response.headers,
        body: await response.json(),
      };
      expectProblem(answer, 401, 'SIGN_IN_REQUIRED');
    }
  });
});

test('asking leaves nothing behind', async () => {
  const before = await rowCounts(system);
  await preview({ rule: 'hotline.ack', start: '2025-09-30T16:00:00+08:00' });
  expect(await rowCounts(system)).toEqual(before);
});
