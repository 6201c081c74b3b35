import type { AvailableCommand } from '../server/case-detail.ts';
import type { CaseTypeInfo } from '../server/case-type.ts';

export interface StepGroup {
  /** Empty where all steps stand together. */
  readonly caption: string;
  readonly steps: readonly AvailableCommand[];
}

/** Up to so many possible steps stand together. */
const TOGETHER = 4;

/** Possible steps as they are offered: those that move the case on before those that add to its record. */
export function stepGroups(
  possible: readonly AvailableCommand[],
  type: CaseTypeInfo | undefined,
): readonly StepGroup[] {
  const moving = new Set(
    type?.commands.filter(({ moves }) => moves).map(({ command }) => command) ?? [],
  );
  const onwards = possible.filter(({ command }) => moving.has(command));
  const others = possible.filter(({ command }) => !moving.has(command));
  if (possible.length <= TOGETHER || onwards.length === 0 || others.length === 0) {
    return [{ caption: '', steps: [...onwards, ...others] }];
  }
  return [
    { caption: '推进', steps: onwards },
    { caption: '登记、告知及其他', steps: others },
  ];
}
