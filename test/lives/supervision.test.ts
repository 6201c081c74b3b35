import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Life } from '../support/life.ts';
import { enter, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await enter('supervision-life');
});
afterAll(() => stage.leave());

const RUNG = { grounds: 'BUCK_PASSING', requirement: '限期整改并书面答复' };
const REPORT = { note: '已整改', written: '整改方案' };

/** A matter has no pause, no extension and no reopening: what comes up again is a matter of its own (domain-rules 8). */
test('a matter over the National Day: reminded, ordered, late, sent back, circulated, upheld, closed', async () => {
  stage.begin('2029-09-20T09:00:00+08:00');
  const matter = await Life.open(stage.system, 'duban', 'supervision-matter', {
    subjectKind: 'UNIT',
    leadUnit: 'xujing',
    grounds: 'L4_TWICE',
    text: '两次升级至通报',
  });
  await matter.does('duban', 'remind', RUNG);
  await matter.does('duban', 'order', RUNG);
  expect((await matter.state()).stage).toBe('answering');
  await matter.until('2029-10-15T09:00:00+08:00');
  const levels = (await matter.log()).filter(({ data }) => 'level' in data);
  expect(levels.length).toBeGreaterThanOrEqual(2);
  await matter.does('xujing-lianluo', 'report', REPORT);
  await matter.does('duban', 'reject', { check: '未附整改照片' });
  await matter.does('duban', 'circulate', RUNG);
  await matter.does('quling', 'approve');
  await matter.does('xujing-fenguan', 'askReexam', { note: '责任认定有误' });
  await matter.does('urban-enforcement-juling', 'uphold', { note: '原结论适当' });
  await matter.does('xujing-lianluo', 'report', REPORT);
  await matter.does('duban', 'verify', { check: '现场核查属实' });
  await matter.does('urban-enforcement-duban', 'close');
  expect((await matter.state()).stage).toBe('closed');
  await stage.remember(matter, 'supervision-matter.life');
  expect(await stage.findings()).toEqual([]);
}, 180_000);
