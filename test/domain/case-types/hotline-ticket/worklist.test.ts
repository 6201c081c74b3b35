import { describe, expect, test } from '@jest/globals';
import { caseLight, dutyClocks, worklistInstants } from '../../../../domain/views.ts';
import type { CaseUnderTest } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';
import {
  acknowledged,
  approved,
  closed,
  dispatched,
  dispatcher,
  DISPATCH,
  handler,
  CONTACT,
  received,
  returnAsked,
  MONDAY,
} from './ticket.ts';

const shown = ({ rules, state, now }: CaseUnderTest) => ({
  ...worklistInstants(rules, state),
  light: caseLight(rules, state, now),
});

describe('a ticket on the worklist', () => {
  test('shows the duty that is due first, of those that run', () => {
    expect(shown(received())).toEqual({
      dueClock: 'dispatch',
      dueAt: at('2026-11-23 11:00'),
      yellowAt: at('2026-11-23 10:36'),
      redAt: at('2026-11-23 11:00'),
      provisional: false,
      light: 'green',
    });
    expect(shown(acknowledged())).toMatchObject({ dueClock: 'firstContact' });
    expect(shown(acknowledged().does('recordContact', handler, CONTACT))).toMatchObject({
      dueClock: 'handle',
      dueAt: at('2026-11-30 17:00'),
      yellowAt: at('2026-11-27 17:00'),
      redAt: at('2026-11-30 23:59:59'),
    });
  });

  test('names the duty that began first, of those due together', () => {
    const ticket = received({ matter: 'CONSULT' }).does('dispatch', dispatcher, DISPATCH);
    expect(shown(ticket.does('acknowledge', handler)).dueClock).toBe('firstContact');
  });

  test('is as red as its worst duty', () => {
    const ticket = acknowledged();
    const lights = ['2026-11-24 14:59:59', '2026-11-24 15:00', '2026-11-24 23:59:59'].map(
      (moment) => shown(ticket.when(moment)).light,
    );
    expect(lights).toEqual(['green', 'yellow', 'red']);
  });

  test('is green again when the late duty has been done and the others are in time', () => {
    const ticket = acknowledged().when('2026-11-25 09:00');
    expect(shown(ticket).light).toBe('red');
    expect(shown(ticket.does('recordContact', handler, CONTACT)).light).toBe('green');
  });

  test('by law is late by the statutory date, to its unit by the internal one', () => {
    const ticket = dispatched().does('acknowledge', handler).when('2026-11-24 17:00:01');
    expect(shown(ticket)).toMatchObject({ dueAt: at('2026-11-24 17:00'), light: 'yellow' });
  });

  test('carries the mark of a date that is not certain', () => {
    expect(shown(received({}, '2026-12-28 09:00')).provisional).toBe(true);
    expect(shown(received({ matter: 'CONSULT' }, '2026-12-28 09:00')).provisional).toBe(false);
  });

  test('has nothing due once it is closed: the citizen’s window is nobody’s lateness', () => {
    const ticket = closed();
    expect(dutyClocks(ticket.rules, ticket.state)).toEqual([]);
    expect(shown(ticket)).toEqual({ provisional: false, light: 'green' });
    expect(shown(ticket.when('2027-03-01'))).toEqual({ provisional: false, light: 'green' });
  });

  test('waits for the call-back when its result has been approved', () => {
    expect(shown(approved())).toMatchObject({
      dueClock: 'callback',
      dueAt: at('2026-11-26 17:00'),
    });
  });
});

describe('the columns of a ticket', () => {
  const columns = ({ rules, state }: CaseUnderTest) => rules.type.summary(state.facts as never);
  const holders = ({ rules, state }: CaseUnderTest) => rules.type.holders(state.facts as never);

  test('show what it is about by label, and texts by reference only', () => {
    expect(columns(received())).toEqual({
      matter: '求助、投诉',
      urgent: false,
      receivedAt: at(MONDAY),
      person: 'text-1',
      text: 'text-2',
      address: 'text-3',
    });
  });

  test('show the town where one was given, and urgency', () => {
    expect(columns(received({ town: 'xiayang', urgency: 'THREAT' }))).toMatchObject({
      town: 'xiayang',
      urgent: true,
    });
  });

  test('name the unit that holds it, from the dispatch to an agreed return', () => {
    expect(holders(received())).toEqual([]);
    expect(holders(returnAsked())).toEqual([{ unit: 'greening', part: 'lead' }]);
    expect(holders(returnAsked().does('approveReturn', dispatcher))).toEqual([]);
  });
});
