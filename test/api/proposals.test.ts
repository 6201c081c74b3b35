import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer, Person } from '../support/people.ts';
import { signInAll } from '../support/sign-in-all.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './refusals.ts';

let system: System;
let dispatcher: Person;
let supervisor: Person;
let leader: Person;
let liaison: Person;
let foreign: Person;
let ids: readonly string[];

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [dispatcher, supervisor, leader, liaison, foreign] = await signInAll(
    system,
    'paidan1',
    'duban',
    'quling',
    'xiayang-lianluo',
    'petition-xinfang1',
  );
});
afterAll(() => system.stop());

const comes = (moment: string): void => {
  system.clock.offset = Date.parse(`${moment}:00+08:00`) - Date.now();
};

async function mustDo(answer: Promise<Answer>): Promise<void> {
  const { status, body } = await answer;
  expect({ status, code: body.code }).toEqual({ status: 200, code: undefined });
}

interface Shown {
  readonly key: string;
  readonly ground: string;
  readonly unit: { readonly code: string };
  readonly decision: object | null;
}

const proposals = async (person = supervisor): Promise<readonly Shown[]> =>
  (await person.get('/api/proposals')).body.proposals;
const keysOf = async (ground: string, unit = 'xiayang'): Promise<readonly string[]> =>
  (await proposals())
    .filter((one) => one.ground === ground && one.unit.code === unit)
    .map(({ key }) => key);
const decide = (key: string, body: object, person = supervisor) =>
  person.post(`/api/proposals/${encodeURIComponent(key)}/decision`, body);

const TWICE = '2026Q4:ops-centre:xiayang:L4_TWICE';
const INTERVIEW = { decision: 'ACCEPTED', reason: 'INTERVIEW' };

/** A supervisor gives the unit that leads a case an order. */
async function order(id: string, moment: string): Promise<void> {
  comes(moment);
  const input = { source: 'INTERNAL', grounds: 'OVERDUE', requirement: '限期办结' };
  await mustDo(supervisor.command(id, 'issueOrder', input));
}

beforeAll(async () => {
  comes('2026-10-12 09:00');
  ids = await Promise.all([1, 2].map(async () => (await dispatcher.open()).body.caseId));
  for (const id of ids) await mustDo(dispatcher.command(id, 'dispatch', { leadUnit: 'xiayang' }));
  // Nobody signs for them: L4 comes three working days after the red light, on Thursday.
  comes('2026-10-16 09:00');
  for (const id of ids) await mustDo(liaison.command(id, 'acknowledge'));
});

describe('what the record of a unit proposes', () => {
  test('is nothing before it happened', async () => {
    comes('2026-10-15 14:00');
    expect(await proposals()).toEqual([]);
  });

  test('names the unit, the rule and the cases that it rests on', async () => {
    comes('2026-10-16 09:00');
    expect(await proposals()).toEqual([
      {
        key: TWICE,
        kind: 'LISTING',
        kindLabel: '挂牌督办或约谈',
        ground: 'L4_TWICE',
        groundLabel: '一个季度内两次及以上达到通报、现场督导级别',
        quarter: '2026Q4',
        unit: { code: 'xiayang', name: '夏阳街道', short: '夏阳' },
        at: expect.stringMatching(/^2026-10-15T15:00:/),
        incidents: ids.map((caseId) => ({
          kind: 'L4',
          caseId,
          number: expect.stringMatching(/^QPHT/),
          clockLabel: '签收时限',
          order: null,
          at: expect.stringMatching(/^2026-10-15T15:00:/),
        })),
        decision: null,
      },
    ]);
  });

  test('is the business of supervisors and those above them', async () => {
    expect(await proposals(leader)).toHaveLength(1);
    for (const person of [dispatcher, liaison, foreign]) {
      expectProblem(await person.get('/api/proposals'), 403, 'FORBIDDEN_ROLE');
      expectProblem(await decide(TWICE, INTERVIEW, person), 403, 'FORBIDDEN_ROLE');
    }
  });

  test('counts the level of a clock against whose duty it was: the supervisor’s own too', async () => {
    comes('2026-10-21 09:00');
    for (const id of ids) {
      await mustDo(dispatcher.command(id, 'inviteAssistance', { unit: 'housing', note: '请协助' }));
    }
    const fifths = await keysOf('L5');
    expect(fifths).toEqual(ids.map((id) => `L5:${id}:firstContact:1:L5`).toSorted());
    expect(await keysOf('L4_TWICE', 'ops-centre')).toEqual([
      '2026Q4:ops-centre:ops-centre:L4_TWICE',
    ]);
    expect(await keysOf('L4_TWICE', 'housing')).toEqual([]);
  });

  test('is proposed with the second order on a unit in a quarter', async () => {
    const [first = '', second = ''] = ids;
    await order(first, '2026-10-21 10:00');
    expect(await keysOf('ORDERS_TWICE')).toEqual([]);
    await order(second, '2026-10-21 11:00');
    expect(await keysOf('ORDERS_TWICE')).toEqual(['2026Q4:ops-centre:xiayang:ORDERS_TWICE']);
    const shown = (await proposals()).find(({ ground }) => ground === 'ORDERS_TWICE');
    expect(shown).toMatchObject({
      at: expect.stringMatching(/^2026-10-21T11:00/),
      incidents: [{ order: '青督〔2026〕1号' }, { order: '青督〔2026〕2号' }],
    });
  });
});

describe('a proposal', () => {
  test.each([
    ['a measure for a dismissal', { decision: 'DISMISSED', reason: 'INTERVIEW' }, 'body.reason'],
    ['a dismissal for a measure', { decision: 'ACCEPTED', reason: 'RECTIFIED' }, 'body.reason'],
    [
      'a measure of another kind',
      { decision: 'ACCEPTED', reason: 'ACCOUNTABILITY' },
      'body.reason',
    ],
    ['no reason', { decision: 'ACCEPTED' }, 'body.reason'],
    ['no decision', { reason: 'INTERVIEW' }, 'body.decision'],
    ['a third decision', { decision: 'LATER', reason: 'INTERVIEW' }, 'body.decision'],
    ['something else', { ...INTERVIEW, note: '请约谈' }, 'body.note'],
  ])('is not decided with %s', async (_what, body, field) => {
    expectProblem(await decide(TWICE, body), 422, 'INVALID_INPUT', field);
    expect((await proposals()).every(({ decision }) => decision === null)).toBe(true);
  });

  test('is told which measures fit it, in words and in codes', async () => {
    const { body } = await decide(TWICE, { decision: 'ACCEPTED', reason: 'RECTIFIED' });
    expect(body).toMatchObject({
      detail: '“措施或理由”填写有误:只能取“挂牌督办”“约谈”',
      choices: { LISTED: '挂牌督办', INTERVIEW: '约谈' },
    });
  });

  test.each(['2026Q3:ops-centre:xiayang:L4_TWICE', 'nothing', "' OR 1=1", '\u0000'])(
    'that nobody made is not found: %j',
    async (key) => {
      expectProblem(await decide(key, INTERVIEW), 404, 'NOT_FOUND');
    },
  );

  test('is decided once; the same again gets the same answer', async () => {
    const first = await decide(TWICE, INTERVIEW);
    expect(first).toMatchObject({
      status: 200,
      body: {
        key: TWICE,
        decision: {
          decision: 'ACCEPTED',
          decisionLabel: '采纳',
          reason: 'INTERVIEW',
          reasonLabel: '约谈',
          by: { name: '督办员' },
          at: expect.stringMatching(/^2026-10-21T11:00/),
        },
      },
    });
    const again = await decide(TWICE, INTERVIEW);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expectProblem(await decide(TWICE, { ...INTERVIEW, reason: 'LISTED' }), 409, 'PROPOSAL_DECIDED');
    expectProblem(await decide(TWICE, INTERVIEW, leader), 409, 'PROPOSAL_DECIDED');
    const shown = (await proposals(leader)).find(({ key }) => key === TWICE);
    expect(shown).toEqual(first.body);
  });

  test('is decided by one of many who decide at once', async () => {
    const [key = ''] = await keysOf('L5');
    const dismissed = { decision: 'DISMISSED', reason: 'NOT_RESPONSIBLE' };
    const answers = await Promise.all(
      [supervisor, leader, supervisor, leader].map((person) => decide(key, dismissed, person)),
    );
    const statuses = answers.map(({ status }) => `${status}`);
    expect(statuses.toSorted()).toEqual(['200', '200', '409', '409']);
  });

  test('to call to account arises when it happens again after a measure', async () => {
    expect(await keysOf('REPEATED')).toEqual([]);
    await order(ids[0] ?? '', '2026-10-22 10:00');
    comes('2026-10-22 11:00');
    const [key = ''] = await keysOf('REPEATED');
    expect(key).toBe('2026Q4:ops-centre:xiayang:REPEATED');
    expectProblem(await decide(key, INTERVIEW), 422, 'INVALID_INPUT', 'body.reason');
    const answer = await decide(key, { decision: 'ACCEPTED', reason: 'ACCOUNTABILITY' }, leader);
    expect(answer.body).toMatchObject({
      kindLabel: '问责建议',
      incidents: [{ kind: 'ORDER', order: '青督〔2026〕3号' }],
      decision: { by: { name: '分管区领导' } },
    });
  });

  test('stays in sight for the quarter after, and no longer', async () => {
    comes('2027-03-31 23:00');
    expect((await proposals()).map(({ key }) => key)).toContain(TWICE);
    comes('2027-04-01 01:00');
    expect(await proposals()).toEqual([]);
  });
});
