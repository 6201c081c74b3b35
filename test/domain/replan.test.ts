import { describe, expect, test } from '@jest/globals';
import { loadCalendar } from '../../domain/calendar/load-calendar.ts';
import { isoInstant } from '../../domain/calendar/civil.ts';
import { evolve } from '../../domain/evolve.ts';
import { replan } from '../../domain/replan.ts';
import { deadlineOf, type Policy } from '../../domain/policy/policy.ts';
import { qingpu2026 } from '../../domain/policy/qingpu-2026.ts';
import { withYear } from '../support/calendars.ts';
import type { CaseUnderTest } from '../support/given.ts';
import { at } from '../support/moments.ts';
import {
  closed,
  DISPATCH,
  dispatcher,
  EXTENSION,
  coordinator,
  inProgress,
  received,
  SUSPENSION,
} from './case-types/hotline-ticket/ticket.ts';

/** The notice of 2027, as the test has it: three days off at New Year and a make-up Saturday. */
const calendar = loadCalendar(
  withYear(2027, {
    holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
    makeupDays: ['2027-01-09'],
  }),
);

/** A policy that gives complaints seven working days, and nothing else new. */
const policy: Policy = {
  ...qingpu2026,
  version: 'test.1',
  rules: {
    ...qingpu2026.rules,
    'hotline.handle.ASSIST_COMPLAINT': withDays(7),
  },
};

function withDays(value: number) {
  const rule = deadlineOf(qingpu2026, 'hotline.handle.ASSIST_COMPLAINT');
  return {
    ...rule,
    counting: { ...rule.counting, limit: { unit: 'workingDays', value } as const },
  };
}

const amended = (ticket: CaseUnderTest) =>
  replan(ticket.state.clocks, { policy: qingpu2026, calendar }, 'amended');
const migrated = (ticket: CaseUnderTest) =>
  replan(ticket.state.clocks, { policy, calendar: ticket.rules.calendar }, 'migrated');

const lateInDecember = (moment = '2026-12-28 10:00'): CaseUnderTest => received({}, moment);

describe('a new holiday notice', () => {
  test('moves exactly the clocks that count days of its year, and their marks disappear', () => {
    const ticket = lateInDecember();
    expect(ticket.clock('handle')).toMatchObject({ nominal: '2027-01-04', provisional: true });
    // The two short ones are due in the old year; only their last levels lie in the new one.
    expect(amended(ticket)).toMatchObject([
      {
        clock: 'dispatch',
        from: { nominal: '2026-12-28', provisional: false },
        to: { nominal: '2026-12-28', provisional: false },
        levels: [{ level: 'L5', from: at('2027-01-04 14:00'), to: at('2027-01-05 14:00') }],
      },
      {
        clock: 'firstContact',
        from: { nominal: '2026-12-29', provisional: false },
        to: { nominal: '2026-12-29', provisional: false },
        levels: [
          { level: 'L4', from: at('2027-01-01 23:59:59'), to: at('2027-01-04 23:59:59') },
          { level: 'L5', from: at('2027-01-05 23:59:59'), to: at('2027-01-06 23:59:59') },
        ],
      },
      {
        clock: 'handle',
        round: 1,
        from: { nominal: '2027-01-04', provisional: true },
        to: { nominal: '2027-01-05', provisional: false },
      },
    ]);
  });

  test('takes the mark off a date that it does not move', () => {
    // The third of January is worked for the first.
    const plain = loadCalendar(withYear(2027, { makeupDays: ['2027-01-03'] }));
    const ticket = received({}, '2026-12-23 10:00');
    const lasting = received({}, '2026-12-28 10:00');
    expect(ticket.clock('handle')?.provisional).toBe(false);
    const before = replan(lasting.state.clocks, { policy: qingpu2026, calendar: plain }, 'amended');
    const marked = before.filter(({ from }) => from.provisional);
    expect(marked.map(({ from, to }) => [from.nominal, to.nominal, to.provisional])).toEqual([
      ['2027-01-04', '2027-01-04', false],
    ]);
    const others = before.filter(({ from }) => !from.provisional);
    expect(others.map(({ from }) => from.nominal)).toEqual(['2026-12-29']);
  });

  test('changes no clock of the covered years, of a closed case, or of one in hours', () => {
    expect(amended(received())).toEqual([]);
    expect(amended(closed()).map(({ clock }) => clock)).toEqual([]);
    expect(
      amended(received({ urgency: 'SAFETY' }, '2026-12-31 23:50')).map(({ clock }) => clock),
    ).toEqual(['firstContact', 'handle']);
  });

  test('tells of each level old and new instant, and which are on record', () => {
    const ticket = lateInDecember('2026-12-28 10:00').when('2026-12-30 15:00');
    const [handle] = amended(ticket).filter(({ clock }) => clock === 'handle');
    const text = handle?.levels.map(
      ({ level, from = 0, to = 0, fired }) =>
        `${level} ${isoInstant(from).slice(0, 16)} ${isoInstant(to).slice(0, 16)} ${fired}`,
    );
    expect(text).toEqual([
      'L1 2027-01-01T17:00 2027-01-04T17:00 false',
      'L2 2027-01-04T23:59 2027-01-05T23:59 false',
      'L3 2027-01-05T23:59 2027-01-06T23:59 false',
      'L4 2027-01-07T23:59 2027-01-08T23:59 false',
    ]);
    expect(ticket.clock('handle')?.fired).toEqual([]);
  });
});

describe('a new policy', () => {
  test('gives running clocks its limits, with extensions and pauses kept', () => {
    const ticket = inProgress()
      .does('requestExtension', coordinator, EXTENSION)
      .does('grantExtension', dispatcher);
    expect(migrated(ticket)).toMatchObject([
      {
        clock: 'handle',
        from: { nominal: '2026-12-14' },
        to: { nominal: '2026-12-16' },
        move: {
          cause: 'migrated',
          limit: { value: 7 },
          revision: 1,
          facts: { extensions: [{ value: 10 }] },
        },
      },
      {
        clock: 'unitHandle',
        from: { nominal: '2026-12-14' },
        to: { nominal: '2026-12-16' },
        move: { cause: 'migrated', limit: { value: 7 }, revision: 1 },
      },
    ]);
  });

  test('touches no clock whose rule stays as it was', () => {
    const enquiry = received({ matter: 'CONSULT' }).does('dispatch', dispatcher, DISPATCH);
    expect(migrated(enquiry)).toEqual([]);
  });

  test('keeps a clock standing that stands still', () => {
    const ticket = inProgress().does('suspend', dispatcher, SUSPENSION);
    const [handle] = migrated(ticket);
    expect(handle?.move.pausedAt).toBe(ticket.clock('handle')?.pausedAt);
  });

  test('lacking the rule of a running clock is an error and no guess', () => {
    const { 'hotline.dispatch': _gone, ...rules } = qingpu2026.rules;
    const without = { ...qingpu2026, rules };
    expect(() =>
      replan(received().state.clocks, { policy: without, calendar }, 'migrated'),
    ).toThrow('hotline.dispatch');
  });
});

describe('what has fired', () => {
  const ticket = received().when('2026-11-27 18:00');

  test('is named as such, and never armed again by the move', () => {
    expect(ticket.clock('handle')?.fired).toEqual(['L0', 'L1']);
    const [handle] = migrated(ticket).filter(({ clock }) => clock === 'handle');
    expect(handle?.levels.filter(({ fired }) => fired).map(({ level }) => level)).toEqual([
      'L0',
      'L1',
    ]);
    expect(handle?.move.revision).toBe(0);
    const state = evolve(ticket.state, {
      type: 'ProgressRecorded',
      schema: 1,
      at: at('2026-11-27 18:00'),
      actor: 'a',
      actorKind: 'person',
      role: 'handler',
      unit: 'greening',
      caseId: ticket.state.caseId,
      version: ticket.state.version + 1,
      data: { input: {}, moved: handle ? [handle.move] : [] },
    });
    const moved = state.clocks.find(({ clock }) => clock === 'handle');
    expect(moved).toMatchObject({ nominal: '2026-12-02', fired: ['L0', 'L1'], revision: 0 });
  });

  test('a second run changes nothing', () => {
    const moved = migrated(ticket).map(({ move }) => move);
    const clocks = ticket.state.clocks.map((clock) => ({
      ...clock,
      ...moved.find((move) => move.clock === clock.clock),
    }));
    expect(replan(clocks, { policy, calendar: ticket.rules.calendar }, 'migrated')).toEqual([]);
  });
});
