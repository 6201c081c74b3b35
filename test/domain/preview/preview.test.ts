import { describe, expect, test } from '@jest/globals';
import { cn2024to2026 } from '../../../domain/calendar/cn-2024-2026.ts';
import { nearest } from '../../../domain/policy/nearest.ts';
import { isDeadline, isSchedule, type Policy } from '../../../domain/policy/policy.ts';
import { type PreviewRequest, preview } from '../../../domain/preview/preview.ts';
import type { PreviewAnswer } from '../../../domain/preview/answer.ts';
import { isProblem } from '../../../domain/preview/problem.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';

const rules = { policy: qingpu2026, calendar: cn2024to2026 };
type More = Omit<PreviewRequest, 'rule' | 'start'>;

function ask(rule: string, start: string, more: More = {}, policy: Policy = qingpu2026) {
  return preview({ rule, start, ...more }, { ...rules, policy });
}

function answered(rule: string, start: string, more: More = {}, policy?: Policy): PreviewAnswer {
  const answer = ask(rule, start, more, policy);
  if (isProblem(answer)) throw new Error(`${answer.field}: ${answer.message}`);
  return answer;
}

const dates = ({ nominal, statutory, internal }: PreviewAnswer) => [nominal, statutory, internal];
const countedIn = ({ ledger }: PreviewAnswer) =>
  ledger.reduce((sum, { counted }) => sum + counted, 0);

const KEYS = Object.keys(qingpu2026.rules);
const DEADLINES = KEYS.filter((key) => {
  const rule = qingpu2026.rules[key];
  return rule && isDeadline(rule);
});

describe.each(KEYS)('%s', (key) => {
  const rule = qingpu2026.rules[key];
  if (!rule) throw new Error(key);

  test.each(['2025-09-26', '2025-09-26T16:20:00+08:00', '2026-12-30', '2023-12-29T10:00'])(
    'answers for a start of %s',
    (start) => {
      const answer = answered(key, start);
      expect(answer).toMatchObject({
        rule: key,
        label: rule.label,
        clause: rule.clause,
        status: rule.status,
        policy: 'qingpu-2026.1',
        calendar: 'cn-2024-2026.1',
        duty: expect.stringMatching(/\p{Script=Han}/u),
      });
      expect(answer.text).toContain(`依据:${rule.clause}。`);
      expect(answer.provisional).toBe(answer.missingYears.length > 0);
      if (isDeadline(rule)) {
        const { limit } = rule.counting;
        expect(answer).toMatchObject({ unit: limit.unit, limit: limit.value });
        expect(countedIn(answer)).toBe(limit.value);
        expect(answer.levels).toHaveLength(qingpu2026.ladders[rule.ladder]?.length ?? -1);
      } else if (isSchedule(rule)) {
        expect(answer).toMatchObject({ unit: 'schedule', limit: null, ledger: [], levels: [] });
        expect(answer.statutoryAt).toBe(`${answer.nominal}T17:00:00+08:00`);
      } else {
        expect(answer).toMatchObject({ unit: rule.unit, limit: rule.value, ledger: [] });
        expect(dates(answer)).toEqual([null, null, null]);
        expect([answer.statutoryAt, answer.internalAt]).toEqual([null, null]);
        expect(answer.text).toContain('不是期限');
      }
    },
  );
});

test.each(DEADLINES)('%s says the same for an instant and for its day or midnight', (key) => {
  const hours = /^(officeHours|hours|minutes)$/.test(answered(key, '2025-09-26').unit);
  const instant = answered(key, hours ? '2025-09-26T00:00:00+08:00' : '2025-09-26T23:59:59+08:00');
  expect(answered(key, '2025-09-26')).toEqual(instant);
});

describe('golden vectors', () => {
  test.each([
    ['petition.notice15', '2025-01-17', '2025-02-01', '2025-02-05', '2025-01-27'],
    ['petition.handle60', '2025-08-04', '2025-10-03', '2025-10-09', '2025-09-30'],
    ['waste.decisionDays', '2025-07-10', '2025-10-08', '2025-10-09', '2025-09-30'],
    ['waste.seizureDays', '2025-09-05', '2025-10-05', '2025-10-05', '2025-09-30'],
    ['waste.decisionDays', '2026-07-03', '2026-10-01', '2026-10-08', '2026-09-30'],
    ['waste.hearingRequest', '2025-09-26', '2025-10-10', '2025-10-10', '2025-10-10'],
    ['waste.hearingNotice', '2025-10-24', '2025-10-14', '2025-10-14', '2025-10-14'],
    ['1m', '2025-01-31', '2025-02-28', '2025-02-28', '2025-02-28'],
    ['3m', '2025-11-30', '2026-02-28', '2026-02-28', '2026-02-28'],
  ])('%s from %s', (rule, start, ...expected) => {
    expect(dates(answered(rule, start))).toEqual(expected);
  });

  test.each<[string, string, More, string[]]>([
    ['5wd', '2025-04-25', { suspend: ['2025-04-28..2025-04-30'] }, ['2025-05-08']],
    [
      'hotline.handle.COMPLEX',
      '2026-02-10',
      { suspend: ['2026-02-11..2026-02-14:天气原因'] },
      ['2026-03-12'],
    ],
    ['petition.handle60', '2025-11-20', { extend: 30 }, ['2026-02-18', '2026-02-24', '2026-02-14']],
    [
      'waste.decisionDays',
      '2025-11-10',
      { suspend: ['2025-12-01..2025-12-16:听证'] },
      ['2026-02-23', '2026-02-24', '2026-02-14'],
    ],
    ['waste.seizureDays', '2025-09-05', {}, ['2025-10-05', '2025-10-05', '2025-09-30']],
    ['30cd', '2025-09-05', { roll: 'forward' }, ['2025-10-05', '2025-10-09', '2025-09-30']],
    ['30cd', '2025-09-05', { roll: 'backward' }, ['2025-10-05', '2025-09-30', '2025-09-30']],
    ['30cd', '2025-09-05', { roll: 'none' }, ['2025-10-05', '2025-10-05', '2025-09-30']],
    ['4oh', '2025-09-30T16:00', {}, ['2025-10-09T14:00:00+08:00']],
    ['24h', '2025-09-30T16:00', {}, ['2025-10-01T16:00:00+08:00']],
    ['15min', '2025-09-30', {}, ['2025-09-30T00:15:00+08:00']],
  ])('%s from %s with %j', (rule, start, more, expected) => {
    const answer = answered(rule, start, more);
    expect(dates(answer).slice(0, expected.length)).toEqual(expected);
    expect(answer.warnings).toEqual([]);
  });
});

test('an answer is complete', () => {
  expect(answered('hotline.firstContact', '2025-09-26T08:00:00Z')).toEqual({
    rule: 'hotline.firstContact',
    label: '先行联系',
    unit: 'workingDays',
    limit: 1,
    start: '2025-09-26',
    nominal: '2025-09-28',
    statutory: '2025-09-28',
    internal: '2025-09-28',
    provisional: false,
    missingYears: [],
    ledger: [
      { date: '2025-09-26', kind: 'start', counted: 0, reason: '当日不计' },
      { date: '2025-09-27', kind: 'skipped', counted: 0, reason: '周六' },
      { date: '2025-09-28', kind: 'counted', counted: 1, reason: '补班' },
    ],
    levels: [
      { level: 'L0', label: '提醒', at: '2025-09-28T14:00:00+08:00' },
      { level: 'L1', label: '预警(黄灯)', at: '2025-09-28T15:00:00+08:00' },
      { level: 'L2', label: '逾期(红灯)', at: '2025-09-28T23:59:59+08:00' },
      { level: 'L3', label: '督办通知', at: '2025-09-29T23:59:59+08:00' },
      { level: 'L4', label: '通报、现场督导', at: '2025-10-09T23:59:59+08:00' },
      { level: 'L5', label: '建议挂牌督办、约谈', at: '2025-10-11T23:59:59+08:00' },
    ],
    text: '先行联系:1 个工作日,自 2025-09-26(周五)的次日起算;09-27 周六不计,09-28 补班计入;2025-09-28(周日)届满。依据:青夏街〔2022〕22号:一个工作日内先行联系。规则 qingpu-2026.1,日历 cn-2024-2026.1,国办发明电〔2024〕12号。',
    short: '1 个工作日:扣除 09-27,计入补班 09-28',
    duty: '承办单位',
    clause: '青夏街〔2022〕22号:一个工作日内先行联系',
    status: 'verified',
    policy: 'qingpu-2026.1',
    calendar: 'cn-2024-2026.1',
    warnings: [],
    statutoryAt: '2025-09-28T23:59:59+08:00',
    internalAt: '2025-09-28T17:00:00+08:00',
  });
});

test('a limit made up on the spot is nobody’s duty and rests on no clause', () => {
  const answer = answered('30cd', '2025-09-05', { suspend: ['2025-09-10..2025-09-11:等快递'] });
  const nobody = { duty: null, clause: null, status: null };
  expect(answer).toMatchObject({ label: '自定时限 30 日', ...nobody, levels: [], warnings: [] });
  expect(answer.text).not.toContain('依据');
  expect(answer.ledger.find(({ kind }) => kind === 'paused')?.reason).toBe('挂起:等快递');
});

test('a figure says its value', () => {
  expect(answered('hotline.maxReturns', '2026-01-05').text).toBe(
    '退单次数:2 次,不是期限。依据:青夏街〔2022〕22号:谨慎退单;次数为惯例。规则 qingpu-2026.1。',
  );
  expect(KEYS.map((key) => answered(key, '2026-01-05')).map(({ short }) => short)).toEqual(
    expect.arrayContaining(['5000 元', '3%', '30 日、60 日', '否', '2 人', '6 项', '自然年']),
  );
});

test('a schedule tells the day of its period, moved off a holiday', () => {
  const answer = answered('report.weeklyProgress', '2025-10-01');
  expect(dates(answer)).toEqual(['2025-10-09', '2025-10-09', '2025-10-09']);
  expect(answer.text).toContain('每周四,遇休息日顺延;2025-10-09(周四)17:00 届满');
  expect(answered('report.monthlyWaste', '2025-10-01').nominal).toBe('2025-10-31');
  expect(answered('report.weeklyProgress', '2025-11-01').warnings).toEqual([
    '这一期在起始日之前已经届满',
  ]);
});

describe('what a rule does not allow is reckoned and said', () => {
  test.each<[string, string, string, More, RegExp]>([
    [
      'no grounds at all',
      'petition.handle60',
      '2025-11-20',
      { suspend: ['2025-12-01..2025-12-03'] },
      /没有可以挂起的事由.*第34条/,
    ],
    [
      'no ground given',
      'waste.decisionDays',
      '2025-11-10',
      { suspend: ['2025-12-01..2025-12-16'] },
      /须注明事由:等待鉴定、听证.*第60条/,
    ],
    ['no extension', 'petition.review30', '2025-11-10', { extend: 5 }, /不能延长.*第35条/],
    [
      'an extension that is off',
      'waste.decisionDays',
      '2025-11-10',
      { extend: '30' },
      /尚未启用.*第60条/,
    ],
    [
      'beyond its max',
      'petition.handle60',
      '2025-11-20',
      { extend: 31 },
      /延长 31 日超过上限 30 日\(本机关负责人批准\).*第34条/,
    ],
    [
      'hours',
      'hotline.ack',
      '2025-11-20T10:00',
      { suspend: ['2025-11-20..2025-11-25'] },
      /不因挂起顺延.*签收时限/,
    ],
    [
      'a notice paused',
      'waste.hearingNotice',
      '2025-10-24',
      { suspend: ['2025-10-15..2025-10-20'] },
      /通知期限不挂起.*第64条/,
    ],
    [
      'a notice extended',
      'waste.hearingNotice',
      '2025-10-24',
      { extend: 3 },
      /通知期限不延长.*第64条/,
    ],
    [
      'a late suspension',
      '5wd',
      '2025-04-25',
      { suspend: ['2025-05-07..2025-05-09'] },
      /^2025-05-07 起的挂起在届满之后提出/,
    ],
    [
      'a late extension',
      '5wd',
      '2025-04-25',
      { extend: '5@2025-05-07' },
      /^2025-05-07 申请的延长在届满之后提出/,
    ],
    [
      'a pause of a few hours',
      '5wd',
      '2025-04-25',
      { suspend: ['2025-04-28T09:00..2025-04-28T16:59'] },
      /没有盖住/,
    ],
    [
      'a schedule paused',
      'report.weeklyProgress',
      '2025-10-01',
      { suspend: ['2025-10-01..2025-10-03'] },
      /不是一段时限/,
    ],
    ['a figure extended', 'hotline.maxReturns', '2025-10-01', { extend: 1 }, /不是一段时限/],
    ['hours at a counter', '4oh', '2025-10-09T09:00', { counter: true }, /不按下班时间/],
    ['hours rolled', '4oh', '2025-10-09T09:00', { roll: 'none' }, /不顺延/],
    ['a year without a notice', '30cd', '2026-12-20', {}, /^2027 年尚未公布放假安排.*暂定/],
    ['a start before the rules', 'hotline.firstContact', '2023-12-28', {}, /施行日 2024-01-01/],
  ])('%s', (_what, rule, start, more, warning) => {
    expect(answered(rule, start, more).warnings).toContainEqual(expect.stringMatching(warning));
  });

  test('what came late or means nothing moves nothing', () => {
    for (const [rule, start, more] of [
      ['5wd', '2025-04-25', { suspend: ['2025-05-07..2025-05-09'], extend: '5@2025-05-07' }],
      ['4oh', '2025-09-30T16:00', { suspend: ['2025-10-01..2025-10-20'] }],
      ['waste.hearingNotice', '2025-10-24', { extend: 3, suspend: ['2025-10-15..2025-10-20'] }],
    ] as const) {
      const { warnings, ...moved } = answered(rule, start, more);
      expect(moved).toEqual({ ...answered(rule, start), warnings: undefined } as object);
      expect(warnings.length).toBeGreaterThan(0);
    }
  });

  test('asked for on the very last day it still counts, and only then is a second one in time', () => {
    expect(answered('5wd', '2025-04-25', { extend: '5@2025-05-06T23:59:58' }).nominal).toBe(
      '2025-05-13',
    );
    const late = { extend: '5@2025-05-06T23:59:59' };
    expect(answered('5wd', '2025-04-25', late).nominal).toBe('2025-05-06');
    const saved = { ...late, suspend: ['2025-04-28..2025-04-29'] };
    expect(answered('5wd', '2025-04-25', saved).warnings).toEqual([]);
  });
});

test('the years without a notice are named, also those that a roll back reaches', () => {
  expect(answered('waste.limitation', '2025-06-02').missingYears).toEqual([2027]);
  expect(answered('waste.hearingNotice', '2024-01-11').missingYears).toEqual([2023]);
  expect(answered('waste.hearingNotice', '2027-12-31').missingYears).toEqual([2027]);
  expect(answered('4oh', '2027-01-04T09:00').missingYears).toEqual([2027]);
  expect(answered('48h', '2026-12-31T09:00').missingYears).toEqual([]);
});

test('a counter closes with its office, a unit may keep days of its own', () => {
  expect(answered('5wd', '2025-04-25', { counter: true }).statutoryAt).toBe(
    '2025-05-06T17:00:00+08:00',
  );
  const desk = answered('3wd', '2025-09-30', { unit: 'vital-sign-desk' });
  expect(dates(desk)).toEqual(['2025-10-03', '2025-10-03', '2025-10-03']);
});

describe('a question that cannot be answered', () => {
  test.each<[string, string, More, string, RegExp]>([
    ['hotline.hndle', '2025-01-02', {}, 'rule', /没有规则“hotline.hndle”/],
    ['constructor', '2025-01-02', {}, 'rule', /没有规则/],
    ['__proto__', '2025-01-02', {}, 'rule', /没有规则/],
    ['0wd', '2025-01-02', {}, 'rule', /不是时限/],
    ['9999cd', '2025-01-02', {}, 'rule', /1 至 3660/],
    ['5wd', '2025-02-30', {}, 'start', /没有“2025-02-30”这一天/],
    ['5wd', '2025-02-28T25:00', {}, 'start', /须为日期/],
    ['5wd', 'tomorrow', {}, 'start', /须为日期/],
    ['5wd', '', {}, 'start', /须为日期/],
    ['5wd', '1900-01-01', {}, 'start', /1992 至 2049/],
    ['5wd', '9999-12-31', {}, 'start', /1992 至 2049/],
    ['5wd', '2025-04-25', { suspend: ['2025-04-28'] }, 'suspend', /FROM..TO/],
    ['5wd', '2025-04-25', { suspend: ['2025-04-28..2025-04-31'] }, 'suspend', /没有“2025-04-31”/],
    ['5wd', '2025-04-25', { suspend: ['2025-04-28..2025-04-28'] }, 'suspend', /起须早于止/],
    ['5wd', '2025-04-25', { suspend: ['2025-04-30..2025-04-28'] }, 'suspend', /起须早于止/],
    ['5wd', '2025-04-25', { suspend: ['2025-04-24..2025-04-28'] }, 'suspend', /不能早于起始日/],
    ['5wd', '2025-04-25', { suspend: ['2025-04-28..2045-04-28'] }, 'suspend', /3660 日/],
    [
      '5wd',
      '2025-04-25',
      { suspend: [`2025-04-28..2025-04-29:${'长'.repeat(41)}`] },
      'suspend',
      /40 个字/,
    ],
    ['5wd', '2025-04-25', { suspend: ['2025-04-28..2025-04-29:a\u0000b'] }, 'suspend', /一行文字/],
    [
      '5wd',
      '2025-04-25',
      { suspend: Array(21).fill('2025-04-28..2025-04-29') },
      'suspend',
      /20 段/,
    ],
    [
      'waste.decisionDays',
      '2025-11-10',
      { suspend: ['2025-12-01..2025-12-03:天气'] },
      'suspend',
      /只有:等待鉴定、听证.*第60条/,
    ],
    ['5wd', '2025-04-25', { extend: 0 }, 'extend', /整数/],
    ['5wd', '2025-04-25', { extend: 1.5 }, 'extend', /整数/],
    ['5wd', '2025-04-25', { extend: -1 }, 'extend', /整数/],
    ['5wd', '2025-04-25', { extend: 'NaN' }, 'extend', /整数/],
    ['5wd', '2025-04-25', { extend: '1e9' }, 'extend', /整数/],
    ['5wd', '2025-04-25', { extend: 1000 }, 'extend', /整数/],
    ['5wd', '2025-04-25', { extend: '5@soon' }, 'extend', /须为日期/],
    ['5wd', '2025-04-25', { extend: '5@2025-04-24' }, 'extend', /不能早于起始日/],
    ['5wd', '2025-04-25', { roll: 'sideways' }, 'roll', /forward、backward、none/],
    ['petition.handle60', '2025-04-25', { roll: 'none' }, 'roll', /由规则规定/],
    ['hotline.maxReturns', '2025-04-25', { roll: 'none' }, 'roll', /由规则规定/],
    ['5wd', '2025-04-25', { unit: 'xiayang' }, 'unit', /vital-sign-desk/],
    ['5wd', '2025-04-25', { unit: 'constructor' }, 'unit', /vital-sign-desk/],
  ])('%s from %s with %j', (rule, start, more, field, message) => {
    expect(ask(rule, start, more)).toMatchObject({
      field,
      message: expect.stringMatching(message),
    });
  });

  test('says what may have been meant', () => {
    expect(ask('x'.repeat(100_000), '2025-01-02')).toMatchObject({ field: 'rule' });
    expect(ask('hotline.firstcontact', '2025-01-02')).toMatchObject({
      suggestions: nearest('hotline.firstcontact', KEYS),
    });
    expect(nearest('hotline.firstcontact', KEYS)[0]).toBe('hotline.firstContact');
    expect(ask('5wd', '2025/1/2')).toMatchObject({ suggestions: ['2025-01-02'] });
    expect(ask('5wd', '2025年2月30日')).not.toHaveProperty('suggestions');
  });

  test('is told in Chinese, without the words of whoever asked', () => {
    const problem = ask('小王的电话', '2025-01-02');
    expect(JSON.stringify(problem)).not.toContain('小王');
  });
});

test('grounds and times of suspensions are told apart', () => {
  const reason = (suspend: string) =>
    answered('5wd', '2025-04-25', { suspend: [suspend] }).ledger.find(
      ({ kind }) => kind === 'paused',
    )?.reason;
  expect(reason('2025-04-28..2025-04-30:2楼停电')).toBe('挂起:2楼停电');
  expect(reason('2025-04-28T08:00..2025-04-28T17:00:2楼停电')).toBe('挂起:2楼停电');
  expect(reason('2025-04-28T08:00+08:00..2025-04-28T17:00:00+08:00')).toBe('挂起:未注明事由');
  expect(reason('2025-04-28..2025-04-30: ')).toBe('挂起:未注明事由');
});
