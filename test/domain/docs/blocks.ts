import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { civilDate } from '../../../domain/calendar/civil.ts';
import { counting } from '../../../domain/clocks/counting.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import type { Pause } from '../../../domain/clocks/facts.ts';
import { ledgerText } from '../../../domain/clocks/ledger-text.ts';
import { months, workingDays } from '../../../domain/clocks/limit.ts';
import { pausedDays } from '../../../domain/clocks/paused-days.ts';
import { deadlineOf } from '../../../domain/policy/policy.ts';
import { qingpu2026 as policy } from '../../../domain/policy/qingpu-2026.ts';
import { at } from '../../support/moments.ts';
import { markdownTable, momentText } from './day-table.ts';
import { EXAMPLES, rendered } from './examples.ts';

/** Everything on docs/deadlines.md that is written by code, by the name in its markers. */
export const blocks = (): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(EXAMPLES).map(([name, one]) => [name, rendered(one)])),
  months: monthsTable(),
  pauses: pausesTable(),
  late: lateTable(),
  provisional: provisionalText(),
});

function monthsTable(): string {
  const limits = [
    ['2025-01-31', 1],
    ['2025-11-30', 3],
    ['2025-04-04', 6],
  ] as const;
  const rows = limits.map(([start, value]) => {
    const { nominal, statutory } = dueOf(counting(months(value)), at(start), calendar);
    return [start, String(value), civilDate(nominal), momentText(statutory)];
  });
  return markdownTable(['from', 'months', 'nominal', 'statutory'], rows);
}

const PAUSES: readonly (readonly [string, string])[][] = [
  [['2025-04-28 09:00', '2025-04-28 17:00']],
  [['2025-04-28 09:01', '2025-04-28 17:00']],
  [['2025-04-27 23:50', '2025-04-28 00:10']],
  [['2025-04-28 17:00', '2025-04-29 09:00']],
  [
    ['2025-04-28 09:00', '2025-04-28 11:30'],
    ['2025-04-28 13:30', '2025-04-28 17:00'],
  ],
  [['2025-04-28 00:00', '2025-04-30 00:00']],
];

/** Five working days from Friday 2025-04-25, paused in several ways. */
function pausesTable(): string {
  const rows = PAUSES.map((spans) => {
    const pauses = spans.map(([from, to]): Pause => ({ from: at(from), to: at(to), ground: '' }));
    const days = pausedDays(pauses, calendar).reduce((sum, { from, to }) => sum + to - from, 0);
    const facts = { pauses, extensions: [] };
    const due = dueOf(counting(workingDays(5)), at('2025-04-25 10:00'), calendar, facts);
    const text = spans.map(([from, to]) => `${from} to ${to}`).join(', ');
    return [text, String(days), civilDate(due.nominal)];
  });
  return markdownTable(['paused', 'days out', 'last day'], rows);
}

/** The petition of the extension's example, its extension asked for a second before and at the due instant. */
function lateTable(): string {
  const { counting: as } = deadlineOf(policy, 'petition.handle60');
  const rows = ['2026-01-19 23:59:58', '2026-01-19 23:59:59'].map((asked) => {
    const facts = { pauses: [], extensions: [{ value: 30, askedAt: at(asked) }] };
    return [asked, momentText(dueOf(as, at('2025-11-20 10:00'), calendar, facts).statutory)];
  });
  return markdownTable(['asked for at', 'statutory'], rows);
}

function provisionalText(): string {
  const { counting: as } = deadlineOf(policy, 'hotline.handle.ASSIST_COMPLAINT');
  return `> ${ledgerText({ counting: as, start: at('2026-12-28 10:00'), calendar })}`;
}
