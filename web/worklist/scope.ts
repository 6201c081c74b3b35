import type { CaseTypeInfo } from '../server/case-type.ts';
import type { Me } from '../server/contract.ts';

/** What of the house a unit's lists can show. */
export interface Scope {
  readonly types: readonly CaseTypeInfo[];
  /** Cases of all units are seen, not only those that one's own unit holds. */
  readonly allUnits: boolean;
}

/** The centre and offices see every case of the types that have a role there; other units what they hold. */
export function scopeOf({ unit }: Me, types: readonly CaseTypeInfo[]): Scope {
  const place = unit.kind === 'centre' ? 'centre' : `office:${unit.code}`;
  const sits = ({ roles }: CaseTypeInfo): boolean => roles.some(({ at }) => at === place);
  const holds = ({ roles }: CaseTypeInfo): boolean =>
    unit.kind !== 'centre' && roles.some(({ at }) => at === 'unit');
  return {
    types: types.filter((type) => sits(type) || holds(type)),
    allUnits: types.some(sits),
  };
}

export interface StageOption {
  readonly value: string;
  readonly label: string;
}

/** Stages to choose from; those of one name in several types are one choice. */
export function stagesOf(types: readonly CaseTypeInfo[], ended: boolean): readonly StageOption[] {
  const labels = new Map<string, Set<string>>();
  for (const { stage, label } of types
    .flatMap(({ stages }) => stages)
    .filter((stage) => stage.ended === ended)) {
    labels.set(stage, (labels.get(stage) ?? new Set()).add(label));
  }
  return [...labels].map(([value, names]) => ({ value, label: [...names].join('/') }));
}
