import { describe, expect, test } from '@jest/globals';
import { DUTIES } from '../../../domain/policy/duty.ts';
import { isDeadline, type RuleStatus } from '../../../domain/policy/policy.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';

const numbered = (letter: string, first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => `${letter}${first + index}`);

const rules = Object.entries(qingpu2026.rules);
const rowsOf = (row: string): readonly string[] => row.split(' ');
const named = new Set(rules.flatMap(([, { row }]) => rowsOf(row)));
const missing = (rows: readonly string[]) => rows.filter((row) => !named.has(row));

describe('the registers of time limits', () => {
  test.each([
    ['petitions', numbered('P', 1, 13)],
    ['leads', numbered('L', 1, 8)],
    ['penalties', numbered('D', 1, 25)],
    ['tickets', [...numbered('T', 2, 17), 'T20', 'T21']],
    [
      'parameters and secondary flows',
      ['热线参数', '隐患分级', '违法建筑', '体征预警', '报送节奏', '预警升级', '督办单'],
    ],
  ])('have a key for every row of %s', (_, rows) => {
    expect(missing(rows)).toEqual([]);
  });

  test('have more than eighty keys', () => {
    expect(rules.length).toBeGreaterThan(80);
  });

  test.each(rules)(
    'say of %s whose duty it is, what it rests on and how sure that is',
    (_, rule) => {
      const statuses: readonly RuleStatus[] = ['verified', 'recalled', 'customary'];
      expect(Object.keys(DUTIES)).toContain(rule.duty);
      expect(statuses).toContain(rule.status);
      expect([rule.label, rule.clause, rule.row].filter((text) => text.trim() === '')).toEqual([]);
      if (isDeadline(rule)) expect(rule.from).not.toBe('');
    },
  );

  test('do not call a practice verified', () => {
    const custom = rules.filter(([, { clause }]) => /^[^《〔]*\(惯例[^)]*\)$/.test(clause));
    expect(custom.length).toBeGreaterThan(20);
    const sure = custom.filter(([, { status }]) => status === 'verified').map(([key]) => key);
    expect(sure).toEqual([]);
  });

  test('do not call a number verified whose source still has to be looked up', () => {
    // What follows the first clause is about extensions and exclusions, not about the number.
    const open = rules.filter(([, { clause }]) => /待核/.test(clause.split(';')[0] ?? ''));
    expect(open.length).toBeGreaterThan(3);
    const sure = open.filter(([, { status }]) => status === 'verified').map(([key]) => key);
    expect(sure).toEqual([]);
  });

  test('write every key as area.name', () => {
    expect(rules.map(([key]) => key).filter((key) => !/^[a-z]+(\.\w+)+$/.test(key))).toEqual([]);
  });

  test('use every duty that they define', () => {
    const used = new Set<string>(rules.map(([, { duty }]) => duty));
    expect(Object.keys(DUTIES).filter((duty) => !used.has(duty))).toEqual([]);
  });

  test('leave windows of citizens and parties without a ladder', () => {
    const outside = ['petitioner', 'party', 'caller'];
    const late = rules.filter(
      ([, rule]) => outside.includes(rule.duty) && isDeadline(rule) && rule.ladder !== 'window',
    );
    expect(late.map(([key]) => key)).toEqual([]);
  });
});
