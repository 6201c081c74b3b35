/** What stands in a cell that has nothing to say. */
const NOTHING = '—';

/** A table whose rows have as many cells as its head. Line breaks inside a cell stay line breaks. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly (string | undefined)[])[],
): string {
  const line = (cells: readonly (string | undefined)[]): string =>
    `| ${cells.map((cell) => escaped(cell || NOTHING)).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

const escaped = (cell: string): string =>
  cell.replaceAll('|', String.raw`\|`).replaceAll('\n', '<br>');

export const code = (text: string): string => `\`${text}\``;

/** Lines of one cell. */
export const lines = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n');

/** Items in a row; undefined when there are none. */
export const joined = (items: readonly string[]): string | undefined =>
  items.length > 0 ? items.join('、') : undefined;
