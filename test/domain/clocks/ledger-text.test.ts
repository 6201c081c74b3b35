import { describe, expect, test } from '@jest/globals';
import { calendarOf } from '../../../domain/calendar/calendar.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { type Counting, counting } from '../../../domain/clocks/counting.ts';
import { type ClockFacts, NO_FACTS } from '../../../domain/clocks/facts.ts';
import { ledgerText, shortLedgerText } from '../../../domain/clocks/ledger-text.ts';
import {
  calendarDays,
  hours,
  minutes,
  months,
  officeHours,
  workingDays,
} from '../../../domain/clocks/limit.ts';
import { at } from '../../support/moments.ts';
import { unitCalendar } from '../calendar/altered.ts';
import { extendedBy, pause, paused } from './given-clocks.ts';

interface Telling {
  readonly what: string;
  readonly rule: Counting;
  readonly start: string;
  readonly facts?: ClockFacts;
  readonly long: string;
  readonly short: string;
}

const TELLINGS: readonly Telling[] = [
  {
    what: 'a holiday and a make-up day',
    rule: counting(workingDays(5)),
    start: '2025-09-28 09:30',
    long: '5 个工作日,自 2025-09-28(周日)的次日起算;10-01 至 10-08 国庆节、中秋节不计,10-11 补班计入;2025-10-11(周六)届满。',
    short: '5 个工作日:扣除 10-01 至 10-08,计入补班 10-11',
  },
  {
    what: 'a weekend',
    rule: counting(workingDays(5)),
    start: '2026-11-23 09:30',
    long: '5 个工作日,自 2026-11-23(周一)的次日起算;11-28 至 11-29 周末不计;2026-11-30(周一)届满。',
    short: '5 个工作日:扣除 11-28 至 11-29',
  },
  {
    what: 'one day of a weekend beside a holiday',
    rule: counting(workingDays(5)),
    start: '2026-09-30 16:00',
    long: '5 个工作日,自 2026-09-30(周三)的次日起算;10-01 至 10-07 国庆节、10-11 周日不计,10-10 补班计入;2026-10-13(周二)届满。',
    short: '5 个工作日:扣除 10-01 至 10-07、10-11,计入补班 10-10',
  },
  {
    what: 'nothing to leave out',
    rule: counting(workingDays(1)),
    start: '2026-11-23 09:30',
    long: '1 个工作日,自 2026-11-23(周一)的次日起算;2026-11-24(周二)届满。',
    short: '1 个工作日:无扣除',
  },
  {
    what: 'office hours over night',
    rule: counting(officeHours(4)),
    start: '2026-11-23 16:00',
    long: '4 个工作小时,自 2026-11-23(周一)16:00 起算;2026-11-24(周二)14:00 届满。',
    short: '4 个工作小时:无扣除',
  },
  {
    what: 'office hours over Golden Week',
    rule: counting(officeHours(4)),
    start: '2025-09-30 16:00',
    long: '4 个工作小时,自 2025-09-30(周二)16:00 起算;10-01 至 10-08 国庆节、中秋节不计;2025-10-09(周四)14:00 届满。',
    short: '4 个工作小时:扣除 10-01 至 10-08',
  },
  {
    what: 'minutes round the clock',
    rule: counting(minutes(15)),
    start: '2026-10-03 23:50',
    long: '15 分钟,自 2026-10-03(周六)23:50 连续计算,节假日不扣除;2026-10-04(周日)00:05 届满。',
    short: '15 分钟:无扣除',
  },
  {
    what: 'hours that were extended',
    rule: counting(hours(24)),
    start: '2025-09-30 16:00',
    facts: extendedBy({ value: 24 }),
    long: '24 小时,延长 24 小时,自 2025-09-30(周二)16:00 连续计算,节假日不扣除;2025-10-02(周四)16:00 届满。',
    short: '48 小时:无扣除',
  },
  {
    what: 'a year without a notice',
    rule: counting(workingDays(5)),
    start: '2026-12-28 10:00',
    long: '5 个工作日,自 2026-12-28(周一)的次日起算;01-02 至 01-03 周末不计;2027-01-04(周一)届满。其中尚未公布放假安排的年份暂按周一至周五计,为暂定日期。',
    short: '5 个工作日:扣除 01-02 至 01-03',
  },
  {
    what: 'a pause and its ground',
    rule: counting(workingDays(5)),
    start: '2026-11-23 09:30',
    facts: paused(pause('2026-11-24', '2026-11-26')),
    long: '5 个工作日,自 2026-11-23(周一)的次日起算;11-28 至 11-29 周末不计;11-24 至 11-25 挂起:等待鉴定不计;2026-12-02(周三)届满。',
    short: '5 个工作日:扣除 11-28 至 11-29,挂起 11-24 至 11-25',
  },
  {
    what: 'two pauses with a ground each',
    rule: counting(calendarDays(10)),
    start: '2026-11-23 09:30',
    facts: paused(
      pause('2026-11-24', '2026-11-25'),
      pause('2026-11-25', '2026-11-26', { ground: '听证' }),
    ),
    long: '10 日,自 2026-11-23(周一)的次日起算;节假日不扣除;11-24 挂起:等待鉴定、11-25 挂起:听证不计;末日 2026-12-05(周六)为周六,顺延至 2026-12-07(周一)届满。',
    short: '10 日:挂起 11-24 至 11-25,末日 12-05 顺延至 12-07',
  },
  {
    what: 'two pauses with a day between',
    rule: counting(workingDays(3)),
    start: '2026-11-23 09:30',
    facts: paused(pause('2026-11-24', '2026-11-25'), pause('2026-11-26', '2026-11-27')),
    long: '3 个工作日,自 2026-11-23(周一)的次日起算;11-28 至 11-29 周末不计;11-24 挂起:等待鉴定、11-26 挂起:等待鉴定不计;2026-11-30(周一)届满。',
    short: '3 个工作日:扣除 11-28 至 11-29,挂起 11-24、11-26',
  },
  {
    what: 'an extension',
    rule: counting(workingDays(5)),
    start: '2026-11-23 09:30',
    facts: extendedBy({ value: 10 }),
    long: '5 个工作日,延长 10 个工作日,自 2026-11-23(周一)的次日起算;11-28 至 11-29 周末、12-05 至 12-06 周末、12-12 至 12-13 周末不计;2026-12-14(周一)届满。',
    short: '15 个工作日:扣除 11-28 至 11-29、12-05 至 12-06、12-12 至 12-13',
  },
  {
    what: 'an extension that was asked for late',
    rule: counting(workingDays(5)),
    start: '2026-11-23 09:30',
    facts: extendedBy({ value: 10, askedAt: at('2026-12-01') }),
    long: '5 个工作日,自 2026-11-23(周一)的次日起算;11-28 至 11-29 周末不计;2026-11-30(周一)届满。',
    short: '5 个工作日:扣除 11-28 至 11-29',
  },
  {
    what: 'a last day that rolls forward',
    rule: counting(calendarDays(60)),
    start: '2025-08-04 10:00',
    long: '60 日,自 2025-08-04(周一)的次日起算;节假日不扣除;末日 2025-10-03(周五)为国庆节、中秋节,顺延至 2025-10-09(周四)届满。',
    short: '60 日:末日 10-03 顺延至 10-09',
  },
  {
    what: 'a last day that rolls backward',
    rule: counting(calendarDays(60), { roll: 'backward' }),
    start: '2025-08-04 10:00',
    long: '60 日,自 2025-08-04(周一)的次日起算;节假日不扣除;末日 2025-10-03(周五)为国庆节、中秋节,提前至 2025-09-30(周二)届满。',
    short: '60 日:末日 10-03 提前至 09-30',
  },
  {
    what: 'a seizure, which never rolls',
    rule: counting(calendarDays(30), { roll: 'none' }),
    start: '2025-09-05 10:00',
    long: '30 日,自 2025-09-05(周五)的次日起算;节假日不扣除;2025-10-05(周日)届满。',
    short: '30 日:无扣除',
  },
  {
    what: 'months',
    rule: counting(months(3)),
    start: '2025-11-30 10:00',
    long: '3 个月,自 2025-11-30(周日)的次日起算;节假日不扣除;2026-02-28(周六)届满。',
    short: '3 个月:无扣除',
  },
  {
    what: 'a closing counter',
    rule: counting(workingDays(5), { ends: 'counter' }),
    start: '2026-11-23 09:30',
    long: '5 个工作日,自 2026-11-23(周一)的次日起算;11-28 至 11-29 周末不计;2026-11-30(周一)17:00 届满。',
    short: '5 个工作日:扣除 11-28 至 11-29',
  },
  {
    what: 'a rule that begins with a working day',
    rule: counting(workingDays(1), { begins: 'nextWorkingDay' }),
    start: '2026-11-27 16:00',
    long: '1 个工作日,自 2026-11-27(周五)后的首个工作日起算;11-28 至 11-29 周末不计;2026-11-30(周一)届满。',
    short: '1 个工作日:扣除 11-28 至 11-29',
  },
];

describe('a reckoning in words', () => {
  test.each(TELLINGS)('tells of $what', ({ rule, start, facts = NO_FACTS, long }) => {
    expect(ledgerText({ counting: rule, start: at(start), calendar, facts })).toBe(long);
  });

  test.each(TELLINGS)(
    'tells in a few words of $what',
    ({ rule, start, facts = NO_FACTS, short }) => {
      expect(shortLedgerText({ counting: rule, start: at(start), calendar, facts })).toBe(short);
    },
  );
});

describe('a reckoning with what it rests on', () => {
  const basis = { label: '办理', clause: '《信访工作条例》第34条', policy: 'qingpu-2026.1' };

  test('names the clause, the rules and the notices of the years that it counted', () => {
    const told = { counting: counting(calendarDays(30)), start: at('2025-12-20 10:00'), calendar };
    expect(ledgerText({ ...told, basis })).toBe(
      '办理:30 日,自 2025-12-20(周六)的次日起算;节假日不扣除;2026-01-19(周一)届满。依据:《信访工作条例》第34条。规则 qingpu-2026.1,日历 cn-2024-2026.1,国办发明电〔2024〕12号,国务院办公厅关于2026年部分节假日安排的通知。',
    );
  });

  test('names one notice for a count within its year, and says what is provisional first', () => {
    const told = { counting: counting(workingDays(5)), start: at('2026-12-28 10:00'), calendar };
    const text = ledgerText({ ...told, basis });
    expect(text).toContain('为暂定日期。依据:');
    expect(text).toMatch(/日历 cn-2024-2026\.1,国务院办公厅关于2026年部分节假日安排的通知。$/);
  });
});

describe('a date that an order or a notice set', () => {
  const told = {
    counting: counting(calendarDays(5), { roll: 'none' }),
    start: at('2026-11-23 09:00'),
    calendar,
    until: '2026-11-28',
  };

  test('is told as set, on whatever day it falls, and not as counted', () => {
    expect(ledgerText(told)).toBe(
      '督办单、通知书等文书定于 2026-11-28(周六)24 时前,不因节假日提前或顺延;自 2026-11-23(周一)起。',
    );
    expect(shortLedgerText(told)).toBe('至 2026-11-28:文书载明的日期,不顺延');
  });

  test('names the clause of its rule and no notice of holidays', () => {
    const basis = { label: '督办答复', clause: '惯例', policy: 'qingpu-2026.1' };
    expect(ledgerText({ ...told, basis })).toMatch(
      /^督办答复:督办单.*起。依据:惯例。规则 qingpu-2026\.1。$/,
    );
  });
});

describe('the reckoning of a unit', () => {
  test('that never closes leaves out nothing and counts its holidays', () => {
    const desk = calendarOf(calendar, 'vital-sign-desk');
    const told = {
      counting: counting(workingDays(3)),
      start: at('2026-09-30 10:00'),
      calendar: desk,
    };
    expect(shortLedgerText(told)).toBe('3 个工作日:无扣除');
  });

  test('gives the reason for its own days', () => {
    const own = unitCalendar({ offDays: ['2026-11-25'] });
    const told = {
      counting: counting(workingDays(2)),
      start: at('2026-11-23 10:00'),
      calendar: own,
    };
    expect(ledgerText(told)).toBe(
      '2 个工作日,自 2026-11-23(周一)的次日起算;11-25 三号窗口不计;2026-11-26(周四)届满。',
    );
  });

  // The unit works on the make-up day because the house does, so the sentence must say that it counts.
  test('tells of the make-up days that it works like the house', () => {
    const own = unitCalendar({ offDays: ['2026-11-25'] });
    const told = {
      counting: counting(workingDays(5)),
      start: at('2025-09-28 09:30'),
      calendar: own,
    };
    expect(shortLedgerText(told)).toBe('5 个工作日:扣除 10-01 至 10-08,计入补班 10-11');
  });
});

test('a roll over New Year is told as later, not as earlier', () => {
  const told = { counting: counting(calendarDays(30)), start: at('2028-11-30 10:00'), calendar };
  expect(shortLedgerText(told)).toBe('30 日:末日 12-30 顺延至 01-01');
});
