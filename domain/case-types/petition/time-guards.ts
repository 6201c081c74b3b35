import { named } from '../../definition/named.ts';
import type { z } from 'zod';
import { dayNumber, dayOf } from '../../calendar/civil.ts';
import { minuteText } from '../../calendar/text.ts';
import { isRunning } from '../../clocks/clock.ts';
import { dueOf } from '../../clocks/due.ts';
import { limitText } from '../../clocks/limit.ts';
import { newestDocument } from '../../definition/documents.ts';
import { deadlineOf } from '../../policy/policy.ts';
import { refuse } from '../../rejection.ts';
import { figureOf, saysYes } from './figures.ts';
import type { acceptance, examinationRequest, extensionRequest, service } from './inputs.ts';
import type { PetitionGuard } from './phase.ts';

/** A date that an order or a notice sets lies ahead. */
export const dateNotAhead =
  <Field extends 'replyBy' | 'dueOn'>(
    field: Field,
    title: string,
  ): PetitionGuard<{ readonly [K in Field]?: string | undefined }> =>
  ({ input, now }) => {
    const day = input?.[field];
    return day !== undefined && dayNumber(day) <= dayOf(now)
      ? refuse('DATE_NOT_AHEAD', { field: `input.${field}`, details: { title } })
      : undefined;
  };

/** The simple procedure is for what is told to the petitioner within three working days. */
export const simpleTooLate: PetitionGuard<z.output<typeof acceptance>> = (step) => {
  const { facts, input, now, policy, calendar } = step;
  if (input?.procedure !== 'SIMPLE' || facts.unitReceivedAt === undefined) return undefined;
  const { counting } = deadlineOf(policy, 'petition.simpleNotify');
  const { statutory } = dueOf(counting, facts.unitReceivedAt, calendar);
  const details = { dueAt: minuteText(statutory), limit: limitText(counting.limit) };
  return now > statutory
    ? refuse('SIMPLE_TOO_LATE', { field: 'input.procedure', details })
    : undefined;
};

/** What is asked for after the sixty days cannot cure lateness (article 34). */
export const extensionTooLate: PetitionGuard = ({ clocks, now }) => {
  const handle = clocks.find((clock) => clock.clock === 'handle' && isRunning(clock));
  return handle && now >= handle.statutoryDue
    ? refuse('HANDLING_OVER', { details: { dueAt: minuteText(handle.statutoryDue) } })
    : undefined;
};

export const extendedAlready: PetitionGuard = ({ facts }) =>
  facts.extension ? refuse('EXTENDED_ONCE') : undefined;

export const extensionAwaits: PetitionGuard = ({ facts }) =>
  facts.extensionAsked ? refuse('EXTENSION_AWAITS') : undefined;

export const noExtensionAwaits: PetitionGuard = ({ facts }) =>
  facts.extensionAsked ? undefined : refuse('NO_EXTENSION_AWAITS');

export const askedByOneself: PetitionGuard = ({ facts, actor }) =>
  facts.extensionAsked?.by === actor.id ? refuse('EXTENSION_SAME_PERSON') : undefined;

export const extensionTooLong: PetitionGuard<z.output<typeof extensionRequest>> = ({
  input,
  policy,
}) => {
  const max = figureOf(policy, 'petition.extend30');
  return input && input.days > max
    ? refuse('HANDLING_EXTENSION_TOO_LONG', {
        field: 'input.days',
        details: { days: input.days, max },
      })
    : undefined;
};

type Served = Pick<z.output<typeof service>, 'servedAt'>;

/** Nothing is served before the day of its issue, nor twice. */
export const servesOnce = (kind: string): PetitionGuard<Served> =>
  named('servesOnce', ({ input, documents }) => {
    const document = newestDocument(documents, kind);
    if (!document) return undefined;
    if (document.servedAt !== undefined)
      return refuse('SERVED_ALREADY', { details: { number: document.number } });
    return input?.servedAt !== undefined && dayOf(input.servedAt) < dayOf(document.issuedAt)
      ? refuse('SERVED_BEFORE_ISSUE', {
          field: 'input.servedAt',
          details: { number: document.number },
        })
      : undefined;
  });

type Asked = z.output<typeof examinationRequest>;

/**
 * Within thirty days of the written answer or the review's opinion (articles 35, 36). What came in time is in time when
 * it is recorded later; what came late needs a good reason, where the policy knows any.
 */
export const requestTooLate =
  (window: 'reviewWindow' | 'recheckWindow'): PetitionGuard<Asked> =>
  ({ input, clocks, policy, now }) => {
    const clock = clocks.findLast((one) => one.clock === window);
    if (!clock) return refuse('NOTHING_TO_EXAMINE');
    if (input?.requestedAt !== undefined && dayOf(input.requestedAt) < dayOf(clock.startedAt)) {
      return refuse('REQUEST_BEFORE_ANSWER', { field: 'input.requestedAt' });
    }
    const dueAt = minuteText(clock.statutoryDue);
    const excusable = saysYes(policy, 'petition.lateExcuse');
    const late = (input?.requestedAt ?? now) > clock.statutoryDue;
    return input && late && !(excusable && input.excuse !== undefined)
      ? refuse('REQUEST_TOO_LATE', { field: 'input.excuse', details: { dueAt } })
      : undefined;
  };
