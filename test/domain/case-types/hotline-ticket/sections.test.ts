import { describe, expect, test } from '@jest/globals';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import {
  coordinator,
  dispatcher,
  handler,
  inProgress,
  NOTE,
  RESULT,
  RETURN,
  SECTION,
  sectionStaff,
} from './ticket.ts';

const assigned = () => inProgress().does('assignSection', coordinator, SECTION);
const other = { ...SECTION, section: 'greening-2' };

describe('a section that is given a part', () => {
  test('has two working days of its own, and a clock each', () => {
    const ticket = assigned().does('assignSection', coordinator, other);
    expect(ticket.state.clocks.filter(({ clock }) => clock === 'section')).toMatchObject([
      { round: 1, subject: 'greening-1', nominal: '2026-11-25' },
      { round: 2, subject: 'greening-2', nominal: '2026-11-25' },
    ]);
    ticket.does('replySection', sectionStaff, NOTE);
    const running = ticket.state.clocks.filter(isRunning);
    expect(running.filter(({ clock }) => clock === 'section')).toMatchObject([
      { subject: 'greening-2' },
    ]);
  });

  test('is not given it twice', () => {
    expect(assigned().try('assignSection', coordinator, SECTION)).toMatchObject({
      code: 'SECTION_HAS_IT',
      field: 'input.section',
    });
  });

  test('keeps the result waiting until it replied or was let off by name', () => {
    expect(assigned().try('submitResult', handler, RESULT)).toMatchObject({
      code: 'SECTION_OPEN',
      details: { count: 1 },
    });
    const replied = assigned().does('replySection', sectionStaff, NOTE);
    expect(replied.try('submitResult', handler, RESULT)).toBeUndefined();
    const waived = assigned().does('waiveSection', coordinator, SECTION);
    expect(waived.clock('section')?.outcome).toBe('met');
    expect(waived.try('submitResult', handler, RESULT)).toBeUndefined();
  });

  test('is let off only while it owes something', () => {
    expect(inProgress().try('waiveSection', coordinator, SECTION)?.code).toBe('NO_SECTION_HAS_IT');
    expect(assigned().try('waiveSection', coordinator, other)).toMatchObject({
      code: 'SECTION_HAS_IT_NOT',
      field: 'input.section',
    });
  });

  test('does nothing else, and nothing once it replied', () => {
    const ticket = assigned();
    expect(ticket.try('recordProgress', { ...sectionStaff, roles: ['handler'] }, NOTE)?.code).toBe(
      'FOREIGN_UNIT',
    );
    ticket.does('replySection', sectionStaff, NOTE);
    expect(ticket.try('replySection', sectionStaff, NOTE)?.code).toBe('FOREIGN_UNIT');
  });

  test('has handled the matter: who replied does not call back', () => {
    const ticket = assigned().does('replySection', sectionStaff, NOTE);
    expect(ticket.state.facts).toMatchObject({ handledBy: ['handler-1', 'section-1'] });
  });

  test('owes nothing any more when the unit gives the ticket back', () => {
    const ticket = assigned()
      .does('requestReturn', coordinator, RETURN)
      .does('approveReturn', dispatcher);
    expect(ticket.clock('section')).toHaveProperty('endedAt');
    expect(ticket.state.facts).toMatchObject({ sections: [] });
    expect(ticket.try('replySection', sectionStaff, NOTE)?.code).toBe('FOREIGN_UNIT');
  });
});
