import { expect, test } from '@jest/globals';
import type { CaseDetail } from '../../cli/demo/answers.ts';
import { aligned, clipped, widthOf } from '../../cli/demo/columns.ts';
import { redLevelOf } from '../../cli/demo/watch.ts';

test('columns of Chinese and Latin text line up', () => {
  const lines = aligned([
    ['派单员甲', '派单', 'a'],
    ['ab', '申请退单', 'b'],
  ]);
  expect(lines.map((line) => widthOf(line.slice(0, line.search(/[ab]$/))))).toEqual([20, 20]);
});

test('a long text is cut to its columns', () => {
  expect(clipped('窨井盖缺失', 7)).toBe('窨井盖…');
  expect(clipped('窨井盖', 6)).toBe('窨井盖');
});

const DUE = '2026-11-23T10:01:00+08:00';
const level = { level: 'L2', label: '逾期(红灯)', at: DUE, fired: false };
const clock = {
  clock: 'dispatch',
  label: '派单时限',
  round: 1,
  status: 'running',
  promised: false,
  ledgerText: '15 分钟',
  levels: [level],
} as const;
const entry = {
  version: 3,
  type: 'LevelReached',
  label: '逾期(红灯)',
  at: '2026-11-23T10:01:00.040+08:00',
  dueAt: DUE,
  actor: null,
  fields: [],
  clock: '派单时限',
  targets: [],
};
const watched = (timeline: CaseDetail['timeline']): CaseDetail => ({
  number: 'QPHT2026-000002',
  typeLabel: '12345 工单',
  address: '明珠路近徐民路',
  links: [],
  stage: 'pendingDispatch',
  stageLabel: '待派单',
  light: 'red',
  clocks: [{ ...clock, levels: [...clock.levels] }],
  timeline: [...timeline],
});

test('the breach counts as recorded only when the red level of the watched clock is in the timeline', () => {
  const yellow = { ...entry, version: 2, label: '预警(黄灯)' };
  const otherClock = { ...entry, clock: '先行联系时限' };
  expect(redLevelOf(watched([yellow, otherClock]))).toEqual({
    label: '派单时限 逾期(红灯)',
    dueAt: DUE,
    running: true,
  });
  expect(redLevelOf(watched([yellow, entry]))?.recorded).toEqual(entry);
});
