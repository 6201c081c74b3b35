import { civilDate, dayOf } from '../../domain/calendar/civil.ts';
import { minuteText } from '../../domain/calendar/text.ts';
import { currentCaseType } from '../../domain/registry.ts';
import type { Period } from '../../domain/what-if/difference.ts';
import type { Summary } from '../../domain/what-if/summary.ts';
import type { ChangedCase } from '../../engine/what-if.ts';
import { aligned } from '../demo/columns.ts';

export interface Report {
  readonly period: Period;
  readonly summary: Summary;
  /** The first of the changed cases. */
  readonly listed: readonly ChangedCase[];
  /** How many cases were lived again. */
  readonly examined: number;
}

const typeLabel = (id: string): string => currentCaseType(id)?.label ?? id;

/** A report as people read it. */
export function reportText({ period, summary, listed, examined }: Report): string {
  const { changed, gained, lost, units, levels } = summary;
  const days = `${civilDate(dayOf(period.from))} 至 ${civilDate(dayOf(period.to - 1))}`;
  const parts = [
    [`${days}:重算 ${examined} 件,有变化 ${changed} 件;逾期增加 ${gained} 次,减少 ${lost} 次`],
    table(
      ['类型', '单位', '逾期增加', '逾期减少'],
      units.map((row) => [typeLabel(row.type), row.unit ?? '—', `${row.gained}`, `${row.lost}`]),
    ),
    table(
      ['级别', '增加', '减少'],
      levels.map(({ level, more, fewer }) => [level, `${more}`, `${fewer}`]),
    ),
    table(['案件', '时限', '原届满日', '草案届满日', '变化'], listed.flatMap(caseRows)),
    listed.length < changed
      ? [`另有 ${changed - listed.length} 件未列出(--list N 多列,--json 全部)`]
      : [],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0 ? [] : aligned([head, ...rows]);

function caseRows({ number, type, moved, gained, lost }: ChangedCase): readonly string[][] {
  const label = (clock: string) => currentCaseType(type)?.clocks[clock]?.label ?? clock;
  return moved.map(({ clock, round, from, to }) => {
    const isRun = (one: { clock: string; round: number }) =>
      one.clock === clock && one.round === round;
    const more = gained.find(isRun);
    const less = lost.find(isRun);
    const change = more
      ? `${minuteText(more.at)} 逾期`
      : less
        ? `不再于 ${minuteText(less.at)} 逾期`
        : '';
    return [number, label(clock), from, to, change];
  });
}
