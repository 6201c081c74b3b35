import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseState } from '../../domain/case-state.ts';
import { inTransaction, query } from '../../engine/database.ts';
import { projectPrecedent } from '../../engine/project-precedent.ts';
import type { Person } from '../support/people.ts';
import { signInAll } from '../support/sign-in-all.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './refusals.ts';

const NOVEMBER = Date.parse('2026-11-02T09:00:00+08:00');
const DAY = 86_400_000;

let system: System;
let dispatcher: Person;
let liaison: Person;
let caseId: string;
let number: string;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [dispatcher, liaison] = await signInAll(system, 'paidan1', 'xiayang-lianluo');
  ({ caseId, number } = (await dispatcher.open()).body);
});
afterAll(() => system.stop());

/** As the engine does at the end of a step. */
const project = (precedent: object | undefined, lastAt = NOVEMBER, id = caseId) =>
  inTransaction(system.engine.pool, (tx) =>
    projectPrecedent(
      tx,
      { caseId: id, lastAt, facts: precedent ? { precedent } : {} } as CaseState,
      undefined,
    ),
  );

const precedents = async (parameters: string, person = dispatcher) =>
  (await person.get(`/api/precedents?${parameters}`)).body.precedents;

const STREET_LAMP = { topic: 'STREET_LAMP', town: 'xiayang', leadUnit: 'xiayang' };

describe('a precedent', () => {
  test('is found by topic and town, with the unit that the matter belongs to', async () => {
    await project(STREET_LAMP);
    const found = await precedents('topic=STREET_LAMP&town=xiayang');
    expect(found).toEqual([
      {
        caseId,
        number,
        topic: 'STREET_LAMP',
        topicLabel: expect.any(String),
        town: { code: 'xiayang', name: '夏阳街道', short: '夏阳' },
        leadUnit: { code: 'xiayang', name: '夏阳街道', short: '夏阳' },
        at: '2026-11-02T09:00:00+08:00',
        summary: '公园路路灯不亮,夜间行走不便,请尽快修复',
        address: '公园路 100 号',
      },
    ]);
    expect(await precedents('topic=STREET_LAMP')).toEqual(found);
    expect(await precedents('')).toEqual(found);
    expect(await precedents('topic=STREET_LAMP&town=xujing')).toEqual([]);
    expect(await precedents('topic=NOISE&town=xiayang')).toEqual([]);
  });

  test('is named to everybody, its case only to whoever may open it', async () => {
    expect(await precedents('topic=STREET_LAMP', liaison)).toMatchObject([
      { number, caseId: null, summary: null, address: null },
    ]);
  });

  test.each([
    ['the matter', '路灯不亮'],
    ['the address', '公园路'],
    ['the town', '夏阳'],
    ['the number of its case', () => number],
    ['several words, in any order', '夏阳 夜间'],
  ])('is found by words of %s', async (_what, words) => {
    const asked = encodeURIComponent(typeof words === 'string' ? words : words());
    expect(await precedents(`words=${asked}`)).toMatchObject([{ caseId }]);
  });

  test('is not found by words that it does not hold, nor by those of a case that one may not open', async () => {
    const asked = (words: string) => `words=${encodeURIComponent(words)}`;
    expect(await precedents(asked('夏阳 噪声'))).toEqual([]);
    expect(await precedents(asked('公园路'), liaison)).toEqual([]);
    expect(await precedents(asked('夏阳'), liaison)).toMatchObject([{ number }]);
  });

  test('keeps its date while later steps change nothing of it', async () => {
    await project(STREET_LAMP, NOVEMBER + DAY);
    expect(await precedents('topic=STREET_LAMP')).toMatchObject([
      { at: '2026-11-02T09:00:00+08:00' },
    ]);
    await project({ ...STREET_LAMP, leadUnit: 'housing' }, NOVEMBER + 2 * DAY);
    await project(undefined, NOVEMBER + 3 * DAY);
    expect(await precedents('topic=STREET_LAMP')).toMatchObject([
      { at: '2026-11-04T09:00:00+08:00', leadUnit: { code: 'housing' } },
    ]);
  });

  test('without a town holds in every town; the newest comes first', async () => {
    const other = (await dispatcher.open()).body.caseId;
    await project({ topic: 'STREET_LAMP', leadUnit: 'water' }, NOVEMBER + 5 * DAY, other);
    const units = (await precedents('topic=STREET_LAMP&town=xiayang')).map(
      ({ leadUnit }: { leadUnit: { code: string } }) => leadUnit.code,
    );
    expect(units).toEqual(['water', 'housing']);
    expect(await precedents('topic=STREET_LAMP&town=xujing')).toMatchObject([{ town: null }]);
  });
});

describe('the page of a case', () => {
  const page = async (id: string) => (await dispatcher.get(`/api/cases/${id}`)).body;

  test('shows the precedents of its topic and town, never its own', async () => {
    const asked = (await dispatcher.open()).body.caseId;
    expect((await page(asked)).precedents).toEqual([]);
    const give = (id: string) =>
      query(
        system.engine.pool,
        `UPDATE case_row SET state = jsonb_set(state, '{facts,topic}', '"STREET_LAMP"') WHERE id = $1`,
        [id],
      );
    await give(asked);
    expect((await page(asked)).precedents).toHaveLength(2);
    await give(caseId);
    expect((await page(caseId)).precedents).toMatchObject([{ leadUnit: { code: 'water' } }]);
  });
});

test.each([
  'topic=',
  'words=',
  'words=%00',
  `words=${'a'.repeat(101)}`,
  'topic=a%00b',
  `topic=${'a'.repeat(61)}`,
  'topic=A&town=%27',
  'topic=A&x=1',
])('a question that is none is refused: %j', async (parameters) => {
  const answer = await dispatcher.get(`/api/precedents?${parameters}`);
  expectProblem(answer, 422, 'INVALID_INPUT', answer.body.field);
  expect(answer.body.field).toMatch(/^query/);
});

test('a precedent of a case that is gone is in no list', async () => {
  await project({ topic: 'GONE', leadUnit: 'water' }, NOVEMBER, randomUUID());
  expect(await precedents('topic=GONE')).toEqual([]);
});
