import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Plan } from './questions.ts';
import { domain, type Subject } from './subject.ts';
import { type Report, sweep } from './sweep.ts';

type ZoneReport = Report & { readonly zone: string };

/** How much less is asked where a process lives elsewhere, which must change nothing; a soak asks everything everywhere. */
const THINNED = process.env['SOAK'] ? 1 : 4;

const whole: Plan = { pairsEvery: 1, minutesEvery: 1, offset: 0, ledger: true };
const thin: Plan = { pairsEvery: THINNED, minutesEvery: THINNED, offset: 0, ledger: false };

const plans: [string, Plan][] = [
  ['Asia/Shanghai', whole],
  ['UTC', thin],
  ['America/New_York', thin],
  ['Pacific/Auckland', thin],
];

const every = (zone: string): number => (zone === 'Asia/Shanghai' ? 1 : THINNED);

const zones = plans.map(([zone]) => zone);

async function sweptIn(zone: string, plan: Plan): Promise<ZoneReport> {
  const script = `
    import { domain } from './test/domain/oracle/subject.ts';
    import { sweep } from './test/domain/oracle/sweep.ts';
    const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
    console.log(JSON.stringify({ ...sweep(domain, ${JSON.stringify(plan)}), zone }));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script],
    { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
  );
  return JSON.parse(stdout) as ZoneReport;
}

const totalOf = (compared: Report['compared']): number =>
  Object.values(compared).reduce((sum, count) => sum + count, 0);

describe('every due date against the day-by-day oracle', () => {
  const reports = new Map<string, ZoneReport>();
  const reportOf = (zone: string): ZoneReport => reports.get(zone) as ZoneReport;
  const starts = 1096 * domain.rules.length;

  test('is asked under all rules of the policy and a dozen more', () => {
    expect(domain.rules.length).toBeGreaterThanOrEqual(52);
  });

  beforeAll(async () => {
    const waiting = [...plans];
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [zone, plan] = next;
        reports.set(zone, await sweptIn(zone, plan));
      }
    };
    await Promise.all([lane(), lane()]);
  }, 1_500_000);

  test.each(zones)('is the same in a process that lives in %s', (zone) => {
    const { mismatched, first } = reportOf(zone);
    expect({ mismatched, first }).toEqual({ mismatched: {}, first: [] });
  });

  test.each(zones)('is asked from every start day under every rule in %s', (zone) => {
    const { compared, zone: lived } = reportOf(zone);
    expect(lived).toBe(zone);
    expect(compared).toMatchObject({
      plain: starts,
      suspended: 21 * starts,
      'suspended for hours': 6 * starts,
    });
    expect(compared['suspended twice']).toBe((63 * starts) / every(zone));
    expect(totalOf(compared)).toBeGreaterThan(7_000_000 / every(zone));
  });

  test('has the days that it counts asked too', () => {
    expect(reportOf('Asia/Shanghai').compared['ledger']).toBeGreaterThan(2 * starts);
  });

  test('is asked in every minute around the holidays', () => {
    const perRule = 350 * 1440;
    const inOffice = domain.rules.filter(({ counting }) => counting.limit.unit === 'officeHours');
    expect(inOffice.length).toBeGreaterThan(0);
    for (const zone of zones) {
      expect(reportOf(zone).compared['opened']).toBe((perRule / every(zone)) * inOffice.length);
    }
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
