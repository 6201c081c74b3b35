import type { z } from 'zod';
import { isoInstant } from '../../calendar/civil.ts';
import { isCounting } from '../../clocks/clock.ts';
import { deadlineOf } from '../../policy/policy.ts';
import { refuse } from '../../rejection.ts';
import type { moreTime } from './inputs.ts';
import type { LeadGuard } from './phase.ts';

const VERIFY = 'waste.verifyDays';

/** D2: once. */
export const extendedAlready: LeadGuard = ({ facts }) =>
  facts.extension ? refuse('VERIFICATION_EXTENDED_ALREADY') : undefined;

/** What is asked for after the due date cannot cure lateness (docs/rules.md 14). */
export const extensionTooLate: LeadGuard = ({ clocks, now }) => {
  const clock = clocks.findLast((one) => one.clock === 'verify' && isCounting(one));
  return clock && now >= clock.statutoryDue
    ? refuse('VERIFICATION_EXTENDED_TOO_LATE', {
        details: { dueAt: isoInstant(clock.statutoryDue).slice(0, 16).replace('T', ' ') },
      })
    : undefined;
};

export const extensionTooLong: LeadGuard<z.output<typeof moreTime>> = ({ input, policy }) => {
  const max = deadlineOf(policy, VERIFY).extension?.steps[0]?.max ?? 0;
  return input && input.days > max
    ? refuse('VERIFICATION_EXTENDED_TOO_LONG', {
        field: 'input.days',
        details: { days: input.days, max },
      })
    : undefined;
};

export const askerCannotGrant: LeadGuard<z.output<typeof moreTime>> = ({ input, actor }) =>
  input?.askedBy === actor.id
    ? refuse('ASKER_CANNOT_GRANT', { field: 'input.askedBy' })
    : undefined;
