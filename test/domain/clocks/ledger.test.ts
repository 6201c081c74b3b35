import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay } from '../../../domain/calendar/calendar.ts';
import { civilDate, dayNumber, dayOf } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { type Counting, counting } from '../../../domain/clocks/counting.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import type { ClockFacts } from '../../../domain/clocks/facts.ts';
import { ledgerOf } from '../../../domain/clocks/ledger.ts';
import {
  calendarDays,
  hours,
  type Limit,
  months,
  officeHours,
  workingDays,
} from '../../../domain/clocks/limit.ts';
import { anyInstant, at } from '../../support/moments.ts';
import { runs } from '../../support/soak.ts';
import { anyLimit, sum } from './arbitraries.ts';
import { extendedBy, pause, paused } from './given-clocks.ts';

const read = (rule: Counting, start: string, facts?: ClockFacts) =>
  ledgerOf(rule, at(start), calendar, facts);

/** `10-08 counted 1 工作日 09:00-11:30`, a line for each entry. */
const lines = (limit: Limit, start: string, facts?: ClockFacts) =>
  read(counting(limit), start, facts).map(({ date, kind, counted, reason, span }) =>
    [date.slice(5), kind, counted, reason, ...(span === undefined ? [] : [span])].join(' '),
  );

const notMonths = anyLimit.filter(({ unit }) => unit !== 'months');
const dated = notMonths.filter(({ unit }) => unit !== 'hours' && unit !== 'minutes');
const skipping = dated.filter(({ unit }) => unit !== 'calendarDays');

describe('a ledger', () => {
  test('adds up to its limit exactly', () => {
    fc.assert(
      fc.property(anyLimit, anyInstant, (limit, start) => {
        const counted = ledgerOf(counting(limit), start, calendar).map((entry) => entry.counted);
        expect(sum(counted)).toBe(limit.value);
        expect(Math.min(...counted)).toBeGreaterThanOrEqual(0);
      }),
      runs(500),
    );
  });

  test('counts last the day on which the plain count ends', () => {
    fc.assert(
      fc.property(dated, anyInstant, (limit, start) => {
        const rule = counting(limit, { roll: 'none' });
        const last = ledgerOf(rule, start, calendar).at(-1);
        expect(last?.counted).toBeGreaterThan(0);
        expect(last?.date).toBe(civilDate(dueOf(rule, start, calendar).nominal));
      }),
      runs(300),
    );
  });

  test('names every day from the start to the statutory day, in order and without a gap', () => {
    fc.assert(
      fc.property(dated, anyInstant, (limit, start) => {
        const rule = counting(limit);
        const dates = ledgerOf(rule, start, calendar).map(({ date }) => dayNumber(date));
        const days = [...new Set(dates)];
        const last = dayOf(dueOf(rule, start, calendar).statutory);
        expect(days).toEqual(
          Array.from({ length: last - dayOf(start) + 1 }, (_, index) => dayOf(start) + index),
        );
      }),
      runs(300),
    );
  });

  test('skips a day only where counting it is impossible, and never counts a day off', () => {
    fc.assert(
      fc.property(skipping, anyInstant, (limit, start) => {
        for (const { date, counted } of ledgerOf(counting(limit), start, calendar)) {
          const day = dayNumber(date);
          if (day === dayOf(start)) continue;
          const counts = isWorkingDay(calendar, day);
          expect({ date, counts: counted > 0 }).toEqual({ date, counts });
        }
      }),
      runs(300),
    );
  });

  test('never counts the day of the start of a limit in days', () => {
    const [first] = read(counting(workingDays(1)), '2026-11-23 00:00');
    expect(first).toEqual({ date: '2026-11-23', kind: 'start', counted: 0, reason: '当日不计' });
  });
});

describe('the entries of a ledger', () => {
  test('of working days over Golden Week', () => {
    expect(lines(workingDays(5), '2025-09-28 09:30')).toEqual([
      '09-28 start 0 当日不计',
      '09-29 counted 1 工作日',
      '09-30 counted 1 工作日',
      ...['01', '02', '03', '04', '05', '06', '07', '08'].map(
        (day) => `10-${day} skipped 0 国庆节、中秋节`,
      ),
      '10-09 counted 1 工作日',
      '10-10 counted 1 工作日',
      '10-11 counted 1 补班',
    ]);
  });

  test('of calendar days count holidays, and tell to where they roll', () => {
    expect(lines(calendarDays(3), '2026-09-30 09:30')).toEqual([
      '09-30 start 0 当日不计',
      '10-01 counted 1 国庆节',
      '10-02 counted 1 国庆节',
      '10-03 counted 1 国庆节',
      '10-04 rolled 0 顺延:国庆节',
      '10-05 rolled 0 顺延:国庆节',
      '10-06 rolled 0 顺延:国庆节',
      '10-07 rolled 0 顺延:国庆节',
      '10-08 rolled 0 顺延至此日',
    ]);
  });

  test('of a rule that begins with a working day skip the days before it', () => {
    const rule = counting(calendarDays(2), { begins: 'nextWorkingDay' });
    const entries = read(rule, '2026-10-06 09:30');
    expect(entries.map(({ kind, counted }) => `${kind} ${counted}`)).toEqual([
      'start 0',
      'skipped 0',
      'counted 1',
      'counted 1',
    ]);
  });

  test('of months are months, and add up to the limit', () => {
    expect(lines(months(3), '2025-11-30 10:00')).toEqual([
      '11-30 start 0 当日不计',
      '12-30 counted 1 第 1 个月 2025-12-01 至 2025-12-30',
      '01-30 counted 1 第 2 个月 2025-12-31 至 2026-01-30',
      '02-28 counted 1 第 3 个月 2026-01-31 至 2026-02-28',
    ]);
  });

  test('of months with a pause name the days that it took, and add up all the same', () => {
    const facts = paused(pause('2025-02-10', '2025-02-12', { ground: '听证' }));
    const entries = read(counting(months(2)), '2025-01-31 10:00', facts);
    expect(entries.filter(({ kind }) => kind === 'paused')).toEqual([
      { date: '2025-02-10', kind: 'paused', counted: 0, reason: '挂起:听证' },
      { date: '2025-02-11', kind: 'paused', counted: 0, reason: '挂起:听证' },
    ]);
    expect(sum(entries.map(({ counted }) => counted))).toBe(2);
  });

  test('of office hours show the stretches that they count', () => {
    expect(
      lines(officeHours(4), '2026-09-30 16:00').filter((line) => !line.includes('国庆节')),
    ).toEqual([
      '09-30 counted 1 工作日 16:00-17:00',
      '10-08 counted 2.5 工作日 09:00-11:30',
      '10-08 counted 0.5 工作日 13:30-14:00',
    ]);
  });

  test('of office hours say why an evening’s working day does not count', () => {
    const [first] = lines(officeHours(2), '2026-11-23 18:00');
    expect(first).toBe('11-23 skipped 0 办公时间外');
  });

  // It was 10 in the morning: what does not count is the day, because the rule begins with the next one.
  test('of office hours from the next working day do not call a morning closed', () => {
    const rule = counting(officeHours(2), { begins: 'nextWorkingDay' });
    const [first] = read(rule, '2026-11-23 10:00');
    expect(first?.reason).not.toBe('办公时间外');
  });

  test('of hours round the clock are one', () => {
    expect(lines(hours(24), '2025-09-30 16:00')).toEqual([
      '10-01 counted 24 连续计算,节假日不扣除 09-30 16:00 至 10-01 16:00',
    ]);
  });
});

describe('a ledger of a clock that was paused or extended', () => {
  const facts = paused(pause('2025-04-28', '2025-04-30'));

  test('tells of the paused days and why', () => {
    expect(lines(workingDays(5), '2025-04-25 09:30', facts).slice(0, 6)).toEqual([
      '04-25 start 0 当日不计',
      '04-26 skipped 0 周六',
      '04-27 counted 1 补班',
      '04-28 paused 0 挂起:等待鉴定',
      '04-29 paused 0 挂起:等待鉴定',
      '04-30 counted 1 工作日',
    ]);
  });

  test('leaves days off as they are, paused or not', () => {
    const long = paused(pause('2025-04-28', '2025-05-06'));
    const kinds = read(counting(workingDays(5)), '2025-04-25 09:30', long);
    expect(kinds.filter(({ reason }) => reason === '劳动节').map(({ kind }) => kind)).toEqual(
      Array.from({ length: 5 }, () => 'skipped'),
    );
  });

  test('names every ground of a day, each once', () => {
    const two = paused(
      pause('2026-11-24 09:00', '2026-11-24 11:30', { ground: '听证' }),
      pause('2026-11-24 13:30', '2026-11-24 17:00'),
      pause('2026-11-24 13:30', '2026-11-24 17:00', { ground: '听证' }),
    );
    expect(lines(workingDays(2), '2026-11-23 09:30', two)[1]).toBe(
      '11-24 paused 0 挂起:听证、等待鉴定',
    );
  });

  // Suspended and resumed at once: it took no day, so it is no reason for one.
  test('does not name the ground of a pause that ended as it began', () => {
    const two = paused(
      pause('2026-11-24', '2026-11-25'),
      pause('2026-11-24 10:00', '2026-11-24 10:00', { ground: '听证' }),
    );
    expect(lines(workingDays(2), '2026-11-23 09:30', two)[1]).toBe('11-24 paused 0 挂起:等待鉴定');
  });

  test.each([
    ['working days', workingDays(5), 15],
    ['calendar days', calendarDays(60), 90],
    ['months', months(3), 5],
    ['office hours', officeHours(4), 10],
    ['hours', hours(24), 72],
  ])('adds up to limit and extension: %s', (_, limit, total) => {
    const more = extendedBy({ value: total - limit.value });
    const counted = read(counting(limit), '2025-09-26 16:00', more).map((entry) => entry.counted);
    expect(sum(counted)).toBe(total);
  });

  test('knows nothing of what was asked for late', () => {
    const late = extendedBy({ value: 10, askedAt: at('2025-12-01') });
    const plain = lines(workingDays(5), '2025-09-26 16:00');
    expect(lines(workingDays(5), '2025-09-26 16:00', late)).toEqual(plain);
  });
});
