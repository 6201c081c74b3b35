import type { z } from 'zod';
import type { Instant } from '../../calendar/civil.ts';
import type { Happened } from '../../define-case-type.ts';
import { passOn } from '../../definition/links.ts';
import type { HeldUnit } from '../../definition/parts.ts';
import type { toHazard, trigger } from './inputs.ts';
import type { Level, Source } from './labels.ts';

/** What the rules of a warning depend on, folded from its events. Plain JSON. */
export interface WarningFacts {
  readonly source: Source;
  readonly level: Level;
  readonly objectId: string;
  readonly triggeredAt: Instant;
  /** References of sealed data. */
  readonly text: string;
  readonly address: string;
  readonly town?: string;
  /** A receipt of a push is on record; whether one was missed before is never undone. */
  readonly delivered: boolean;
  readonly missed: boolean;
  /** Warnings of the same thing that were merged into it, by number: they count with it. */
  readonly duplicates: readonly string[];
  readonly verifiedBy?: string;
  readonly leadUnit?: string;
  /** Returned once already: the next dispatch binds. */
  readonly returned: boolean;
  readonly arrived: boolean;
  /** Everybody who handled it: they do not close it. */
  readonly handledBy: readonly string[];
  /** How often the desk found that it had not recovered. */
  readonly rounds: number;
}

export const firstFacts = ({
  occurredAt,
  input,
}: Happened<z.output<typeof trigger>>): WarningFacts => ({
  source: input.source,
  level: input.level,
  objectId: input.objectId,
  triggeredAt: occurredAt,
  text: input.text.sealed,
  address: input.address.sealed,
  ...(input.town !== undefined && { town: input.town }),
  delivered: false,
  missed: false,
  duplicates: [],
  returned: false,
  arrived: false,
  handledBy: [],
  rounds: 1,
});

const GRAVE: readonly Level[] = ['RED', 'ORANGE'];

/** Red and orange: urgent, and closed by the shift leader. */
export const isGrave = ({ level }: Pick<WarningFacts, 'level'>): boolean => GRAVE.includes(level);

export const handled = (facts: WarningFacts, { actor }: { actor: string }): WarningFacts => ({
  ...facts,
  handledBy: [...new Set([...facts.handledBy, actor])],
});

/** With a unit, which has not been there yet. */
export const givenTo = (facts: WarningFacts, leadUnit: string): WarningFacts => ({
  ...facts,
  leadUnit,
  arrived: false,
});

export const takenBack = ({ leadUnit: _unit, ...facts }: WarningFacts): WarningFacts => ({
  ...facts,
  returned: true,
});

/** A duplicate that comes and goes; what a hazard tells is on the timeline only. */
export function told(
  facts: WarningFacts,
  { input: { number, event } }: { readonly input: { number: string; event: string } },
): WarningFacts {
  const others = facts.duplicates.filter((one) => one !== number);
  if (event === 'WarningMerged') return { ...facts, duplicates: [...others, number] };
  return event === 'WarningUnmerged' ? { ...facts, duplicates: others } : facts;
}

/** A real warning that leaves something to rectify; the warning itself closes on recovery. */
export const hazardOpening = (
  { objectId, text, address }: WarningFacts,
  { kind, partName, town }: z.output<typeof toHazard>,
): object => ({
  source: 'WARNING',
  kind,
  objectId,
  partName,
  text: passOn(text),
  address: passOn(address),
  town,
});

export const holders = ({ leadUnit }: WarningFacts): readonly HeldUnit[] =>
  leadUnit === undefined ? [] : [{ unit: leadUnit, part: 'lead' }];
