import { type Instant, isoInstant } from '../../../domain/calendar/civil.ts';
import type { LedgerEntry } from '../../../domain/clocks/ledger-entry.ts';

type Row = readonly string[];

/** A ledger with more entries than this is told by runs of days. */
const ENTRIES_TOLD_ONE_BY_ONE = 20;
const HEAD: Row = ['day', '', 'counted', 'so far', 'why'];

/** A ledger as a table: day by day where it is short. */
export function dayTable(ledger: readonly LedgerEntry[]): string {
  const short = ledger.length <= ENTRIES_TOLD_ONE_BY_ONE;
  const runs = short ? ledger.map((entry) => [entry]) : runsOf(ledger);
  let sum = 0;
  const rows = runs.map((run) => {
    const counted = run.reduce((all, entry) => all + entry.counted, 0);
    sum += counted;
    return [daysText(run), run[0]?.kind ?? '', numberText(counted), numberText(sum), whyText(run)];
  });
  return markdownTable(HEAD, rows);
}

function runsOf(ledger: readonly LedgerEntry[]): readonly (readonly LedgerEntry[])[] {
  const runs: LedgerEntry[][] = [];
  for (const entry of ledger) {
    const run = runs.at(-1);
    if (run?.[0]?.kind === entry.kind) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

function daysText(run: readonly LedgerEntry[]): string {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return '';
  if (first !== last) return `${first.date} to ${last.date}`;
  if (first.span?.includes('至')) return first.span.replace('至', 'to');
  return first.span ? `${first.date} ${first.span}` : first.date;
}

/** 0.5 and 3, and nothing where nothing was counted. */
const numberText = (n: number): string => (n === 0 ? '' : String(Math.round(n * 1000) / 1000));

const whyText = (run: readonly LedgerEntry[]): string =>
  [...new Set(run.map(({ reason }) => reason))].join('、');

/** A table as the formatter writes it: columns padded, Chinese characters two columns wide. */
export function markdownTable(head: Row, rows: readonly Row[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(3, ...all.map((row) => widthOf(row[i] ?? ''))));
  const padded = (cell: string, i: number): string =>
    cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell));
  const line = (cells: Row): string => `| ${cells.map(padded).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const widthOf = (text: string): number =>
  text.length + (text.match(/[\u2e80-\u9fff\uff00-\uff60]/g)?.length ?? 0);

/** `2025-10-10 17:00`, and seconds where there are any. */
export const momentText = (instant: Instant): string =>
  isoInstant(instant).slice(0, 19).replace('T', ' ').replace(/:00$/, '');
