import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, type DayNumber, dayNumber } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 } from '../../../domain/calendar/cn-2024-2026.ts';
import { type PreviewRequest, preview } from '../../../domain/preview/preview.ts';
import { isProblem } from '../../../domain/preview/problem.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';

const rules = { policy: qingpu2026, calendar: cn2024to2026 };
const KEYS = [...Object.keys(qingpu2026.rules), '5wd', '30cd', '3m', '48h', '4oh', '15min'];

const time = fc.constantFrom('', 'T00:00', 'T09:30:00+08:00', 'T17:00', 'T23:59:59', 'T16:00:00Z');
const moment = (first: DayNumber, days: number) =>
  fc
    .tuple(fc.integer({ min: first, max: first + days }), time)
    .map(([day, at]) => `${civilDate(day)}${at}`);
const ground = fc.constantFrom('', '', ':听证', ':等待鉴定', ':天气原因');

/** Mostly sensible questions around the edges of the covered years and inside them. */
const question: fc.Arbitrary<PreviewRequest> = fc
  .integer({ min: dayNumber('2023-12-20'), max: dayNumber('2027-01-10') })
  .chain((day) =>
    fc.record({
      rule: fc.constantFrom(...KEYS),
      start: moment(day, 0),
      suspend: fc.array(
        fc
          .tuple(fc.nat(60), fc.integer({ min: 0, max: 20 }), time, time, ground)
          .map(([after, long, from, to, why]) => {
            const [first, last] = [civilDate(day + after), civilDate(day + after + long)];
            return `${first}${from}..${last}${to}${why}`;
          }),
        { maxLength: 2 },
      ),
      extend: fc.option(
        fc.oneof(
          fc.integer({ min: 1, max: 40 }),
          fc.tuple(fc.integer({ min: 1, max: 40 }), moment(day, 60)).map((both) => both.join('@')),
        ),
        { nil: undefined },
      ),
      counter: fc.boolean(),
      roll: fc.option(fc.constantFrom('forward', 'backward', 'none'), {
        nil: undefined,
        freq: 8,
      }),
    }),
  );

test('whatever is asked: an answer that adds up, or a problem that names its field', () => {
  let answers = 0;
  fc.assert(
    fc.property(question, (asked) => {
      const answer = preview(asked, rules);
      if (isProblem(answer)) return expect(Object.keys(asked)).toContain(answer.field);
      answers += 1;
      expect(answer.provisional).toBe(answer.missingYears.length > 0);
      const { statutoryAt, internalAt, levels, ledger, limit, unit, warnings } = answer;
      if (statutoryAt === null || internalAt === null || unit === 'schedule') return;
      expect(internalAt <= statutoryAt).toBe(true);
      expect(levels.map(({ at }) => at)).toEqual(levels.map(({ at }) => at).toSorted());
      const idle = warnings.some((warning) => /的延长在届满|通知期限不延长/.test(warning));
      const more = idle ? 0 : Number.parseInt(String(asked.extend ?? 0), 10);
      const counted = ledger.reduce((sum, entry) => sum + entry.counted, 0);
      expect(counted).toBeCloseTo(Number(limit) + more, 9);
    }),
    { numRuns: process.env['SOAK'] === '1' ? 30_000 : 2_000 },
  );
  expect(answers).toBeGreaterThan(300);
});

test('text that nobody would write is refused, not failed on', () => {
  const wild = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('2025-01-01T', '..', '@'));
  fc.assert(
    fc.property(wild, wild, wild, (a, b, c) => {
      expect(isProblem(preview({ rule: a, start: '2025-01-02' }, rules))).toBe(true);
      for (const asked of [{ start: b }, { suspend: [c] }, { extend: c }, { unit: b }]) {
        const answer = preview({ rule: '5wd', start: '2025-01-02', ...asked }, rules);
        if (!isProblem(answer)) expect(Number(c)).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

test('the longest question is answered in a moment', () => {
  const suspend = [0, 10, 20, 30].map((n) => `${2000 + n}-01-02..${2009 + n}-12-30`);
  for (const asked of [
    { rule: '3660m', start: '1999-12-31', suspend },
    { rule: '3660wd', start: '1999-12-31', suspend },
    { rule: '3660cd', start: '1999-12-31', suspend },
    { rule: '3660oh', start: '2049-12-31' },
  ]) {
    const began = performance.now();
    expect(isProblem(preview({ ...asked, extend: 999 }, rules))).toBe(false);
    expect(performance.now() - began).toBeLessThan(5_000);
  }
});
