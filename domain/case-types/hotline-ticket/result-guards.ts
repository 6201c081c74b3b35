import type { z } from 'zod';
import type { Guard } from '../../define-case-type.ts';
import { linked } from '../../definition/links.ts';
import { timesOf } from '../../policy/policy.ts';
import { refuse } from '../../rejection.ts';
import { assistanceOpen } from './assistance.ts';
import type { TicketFacts } from './facts.ts';
import type { contactMade, result } from './inputs.ts';
import { EVIDENCE, RESULT_TYPES, type ResultType } from './labels.ts';
import { sectionOpen } from './sections.ts';

type TicketGuard<Input = unknown> = Guard<TicketFacts, Input>;

/** Rework is the head's own (docs/rules.md 11). */
export const reworkNeedsLead: TicketGuard = ({ facts }) =>
  facts.handled ? refuse('REWORK_NEEDS_LEAD') : undefined;

export const notARework: TicketGuard = ({ facts }) =>
  facts.handled ? undefined : refuse('NOT_A_REWORK');

/** The ticket waits until the danger that it told of is under control, or on the list where no control is asked for (docs/rules.md 18). */
export const hazardNotSafe: TicketGuard = ({ facts, links }) => {
  const open = linked(links, 'conversion', 'to').filter(
    ({ type, number }) => type === 'hazard' && !facts.safeHazards?.includes(number),
  );
  return open.length > 0
    ? refuse('HAZARD_NOT_SAFE', { details: { cases: open.map(({ number }) => number) } })
    : undefined;
};

/** What another case goes on with, the ticket only explains (docs/rules.md 18). */
export const convertedIsExplained: TicketGuard<{ readonly resultType: ResultType }> = ({
  input,
  links,
}) => {
  const [link] = linked(links, 'conversion', 'to');
  return link && input && input.resultType !== 'EXPLAINED'
    ? refuse('CONVERTED_IS_EXPLAINED', {
        field: 'input.resultType',
        details: { number: link.number },
      })
    : undefined;
};

/** What must have come in before any result is handed in. */
export const beforeResult: readonly TicketGuard[] = [assistanceOpen, sectionOpen, hazardNotSafe];

export const contactAttemptsMissing: TicketGuard<z.output<typeof contactMade>> = ({
  facts,
  input,
  policy,
}) => {
  const limit = timesOf(policy, 'hotline.contactAttempts');
  return input?.channel === 'UNREACHABLE' && facts.contactAttempts < limit
    ? refuse('CONTACT_ATTEMPTS_MISSING', {
        field: 'input.channel',
        details: { count: facts.contactAttempts, limit },
      })
    : undefined;
};

export const evidenceMissing: TicketGuard<z.output<typeof result>> = ({ input }) => {
  if (!input) return undefined;
  const needed = Object.entries(EVIDENCE[input.resultType]);
  const missing = needed.filter(([field]) => !input[field as keyof typeof input]);
  return missing[0]
    ? refuse('EVIDENCE_MISSING', {
        field: `input.${missing[0][0]}`,
        details: {
          result: RESULT_TYPES[input.resultType],
          missing: missing.map(([, label]) => label),
        },
      })
    : undefined;
};
