import type { Problem } from '../server/http.ts';

export interface HolidayLine {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** `元旦 2027-01-01 至 2027-01-03`, or a single day; punctuation as it is typed in Chinese too. */
const HOLIDAY =
  /^(\D+?)[\s:\uff1a]*(\d{4}-\d\d-\d\d)(?:\s*[-—~\uff5e至到]+\s*(\d{4}-\d\d-\d\d))?$/u;
const DAY = /^\d{4}-\d\d-\d\d$/u;

/** A holiday a line. Throws LineProblem. */
export const holidaysIn = (text: string): readonly HolidayLine[] =>
  linesOf(text).map((line, i) => {
    const [, name, from, to = from] = HOLIDAY.exec(line) ?? [];
    if (name === undefined || from === undefined || to === undefined) {
      throw new LineProblem('holidays', i + 1, line);
    }
    return { name, from, to };
  });

/** Days, a line each or several in one. Throws LineProblem. */
export const daysIn = (text: string): readonly string[] =>
  text
    .split(/[\s,\uff0c、]+/u)
    .filter((day) => day !== '')
    .map((day, i) => {
      if (!DAY.test(day)) throw new LineProblem('makeupDays', i + 1, day);
      return day;
    });

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Something that cannot be read, as a problem of its field. */
export class LineProblem extends Error {
  readonly problem: Problem;
  constructor(field: string, place: number, line: string) {
    super(`cannot read ${line}`);
    this.name = 'LineProblem';
    this.problem = {
      status: 422,
      code: 'INVALID_INPUT',
      field: `input.${field}`,
      detail: `第 ${place} 项“${line}”读不出:日期须写作 2027-01-01`,
    };
  }
}
