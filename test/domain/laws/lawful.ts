import fc from 'fast-check';
import type { CaseType } from '../../../domain/define-case-type.ts';
import { longRuns, WALK_SEED } from '../../support/soak.ts';
import { type Walk, walk } from './walk.ts';

/** A seed for all walks of a test file; `LAW_SEED` gives the one that a failure has named. */
const SEED = Number(process.env['LAW_SEED'] ?? WALK_SEED);

const WALKS = new Map<CaseType, Walk[]>();

/** Walks of a type: those of one test file are walked once, however many laws they are held against. */
function walksOf(type: CaseType, count: number): readonly Walk[] {
  const known = WALKS.get(type) ?? [];
  WALKS.set(type, known);
  if (known.length < count) {
    const draws = fc.sample(fc.gen(), { numRuns: count, seed: SEED });
    for (const g of draws.slice(known.length)) known.push(walk(type, g));
  }
  return known.slice(0, count);
}

/** Holds a law on random walks of a case type; a failure names the seed and the walk that find it again. */
export function onEveryWalk(type: CaseType, law: (walked: Walk) => void, numRuns = 40): void {
  walksOf(type, longRuns(numRuns).numRuns).forEach((walked, i) => {
    try {
      law(walked);
    } catch (error) {
      if (error instanceof Error) error.message = `LAW_SEED=${SEED}, walk ${i}: ${error.message}`;
      throw error;
    }
  });
}
