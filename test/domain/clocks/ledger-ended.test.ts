import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, DAY, dayOf } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { type Counting, counting } from '../../../domain/clocks/counting.ts';
import type { ClockFacts } from '../../../domain/clocks/facts.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import { ledgerOf } from '../../../domain/clocks/ledger.ts';
import {
  calendarDays,
  hours,
  minutes,
  months,
  officeHours,
  workingDays,
} from '../../../domain/clocks/limit.ts';
import { usedUntil } from '../../../domain/clocks/used.ts';
import { anyInstant, at } from '../../support/moments.ts';
import { runs } from '../../support/soak.ts';
import { anyHourLimit, anyLimit, sum } from './arbitraries.ts';
import { extendedBy, pause, paused } from './given-clocks.ts';

const ended = (rule: Counting, start: string, end: string, facts?: ClockFacts) =>
  ledgerOf(rule, at(start), calendar, facts, at(end));

const used = (entries: ReturnType<typeof ended>) =>
  sum(entries.filter(({ kind }) => kind === 'counted').map(({ counted }) => counted));

describe('the ledger of a clock that ended', () => {
  test('stops at the end, and tells what was left', () => {
    expect(ended(counting(workingDays(5)), '2025-09-28 09:30', '2025-10-03 10:00')).toEqual([
      { date: '2025-09-28', kind: 'start', counted: 0, reason: '当日不计' },
      { date: '2025-09-29', kind: 'counted', counted: 1, reason: '工作日' },
      { date: '2025-09-30', kind: 'counted', counted: 1, reason: '工作日' },
      { date: '2025-10-01', kind: 'skipped', counted: 0, reason: '国庆节、中秋节' },
      { date: '2025-10-02', kind: 'skipped', counted: 0, reason: '国庆节、中秋节' },
      { date: '2025-10-03', kind: 'skipped', counted: 0, reason: '国庆节、中秋节' },
      { date: '2025-10-03', kind: 'unused', counted: 3, reason: '提前结束' },
    ]);
  });

  test('lists no day on which the case was closed, and still adds up to its limit', () => {
    fc.assert(
      fc.property(anyLimit, anyInstant, fc.nat(120 * DAY), (limit, start, after) => {
        const end = start + after;
        const entries = ledgerOf(counting(limit), start, calendar, undefined, end);
        expect(sum(entries.map(({ counted }) => counted))).toBe(limit.value);
        expect(entries.filter(({ date }) => date > civilDate(dayOf(end)))).toEqual([]);
      }),
      runs(500),
    );
  });

  test('is the whole ledger where it ended late', () => {
    const rule = counting(workingDays(5));
    const whole = ledgerOf(rule, at('2025-09-28 09:30'), calendar);
    expect(ended(rule, '2025-09-28 09:30', '2025-10-20 10:00')).toEqual(whole);
    expect(ended(rule, '2025-09-28 09:30', '2025-10-11 10:00')).toEqual(whole);
  });

  test('on the day of its start has used nothing', () => {
    const entries = ended(counting(calendarDays(15)), '2026-11-23 09:30', '2026-11-23 16:00');
    expect(entries.map(({ kind, counted }) => [kind, counted])).toEqual([
      ['start', 0],
      ['unused', 15],
    ]);
  });

  test('counts the extension into what was left', () => {
    const rule = counting(workingDays(5));
    const more = extendedBy({ value: 10 });
    const entries = ended(rule, '2026-11-23 09:30', '2026-11-25 16:00', more);
    expect(entries.at(-1)).toMatchObject({ kind: 'unused', counted: 13 });
  });

  test('keeps the pauses before the end only', () => {
    const facts = paused(pause('2026-11-24', '2026-11-25'), pause('2026-11-27', '2026-12-02'));
    const entries = ended(counting(workingDays(5)), '2026-11-23 09:30', '2026-11-26 16:00', facts);
    expect(entries.filter(({ kind }) => kind === 'paused')).toHaveLength(1);
    expect(used(entries)).toBe(2);
  });

  test('leaves out the days over which it would have rolled', () => {
    const entries = ended(counting(calendarDays(3)), '2026-09-30 09:30', '2026-10-03 10:00');
    expect(entries.filter(({ kind }) => kind === 'rolled')).toEqual([]);
    expect(used(entries)).toBe(3);
  });

  test('of months has used the whole ones', () => {
    const entries = ended(counting(months(3)), '2025-11-30 10:00', '2026-01-15 10:00');
    expect(entries.map(({ kind, counted }) => [kind, counted])).toEqual([
      ['start', 0],
      ['counted', 1],
      ['unused', 2],
    ]);
  });
});

/** Hours are exact everywhere else, and time in which a case was closed belongs in no ledger. */
describe('the ledger of hours that ended', () => {
  test('adds up to its limit exactly, wherever it is cut, and counts no more than what was used', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyHourLimit, anyInstant, share, (limit, start, part) => {
        const rule = counting(limit);
        const { statutory } = dueOf(rule, start, calendar);
        const end = start + Math.round((statutory - start) * part);
        const entries = ledgerOf(rule, start, calendar, undefined, end);
        expect(sum(entries.map(({ counted }) => counted))).toBe(limit.value);
        expect(used(entries)).toBeCloseTo(usedUntil(rule, start, calendar, [], end), 9);
      }),
      runs(500),
    );
  });

  test('leaves out the days after the end', () => {
    const entries = ended(counting(officeHours(4)), '2026-11-23 16:00', '2026-11-23 18:00');
    expect(entries.map(({ kind, counted }) => [kind, counted])).toEqual([
      ['counted', 1],
      ['unused', 3],
    ]);
  });

  test('cuts a stretch of office time at the end', () => {
    const entries = ended(counting(officeHours(4)), '2026-11-23 09:00', '2026-11-23 10:00');
    expect(used(entries)).toBe(1);
  });

  test('cuts hours round the clock at the end', () => {
    const entries = ended(counting(hours(24)), '2025-09-30 16:00', '2025-09-30 20:00');
    expect(used(entries)).toBe(4);
  });

  test('cuts minutes at the end', () => {
    const entries = ended(counting(minutes(15)), '2025-09-30 16:00', '2025-09-30 16:05');
    expect(used(entries)).toBe(5);
  });
});
