import type { z } from 'zod';
import type { CommandSpec, Guard } from '../../define-case-type.ts';
import type { PetitionFacts } from './facts.ts';
import type { Role, State } from './stages.ts';

/** The commands of one phase of a petition; a misspelt state, role or input does not compile. */
export const phase = <Inputs extends Record<string, z.ZodType>>(
  commands: {
    readonly [K in keyof Inputs]: CommandSpec<PetitionFacts, State, Role, Inputs[K]>;
  },
) => commands;

export type PetitionGuard<Input = unknown> = Guard<PetitionFacts, Input>;
