import { markdown, type Row } from '../markdown.ts';
import type { Burst } from './burst.ts';
import type { Rest } from './rest.ts';

export interface Mass {
  readonly rest: Rest;
  readonly burst: Burst;
}

const SECONDS = 180;
const SLOWER = 3;

const s = (seconds: number): string => `${seconds.toFixed(1)} s`;
const mib = (size: number): string => `${size.toFixed(0)} MiB`;
const ms = (value: number): string => `${value.toFixed(1)} ms`;

export const massTable = ({ rest, burst }: Mass): string =>
  [
    markdown(['many at once', ''], [...restRows(rest), ...burstRows(burst)]),
    markdown(['goal', 'reached', ''], goalRows(burst)),
  ].join('\n\n');

const restRows = ({ cases, begun, idle, atRest, noticed, again }: Rest): readonly Row[] => [
  [
    `${cases} open cases: until every timer stands`,
    `${s(begun)}, ${(cases / begun).toFixed(0)} a second`,
  ],
  ['worker, resident memory', `${mib(idle.worker)} idle, ${mib(atRest.worker)} with all at rest`],
  ['Temporal server', `${mib(idle.temporal)} idle, ${mib(atRest.temporal)} with all at rest`],
  ['API', `${mib(idle.api)} idle, ${mib(atRest.api)} with all at rest`],
  ...(noticed === undefined || again === undefined
    ? []
    : [
        [
          `Temporal's store deleted under ${cases} open cases`,
          `noticed after ${s(noticed)}, every timer stands after ${s(again)}`,
        ],
      ]),
];

const burstRows = ({ cases, p50, max, before, meanwhile }: Burst): readonly Row[] => [
  [`${cases} clocks due at one instant, recorded`, `p50 after ${s(p50)}, the last after ${s(max)}`],
  [
    'commands of people, 20 a second',
    `p50 ${ms(before.p50)}, p99 ${ms(before.p99)} before; p50 ${ms(meanwhile.p50)}, p99 ${ms(meanwhile.p99)} meanwhile`,
  ],
];

const goal = (text: string, reached: string, met: boolean): Row => [
  text,
  reached,
  met ? 'met' : 'NOT met',
];

const goalRows = (burst: Burst): readonly Row[] => {
  const { cases, max, wrong, redBefore, redAfter, before, meanwhile } = burst;
  const slower = meanwhile.p50 / before.p50;
  return [
    goal(
      'their lights: right at once',
      `${redBefore} red before, ${redAfter} after`,
      redBefore === 0 && redAfter === cases,
    ),
    goal(`all ${cases} levels recorded within ${SECONDS} s`, s(max), max <= SECONDS),
    goal('each exactly once, with its exact instant', `${wrong} wrong`, wrong === 0),
    goal(
      `people meanwhile at most ${SLOWER} × slower`,
      `${slower.toFixed(1)} × at p50`,
      slower <= SLOWER,
    ),
  ];
};
