import type { AnyCommandSpec, Guard, Happened } from '../define-case-type.ts';
import type { Overseen } from './orders.ts';

/** A command that oversight adds to a case type, with its own types forgotten as those of any definition are. */
export const command = <Input>(
  spec: Omit<AnyCommandSpec, 'refuse' | 'evolve' | 'object'> & {
    readonly refuse?: readonly Guard<Overseen, Input>[];
    readonly evolve?: (facts: Overseen, event: Happened<Input>) => Overseen;
    readonly object?: (event: Happened<Input>, facts: Overseen) => string;
  },
): AnyCommandSpec => spec as unknown as AnyCommandSpec;
