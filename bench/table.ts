import { deadlineRows, DEADLINES_HEAD } from './deadlines/table.ts';
import type { OperationName } from './load/job.ts';
import { deadlineGoals, type Goal, goalsOf } from './goals.ts';
import type { Deadlines } from './deadlines/readings.ts';
import { markdown, type Row } from './markdown.ts';
import { type Results, timesBare } from './results.ts';
import type { Drain, Point } from './throughput.ts';

const HEAD = ['', 'at a time', 'per s', 'p50 ms', 'p99 ms', 'max ms', '× bare', ''];

/** Everything measured, and the goals below it, as tables in Markdown. */
export const tableOf = (results: Results): string =>
  [
    markdown(HEAD, rowsOf(results)),
    markdown(DEADLINES_HEAD, deadlineRows(results.deadlines)),
    markdown(GOALS_HEAD, goalRows(goalsOf(results))),
  ].join('\n\n');

/** The same of due dates alone. */
export const deadlinesTableOf = (measured: Deadlines): string =>
  [
    markdown(DEADLINES_HEAD, deadlineRows(measured)),
    markdown(GOALS_HEAD, goalRows(deadlineGoals(measured))),
  ].join('\n\n');

const rowsOf = (results: Results): readonly Row[] => [
  ...results.points.toSorted(byOperation).map((point) => pointRow(results, point)),
  ...results.drains.map(drainRow),
  ...results.drains.map(processorRow),
  sustainedRow(results),
  ...latenessRows(results),
  ...otherRows(results),
];

const NAMES: Record<OperationName, string> = {
  prepare: 'prepare',
  open: 'open a case',
  command: 'command a case',
  'prepare-mixed': 'prepare',
  mixed: 'mixed load over all types',
  'bare-start': '(a) bare Temporal: start',
  'bare-update': '(a) bare Temporal: update, one local activity',
  'bare-transaction': '(b) bare SQL transaction',
};
const ORDER = Object.keys(NAMES);

const byOperation = (a: Point, b: Point): number =>
  ORDER.indexOf(a.operation) - ORDER.indexOf(b.operation) || a.lanes - b.lanes;

const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0);
const count = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

const pointRow = (results: Results, point: Point): Row => [
  NAMES[point.operation],
  String(point.lanes),
  count(point.perSecond),
  ms(point.p50),
  ms(point.p99),
  ms(point.max),
  timesBare(results, point)?.toFixed(1) ?? '',
  busyText(point.sentAgain),
];

/** Says nothing while all went well. */
const busyText = (sentAgain: number, before = ''): string =>
  sentAgain > 0 ? `${before}${sentAgain} sent again after 503` : '';

const drainRow = ({ operation, tellings, ms: rest, perSecond }: Drain): Row => [
  `workflows told, load of "${NAMES[operation]}" 32 at a time`,
  '',
  count(perSecond),
  '',
  '',
  '',
  '',
  `${tellings} tellings, the last ${(rest / 1000).toFixed(1)} s after the load`,
];

const processorRow = ({ operation, processor }: Drain): Row => {
  const parts = Object.entries(processor).map(([name, used]) => `${name} ${used.toFixed(1)} ms`);
  return plain(`processor time to ${NAMES[operation]}`, parts.join(', ') || 'not known here');
};

const sustainedRow = ({ sustained }: Results): Row => [
  `command a case, ${sustained.planned}/s for ${sustained.seconds} s`,
  'open loop',
  count(sustained.perSecond),
  ms(sustained.p50),
  ms(sustained.p99),
  ms(sustained.max),
  '',
  `workflows at most ${(sustained.behindMs / 1000).toFixed(2)} s behind${busyText(sustained.sentAgain, ', ')}`,
];

const latenessRows = ({ lateness }: Results): readonly Row[] => [
  [
    `breaches of ${lateness.cases} cases due in one second, recorded`,
    '',
    '',
    ms(lateness.p50),
    ms(lateness.p99),
    ms(lateness.max),
    '',
    'lateness of the event in the log',
  ],
  [
    'their red lights in the worklist',
    '',
    '',
    '0',
    '0',
    '0',
    '',
    `computed; ${lateness.redBefore} red before, ${lateness.redAfter} red ${lateness.askedAfterMs} ms after`,
  ],
];

const otherRows = ({ idle, loaded, histories }: Results): readonly Row[] => [
  plain('API, resident memory', memoryText(idle.api, loaded.api)),
  plain('worker, resident memory', memoryText(idle.worker, loaded.worker)),
  plain(
    'history of a workflow',
    `${histories.eventsPerCommand.toFixed(1)} events and ${(histories.bytesPerCommand / 1024).toFixed(1)} KiB a command (${histories.cases} closed cases)`,
  ),
];

const memoryText = (idle: number, loaded: number): string =>
  `${idle.toFixed(0)} MiB idle, ${loaded.toFixed(0)} MiB after the load`;

const plain = (what: string, note: string): Row => [what, '', '', '', '', '', '', note];

const GOALS_HEAD = ['goal', 'reached', ''];

const goalRows = (goals: readonly Goal[]): readonly Row[] =>
  goals.map(({ goal, reached, met }) => [goal, reached, met ? 'met' : 'NOT met']);
