import type { z } from 'zod';
import { minuteText } from '../../calendar/text.ts';
import { type ClockState, isCounting } from '../../clocks/clock.ts';
import { dueOf } from '../../clocks/due.ts';
import { limitText } from '../../clocks/limit.ts';
import type { Guard, Step } from '../../define-case-type.ts';
import { deadlineOf, timesOf } from '../../policy/policy.ts';
import { type Refusal, type RejectionCode, refuse } from '../../rejection.ts';
import type { TicketFacts } from './facts.ts';
import type { extensionRequest } from './inputs.ts';

type TicketGuard<Input = unknown> = Guard<TicketFacts, Input>;

/** The window runs from the present unit's dispatch (docs/rules.md 9). */
export const returnWindowOver: TicketGuard = (step) =>
  step.facts.dispatchedAt === undefined
    ? undefined
    : windowOver(step, 'hotline.returnWindow', step.facts.dispatchedAt, 'RETURN_WINDOW_OVER');

export const reopenWindowOver: TicketGuard = (step) =>
  step.facts.closedAt === undefined
    ? undefined
    : windowOver(step, 'hotline.reopenWindow', step.facts.closedAt, 'REOPEN_WINDOW_OVER');

function windowOver(
  { policy, calendar, now }: Step<TicketFacts, unknown>,
  key: string,
  from: number,
  code: RejectionCode,
): Refusal | undefined {
  const { counting } = deadlineOf(policy, key);
  const { statutory } = dueOf(counting, from, calendar);
  const details = { dueAt: minuteText(statutory), limit: limitText(counting.limit) };
  return now > statutory ? refuse(code, { details }) : undefined;
}

const isHandling = (clock: ClockState): boolean =>
  isCounting(clock) && (clock.clock === 'handle' || clock.clock === 'rework');

/** What is asked for after the due date cannot cure lateness (docs/rules.md 14). */
const afterDue =
  (code: RejectionCode): TicketGuard =>
  ({ clocks, now }) => {
    const late = clocks.find((clock) => isHandling(clock) && now >= clock.statutoryDue);
    return late && refuse(code, { details: { dueAt: minuteText(late.statutoryDue) } });
  };

export const extensionTooLate = afterDue('EXTENSION_TOO_LATE');
export const suspensionTooLate = afterDue('SUSPENSION_TOO_LATE');

/** Only the first handling may be extended, and only so often. */
export const extensionsExhausted: TicketGuard = ({ facts, clocks, policy }) => {
  const limit = timesOf(policy, 'hotline.maxExtensions');
  const running = clocks.some((clock) => isCounting(clock) && clock.clock === 'handle');
  return facts.extensions.length >= limit || !running
    ? refuse('EXTENSIONS_EXHAUSTED', { details: { limit } })
    : undefined;
};

export const extensionPending: TicketGuard = ({ facts }) =>
  facts.extensionAsked ? refuse('EXTENSION_PENDING') : undefined;

/** Fifteen working days in total is the most (docs/rules.md 14): the rule of the matter says how much that adds. */
export const extensionTooLong: TicketGuard<z.output<typeof extensionRequest>> = ({
  input,
  clocks,
  policy,
}) => {
  const clock = clocks.findLast(({ clock: name }) => name === 'handle');
  if (!input || !clock) return undefined;
  const max = deadlineOf(policy, clock.limitKey).extension?.steps[0]?.max ?? 0;
  return input.days > max
    ? refuse('EXTENSION_TOO_LONG', { field: 'input.days', details: { days: input.days, max } })
    : undefined;
};

export const noExtensionAsked: TicketGuard = ({ facts }) =>
  facts.extensionAsked ? undefined : refuse('NO_EXTENSION_ASKED');

export const requesterCannotApprove: TicketGuard = ({ facts, actor }) =>
  facts.extensionAsked?.by === actor.id ? refuse('REQUESTER_CANNOT_APPROVE') : undefined;
