import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isoInstant } from '../../domain/calendar/civil.ts';
import { Life } from '../support/life.ts';
import { enter, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await enter('warning-life');
});
afterAll(() => stage.leave());

const DESK = 'zhishou1';
const LEAD = 'zhibanzhang';
const HANDLER = 'water-chengban';
const RECOVERY = { cause: 'EQUIPMENT', measure: '更换水表', reading: '正常' };

test('a warning in the night of the National Day: missed, pushed again, unanswered, taken for false, returned, given to another, not recovered, closed by the shift leader', async () => {
  stage.begin('2028-10-02T23:58:00+08:00');
  const warning = await Life.open(stage.system, 'tizheng', 'warning', {
    source: 'WATER_METER',
    level: 'RED',
    objectId: 'SB-000123',
    text: '管网压力骤降',
    address: '公园路 18 号',
  });
  const [opening] = await warning.log();
  await warning.untilEvent('PushMissed');
  const missed = (await warning.log()).find(({ type }) => type === 'PushMissed');
  expect(missed?.dueAt).toBe((opening?.at ?? 0) + 60_000);

  await warning.does(DESK, 'push', { channel: 'CALL', receipt: '电话 0001' });
  const pushed = (await warning.log()).at(-1)?.at ?? 0;
  await warning.until(isoInstant(pushed + 21 * 60_000));
  const levels = (await warning.log()).flatMap(({ data, dueAt }) =>
    'level' in data && data.clock === 'acknowledge' ? [[data.level, (dueAt ?? 0) - pushed]] : [],
  );
  expect(levels).toEqual([
    ['L1', 240_000],
    ['L2', 300_000],
    ['L3', 1_200_000],
  ]);
  await warning.does('duban', 'urge', { note: '请立即确认' });
  await warning.does(DESK, 'acknowledge');
  await warning.does(DESK, 'verifyFalse', { check: '疑为误报' });
  await warning.does(LEAD, 'rejectFalse', { check: '压力仍低' });
  await warning.does(DESK, 'verifyReal', { check: '爆管' });
  await warning.does(DESK, 'dispatch', { leadUnit: 'housing', requirement: '抢修' });
  await warning.does('housing-lianluo', 'returnTask', { reason: 'NOT_COMPETENT', note: '属水务' });
  await warning.does(DESK, 'dispatch', { leadUnit: 'housing', requirement: '先到场' });
  await warning.does('duban', 'changeLead', { leadUnit: 'water', note: '属水务' });
  await warning.does(HANDLER, 'reachSite', { note: '已到场' });
  await warning.does(HANDLER, 'recover', RECOVERY);
  await warning.does(DESK, 'rejectRecovery', { check: '压力未恢复' });
  await warning.next();
  await warning.does(HANDLER, 'recover', RECOVERY);
  const early = await warning.tries(DESK, 'close');
  expect([early.status, early.body.code]).toEqual([409, 'SHIFT_LEAD_CLOSES']);
  await warning.does(LEAD, 'close');
  expect((await warning.state()).stage).toBe('closed');
  await stage.remember(warning, 'warning.life');
  expect(await stage.findings()).toEqual([]);
}, 240_000);
