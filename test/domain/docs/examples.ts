import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { civilDate } from '../../../domain/calendar/civil.ts';
import type { Counting } from '../../../domain/clocks/counting.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import { type ClockFacts, NO_FACTS } from '../../../domain/clocks/facts.ts';
import { levelInstants } from '../../../domain/clocks/ladder.ts';
import { ledgerOf } from '../../../domain/clocks/ledger.ts';
import { ledgerText } from '../../../domain/clocks/ledger-text.ts';
import { deadlineOf, ladderOf } from '../../../domain/policy/policy.ts';
import { qingpu2026 as policy } from '../../../domain/policy/qingpu-2026.ts';
import { at } from '../../support/moments.ts';
import { dayTable, markdownTable, momentText } from './day-table.ts';

/** One clock to be told of: a rule of the policy, the moment from which it counts, what happened to it. */
export interface Example {
  readonly key: string;
  readonly start: string;
  readonly facts?: ClockFacts;
}

const APPRAISAL = { from: at('2025-12-01'), to: at('2025-12-16'), ground: '等待鉴定' };

/** By the name that stands in the markers of docs/deadlines.md. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  'working-days': { key: 'hotline.handle.ASSIST_COMPLAINT', start: '2025-09-26 10:00' },
  'calendar-days': { key: 'petition.handle60', start: '2025-08-04 10:00' },
  pause: {
    key: 'waste.decisionDays',
    start: '2025-11-10 10:00',
    facts: { pauses: [APPRAISAL], extensions: [] },
  },
  notice: { key: 'waste.hearingNotice', start: '2025-10-24 09:30' },
  'office-hours': { key: 'hotline.ack', start: '2025-09-30 16:00' },
  hours: { key: 'waste.emergencyApproval', start: '2025-09-30 16:00' },
  extension: {
    key: 'petition.handle60',
    start: '2025-11-20 10:00',
    facts: { pauses: [], extensions: [{ value: 30, askedAt: at('2026-01-15 10:00') }] },
  },
};

/** An example as it stands on the page: what was asked, the answer in words, the dates, the days. */
export function rendered(example: Example): string {
  const { counting, row, label, clause } = deadlineOf(policy, example.key);
  const [start, facts] = [at(example.start), example.facts ?? NO_FACTS];
  const basis = { label, clause, policy: policy.version };
  return [
    `\`${example.key}\` (${row}), from ${example.start}${factsText(facts)}:`,
    `> ${ledgerText({ counting, start, calendar, facts, basis })}`,
    datesTable(example.key, counting, start, facts),
    dayTable(ledgerOf(counting, start, calendar, facts)),
  ].join('\n\n');
}

function factsText({ pauses, extensions }: ClockFacts): string {
  const texts = [
    ...pauses.map(
      ({ from, to, ground }) => `paused from ${momentText(from)} to ${momentText(to)} (${ground})`,
    ),
    ...extensions.map(
      ({ value, askedAt }) =>
        `extended by ${value}${askedAt === undefined ? '' : `, asked for at ${momentText(askedAt)}`}`,
    ),
  ];
  return texts.map((text) => `, ${text}`).join('');
}

/** The three dates and the levels of the ladder. */
function datesTable(key: string, counting: Counting, start: number, facts: ClockFacts): string {
  const due = dueOf(counting, start, calendar, facts);
  const levels = levelInstants(ladderOf(policy, key), { counting, start, due }, calendar, facts);
  return markdownTable(
    ['nominal', 'statutory', 'internal', ...levels.map(({ level }) => level)],
    [
      [
        civilDate(due.nominal),
        momentText(due.statutory),
        momentText(due.internal),
        ...levels.map((level) => momentText(level.at)),
      ],
    ],
  );
}
