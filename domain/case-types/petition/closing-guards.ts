import { named } from '../../definition/named.ts';
import type { z } from 'zod';
import { isoInstant } from '../../calendar/civil.ts';
import { dueOf } from '../../clocks/due.ts';
import { newestDocument } from '../../definition/documents.ts';
import { deadlineOf } from '../../policy/policy.ts';
import { refuse } from '../../rejection.ts';
import { holders, type PetitionFacts } from './facts.ts';
import type { assistant, examination, examinationRequest, mediationResult } from './inputs.ts';
import type { PetitionGuard } from './phase.ts';

type Named = z.output<typeof assistant>;

/** A unit has one part in a petition. */
export const holdsAlready = <Field extends 'leadUnit' | 'unit'>(
  field: Field,
): PetitionGuard<Readonly<Record<Field, string>>> =>
  named('holdsAlready', ({ facts, input }) =>
    input && holders(facts).some(({ unit }) => unit === input[field])
      ? refuse('HAS_A_PART_ALREADY', { field: `input.${field}` })
      : undefined,
  );

export const nobodyAssists: PetitionGuard = ({ facts }) =>
  facts.assisting.length === 0 ? refuse('NO_JOINT_UNIT') : undefined;

export const assistsNot: PetitionGuard<Named> = ({ facts, input }) =>
  input && !facts.assisting.includes(input.unit)
    ? refuse('NOT_A_JOINT_UNIT', { field: 'input.unit' })
    : undefined;

/** The lead unit's opinion waits for every unit that handles jointly, or for its being let off by name. */
export const jointUnitOpen: PetitionGuard = ({ facts }) =>
  facts.assisting.length > 0
    ? refuse('JOINT_UNIT_OPEN', { details: { count: facts.assisting.length } })
    : undefined;

/** The petitioner has been told of the acceptance (article 23); once is enough where the organ changes. */
export const acceptanceNotServed: PetitionGuard = ({ facts, documents }) => {
  const notices = documents.filter(({ kind }) => kind === 'acceptance');
  const told = notices.some(({ servedAt }) => servedAt !== undefined);
  const { number = '' } = notices.at(-1) ?? {};
  return facts.petitioner !== undefined && !told
    ? refuse('NOT_SERVED_YET', { details: { document: '受理告知书', number } })
    : undefined;
};

/** The petitioner has been told why it takes longer (article 34). */
export const extensionNotServed: PetitionGuard = ({ facts, documents }) => {
  const document = newestDocument(documents, 'extensionNotice');
  return facts.petitioner !== undefined && document && document.servedAt === undefined
    ? refuse('NOT_SERVED_YET', { details: { document: '延期告知书', number: document.number } })
    : undefined;
};

/** A mediation that came to something has a document (article 33). */
export const agreementMissing: PetitionGuard<z.output<typeof mediationResult>> = ({ input }) =>
  input?.outcome === 'AGREED' && input.agreement === undefined
    ? refuse('AGREEMENT_MISSING', { field: 'input.agreement' })
    : undefined;

export const signerHandled: PetitionGuard = ({ facts, actor }) =>
  facts.handledBy.includes(actor.id) ? refuse('SIGNER_HANDLED') : undefined;

export const notSimple: PetitionGuard = ({ facts }) =>
  facts.procedure === 'SIMPLE' ? undefined : refuse('NOT_SIMPLE');

/** Who led, assisted or reviewed it does not examine it, nor does the unit complained of. */
export const bodyInvolved: PetitionGuard<z.output<typeof examinationRequest>> = ({
  facts,
  input,
}) =>
  input && holders(facts).some(({ unit }) => unit === input.body)
    ? refuse('BODY_INVOLVED', { field: 'input.body' })
    : undefined;

/** Nothing is examined twice, nor after the petitioner agreed in writing. */
export const examinedAlready =
  (key: 'review' | 'recheck'): PetitionGuard =>
  ({ facts }) =>
    facts.acceptedInWriting
      ? refuse('ACCEPTED_IN_WRITING')
      : facts[key]
        ? refuse('EXAMINED_ALREADY')
        : undefined;

/** A recheck is of a review's opinion (article 36). */
export const notReviewed: PetitionGuard = ({ facts }) =>
  facts.review ? undefined : refuse('NOTHING_TO_EXAMINE');

export const draftMissing =
  (key: 'review' | 'recheck'): PetitionGuard =>
  ({ facts, actor }) => {
    const drafted = facts[key]?.draftedBy;
    if (drafted === undefined) return refuse('EXAMINATION_DRAFT_MISSING');
    return drafted === actor.id ? refuse('SIGNER_DRAFTED') : undefined;
  };

export const modifiedKindMissing: PetitionGuard<z.output<typeof examination>> = ({ input }) =>
  input?.outcome === 'MODIFIED' && input.kind === undefined
    ? refuse('MODIFIED_KIND_MISSING', { field: 'input.kind' })
    : undefined;

/** Who handled or signed it does not close it. */
export const closerInvolved: PetitionGuard = ({ facts, actor }) =>
  facts.handledBy.includes(actor.id) || facts.signedBy.includes(actor.id)
    ? refuse('CLOSER_INVOLVED')
    : undefined;

/** A supported demand is carried out before it is closed (article 32). */
export const notExecuted: PetitionGuard = ({ facts }) =>
  facts.opinion === 'SUPPORTED' && !facts.executed ? refuse('SUPPORTED_NOT_EXECUTED') : undefined;

export const nothingToExecute: PetitionGuard = ({ facts }) =>
  facts.opinion !== 'SUPPORTED'
    ? refuse('NOTHING_TO_EXECUTE')
    : facts.executed
      ? refuse('EXECUTED_ALREADY')
      : undefined;

/** What was assigned is reported on before it is closed (article 22, 3). */
export const reportMissing: PetitionGuard = ({ facts }) =>
  facts.replyBy !== undefined && !facts.reported ? refuse('RESULT_REPORT_MISSING') : undefined;

export const noReportDue: PetitionGuard = ({ facts }) =>
  facts.replyBy === undefined
    ? refuse('NOT_ASSIGNED')
    : facts.reported
      ? refuse('REPORTED_ALREADY')
      : undefined;

export const resolvedAlready: PetitionGuard = ({ facts }) =>
  facts.resolution
    ? refuse('RESOLVED_ALREADY')
    : facts.resolutionAsked
      ? refuse('RESOLUTION_AWAITS')
      : undefined;

/** The unit proposes, somebody else of the petition office confirms. */
export const resolutionNotAsked: PetitionGuard = ({ facts, actor }) =>
  !facts.resolutionAsked
    ? refuse('NO_RESOLUTION_AWAITS')
    : facts.resolutionAsked.by === actor.id
      ? refuse('RESOLUTION_SAME_PERSON')
      : undefined;

/** A resolution falls when the petitioner comes again within thirty days. */
export const resolutionStands: PetitionGuard = ({ facts, policy, calendar, now }) => {
  if (!facts.resolution) return refuse('NOT_RESOLVED');
  const { counting } = deadlineOf(policy, 'petition.resolutionReopenDays');
  const { statutory } = dueOf(counting, facts.resolution.at, calendar);
  const dueAt = isoInstant(statutory).slice(0, 16).replace('T', ' ');
  return now > statutory ? refuse('RESOLUTION_WINDOW_OVER', { details: { dueAt } }) : undefined;
};

/** A unit has answered or been let off. */
export const done = (facts: PetitionFacts, unit: string): PetitionFacts => ({
  ...facts,
  assisting: facts.assisting.filter((other) => other !== unit),
});
