import type { Explanation, Possible } from '../../domain/explain/explain.ts';
import type { InputField } from '../../domain/explain/input-fields.ts';
import { aligned } from '../demo/columns.ts';

/** An explanation as people read it in a terminal. */
export function answerText(answer: Explanation): string {
  const { type, state, role, notes, may, mayNot, automatic } = answer;
  const head = [
    `${type.label}(${type.id}@${type.version}) · ${state.label}(${state.key}) · ${role.label}(${role.key})`,
    ...notes,
  ];
  const blocks = [
    head,
    section('可以', may.length > 0 ? may.flatMap(possibleLines) : ['无']),
    section(
      '不可以',
      mayNot.length > 0 ? aligned(mayNot.map(({ label, why }) => [label, why])) : [],
    ),
    section(
      '自动',
      automatic.length > 0 ? aligned(automatic.map(({ label, when }) => [label, when])) : [],
    ),
  ];
  const shown = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${shown.join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`)] : [];

function possibleLines({
  label,
  key,
  to,
  only,
  input,
  guards,
  itself,
}: Possible): readonly string[] {
  const may = guards.map(({ name, rules }) =>
    rules.length > 0 ? `${rules.join(';')}(${name})` : name,
  );
  return [
    `${label}(${key}) → ${to}${only ? `,${only}` : ''}`,
    `  填写:${input.length > 0 ? input.map(fieldText).join('、') : '无'}`,
    ...may.map((one) => `  仍可能不予:${one}`),
    ...(itself ? [`  另:${itself}`] : []),
  ];
}

/** Fields that must be filled in carry a star, those that must be at times a star in brackets. */
const fieldText = ({ title, required }: InputField): string =>
  `${title}${required === 'conditional' ? '(*)' : required ? '*' : ''}`;
