import { describe, expect, test } from '@jest/globals';
import { cn2024to2026Data } from '../../../domain/calendar/cn-2024-2026.data.ts';
import type { CalendarData } from '../../../domain/calendar/notice.ts';
import { differenceOf } from '../../../domain/what-if/difference.ts';
import { changedKeys, draftRules, readDraft } from '../../../domain/what-if/draft.ts';
import { Summing } from '../../../domain/what-if/summary.ts';
import { newestPolicy, rulesOf } from '../../../domain/registry.ts';
import type { CaseUnderTest } from '../../support/given.ts';
import { at } from '../../support/moments.ts';
import { inProgress, handler, RESULT, unitLead } from '../case-types/hotline-ticket/ticket.ts';

const HANDLE = 'hotline.handle.ASSIST_COMPLAINT';
const NOVEMBER = { from: at('2026-11-01'), to: at('2026-12-01') };
const DECEMBER = { from: at('2026-12-01'), to: at('2027-01-01') };

/** Received on Monday, 23 November, due in five working days, on Monday the 30th; approved at a moment. */
const approvedAt = (moment: string): CaseUnderTest =>
  inProgress().when(moment).does('submitResult', handler, RESULT).does('approveResult', unitLead);

const under = (ticket: CaseUnderTest, draft: object, period = NOVEMBER) =>
  differenceOf(ticket.events, (pinned) => draftRules(rulesOf(pinned), readDraft(draft)), period);

/** The released calendar with one more day off. */
const withHoliday = (day: string): CalendarData => ({
  ...cn2024to2026Data,
  version: 'test-holiday.1',
  notices: cn2024to2026Data.notices.map((notice) =>
    day.startsWith(`${notice.year}`)
      ? { ...notice, holidays: [...notice.holidays, { name: '停工', from: day, to: day }] }
      : notice,
  ),
});

const runs = (list: readonly { clock: string; unit: string | undefined }[] = []) =>
  list.map(({ clock, unit }) => [clock, unit]);

describe('a draft', () => {
  test('given a shorter limit, whatever was done in time and would be late by it is gained', () => {
    const found = under(approvedAt('2026-11-30 10:00'), { limits: { [HANDLE]: 4 } });
    expect(found?.lost).toEqual([]);
    expect(runs(found?.gained)).toEqual([
      ['handle', 'greening'],
      ['unitHandle', 'greening'],
    ]);
    expect(found?.gained[0]?.at).toBe(at('2026-11-27 23:59:59'));
    expect(found?.moved).toContainEqual({
      clock: 'handle',
      round: 1,
      from: '2026-11-30',
      to: '2026-11-27',
    });
    const more = found?.moreLevels.map(({ clock, level }) => `${clock} ${level}`);
    expect(more).toContain('handle L2');
    expect(found?.fewerLevels).toEqual([]);
  });

  test('given a longer limit, what was late and would not be is lost', () => {
    const ticket = approvedAt('2026-12-01 10:00');
    const found = under(ticket, { limits: { [HANDLE]: 6 } });
    expect(runs(found?.lost)).toEqual([
      ['handle', 'greening'],
      ['unitHandle', 'greening'],
    ]);
    expect(found?.gained).toEqual([]);
    expect(under(ticket, { limits: { [HANDLE]: 6 } }, DECEMBER)?.lost).toEqual([]);
  });

  test('given another ladder, only levels differ', () => {
    const early = { level: 'L1', label: '预警', at: { share: 20 }, notify: ['responsible'] };
    const ladders = { ...newestPolicy().ladders };
    const standard = [...(ladders['standard'] ?? []).filter(({ level }) => level > 'L1'), early];
    const sorted = standard.toSorted((a, b) => a.level.localeCompare(b.level));
    const found = under(approvedAt('2026-11-25 10:00'), { ladders: { standard: sorted } });
    expect([found?.gained, found?.lost, found?.moved]).toEqual([[], [], []]);
    expect(found?.moreLevels.some(({ level }) => level === 'L1')).toBe(true);
  });

  test('given another calendar, dates move with it', () => {
    const calendar = withHoliday('2026-11-25');
    const found = under(approvedAt('2026-12-01 10:00'), { calendar });
    expect(runs(found?.lost)).toContainEqual(['handle', 'greening']);
    expect(found?.moved).toContainEqual({
      clock: 'handle',
      round: 1,
      from: '2026-11-30',
      to: '2026-12-01',
    });
  });

  test('that changes nothing makes no difference', () => {
    expect(under(approvedAt('2026-12-01 10:00'), {})).toBeUndefined();
    expect(under(approvedAt('2026-12-01 10:00'), { limits: { [HANDLE]: 5 } })).toBeUndefined();
  });

  test('that names what the policy has not, or breaks its rules, is refused by name', () => {
    const ticket = inProgress();
    expect(() => under(ticket, { limits: { 'hotline.nothing': 4 } })).toThrow('hotline.nothing');
    expect(() => under(ticket, { ladders: { nothing: [] } })).toThrow('nothing');
    expect(() => readDraft({ limits: { [HANDLE]: -1 } })).toThrow(HANDLE);
    expect(() => readDraft({ limit: {} })).toThrow('limit');
  });
});

test('a draft concerns the keys that it changes, and those whose ladder it does', () => {
  const policy = newestPolicy();
  expect(changedKeys(policy, readDraft({ limits: { [HANDLE]: 4 } }))).toEqual([HANDLE]);
  expect(changedKeys(policy, readDraft({}))).toEqual([]);
  const brief = changedKeys(policy, readDraft({ ladders: { brief: [] } })) ?? [];
  expect(brief).toContain('hotline.ack');
  expect(brief).not.toContain(HANDLE);
  expect(changedKeys(policy, readDraft({ calendar: cn2024to2026Data }))).toBeUndefined();
});

test('differences add up by unit, type and level', () => {
  const sum = new Summing();
  for (const moment of ['2026-11-30 10:00', '2026-11-30 11:00', '2026-12-01 10:00']) {
    const found = under(approvedAt(moment), { limits: { [HANDLE]: 4 } });
    if (found) sum.add(found);
  }
  expect(sum.summary).toMatchObject({ changed: 3, gained: 4, lost: 0 });
  expect(sum.summary.units).toEqual([
    { type: 'hotline-ticket', unit: 'greening', gained: 4, lost: 0 },
  ]);
  expect(sum.summary.levels.every(({ more }) => more > 0)).toBe(true);
});
