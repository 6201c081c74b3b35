import { parseArgs } from 'node:util';
import { DAY, dayNumber, instantOf } from '../../domain/calendar/civil.ts';
import type { Period } from '../../domain/what-if/difference.ts';

/** What a command line asks for, or what is wrong with it. */
export type Asked =
  | { readonly does: 'help' }
  | { readonly does: 'refuse'; readonly message: string }
  | {
      readonly does: 'answer';
      readonly file: string;
      readonly period: Period;
      readonly json: boolean;
      /** Changed cases that are listed. */
      readonly list: number;
    };

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const LISTED = 20;

/** Reads the arguments after `what-if --`. */
export function readArguments(args: readonly string[]): Asked {
  try {
    return understood(args);
  } catch (error) {
    return { does: 'refuse', message: error instanceof Error ? error.message : String(error) };
  }
}

function understood(args: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...args],
    options: {
      policy: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      list: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return { does: 'help' };
  const file = values.policy;
  if (file === undefined) throw new Error('--policy: 须给出草案文件');
  const from = instantOf(day('--from', values.from), 0);
  const to = instantOf(day('--to', values.to), DAY);
  if (to <= from) throw new Error('--to: 不能早于 --from');
  const list = values.list === undefined ? LISTED : Number(values.list);
  if (!Number.isInteger(list) || list < 0) throw new Error('--list: 须为不小于零的整数');
  return { does: 'answer', file, period: { from, to }, json: values.json === true, list };
}

function day(name: string, value: string | undefined): number {
  if (value === undefined || !DATE.test(value)) throw new Error(`${name}: 须为 YYYY-MM-DD`);
  return dayNumber(value);
}
