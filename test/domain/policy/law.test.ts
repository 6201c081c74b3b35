import { describe, expect, test } from '@jest/globals';
import { type DeadlineRule, deadlineOf, isDeadline } from '../../../domain/policy/policy.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';

const deadlines: readonly (readonly [key: string, rule: DeadlineRule])[] = Object.entries(
  qingpu2026.rules,
).flatMap(([key, rule]) => (isDeadline(rule) ? [[key, rule] as const] : []));

const restingOn = (law: string) => deadlines.filter(([, { clause }]) => clause.startsWith(law));
const inDays = ([, { counting }]: (typeof deadlines)[number]): boolean =>
  counting.limit.unit === 'workingDays' || counting.limit.unit === 'calendarDays';
const keysWhere = (
  some: typeof deadlines,
  holds: (rule: DeadlineRule, key: string) => boolean,
): readonly string[] => some.filter(([key, rule]) => holds(rule, key)).map(([key]) => key);

/** The numbered rows of petitions, without what was added to them. */
const petition = (last: number) =>
  deadlines.filter(([, { row }]) => /^P\d+$/.test(row) && Number(row.slice(1)) <= last);

describe('the units of the law', () => {
  test('are working days for 2, 3, 5 and 7 days of the Penalty Law, and for no others (art. 85)', () => {
    const days = restingOn('《行政处罚法》').filter(inDays);
    expect(days.length).toBeGreaterThan(8);
    const wrong = keysWhere(days, ({ counting: { limit } }) => {
      const working = [2, 3, 5, 7].includes(limit.value);
      return working !== (limit.unit === 'workingDays');
    });
    expect(wrong).toEqual([]);
  });

  test('are working days for up to 10 days of the Coercion Law, and for no others (art. 69)', () => {
    const days = restingOn('《行政强制法》').filter(inDays);
    expect(days.length).toBeGreaterThan(4);
    const wrong = keysWhere(
      days,
      ({ counting: { limit } }) => limit.value <= 10 !== (limit.unit === 'workingDays'),
    );
    expect(wrong).toEqual([]);
  });

  test('are working days for the objection to a petition only', () => {
    const found = petition(12);
    expect(found).toHaveLength(11);
    expect(keysWhere(found, ({ counting: { limit } }) => limit.unit === 'workingDays')).toEqual([
      'petition.objection5wd',
    ]);
    expect(deadlineOf(qingpu2026, 'petition.objection5wd').row).toBe('P4');
  });

  test('are working days for all that is handled of a ticket', () => {
    const handled = keysWhere(deadlines, (_, key) => key.startsWith('hotline.handle'));
    const working = keysWhere(
      deadlines,
      ({ counting: { limit } }, key) => handled.includes(key) && limit.unit === 'workingDays',
    );
    expect(working).toEqual(handled);
  });
});

describe('the last day by law', () => {
  test('never rolls for coercive measures, and rolls forward for everything with a term of the law', () => {
    const none = keysWhere(deadlines, ({ counting: { roll } }) => roll === 'none');
    expect(none).toEqual([
      'hotline.suspensionReview',
      'waste.evidenceRegistration',
      'waste.seizureDays',
      'hazard.dailyCheck',
    ]);
    expect(keysWhere(deadlines, ({ counting: { roll } }) => roll === 'backward')).toEqual([]);
  });

  test('lies before the event for the two notices only', () => {
    expect(keysWhere(deadlines, ({ counting: { before } }) => before === true)).toEqual([
      'waste.hearingNotice',
      'waste.substituteDemand',
    ]);
  });
});

describe('what may stand still', () => {
  test('is what the law or the practice names, on its grounds', () => {
    const grounds = deadlines.flatMap(([key, { pauses }]) =>
      pauses ? [`${key}: ${pauses.join(' ')}`] : [],
    );
    expect(grounds.filter((line) => !/^(hotline|hazard)\./.test(line))).toEqual([
      'petition.recheck30: 听证',
      'waste.decisionDays: 等待鉴定 听证 公告送达 移送司法 等待其他机关决定 不可抗力',
      'waste.seizureDays: 等待鉴定',
      'illegal.decide: 产权注记',
      'illegal.selfRemoval: 产权注记 复议、诉讼',
      'illegal.apply: 产权注记',
      'illegal.redo: 产权注记 复议、诉讼',
    ]);
  });

  test('is never the handling of a petition, nor emergency control', () => {
    expect(deadlineOf(qingpu2026, 'petition.handle60').pauses).toBeUndefined();
    const emergency = keysWhere(
      deadlines,
      ({ pauses }, key) =>
        /\.(arrive|isolate|warn|secure|onsite|onSite)/.test(key) && pauses !== undefined,
    );
    expect(emergency).toEqual([]);
  });
});

describe('duties near a limit of the law', () => {
  const GUARDED = [
    'petition.notice15',
    'petition.handle60',
    'petition.review30',
    'petition.recheck30',
    'waste.decisionDays',
    'waste.evidenceRegistration',
    'waste.seizureDays',
    'waste.delivery',
    'waste.courtApplication',
    'illegal.onsiteH',
    'illegal.ongoingH',
  ];

  test.each(GUARDED)('%s climbs a ladder past the supervisor up to those above', (key) => {
    const { ladder } = deadlineOf(qingpu2026, key);
    const levels = qingpu2026.ladders[ladder]?.map(({ level }) => level) ?? [];
    expect(levels.slice(-5)).toEqual(['L1', 'L2', 'L3', 'L4', 'L5']);
  });
});
