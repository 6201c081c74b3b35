import { describe, expect, test } from '@jest/globals';
import type { StepData } from '../../../../domain/case-state.ts';
import { isoInstant } from '../../../../domain/calendar/civil.ts';
import type { CaseUnderTest } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';
import {
  also,
  CONTACT,
  coordinator,
  DISPATCH,
  dispatcher,
  EXTENSION,
  handler,
  inProgress,
  NOTE,
  otherDispatcher,
  received,
  RESULT,
  reworked,
  approved,
  callbackAgent,
  REWORK,
} from './ticket.ts';

const asked = (input: object = {}): CaseUnderTest =>
  inProgress().does('requestExtension', coordinator, { ...EXTENSION, ...input });

const movesOf = ({ events }: CaseUnderTest) =>
  events.flatMap(({ data }) => (data as StepData).moved ?? []);

describe('an extension', () => {
  test('that is granted counts on from the first date: fifteen working days in total', () => {
    const ticket = asked().does('grantExtension', dispatcher);
    expect(ticket.clock('handle')).toMatchObject({
      limit: { unit: 'workingDays', value: 5 },
      nominal: '2026-12-14',
      statutoryDue: at('2026-12-14 23:59:59'),
      internalDue: at('2026-12-14 17:00'),
      revision: 1,
      facts: { pauses: [], extensions: [{ value: 10, askedAt: at('2026-11-23 09:00') }] },
    });
  });

  test('moves the due date by an event that says why, and nothing moves before it is granted', () => {
    const ticket = asked();
    expect(movesOf(ticket)).toEqual([]);
    expect(ticket.clock('handle')?.nominal).toBe('2026-11-30');
    ticket.does('grantExtension', dispatcher);
    expect(movesOf(ticket)).toMatchObject([
      { clock: 'handle', round: 1, cause: 'extended', nominal: '2026-12-14', revision: 1 },
      { clock: 'unitHandle', round: 1, cause: 'extended', nominal: '2026-12-14', revision: 1 },
    ]);
  });

  test('that is refused changes no date, and another may be asked for', () => {
    const ticket = asked().does('refuseExtension', dispatcher, NOTE);
    expect(ticket.clock('handle')).toMatchObject({ nominal: '2026-11-30', revision: 0 });
    expect(ticket.try('requestExtension', coordinator, EXTENSION)).toBeUndefined();
  });

  test('leaves the clocks of other duties where they are', () => {
    const ticket = inProgress();
    const others = () =>
      ticket.state.clocks.filter(({ clock }) => !['handle', 'unitHandle'].includes(clock));
    const before = others();
    ticket.does('requestExtension', coordinator, EXTENSION).does('grantExtension', dispatcher);
    expect(others()).toEqual(before);
  });

  test('arms again what is still to come, and keeps on record what has fired', () => {
    const ticket = inProgress().when('2026-11-27 17:30');
    expect(ticket.clock('handle')?.fired).toEqual(['L0', 'L1']);
    ticket.does('requestExtension', coordinator, EXTENSION).does('grantExtension', dispatcher);
    expect(ticket.clock('handle')?.fired).toEqual([]);
    ticket.when('2026-12-15 09:00');
    const told = ticket.events.flatMap(({ data, dueAt = 0 }) =>
      'level' in data && data.clock === 'handle'
        ? [`${data.revision} ${data.level} ${isoInstant(dueAt).slice(0, 16)}`]
        : [],
    );
    expect(told).toEqual([
      '0 L0 2026-11-26T14:00',
      '0 L1 2026-11-27T17:00',
      '1 L0 2026-12-03T14:00',
      '1 L1 2026-12-09T17:00',
      '1 L2 2026-12-14T23:59',
    ]);
  });
});

describe('an extension is refused', () => {
  const refusal = (ticket: CaseUnderTest, command: string, actor = coordinator, input = {}) =>
    ticket.try(command, actor, input)?.code;

  test('at the due instant and after it, for it cannot cure lateness', () => {
    const late = inProgress().when('2026-11-30 23:59:59');
    expect(refusal(late, 'requestExtension', coordinator, EXTENSION)).toBe('EXTENSION_TOO_LATE');
    const intime = inProgress().when(at('2026-11-30 23:59:59') - 1);
    expect(refusal(intime, 'requestExtension', coordinator, EXTENSION)).toBeUndefined();
  });

  test('beyond fifteen working days in total, counted from the matter’s own limit', () => {
    const days = (n: number) => ({ ...EXTENSION, days: n });
    expect(refusal(inProgress(), 'requestExtension', coordinator, days(11))).toBe(
      'EXTENSION_TOO_LONG',
    );
    const enquiry = received({ matter: 'CONSULT' })
      .does('dispatch', dispatcher, DISPATCH)
      .does('acknowledge', coordinator)
      .does('recordContact', handler, CONTACT);
    expect(refusal(enquiry, 'requestExtension', coordinator, days(14))).toBeUndefined();
    expect(enquiry.does('grantExtension', dispatcher).clock('handle')?.nominal).toBe('2026-12-14');
  });

  test.each([0, -1, 2.5, 15])('for %d days', (days) => {
    expect(inProgress().try('requestExtension', coordinator, { ...EXTENSION, days })).toMatchObject(
      { code: 'INVALID_INPUT', field: 'input.days' },
    );
  });

  test('a second time', () => {
    const ticket = asked();
    expect(refusal(ticket, 'requestExtension', coordinator, EXTENSION)).toBe('EXTENSION_PENDING');
    ticket.does('grantExtension', dispatcher);
    expect(refusal(ticket, 'requestExtension', coordinator, EXTENSION)).toBe(
      'EXTENSIONS_EXHAUSTED',
    );
  });

  test('to a rework, which has three working days and no more', () => {
    const ticket = approved().does('orderRework', callbackAgent, REWORK);
    expect(refusal(ticket, 'requestExtension', coordinator, EXTENSION)).toBe(
      'EXTENSIONS_EXHAUSTED',
    );
    expect(reworked(approved()).clock('rework')?.outcome).toBe('met');
  });

  test('by who asked for it, and when nobody asked', () => {
    const both = also(dispatcher, 'coordinator');
    const ticket = inProgress();
    expect(refusal(ticket, 'grantExtension', dispatcher)).toBe('NO_EXTENSION_ASKED');
    expect(refusal(ticket, 'refuseExtension', dispatcher, NOTE)).toBe('NO_EXTENSION_ASKED');
    ticket.does('requestExtension', { ...both, unit: 'greening' }, EXTENSION);
    expect(refusal(ticket, 'grantExtension', both)).toBe('REQUESTER_CANNOT_APPROVE');
    expect(refusal(ticket, 'grantExtension', otherDispatcher)).toBeUndefined();
  });
});

test('an extension asked for in time and granted late still counts', () => {
  const ticket = asked({ days: 3 }).when('2026-12-01 09:00').does('grantExtension', dispatcher);
  expect(ticket.clock('handle')).toMatchObject({ nominal: '2026-12-03' });
  ticket.does('submitResult', handler, RESULT).does('approveResult', { ...coordinator, id: 'c2' });
  expect(ticket.clock('handle')?.outcome).toBe('met');
});
