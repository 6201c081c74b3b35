import fc from 'fast-check';
import type { CaseType } from '../../../domain/define-case-type.ts';
import { runs } from '../../support/soak.ts';
import { type Walk, walk } from './walk.ts';

/** Holds a law on random walks of a case type; a failure prints the seed that finds it again. */
export const onEveryWalk = (type: CaseType, law: (walked: Walk) => void, numRuns = 60): void =>
  fc.assert(
    fc.property(fc.gen(), (g) => law(walk(type, g))),
    runs(numRuns),
  );
