import { dayNumber, dayOf, instant } from '../../domain/calendar/civil.ts';
import type { LedgerEntry } from '../../domain/clocks/ledger-entry.ts';
import { dateText } from '../../domain/calendar/text.ts';
import { STATUS_TEXTS } from '../../domain/policy/register.ts';
import type { PreviewAnswer } from '../../domain/preview/answer.ts';
import { aligned } from '../demo/columns.ts';

/** An answer as people read it in a terminal. */
export function answerText(answer: PreviewAnswer): string {
  const parts = [
    headLines(answer),
    dateLines(answer),
    [answer.text, ...(answer.ledger.length > 0 ? [answer.short] : [])],
    ledgerLines(answer.ledger),
    aligned(answer.levels.map(({ level, label, at }) => [level, label, momentText(at)])),
    answer.warnings.map((warning) => `注意:${warning}`),
  ];
  const blocks = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

const headLines = ({ rule, label, duty, status }: PreviewAnswer): readonly string[] => [
  [label, rule, ...(duty ? [duty] : []), ...(status ? [STATUS_TEXTS[status]] : [])].join(' · '),
];

function dateLines(answer: PreviewAnswer): readonly string[] {
  const { start, nominal, statutoryAt, internalAt, provisional } = answer;
  if (nominal === null || statutoryAt === null || internalAt === null) return [];
  return aligned([
    ['起始', momentText(start)],
    ['名义', momentText(nominal), '按日数数到的一天'],
    ['法定', momentText(statutoryAt), provisional ? '以此为准,暂定' : '以此为准'],
    ['内部', momentText(internalAt), '管理目标'],
  ]);
}

/** `2026-11-23(周一)` of a date, with the time of day of an instant. */
function momentText(text: string): string {
  if (!text.includes('T')) return dateText(dayNumber(text));
  const time = text.slice(11, 19).replace(/:00$/, '');
  return `${dateText(dayOf(instant(text)))} ${time}`;
}

const KINDS: Readonly<Record<LedgerEntry['kind'], string>> = {
  start: '起',
  counted: '计',
  skipped: '不计',
  paused: '挂起',
  rolled: '移动',
  unused: '未用',
};

/** Day by day, with a running count. */
function ledgerLines(ledger: readonly LedgerEntry[]): readonly string[] {
  if (ledger.length === 0) return [];
  let sum = 0;
  const rows = ledger.map(({ date, kind, counted, reason, span = '' }) => {
    sum += counted;
    const count = counted > 0 ? String(Math.round(sum * 1000) / 1000) : '';
    return [dateText(dayNumber(date)), KINDS[kind], count, reason, span];
  });
  return aligned([['日期', '计否', '累计', '原因', '时段'], ...rows]);
}
