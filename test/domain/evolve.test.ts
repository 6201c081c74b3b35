import { describe, expect, test } from '@jest/globals';
import type { CaseEvent, OpeningData } from '../../domain/case-state.ts';
import { evolve, fold } from '../../domain/evolve.ts';
import { dispatched } from './case-types/hotline-ticket/ticket.ts';

const log = (): readonly CaseEvent[] => dispatched().events;

/** The log with its second event changed. */
const changed = (change: Partial<CaseEvent>): readonly CaseEvent[] =>
  log().map((event, index) => (index === 1 ? { ...event, ...change } : event));

describe('folding a log', () => {
  test('that is empty is an error', () => {
    expect(() => fold([])).toThrow('an empty log');
  });

  test.each([1, 3])(
    'whose second event has version %i is an error that names the gap',
    (version) => {
      expect(() => fold(changed({ version }))).toThrow(`gap in the log of case-1: 1 → ${version}`);
    },
  );

  test('with an event that its type does not know is an error that names it', () => {
    expect(() => fold(changed({ type: 'TicketLost' }))).toThrow(
      'hotline-ticket v1 knows no event TicketLost',
    );
  });

  test('of a definition that this release does not have is an error that names it', () => {
    const [opening] = log();
    if (!opening) throw new Error('no opening');
    const rules = { type: { id: 'hotline-ticket', version: 9 }, policy: 'x', calendar: 'y' };
    const foreign = { ...opening, data: { input: {}, rules } };
    expect(() => evolve(undefined, foreign)).toThrow('unknown rules: hotline-ticket v9');
  });

  test('needs no policy and no calendar: those are for deciding', () => {
    const [opening] = log();
    if (!opening) throw new Error('no opening');
    const rules = { ...(opening.data as OpeningData).rules, policy: 'x', calendar: 'y' };
    const { data } = opening;
    expect(
      evolve(undefined, { ...opening, data: { ...data, rules } as OpeningData }).rules,
    ).toEqual(rules);
  });
});
