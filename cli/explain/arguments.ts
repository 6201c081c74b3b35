import { parseArgs } from 'node:util';
import { nearest } from '../../domain/policy/nearest.ts';

/** What a command line asks for, or what is wrong with it, in one or two lines. */
export type Asked =
  | { readonly does: 'help' }
  | { readonly does: 'list'; readonly json: boolean }
  | { readonly does: 'docs'; readonly folder: string }
  | { readonly does: 'answer'; readonly json: boolean; readonly names: Names }
  | { readonly does: 'refuse'; readonly lines: readonly string[] };

/** What is asked about, as it was typed. */
export interface Names {
  readonly type: string;
  readonly state: string;
  readonly role: string;
}

const OPTIONS = {
  list: { type: 'boolean' },
  docs: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const HELP_HINT = '用法见 npm run -s explain -- --help';
const refuse = (...lines: readonly string[]): Asked => ({ does: 'refuse', lines });

/** Reads the arguments after `explain --`. Nothing is guessed: what is not understood is refused by name. */
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
  const given = [...Object.keys(values).map((name) => `--${name}`), ...positionals];
  if (values.docs !== undefined) {
    const other = given.find((word) => word !== '--docs');
    return other === undefined
      ? { does: 'docs', folder: String(values.docs) }
      : refuse(`--docs: 写出全部说明,不与“${other}”同用`, HELP_HINT);
  }
  if (values.list) {
    const other = given.find((word) => word !== '--list' && word !== '--json');
    return other === undefined
      ? { does: 'list', json: values.json === true }
      : refuse(`--list: 列出全部类型,不与“${other}”同用`, HELP_HINT);
  }
  return positionalsOf(positionals, values.json === true);
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function wrongOption({ name, rawName, value }: OptionToken): readonly string[] {
  if (!Object.hasOwn(OPTIONS, name)) {
    const [meant] = nearest(name, Object.keys(OPTIONS));
    return [`${rawName}: 没有这个选项`, meant ? `您要的可能是:--${meant}` : HELP_HINT];
  }
  const takesValue = OPTIONS[name as keyof typeof OPTIONS].type === 'string';
  if (takesValue && !value) return [`${rawName}: 后面要有值`, HELP_HINT];
  return !takesValue && value !== undefined ? [`${rawName}: 不带值`, HELP_HINT] : [];
}

function positionalsOf(positionals: readonly string[], json: boolean): Asked {
  const [type, state, role, extra] = positionals;
  if (type === undefined) return refuse('缺少 <类型>、<环节> 与 <角色>', HELP_HINT);
  if (state === undefined) return refuse('缺少 <环节> 与 <角色>', HELP_HINT);
  if (role === undefined) return refuse('缺少 <角色>', HELP_HINT);
  if (extra !== undefined) return refuse(`${extra}: 多余的参数`, HELP_HINT);
  return { does: 'answer', json, names: { type, state, role } };
}
