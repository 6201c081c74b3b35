import type { CaseState } from '../case-state.ts';
import { type AnyCommandSpec, listOf } from '../define-case-type.ts';
import { currentCaseType, rulesOf } from '../registry.ts';
import { type Refusal, refuse } from '../rejection.ts';
import { type KnownLink, linked } from './links.ts';

/**
 * What forbids a tie, whatever the types: two conversions of one thing, a conversion in a circle, a tie to itself, to a
 * case of another type, to two at once or to one that cannot take notice of it. Without an input, what depends on it is silent.
 */
export function linkRefusal(
  state: CaseState,
  spec: AnyCommandSpec,
  input?: object,
  other?: CaseState,
): Refusal | undefined {
  if (spec.converts) return conversionRefusal(state, spec.converts, input);
  if (spec.unlinks !== undefined && linked(state.links, spec.unlinks, 'to').length === 0) {
    return refuse('NOT_LINKED');
  }
  if (spec.links === undefined) return undefined;
  if (linked(state.links, spec.links, 'to').length > 0) return refuse('LINKED_ALREADY');
  return input && tieRefusal(state, spec, other);
}

function conversionRefusal(
  { links, rules }: CaseState,
  { to, object }: NonNullable<AnyCommandSpec['converts']>,
  input: object | undefined,
): Refusal | undefined {
  const type = currentCaseType(to)?.label ?? to;
  if (pathOf(rules.type.id, links).includes(to)) {
    return refuse('CONVERSION_CYCLE', { details: { type } });
  }
  if (object && !input) return undefined;
  const about = object?.(input as never);
  const again = linked(links, 'conversion', 'to').some(
    (link) => link.type === to && link.object === about,
  );
  return again ? refuse('CONVERTED_ALREADY', { details: { type } }) : undefined;
}

/** The types from which a case came by conversion, and its own. */
export const pathOf = (type: string, links: readonly KnownLink[]): readonly string[] => [
  ...(linked(links, 'conversion', 'from')[0]?.path ?? []),
  type,
];

const OTHER = { field: 'input.other' } as const;

function tieRefusal(
  state: CaseState,
  spec: AnyCommandSpec,
  other: CaseState | undefined,
): Refusal | undefined {
  if (!other) return refuse('CASE_NOT_FOUND', OTHER);
  if (other.caseId === state.caseId) return refuse('LINKED_TO_ITSELF', OTHER);
  const { type } = rulesOf(other.rules);
  if (type.id !== state.rules.type.id) {
    return refuse('LINKED_TO_OTHER_TYPE', { ...OTHER, details: { type: type.label } });
  }
  const takes = (spec.tells ?? [])
    .filter(({ link }) => link === spec.links)
    .every(({ command }) => listOf(type.commands[command]?.from ?? []).includes(other.stage));
  const stage = type.states[other.stage]?.label ?? other.stage;
  return takes ? undefined : refuse('LINK_NOT_POSSIBLE', { ...OTHER, details: { state: stage } });
}
