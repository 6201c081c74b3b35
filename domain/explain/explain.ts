import { type AnyCommandSpec, type CaseType, listOf, previous } from '../define-case-type.ts';
import { partOf, PARTS } from '../definition/parts.ts';
import { refusalText, refuse } from '../rejection.ts';
import { targetsOf } from './arrows.ts';
import type { CaseTypeFacts } from './case-type-facts.ts';
import { clockRules } from './clock-rules.ts';
import { type GuardNote, guardNotes } from './guards.ts';
import { type InputField, inputFields } from './input-fields.ts';
import { clockLabel, lapsesOf, roleLabels, stateLabel } from './labels.ts';

interface Named {
  readonly key: string;
  readonly label: string;
}

/** A command that role and state allow. */
export interface Possible extends Named {
  /** Where the case is afterwards, in Chinese. */
  readonly to: string;
  readonly input: readonly InputField[];
  /** What may still refuse it. */
  readonly guards: readonly GuardNote[];
  /** What the own unit must be in the case, in Chinese. */
  readonly only?: string;
  /** When it happens by itself unless somebody gives it. */
  readonly itself?: string;
}

/** A command that role or state do not allow, and why, in Chinese. */
export interface Impossible extends Named {
  readonly because: readonly ('role' | 'state')[];
  readonly why: string;
}

/** A command that nobody gives, and when it happens, in Chinese. */
export interface Automatic extends Named {
  readonly when: string;
}

export interface Explanation {
  readonly type: { readonly id: string; readonly version: number; readonly label: string };
  readonly state: Named;
  readonly role: Named;
  /** What holds for the state or the role as a whole, in Chinese. */
  readonly notes: readonly string[];
  readonly may: readonly Possible[];
  readonly mayNot: readonly Impossible[];
  readonly automatic: readonly Automatic[];
}

/**
 * What a role can do in a state, and why not the rest: every command is in exactly one list. The order of reasons is
 * that of the decider, role before state. Throws RangeError on a state or role that the type does not have.
 */
export function explain(facts: CaseTypeFacts, state: string, role: string): Explanation {
  const { type } = facts.rules;
  const { id, version, label } = type;
  const commands = Object.entries(type.commands);
  const people = commands.filter(([, { by }]) => by !== 'system');
  const may = people.filter(([, spec]) => reasons(spec, state, role).length === 0);
  return {
    type: { id, version, label },
    state: named(type.states, state),
    role: named(type.roles, role),
    notes: notesOn(type, state, role),
    may: may.map((entry) => possible(facts, entry, state, role)),
    mayNot: people
      .filter((entry) => !may.includes(entry))
      .map(([key, spec]) => impossible(type, key, spec, reasons(spec, state, role))),
    automatic: commands
      .filter(([, { by }]) => by === 'system')
      .map(([key, spec]) => ({ key, label: spec.label, when: automaticText(facts, key, spec) })),
  };
}

function named(table: Readonly<Record<string, { label: string }>>, key: string): Named {
  const entry = Object.hasOwn(table, key) ? table[key] : undefined;
  if (!entry) throw new RangeError(`no such key: ${key}`);
  return { key, label: entry.label };
}

const reasons = (spec: AnyCommandSpec, state: string, role: string): Impossible['because'] => [
  ...(listOf(spec.by).includes(role) ? [] : (['role'] as const)),
  ...(listOf(spec.from).includes(state) ? [] : (['state'] as const)),
];

function notesOn({ states, roles }: CaseType, state: string, role: string): readonly string[] {
  const { label = state, ended, final } = states[state] ?? {};
  const unit = roles[role]?.at === 'unit';
  return [
    ...(unit ? [refusalText(refuse('FOREIGN_UNIT')).rule] : []),
    ...(final ? [`“${label}”之后不再有任何操作`] : []),
    ...(ended && !final ? [`“${label}”时办理已经结束,办理时限均已停止`] : []),
  ];
}

function possible(
  facts: CaseTypeFacts,
  [command, spec]: readonly [string, AnyCommandSpec],
  state: string,
  role: string,
): Possible {
  const { rules, samples } = facts;
  const itself = lapseTexts(facts, command).map((text) => `${text}时自动进行`);
  return {
    key: command,
    label: spec.label,
    to: toText(rules.type, command, spec, state),
    input: inputFields(spec.input),
    guards: guardNotes(rules, command, samples),
    ...(rules.type.roles[role]?.at === 'unit' && {
      only: `限${PARTS[partOf(spec, rules.type.roles[role])]}`,
    }),
    ...(itself.length > 0 && { itself: itself.join(';') }),
  };
}

function toText(type: CaseType, command: string, { to }: AnyCommandSpec, state: string): string {
  if (to === undefined) return '环节不变';
  if (to !== previous) return stateLabel(type, to);
  const back = targetsOf(type, command, state).map((one) => stateLabel(type, one));
  return `退回原环节(${back.join('、')})`;
}

function impossible(
  type: CaseType,
  key: string,
  { label, by, from }: AnyCommandSpec,
  because: Impossible['because'],
): Impossible {
  const texts = {
    role: `由${roleLabels(type, by).join('、')}进行`,
    state: `只能在以下环节进行:${listOf(from)
      .map((state) => stateLabel(type, state))
      .join('、')}`,
  };
  return { key, label, because, why: because.map((reason) => texts[reason]).join(';') };
}

function automaticText(facts: CaseTypeFacts, command: string, { from }: AnyCommandSpec): string {
  const lapses = lapseTexts(facts, command);
  const when = lapses.length > 0 ? `${lapses.join('或')}时` : '';
  const states = listOf(from).map((state) => `“${stateLabel(facts.rules.type, state)}”`);
  return `在${states.join('、')}时,${when}由系统自动进行,无须办理`;
}

/** `“重新办理期限”(30 日)届满`, for each clock at whose lapse a command happens. */
function lapseTexts({ rules }: CaseTypeFacts, command: string): readonly string[] {
  return lapsesOf(rules.type, command).map((clock) => {
    const limits = clockRules(rules, clock).map(({ value }) => value);
    return `“${clockLabel(rules.type, clock)}”(${limits.join('或')})届满`;
  });
}
