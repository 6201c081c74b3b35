import { refuse } from '../../rejection.ts';
import { isGrave, LOWER } from './facts.ts';
import { FACADE_GRADES, type Grade, GRADES } from './labels.ts';
import type { HazardGuard } from './phase.ts';

type Second = { readonly second: string };

export const facadeOnly: HazardGuard = ({ facts }) =>
  facts.kind === 'FACADE' ? undefined : refuse('NOT_A_FACADE');

export const signOnly: HazardGuard = ({ facts }) =>
  facts.kind === 'SIGN' ? undefined : refuse('NOT_A_SIGN');

/** Two people grade (H2). */
export const sameGrader: HazardGuard<Second> = ({ input, actor }) =>
  input && input.second === actor.id ? refuse('SAME_GRADER', { field: 'input.second' }) : undefined;

/** A grave façade is graded with an appraiser's opinion. */
export const opinionMissing: HazardGuard<{ grade: Grade; opinion?: unknown }> = ({ input }) =>
  input && isGrave(input) && input.opinion === undefined
    ? refuse('OPINION_MISSING', { field: 'input.opinion', details: { grade: GRADES[input.grade] } })
    : undefined;

const ORDER = Object.keys(FACADE_GRADES);

export const gradeHighest: HazardGuard = ({ facts: { grade } }) =>
  grade === 'MAJOR' || grade === 'HIGH'
    ? refuse('GRADE_HIGHEST', { details: { grade: GRADES[grade] } })
    : undefined;

export const gradeNotHigher: HazardGuard<{ grade: Grade }> = ({ facts, input }) =>
  input && facts.grade && ORDER.indexOf(input.grade) >= ORDER.indexOf(facts.grade)
    ? refuse('GRADE_NOT_HIGHER', {
        field: 'input.grade',
        details: { grade: GRADES[input.grade], present: GRADES[facts.grade] },
      })
    : undefined;

export const gradeLowest: HazardGuard = ({ facts: { grade } }) =>
  grade && LOWER[grade] ? undefined : refuse('GRADE_LOWEST');

export const loweringPending: HazardGuard = ({ facts }) =>
  facts.loweringAskedBy === undefined ? undefined : refuse('LOWERING_PENDING');

export const noLoweringAsked: HazardGuard = ({ facts }) =>
  facts.loweringAskedBy === undefined ? refuse('NO_LOWERING_ASKED') : undefined;
