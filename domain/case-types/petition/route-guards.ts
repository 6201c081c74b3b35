import { named } from '../../definition/named.ts';
import type { z } from 'zod';
import { timesOf } from '../../policy/policy.ts';
import { type Refusal, refuse } from '../../rejection.ts';
import { holders, type PetitionFacts } from './facts.ts';
import { figureOf } from './figures.ts';
import type { accused, collective, completion, repeat } from './inputs.ts';
import { CATEGORIES, NATURES, REPEATS } from './labels.ts';
import type { PetitionGuard } from './phase.ts';
import { type RouteId, routeFor, routeOf, type Way } from './routes.ts';

/** Who petitions is known, or it is kept as anonymous (Q1). */
export const petitionerMissing: PetitionGuard = ({ facts }) =>
  !facts.petitioner && !facts.anonymous ? refuse('PETITIONER_MISSING') : undefined;

export const petitionerKnown: PetitionGuard = ({ facts }) =>
  facts.petitioner !== undefined ? refuse('PETITIONER_KNOWN') : undefined;

/** A collective visit sends five representatives at the most (article 20). */
export const tooManyRepresentatives: PetitionGuard<z.output<typeof collective>> = ({
  input,
  policy,
}) => {
  const limit = figureOf(policy, 'petition.representatives');
  return input && input.representatives > limit
    ? refuse('TOO_MANY_REPRESENTATIVES', {
        field: 'input.representatives',
        details: { count: input.representatives, limit },
      })
    : undefined;
};

type Sorted = Pick<z.output<typeof completion>, 'category' | 'nature'>;

/** Category and nature find a row of the table of articles 29 to 31. */
export const routeNotInTable: PetitionGuard<Sorted> = ({ facts, input }) => {
  if (!input) return undefined;
  const category = input.category ?? facts.category;
  return routeFor(category, input.nature)
    ? undefined
    : refuse('ROUTE_NOT_IN_TABLE', {
        field: 'input.nature',
        details: { category: CATEGORIES[category], nature: NATURES[input.nature] },
      });
};

/** Who holds the case is not the one complained of, nor is it named so afterwards. */
export const accusedHolds: PetitionGuard<z.output<typeof accused>> = ({ facts, input }) =>
  input && holders(facts).some(({ unit }) => unit === input.unit)
    ? refuse('ACCUSED_CANNOT_HOLD', { field: 'input.unit' })
    : undefined;

/** The unit complained of never holds the case (article 30). */
export const accusedCannotHold = <Field extends 'leadUnit' | 'unit' | 'body'>(
  field: Field,
): PetitionGuard<Readonly<Record<Field, string>>> =>
  named('accusedCannotHold', ({ facts, input }) =>
    input && facts.accusedUnit !== undefined && input[field] === facts.accusedUnit
      ? refuse('ACCUSED_CANNOT_HOLD', { field: `input.${field}` })
      : undefined,
  );

/** Accusations go to the organ that may know of them, and to no unit (article 30). */
export const confidential: PetitionGuard = ({ facts }) =>
  facts.category === 'REPORT' ? refuse('REPORT_IS_CONFIDENTIAL') : undefined;

/** The route that the table gave leads there. */
export const leadsTo =
  (...ways: readonly Way[]): PetitionGuard =>
  ({ facts: { route } }) =>
    route === undefined || ways.includes(routeOf(route).way) ? undefined : wrongRoute(route);

/** Reports of violations become leads of enforcement (article 31, 5). */
export const asksForEnforcement: PetitionGuard = ({ facts: { route } }) =>
  route === undefined || route === 'ART31_5' ? undefined : wrongRoute(route);

function wrongRoute(id: RouteId): Refusal {
  const { label, clause } = routeOf(id);
  return refuse('WRONG_ROUTE', { details: { route: label, clause } });
}

export const nobodyToTell: PetitionGuard = ({ facts }) =>
  facts.petitioner === undefined ? refuse('NOBODY_TO_TELL') : undefined;

export const somebodyToTell: PetitionGuard = ({ facts }) =>
  facts.petitioner !== undefined ? refuse('SOMEBODY_TO_TELL') : undefined;

export const markedAnonymous: PetitionGuard = ({ facts }) =>
  facts.anonymous ? refuse('MARKED_ANONYMOUS') : undefined;

export const receiptNoticed: PetitionGuard = ({ facts }) =>
  facts.receiptNoticed ? refuse('RECEIPT_NOTICED') : undefined;

/** Within five working days of its receipt, and not again once it was decided (article 23). */
export const boundByReceipt: PetitionGuard = ({ facts }) =>
  facts.bound === 'LAPSED'
    ? refuse('OBJECTION_TOO_LATE')
    : facts.bound === 'DECIDED'
      ? refuse('OBJECTION_DECIDED')
      : undefined;

/** Two objections and nobody has it: where it belongs is decided, and binds. */
export const needsCoordination: PetitionGuard = ({ facts, policy }) => {
  const limit = timesOf(policy, 'supervision.pingPongReturns');
  return facts.objections + 1 >= limit
    ? refuse('OBJECTION_NEEDS_COORDINATION', { details: { limit } })
    : undefined;
};

/** Not accepted as a repetition: the other one is being handled, or was finally rechecked (articles 19 and 36). */
export const notARepeat: PetitionGuard<z.output<typeof repeat>> = ({ input, other }) => {
  if (!input || !other) return undefined;
  const { finalized = false, closedAt } = other.facts as Partial<PetitionFacts>;
  const left = ['notAccepted', 'routedOut', 'withdrawn'].includes(other.stage);
  const handled = closedAt === undefined && !left && !finalized;
  const fits = { IN_PROGRESS: handled, FINALISED: finalized };
  return fits[input.reason]
    ? undefined
    : refuse('NOT_A_REPEAT', {
        field: 'input.reason',
        details: { reason: REPEATS[input.reason] },
      });
};
