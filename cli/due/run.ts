import { askDue, dueRegister } from '../../domain/preview/ask-due.ts';
import { isProblem, type PreviewProblem } from '../../domain/preview/problem.ts';
import { newestPolicy } from '../../domain/registry.ts';
import { answerText } from './answer-text.ts';
import { readArguments } from './arguments.ts';
import { HELP } from './help.ts';
import { listText } from './list-text.ts';

/** What a run of the tool leaves: what it says, on either stream, and its exit code. */
export interface Said {
  readonly out: string;
  readonly err: string;
  readonly code: 0 | 2;
}

const said = (out: string): Said => ({ out, err: '', code: 0 });
const refused = (lines: readonly string[]): Said => ({
  out: '',
  err: `${lines.join('\n')}\n`,
  code: 2,
});

/** The whole tool but for its streams: nothing is read but the arguments. */
export function runDue(args: readonly string[]): Said {
  const asked = readArguments(args);
  switch (asked.does) {
    case 'refuse':
      return refused(asked.lines);
    case 'help':
      return said(HELP);
    case 'list':
      return said(asked.json ? line(dueRegister()) : listText(newestPolicy()));
    case 'answer': {
      const answer = askDue(asked.question);
      if (isProblem(answer)) return refused(problemLines(answer));
      return said(asked.json ? line(answer) : answerText(answer));
    }
  }
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

const NAMES: Partial<Record<PreviewProblem['field'], string>> = { rule: '<规则>', start: '<起始>' };

function problemLines({ field, message, suggestions = [] }: PreviewProblem): readonly string[] {
  const name = NAMES[field] ?? `--${field}`;
  const meant = suggestions.filter((suggestion) => !message.includes(suggestion));
  if (meant.length > 0) return [`${name}: ${message}`, `您要的可能是:${meant.join('、')}`];
  const all = field === 'rule' ? ['全部规则见 npm run -s due -- --list'] : [];
  return [`${name}: ${message}`, ...all];
}
