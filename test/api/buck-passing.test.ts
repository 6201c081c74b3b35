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
let xiayangLead: Person;
let xujingLead: Person;
let foreign: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [dispatcher, supervisor, leader, liaison, xiayangLead, xujingLead, foreign] = await signInAll(
    system,
    'paidan1',
    'duban',
    'quling',
    'xiayang-lianluo',
    'xiayang-fenguan',
    'xujing-fenguan',
    'petition-xinfang1',
  );
});
afterAll(() => system.stop());

const comes = (moment: string): void => {
  system.clock.offset = Date.parse(`${moment}:00+08:00`) - Date.now();
};
const RETURN = { reason: 'NOT_COMPETENT', note: '不属本单位' };

async function mustDo(answer: Promise<Answer>): Promise<void> {
  const { status, body } = await answer;
  expect({ status, code: body.code }).toEqual({ status: 200, code: undefined });
}

/** Two units send it back; where it belongs is settled together. */
async function passedAround(): Promise<{ caseId: string; number: string }> {
  const { caseId, number } = (await dispatcher.open()).body;
  await mustDo(dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' }));
  await mustDo(xiayangLead.command(caseId, 'requestReturn', RETURN));
  await mustDo(dispatcher.command(caseId, 'approveReturn'));
  await mustDo(dispatcher.command(caseId, 'dispatch', { leadUnit: 'xujing' }));
  await mustDo(xujingLead.command(caseId, 'requestReturn', RETURN));
  await mustDo(dispatcher.command(caseId, 'openCoordination', { note: '两单位均认为不属本单位' }));
  return { caseId, number };
}

const register = async (month: string, person = supervisor) =>
  (await person.get(`/api/buck-passing?month=${month}`)).body;

describe('the register of cases that were passed around', () => {
  let passed: { caseId: string; number: string };

  beforeAll(async () => {
    comes('2026-11-30 23:00');
    passed = await passedAround();
    await dispatcher.open();
  });

  test('lists what came into coordination in a month, with the units that it met in their order', async () => {
    expect(await register('2026-11')).toMatchObject({
      month: '2026-11',
      cases: [
        {
          ...passed,
          typeLabel: '12345 工单',
          stageLabel: '疑难会商',
          ended: false,
          matter: '求助、投诉',
          summary: '公园路路灯不亮,夜间行走不便,请尽快修复',
          leadUnit: null,
          returns: 2,
          at: expect.stringMatching(/^2026-11-30T23:\d\d:\d\d\.?\d*\+08:00$/),
          units: [
            {
              unit: { code: 'xiayang', short: '夏阳' },
              from: expect.stringMatching(/\+08:00$/),
              to: expect.stringMatching(/\+08:00$/),
            },
            { unit: { code: 'xujing' } },
          ],
        },
      ],
    });
  });

  test('goes by the months of Asia/Shanghai', async () => {
    expect((await register('2026-12')).cases).toEqual([]);
    expect((await register('2026-10')).cases).toEqual([]);
    comes('2026-12-01 00:30');
    const next = await passedAround();
    expect((await register('2026-12')).cases).toMatchObject([{ caseId: next.caseId }]);
    expect((await register('2026-11')).cases).toMatchObject([{ caseId: passed.caseId }]);
    const running = (await supervisor.get('/api/buck-passing')).body;
    expect(running).toMatchObject({ month: '2026-12', cases: [{ caseId: next.caseId }] });
  });

  test('keeps the case after it was decided, without the unit that it went to', async () => {
    const decision = { leadUnit: 'housing', topic: 'PROPERTY', note: '签派' };
    comes('2026-12-01 09:30');
    await mustDo(supervisor.command(passed.caseId, 'decideCoordination', decision));
    const [row] = (await register('2026-11')).cases;
    expect(row).toMatchObject({ caseId: passed.caseId, stageLabel: '待签收', returns: 2 });
    expect(row.units.map(({ unit }: { unit: { code: string } }) => unit.code)).toEqual([
      'xiayang',
      'xujing',
    ]);
  });

  test('is read by supervisors and those above them only', async () => {
    expect((await register('2026-11', leader)).cases).toHaveLength(1);
    for (const person of [dispatcher, liaison, xiayangLead, foreign]) {
      const answer = await person.get('/api/buck-passing?month=2026-11');
      expectProblem(answer, 403, 'FORBIDDEN_ROLE');
    }
  });

  test.each(['2026-13', '2026-1', 'november', '1999-01', '2026-11-01', '%00'])(
    'knows no month %p',
    async (month) => {
      const answer = await supervisor.get(`/api/buck-passing?month=${month}`);
      expectProblem(answer, 422, 'INVALID_INPUT', 'query.month');
    },
  );
});
