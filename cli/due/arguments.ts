import { parseArgs } from 'node:util';
import type { DueQuestion } from '../../domain/preview/ask-due.ts';
import { nearest } from '../../domain/policy/nearest.ts';

/** What a command line asks for, or what is wrong with it, in one or two lines. */
export type Asked =
  | { readonly does: 'help' }
  | { readonly does: 'list'; readonly json: boolean }
  | { readonly does: 'answer'; readonly json: boolean; readonly question: DueQuestion }
  | { readonly does: 'refuse'; readonly lines: readonly string[] };

const OPTIONS = {
  suspend: { type: 'string', multiple: true },
  extend: { type: 'string' },
  roll: { type: 'string' },
  counter: { type: 'boolean' },
  unit: { type: 'string' },
  calendar: { type: 'string' },
  list: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const HELP_HINT = '用法见 npm run -s due -- --help';
const refuse = (...lines: readonly string[]): Asked => ({ does: 'refuse', lines });

/** Reads the arguments after `due --`. Nothing is guessed: what is not understood is refused by name. */
export function readArguments(args: readonly string[]): Asked {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options = tokens.filter((token) => token.kind === 'option');
  const wrong = options.flatMap(wrongOption);
  if (wrong.length > 0) return refuse(...wrong.slice(0, 2));
  if (values.help) return { does: 'help' };
  const names = options.map(({ name }) => name).filter((name) => name !== 'suspend');
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) return refuse(`--${twice}: 只能给一次`);
  const json = values.json === true;
  if (values.list) {
    const other =
      positionals[0] ?? Object.keys(values).find((name) => name !== 'list' && name !== 'json');
    if (other !== undefined) return refuse(`--list: 列出全部规则,不与“${other}”同用`, HELP_HINT);
    return { does: 'list', json };
  }
  return positionalsOf(positionals, values as Values, json);
}

type Values = Omit<DueQuestion, 'rule' | 'start'>;

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function wrongOption({ name, rawName, value }: OptionToken): readonly string[] {
  if (!Object.hasOwn(OPTIONS, name)) {
    const [meant] = nearest(name, Object.keys(OPTIONS));
    const hint = meant ? `您要的可能是:--${meant}` : HELP_HINT;
    return [`${rawName}: 没有这个选项`, hint];
  }
  const takesValue = OPTIONS[name as keyof typeof OPTIONS].type === 'string';
  if (takesValue && !value) return [`${rawName}: 后面要有值`, HELP_HINT];
  return !takesValue && value !== undefined ? [`${rawName}: 不带值`, HELP_HINT] : [];
}

function positionalsOf(positionals: readonly string[], values: Values, json: boolean): Asked {
  const [rule, start, extra] = positionals;
  if (rule === undefined) return refuse('缺少 <规则> 与 <起始>', HELP_HINT);
  if (start === undefined) return refuse('缺少 <起始>:日期或时间,如 2026-11-23', HELP_HINT);
  if (extra !== undefined) return refuse(`${extra}: 多余的参数`, HELP_HINT);
  const { suspend, extend, roll, counter, unit, calendar } = values;
  const question = { rule, start, suspend, extend, roll, counter, unit, calendar };
  return { does: 'answer', json, question };
}
