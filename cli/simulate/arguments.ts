import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { dayNumber, instantOf } from '../../domain/calendar/civil.ts';
import type { Span } from './life.ts';

/** What a command line asks for, or what is wrong with it. */
export type Asked =
  | { readonly does: 'help' }
  | { readonly does: 'refuse'; readonly message: string }
  | {
      readonly does: 'live';
      readonly seed: number;
      readonly cases: number;
      readonly year: Span;
      /** Only this one, with its log. */
      readonly only?: number;
    };

const COVERED = ['2024', '2025', '2026'];

/** Reads the arguments after `simulate --`. A seed is drawn where none is given. */
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
      seed: { type: 'string' },
      cases: { type: 'string', default: '100000' },
      year: { type: 'string', default: '2026' },
      case: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return { does: 'help' };
  const { year } = values;
  if (!COVERED.includes(year)) throw new Error(`--year: 须为 ${COVERED.join('、')} 之一`);
  const span = {
    from: instantOf(dayNumber(`${year}-01-01`), 0),
    to: instantOf(dayNumber(`${Number(year) + 1}-01-01`), 0),
  };
  const seed = values.seed === undefined ? randomInt(2 ** 31) : whole('--seed', values.seed, 0);
  const cases = whole('--cases', values.cases, 1);
  // A case is named with the number of its life: 12.2 is the second case of life 12.
  const only = values.case?.split('.')[0];
  return {
    does: 'live',
    seed,
    cases,
    year: span,
    ...(only !== undefined && { only: whole('--case', only, 0) }),
  };
}

function whole(name: string, value: string, least: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number < least) {
    throw new Error(`${name}: 须为不小于 ${least} 的整数`);
  }
  return number;
}
