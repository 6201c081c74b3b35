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
let petitions: Person;
let late: { caseId: string; number: string };
let urgent: { caseId: string; number: string };

const comes = (moment: string): void => {
  system.clock.offset = Date.parse(`${moment}:00+08:00`) - Date.now();
};

async function mustDo(answer: Promise<Answer>): Promise<void> {
  const { status, body } = await answer;
  expect({ status, code: body.code }).toEqual({ status: 200, code: undefined });
}

const escalations = async (person = supervisor) => (await person.get('/api/escalations')).body;
const numbers = async (person = supervisor): Promise<readonly string[]> =>
  (await escalations(person)).escalations.map(({ number }: { number: string }) => number);

/** Whoever acts on a case has what is due recorded first. */
const isRecorded = ({ caseId }: { caseId: string }): Promise<Answer> =>
  dispatcher.command(caseId, 'inviteAssistance', { unit: 'housing', note: '请协助' });

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [dispatcher, supervisor, leader, liaison, petitions] = await signInAll(
    system,
    'paidan1',
    'duban',
    'quling',
    'xiayang-lianluo',
    'petition-ducha',
  );
  comes('2026-10-12 09:00');
  late = (await dispatcher.open()).body;
  await mustDo(dispatcher.command(late.caseId, 'dispatch', { leadUnit: 'xiayang' }));
  comes('2026-10-15 15:05');
  await isRecorded(late);
  urgent = (await dispatcher.open({ urgency: 'SAFETY' })).body;
});
afterAll(() => system.stop());

describe('escalations that wait for an answer', () => {
  test('name what was reached, whose duty it was, and by when the supervisor answers', async () => {
    const { escalations: found, total, asOf } = await escalations();
    expect({ total, asOf }).toEqual({ total: 1, asOf: expect.stringMatching(/\+08:00$/) });
    expect(found).toHaveLength(1);
    const [{ answer, levels, ...row }] = found;
    expect(row).toMatchObject({
      id: late.caseId,
      number: late.number,
      typeLabel: '12345 工单',
      stageLabel: '待签收',
      leadUnit: { code: 'xiayang' },
      light: 'red',
    });
    expect(answer).toEqual({
      dueAt: expect.stringMatching(/^2026-10-1\dT17:00:00\+08:00$/),
      since: expect.stringMatching(/^2026-10-15T15:05/),
      light: expect.stringMatching(/^(green|yellow)$/),
      provisional: false,
    });
    expect(levels).toContainEqual({
      level: 'L4',
      label: '通报、现场督导',
      clockLabel: '签收时限',
      duty: '联络员',
      own: false,
      at: expect.stringMatching(/^2026-10-15T15:00:/),
    });
  });

  test('are for the supervisors of the type and those above them', async () => {
    expect(await numbers(leader)).toEqual([late.number]);
    expect(await numbers(petitions)).toEqual([]);
    for (const person of [dispatcher, liaison]) {
      expectProblem(await person.get('/api/escalations'), 403, 'FORBIDDEN_ROLE');
    }
  });

  test('come by what is due first: the thirty minutes of an urgent case before a working day', async () => {
    comes('2026-10-15 16:30');
    await isRecorded(urgent);
    expect(await numbers()).toEqual([urgent.number, late.number]);
  });

  test('turn red when nobody answers, and then name the lateness of the supervisor too', async () => {
    comes('2026-10-19 10:00');
    await isRecorded(late);
    const found = (await escalations()).escalations.find(
      ({ number }: { number: string }) => number === late.number,
    );
    expect(found.answer).toMatchObject({ light: 'red' });
    expect(found.levels).toContainEqual(
      expect.objectContaining({ own: true, clockLabel: '升级处置时限', duty: '督办员' }),
    );
  });

  test.each([
    ['urging', 'urge', { note: '请立即签收' }],
    ['an order', 'issueOrder', { source: 'INTERNAL', grounds: 'OVERDUE', requirement: '限期办结' }],
  ])('are answered by %s', async (_what, command, input) => {
    const [first = ''] = await numbers();
    await mustDo(supervisor.command(first, command, input));
    expect(await numbers()).not.toContain(first);
  });
});
