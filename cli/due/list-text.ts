import type { Policy } from '../../domain/policy/policy.ts';
import { REGISTER_NAMES, type RegisterRow, registerOf } from '../../domain/policy/register.ts';
import { ladderText } from '../../domain/policy/register-text.ts';
import { padded, widthOf } from '../demo/columns.ts';

/** Columns of the register, each with what a row has there. */
const COLUMNS: readonly (readonly [head: string, cell: (row: RegisterRow) => string | null])[] = [
  ['规则', ({ key }) => `\`${key}\``],
  ['事项', ({ label }) => label],
  ['责任方', ({ duty }) => duty],
  ['时限或数值', ({ value }) => value],
  ['起点', ({ from }) => from],
  ['计算', ({ counting }) => counting],
  ['延长', ({ extension }) => extension],
  ['挂起事由', ({ pauses }) => pauses.join('、')],
  ['预警', ({ ladder }) => ladder],
  ['依据', ({ clause }) => clause],
  ['可靠程度', ({ statusText }) => statusText],
  ['登记行', ({ row }) => row],
];

const NOTES = [
  '“计算”一栏:起算、终止、末日遇休息日如何移动。“起点”对倒推的规则是将要发生的事。',
  '可靠程度:已核实(读过原文)、凭记忆(原文待核)、惯例(可以调整的做法)。',
  '查一个到期日:`npm run -s due -- <规则> <起始>`。',
];

/** The whole register as Markdown: a table for each register, then what the ladders mean. */
export function listText(policy: Policy): string {
  const rows = registerOf(policy);
  const groups = REGISTER_NAMES.map((name) => ({
    name,
    rows: rows.filter(({ register }) => register === name),
  })).filter((group) => group.rows.length > 0);
  return [
    '# 期限登记表',
    `规则 ${policy.version},自 ${policy.effectiveFrom} 施行,共 ${rows.length} 条。由 \`npm run -s due -- --list\` 生成,请勿手改。`,
    NOTES.map((note) => `- ${note}`).join('\n'),
    ...groups.map((group) => `## ${group.name}\n\n${table(group.rows)}`),
    `## 预警\n\n${ladders(policy)}`,
  ]
    .join('\n\n')
    .concat('\n');
}

/** Padded, so that it can be read in a terminal as well. */
function table(rows: readonly RegisterRow[]): string {
  const heads = COLUMNS.map(([head]) => head);
  const cells = rows.map((row) =>
    COLUMNS.map(([, cell]) => (cell(row) || '—').replaceAll('|', String.raw`\|`)),
  );
  const widths = heads.map((head, column) =>
    Math.max(...[head, ...cells.map((row) => row[column] ?? '')].map(widthOf)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [heads, rule, ...cells].map(line).join('\n');
}

const ladders = ({ ladders: all }: Policy): string =>
  Object.entries(all)
    .map(([name, ladder]) => `- \`${name}\`:${ladderText(ladder) || '不预警,届满即止'}`)
    .join('\n');
