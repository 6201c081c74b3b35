import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Plan } from './questions.ts';
import { domain, type Subject } from './subject.ts';
import { type Answers, answersOf, type Report, sweep } from './sweep.ts';

/** Where a process lives: the oracle is asked in the first, and the others must answer as it did. */
const HERE = 'Asia/Shanghai';
const ELSEWHERE = ['UTC', 'America/New_York', 'Pacific/Auckland'];

const whole: Plan = { pairsEvery: 1, minutesEvery: 1, offset: 0, ledger: true };

/** Runs one of the exports of sweep.ts over everything, in a process in a time zone. */
async function ranIn<What extends Answers>(
  zone: string,
  what: 'sweep' | 'answersOf',
): Promise<What & { readonly zone: string }> {
  const script = `
    import { domain } from './test/domain/oracle/subject.ts';
    import { ${what} } from './test/domain/oracle/sweep.ts';
    const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
    console.log(JSON.stringify({ ...${what}(domain, ${JSON.stringify(whole)}), zone }));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script],
    { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
  );
  return JSON.parse(stdout) as What & { readonly zone: string };
}

const totalOf = (compared: Report['compared']): number =>
  Object.values(compared).reduce((sum, count) => sum + count, 0);

describe('every due date against the day-by-day oracle', () => {
  const starts = 1096 * domain.rules.length;
  let report: Report & { readonly zone: string };
  let elsewhere: readonly (Answers & { readonly zone: string })[];

  beforeAll(async () => {
    const others = async () => {
      const answers = [];
      for (const zone of ELSEWHERE) answers.push(await ranIn<Answers>(zone, 'answersOf'));
      return answers;
    };
    [report, elsewhere] = await Promise.all([ranIn<Report>(HERE, 'sweep'), others()]);
  }, 1_500_000);

  test('is asked under all rules of the policy and a dozen more', () => {
    expect(domain.rules.length).toBeGreaterThanOrEqual(52);
  });

  test('is the same', () => {
    const { mismatched, first } = report;
    expect({ mismatched, first }).toEqual({ mismatched: {}, first: [] });
  });

  test('is asked from every start day under every rule', () => {
    expect(report.zone).toBe(HERE);
    expect(report.compared).toMatchObject({
      plain: starts,
      suspended: 21 * starts,
      'suspended twice': 63 * starts,
      'suspended for hours': 6 * starts,
    });
    expect(totalOf(report.compared)).toBeGreaterThan(7_000_000);
  });

  test('has the days that it counts asked too', () => {
    expect(report.compared['ledger']).toBeGreaterThan(2 * starts);
  });

  test('is asked in every minute around the holidays', () => {
    const perRule = 350 * 1440;
    const inOffice = domain.rules.filter(({ counting }) => counting.limit.unit === 'officeHours');
    expect(inOffice.length).toBeGreaterThan(0);
    expect(report.compared['opened']).toBe(perRule * inOffice.length);
  });

  test('is answered alike, to the last one, wherever a process lives', () => {
    const { ledger: _ledger, ...dues } = report.compared;
    expect(elsewhere).toEqual(
      ELSEWHERE.map((zone) => ({ zone, compared: dues, digest: report.digest })),
    );
  });
});

describe('the sweep', () => {
  const few: Plan = { pairsEvery: 400, minutesEvery: 700, offset: 0, ledger: true };

  test('tells of a single second in a single answer', () => {
    let asked = 0;
    const doctored: Subject = {
      ...domain,
      rules: domain.rules.slice(0, 1),
      due(...question) {
        const due = domain.due(...question);
        asked += 1;
        return asked === 1000 ? { ...due, internal: due.internal + 1000 } : due;
      },
    };
    const { mismatched, first } = sweep(doctored, few);
    expect(Object.values(mismatched)).toEqual([1]);
    expect(first).toHaveLength(1);
  });

  test('gives another digest for a single second in a single answer', () => {
    let asked = 0;
    const one: Subject = { ...domain, rules: domain.rules.slice(0, 1) };
    const doctored: Subject = {
      ...one,
      due(...question) {
        const due = domain.due(...question);
        asked += 1;
        return asked === 1000 ? { ...due, statutory: due.statutory + 1000 } : due;
      },
    };
    const { digest, compared } = answersOf(one, few);
    expect(sweep(one, few)).toMatchObject({ digest, compared });
    expect(answersOf(doctored, few).digest).not.toBe(digest);
  });

  test('tells of a ledger that leaves out a day', () => {
    const doctored: Subject = {
      ...domain,
      rules: domain.rules.slice(0, 1),
      ledger: (...question) => domain.ledger(...question).slice(0, -1),
    };
    const { mismatched, compared } = sweep(doctored, few);
    expect(Object.values(mismatched)).toEqual([compared['ledger']]);
  });
});
