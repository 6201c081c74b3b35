import { describe, expect, test } from '@jest/globals';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { counting } from '../../../domain/clocks/counting.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import { ledgerOf } from '../../../domain/clocks/ledger.ts';
import { ledgerText, shortLedgerText } from '../../../domain/clocks/ledger-text.ts';
import { workingDays } from '../../../domain/clocks/limit.ts';
import { at } from '../../support/moments.ts';
import { allOn, dates, extendedBy, pause, paused } from './given-clocks.ts';

const clear = (days: number) => counting(workingDays(days), { before: true });

describe('the last day for a notice', () => {
  test.each([
    ['leaves seven clear working days', 7, '2025-10-24', '2025-10-14'],
    ['counts make-up days, and no holiday', 7, '2025-10-13', '2025-09-25'],
    ['counts from an event on a day off', 3, '2026-11-29', '2026-11-24'],
    ['is the day before, with one clear day between', 1, '2026-11-25', '2026-11-23'],
    ['skips the weekend before the clear days', 5, '2026-12-07', '2026-11-27'],
  ])('%s', (_, days, event, last) => {
    expect(dates(clear(days), `${event} 09:30`).statutory).toBe(`${last} 23:59:59`);
    expect(dates(clear(days), `${event} 09:30`).internal).toBe(`${last} 17:00`);
  });

  test('comes before a holiday that lies before the clear days', () => {
    expect(dates(clear(1), '2025-10-10 09:30')).toEqual({
      ...allOn('2025-09-30'),
      nominal: '2025-10-08',
    });
  });

  test('is the same for every hour of the event', () => {
    const last = allOn('2025-10-14');
    expect(dates(clear(7), '2025-10-24 00:00')).toEqual(last);
    expect(dates(clear(7), '2025-10-24 23:59:59')).toEqual(last);
  });

  test('is moved by no pause and no extension', () => {
    const last = allOn('2025-10-14');
    expect(dates(clear(7), '2025-10-24 09:30', extendedBy({ value: 3 }))).toEqual(last);
    const facts = paused(pause('2025-10-14', '2025-10-20'));
    expect(dates(clear(7), '2025-10-24 09:30', facts)).toEqual(last);
  });

  test('is provisional where a clear day lies in a year without a notice; the day of the event is not counted', () => {
    const provisional = (event: string) => dueOf(clear(7), at(event), calendar).provisional;
    expect(['2027-01-01', '2027-01-02', '2024-01-15', '2024-01-05'].map(provisional)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});

describe('the ledger of a notice', () => {
  const event = at('2025-10-13 09:30');
  const entries = ledgerOf(clear(7), event, calendar);

  test('goes from the last day for it to the event, and counts the clear days between', () => {
    expect(entries.at(0)).toEqual({
      date: '2025-09-25',
      kind: 'start',
      counted: 0,
      reason: '最迟通知日',
    });
    expect(entries.at(-1)).toMatchObject({ date: '2025-10-13', kind: 'start', reason: '当日不计' });
    expect(entries.filter(({ counted }) => counted > 0).map(({ date }) => date)).toEqual([
      '2025-09-26',
      '2025-09-28',
      '2025-09-29',
      '2025-09-30',
      '2025-10-09',
      '2025-10-10',
      '2025-10-11',
    ]);
    expect(entries).toHaveLength(19);
  });

  test('tells of the days off over which it was brought forward', () => {
    const moved = ledgerOf(clear(1), at('2025-10-10 09:30'), calendar);
    expect(moved.filter(({ kind }) => kind === 'rolled')).toHaveLength(8);
    expect(moved[8]).toMatchObject({ date: '2025-10-08', reason: '提前:国庆节、中秋节' });
  });

  test('reads as a sentence', () => {
    const told = { counting: clear(7), start: event, calendar };
    expect(ledgerText(told)).toBe(
      '与 2025-10-13(周一)之间须满 7 个工作日;09-27 周六、10-01 至 10-08 国庆节、中秋节、10-12 周日不计,09-28 补班、10-11 补班计入;最迟 2025-09-25(周四)通知。',
    );
    expect(shortLedgerText(told)).toBe(
      '7 个工作日:扣除 09-27、10-01 至 10-08、10-12,计入补班 09-28、10-11',
    );
  });
});
