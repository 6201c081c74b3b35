import { describe, expect, test } from '@jest/globals';
import { inZone } from '../../support/in-zone.ts';
import { days, moment } from './days.ts';
import { countedDays, oracleDue } from './oracle.ts';
import type { Counting, Pause } from './rule.ts';

const workingDays = (value: number): Counting => ({
  limit: { unit: 'workingDays', value },
  roll: 'forward',
});
const calendarDays = (value: number, roll: Counting['roll'] = 'forward'): Counting => ({
  limit: { unit: 'calendarDays', value },
  roll,
});
const months = (value: number): Counting => ({ limit: { unit: 'months', value }, roll: 'forward' });
const hours = (unit: 'officeHours' | 'hours' | 'minutes', value: number): Counting => ({
  limit: { unit, value },
  roll: 'none',
});

/** Whole days, half-open: the day of `to` counts again. */
const pause = (from: string, to: string): Pause => ({ from: moment(from), to: moment(to) });

const lastSecond = (date: string): number => moment(`${date} 23:59:59`);
const close = (date: string): number => moment(`${date} 17:00`);

describe('the published golden dates', () => {
  const terms = [1, 3, 5, 7, 15];

  test.each([
    ['2024-02-09', '2024-02-18 2024-02-20 2024-02-22 2024-02-26 2024-03-07'],
    ['2024-04-30', '2024-05-06 2024-05-08 2024-05-10 2024-05-13 2024-05-23'],
    ['2024-09-30', '2024-10-08 2024-10-10 2024-10-12 2024-10-15 2024-10-25'],
    ['2025-04-25', '2025-04-27 2025-04-29 2025-05-06 2025-05-08 2025-05-20'],
    ['2025-06-27', '2025-06-30 2025-07-02 2025-07-04 2025-07-08 2025-07-18'],
    ['2025-09-26', '2025-09-28 2025-09-30 2025-10-10 2025-10-13 2025-10-23'],
    ['2025-12-31', '2026-01-04 2026-01-06 2026-01-08 2026-01-12 2026-01-22'],
    ['2026-04-30', '2026-05-06 2026-05-08 2026-05-11 2026-05-13 2026-05-25'],
    ['2026-09-30', '2026-10-08 2026-10-10 2026-10-13 2026-10-15 2026-10-27'],
  ])('hold for working days from %s', (start, expected) => {
    const told = terms.map((term) => oracleDue(workingDays(term), moment(`${start} 10:00`)));
    expect(told.map(({ nominal }) => nominal).join(' ')).toBe(expected);
    for (const { nominal, statutory, internal, provisional } of told) {
      expect([statutory, internal]).toEqual([lastSecond(nominal), close(nominal)]);
      expect(provisional).toBe(false);
    }
  });

  test.each([
    [15, 'forward', '2025-01-17', '2025-02-01', '2025-02-05', '2025-01-27'],
    [60, 'forward', '2025-08-04', '2025-10-03', '2025-10-09', '2025-09-30'],
    [90, 'forward', '2025-07-10', '2025-10-08', '2025-10-09', '2025-09-30'],
    [30, 'none', '2025-09-05', '2025-10-05', '2025-10-05', '2025-09-30'],
    [30, 'forward', '2025-09-05', '2025-10-05', '2025-10-09', '2025-09-30'],
    [90, 'forward', '2026-07-03', '2026-10-01', '2026-10-08', '2026-09-30'],
  ] as const)('hold for %s calendar days, rolled %s, from %s', (...golden) => {
    const [value, roll, start, nominal, statutory, internal] = golden;
    expect(oracleDue(calendarDays(value, roll), moment(`${start} 10:00`))).toEqual({
      nominal,
      statutory: lastSecond(statutory),
      internal: close(internal),
      provisional: false,
    });
  });

  test('hold for the request of a hearing, handed in at a counter', () => {
    const request: Counting = { ...workingDays(5), ends: 'counter' };
    const told = oracleDue(request, moment('2025-09-26 10:00'));
    expect([told.nominal, told.statutory]).toEqual(['2025-10-10', close('2025-10-10')]);
  });

  test('leave seven clear working days between the notice and the hearing', () => {
    const notice: Counting = { ...workingDays(7), roll: 'backward', before: true };
    const hearing = moment('2025-10-24 09:30');
    expect(oracleDue(notice, hearing)).toEqual({
      nominal: '2025-10-14',
      statutory: lastSecond('2025-10-14'),
      internal: close('2025-10-14'),
      provisional: false,
    });
    expect(countedDays(notice, hearing)).toEqual(
      ['23', '22', '21', '20', '17', '16', '15'].map((day) => `2025-10-${day}`),
    );
  });

  test.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
  ])('hold for months from %s', (start, value, expected) => {
    const told = oracleDue(months(value), moment(`${start} 10:00`));
    expect([told.nominal, told.statutory]).toEqual([expected, lastSecond(expected)]);
  });

  test.each([
    [5, '2025-04-25', '2025-04-28', '2025-04-30', '2025-05-08'],
    [15, '2026-02-10', '2026-02-11', '2026-02-14', '2026-03-12'],
  ])('hold for %s working days from %s with a suspension', (value, start, from, to, expected) => {
    const told = oracleDue(workingDays(value), moment(`${start} 10:00`), [pause(from, to)]);
    expect(told.nominal).toBe(expected);
  });

  test.each([
    [60, '2025-11-20', [], [30], '2026-02-18'],
    [90, '2025-11-10', [pause('2025-12-01', '2025-12-16')], [], '2026-02-23'],
  ])('hold for %s calendar days from %s with their facts', (value, start, pauses, added, day) => {
    expect(oracleDue(calendarDays(value), moment(`${start} 10:00`), pauses, added)).toEqual({
      nominal: day,
      statutory: lastSecond('2026-02-24'),
      internal: close('2026-02-14'),
      provisional: false,
    });
  });

  test('hold for hours within and without the office', () => {
    const start = moment('2025-09-30 16:00');
    expect(oracleDue(hours('officeHours', 4), start)).toEqual({
      nominal: '2025-10-09',
      statutory: moment('2025-10-09 14:00'),
      internal: moment('2025-10-09 14:00'),
      provisional: false,
    });
    expect(oracleDue(hours('hours', 24), start).statutory).toBe(moment('2025-10-01 16:00'));
    expect(oracleDue(hours('minutes', 90), start).statutory).toBe(moment('2025-09-30 17:30'));
  });
});

describe('what the golden dates leave open', () => {
  test('an office hour that runs out at the close is due at the close', () => {
    const start = moment('2025-09-30 16:00');
    expect(oracleDue(hours('officeHours', 1), start).statutory).toBe(close('2025-09-30'));
    const morning = moment('2025-09-29 10:30');
    const told = oracleDue(hours('officeHours', 1), morning);
    expect(told.statutory).toBe(moment('2025-09-29 11:30'));
  });

  test('office hours that begin on the next working day begin at its opening', () => {
    const rule: Counting = { ...hours('officeHours', 4), begins: 'nextWorkingDay' };
    const told = oracleDue(rule, moment('2025-09-30 09:00'));
    expect(told.statutory).toBe(moment('2025-10-09 15:00'));
  });

  test('a count that begins on the next working day makes the day before it day zero', () => {
    const start = moment('2025-09-30 10:00');
    const begins = 'nextWorkingDay';
    expect(oracleDue({ ...calendarDays(3), begins }, start).nominal).toBe('2025-10-11');
    expect(oracleDue({ ...months(1), begins }, start).nominal).toBe('2025-11-08');
    expect(oracleDue({ ...workingDays(3), begins }, start).nominal).toBe('2025-10-11');
  });

  test('nothing is rolled back to or past the start', () => {
    const rule = calendarDays(3, 'backward');
    const told = oracleDue(rule, moment('2025-09-30 10:00'));
    expect(told.statutory).toBe(lastSecond('2025-10-01'));
    expect(told.internal).toBe(close('2025-10-01'));
  });

  test('a shorter target is counted the same way, and an extension moves it too', () => {
    const rule: Counting = { ...workingDays(15), internal: { unit: 'workingDays', value: 10 } };
    const start = moment('2026-03-02 10:00');
    expect(oracleDue(rule, start).internal).toBe(close('2026-03-16'));
    expect(oracleDue(rule, start, [], [5]).internal).toBe(close('2026-03-23'));
    expect(oracleDue(rule, start, [], [5]).nominal).toBe('2026-03-30');
  });

  test('a day counts unless the pauses together cover all of its office hours', () => {
    const told = (...pauses: Pause[]): string =>
      oracleDue(workingDays(1), moment('2026-03-02 10:00'), pauses).nominal;
    const morning = pause('2026-03-03 09:00', '2026-03-03 11:30');
    const afternoon = pause('2026-03-03 13:30', '2026-03-03 17:00');
    expect(told(afternoon, morning)).toBe('2026-03-04');
    expect(told(morning)).toBe('2026-03-03');
    expect(told(morning, { ...afternoon, to: afternoon.to - 1 })).toBe('2026-03-03');
    expect(told(morning, { ...afternoon, from: afternoon.from + 1 })).toBe('2026-03-03');
    const overlapping = pause('2026-03-03 10:00', '2026-03-03 18:00');
    expect(told(overlapping, morning)).toBe('2026-03-04');
  });

  test('days that no notice covers make a deadline provisional', () => {
    const start = moment('2026-12-28 10:00');
    const told = (rule: Counting): boolean => oracleDue(rule, start).provisional;
    expect([3, 4].map((value) => told(workingDays(value)))).toEqual([false, true]);
    expect(told(hours('officeHours', 24))).toBe(true);
    expect(told(hours('hours', 24 * 30))).toBe(false);
    const outside = oracleDue(calendarDays(3), moment('2023-12-28 10:00'));
    expect(outside.provisional).toBe(true);
  });

  test('a notice is provisional when a day between it and its event is not covered', () => {
    const notice: Counting = { ...workingDays(2), before: true };
    const told = (event: string) => oracleDue(notice, moment(`${event} 10:00`));
    expect(told('2026-12-31').provisional).toBe(false);
    expect(told('2027-01-01').provisional).toBe(false);
    expect(told('2027-01-02')).toMatchObject({ nominal: '2026-12-30', provisional: true });
    expect(told('2024-01-04')).toMatchObject({ nominal: '2024-01-01', provisional: true });
    expect(told('2024-01-05')).toMatchObject({ nominal: '2024-01-02', provisional: false });
  });
});

describe('a third opinion', () => {
  const covered = days.filter(({ covered: known }) => known);

  test('chinese-days finds the same working day from every covered day', () => {
    const terms = [1, 3, 5, 7, 15];
    const starts = covered.map(({ date }) => date);
    expect(starts).toHaveLength(1096);
    // For terms of one or more `findWorkday` asks our question: it never counts the day it starts
    // from, be that a working day or not, and past its data it takes plain weeks.
    const theirs = inZone(
      'Asia/Shanghai',
      `import chineseDays from 'chinese-days';
       const told = ${JSON.stringify(starts)}.map((start) =>
         ${JSON.stringify(terms)}.map((term) => chineseDays.findWorkday(term, start)));
       console.log(JSON.stringify(told));`,
    );
    const ours = covered.map(({ midnight }) =>
      terms.map((term) => oracleDue(workingDays(term), midnight).nominal),
    );
    expect(ours).toEqual(theirs);
  });
});
