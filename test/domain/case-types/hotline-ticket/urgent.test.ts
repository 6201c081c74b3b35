import { describe, expect, test } from '@jest/globals';
import type { CaseUnderTest } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';
import {
  CONTACT,
  coordinator,
  DISPATCH,
  dispatcher,
  handler,
  inProgress,
  NOTE,
  received,
  RESULT,
  RETURN,
  unitLead,
} from './ticket.ts';

/** A danger on a Saturday before the National Day of 2025: 09-28 is a make-up day, 10-01 to 10-08 are off. */
const urgent = (): CaseUnderTest =>
  received({ urgency: 'SAFETY' }, '2025-09-27 10:00')
    .when('2025-09-27 10:10')
    .does('dispatch', dispatcher, DISPATCH);
const atWork = (): CaseUnderTest =>
  urgent().does('acknowledge', coordinator).does('recordContact', handler, CONTACT);

describe('an urgent ticket, while its unit has it', () => {
  test('is to be reached in two hours and reported on in a day, round the clock', () => {
    const ticket = urgent();
    expect(ticket.clock('onSite')?.statutoryDue).toBe(at('2025-09-27 12:10'));
    expect(ticket.clock('feedback')?.statutoryDue).toBe(at('2025-09-28 10:10'));
  });

  test('ends the first by an arrival that is told later, in business time', () => {
    const ticket = atWork().when('2025-09-27 11:30');
    const arrivedAt = at('2025-09-27 11:00');
    ticket.does('recordOnSite', handler, { ...NOTE, arrivedAt });
    expect(ticket.clock('onSite')?.outcome).toBe('met');
    expect(ticket.events.at(-1)).toMatchObject({ occurredAt: arrivedAt });
    expect(ticket.try('recordOnSite', handler, NOTE)?.code).toBe('ON_SITE_ALREADY');
  });

  test.each([
    ['to come', '2025-09-27 10:11'],
    ['before the ticket', '2025-09-27 09:59'],
  ])('takes no arrival %s', (_, moment) => {
    const refused = atWork().try('recordOnSite', handler, { ...NOTE, arrivedAt: at(moment) });
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', field: 'input.arrivedAt' });
  });

  test('is handled in form by the next working day after the interim report', () => {
    const ticket = atWork().when('2025-09-30 16:00').does('recordInterimReport', handler, NOTE);
    expect(ticket.clock('feedback')?.outcome).toBe('breached');
    expect(ticket.clock('formal')?.nominal).toBe('2025-10-09');
    ticket.does('submitResult', handler, RESULT);
    expect(ticket.clock('formal')).not.toHaveProperty('endedAt');
    ticket.does('approveResult', unitLead);
    expect(ticket.clock('formal')?.outcome).toBe('met');
  });

  test('hands in no result without an interim report', () => {
    const ticket = atWork();
    const { version } = ticket.state;
    expect(ticket.try('submitResult', handler, RESULT)?.code).toBe('INTERIM_REPORT_MISSING');
    expect(ticket.state.version).toBe(version);
  });

  test('starts anew for the next unit what the first has not done', () => {
    const ticket = urgent()
      .does('requestReturn', coordinator, RETURN)
      .when('2025-09-27 11:00')
      .does('approveReturn', dispatcher)
      .does('dispatch', dispatcher, { leadUnit: 'water' });
    expect(ticket.clock('onSite')).toMatchObject({ round: 2, startedAt: at('2025-09-27 11:00') });
  });
});

describe('a ticket that is not urgent', () => {
  test('has neither clock nor command of these', () => {
    const ticket = inProgress();
    for (const name of ['onSite', 'feedback', 'formal']) {
      expect(ticket.clock(name)).toBeUndefined();
    }
    for (const command of ['recordOnSite', 'recordInterimReport']) {
      expect(ticket.try(command, handler, NOTE)?.code).toBe('NOT_URGENT');
    }
  });
});
