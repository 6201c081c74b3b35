import { describe, expect, test } from '@jest/globals';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { counting } from '../../../domain/clocks/counting.ts';
import type { ClockFacts } from '../../../domain/clocks/facts.ts';
import { hours, workingDays } from '../../../domain/clocks/limit.ts';
import { timely } from '../../../domain/clocks/timely.ts';
import { at } from '../../support/moments.ts';
import { dates, extendedBy, pause, paused } from './given-clocks.ts';

const five = counting(workingDays(5));
const START = '2026-11-23 09:30';
/** The statutory due instant of five working days from the start. */
const DUE = at('2026-11-30 23:59:59');
const end = (facts: ClockFacts) => dates(five, START, facts).nominal;
const askedAt = (instant: number) => extendedBy({ value: 5, askedAt: instant });

describe('an extension', () => {
  test('asked for before the due instant counts, at the last millisecond too', () => {
    expect(end(askedAt(at(START)))).toBe('2026-12-07');
    expect(end(askedAt(DUE - 1))).toBe('2026-12-07');
  });

  test('asked for at the due instant or later has no effect', () => {
    expect(end(askedAt(DUE))).toBe('2026-11-30');
    expect(end(askedAt(at('2026-12-01 09:00')))).toBe('2026-11-30');
  });

  test('that nobody asks for counts, as in a preview', () => {
    expect(end(extendedBy({ value: 5 }))).toBe('2026-12-07');
  });

  test('asked for within the time that an earlier one gave counts, in whatever order they are listed', () => {
    const first = { value: 5, askedAt: at('2026-11-27 10:00') };
    const second = { value: 3, askedAt: at('2026-12-02 10:00') };
    expect(end(extendedBy(first, second))).toBe('2026-12-10');
    expect(end(extendedBy(second, first))).toBe('2026-12-10');
    expect(end(extendedBy(second))).toBe('2026-11-30');
  });

  test('asked for late brings nothing to those asked for in time', () => {
    const late = { value: 10, askedAt: at('2026-12-08 10:00') };
    const first = { value: 5, askedAt: at('2026-11-27 10:00') };
    expect(end(extendedBy(late, first))).toBe('2026-12-07');
  });

  test('of hours is measured by its own due instant', () => {
    const day = (asked: string) =>
      dates(counting(hours(24)), START, extendedBy({ value: 24, askedAt: at(asked) })).statutory;
    expect(day('2026-11-24 09:29')).toBe('2026-11-25 09:30');
    expect(day('2026-11-24 09:30')).toBe('2026-11-24 09:30');
  });

  test('asked for at a closed counter is late', () => {
    const counter = counting(workingDays(5), { ends: 'counter' });
    const asked = (time: string) =>
      dates(counter, START, askedAt(at(`2026-11-30 ${time}`))).nominal;
    expect([asked('16:59'), asked('17:00')]).toEqual(['2026-12-07', '2026-11-30']);
  });
});

describe('a pause', () => {
  const asked = (moment: string) =>
    paused(pause('2026-11-26', '2026-12-01', { askedAt: at(moment) }));

  test('asked for in time counts', () => {
    expect(end(asked('2026-11-25 16:00'))).toBe('2026-12-03');
    expect(end(asked('2026-11-30 10:00'))).toBe('2026-12-03');
  });

  test('asked for late cures nothing, even if it began in time', () => {
    expect(end(asked('2026-12-01 10:00'))).toBe('2026-11-30');
  });

  test('gives time in which an extension may be asked for', () => {
    const facts: ClockFacts = {
      ...asked('2026-11-25 16:00'),
      extensions: [{ value: 5, askedAt: at('2026-12-02 10:00') }],
    };
    expect(end(facts)).toBe('2026-12-10');
  });

  test('may be asked for in the time that an extension gave', () => {
    const late = pause('2026-12-03', '2026-12-04', { askedAt: at('2026-12-02 10:00') });
    const extension = { value: 5, askedAt: at('2026-11-27 10:00') };
    expect(end({ pauses: [late], extensions: [extension] })).toBe('2026-12-08');
    expect(end(paused(late))).toBe('2026-11-30');
  });

  test('that nobody asked for counts from when it began', () => {
    expect(end(paused(pause('2026-11-26', '2026-12-01')))).toBe('2026-12-03');
    expect(end(paused(pause('2026-12-01', '2026-12-04')))).toBe('2026-11-30');
  });
});

describe('the facts that were asked for in time', () => {
  test('are all of them where nobody asked', () => {
    const facts: ClockFacts = {
      pauses: [pause('2026-11-24', '2026-11-25')],
      extensions: [{ value: 5 }],
    };
    expect(timely(five, at(START), calendar, facts)).toEqual(facts);
  });

  test('leave out just the late ones', () => {
    const good = { value: 5, askedAt: at('2026-11-27 10:00') };
    const late = { value: 5, askedAt: at('2027-01-27 10:00') };
    expect(timely(five, at(START), calendar, extendedBy(late, good))).toEqual(extendedBy(good));
  });
});
