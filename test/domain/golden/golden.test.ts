/*
 * Ledgers over the long holidays as a clerk would check them. To write them anew after a change that is meant:
 *   UPDATE=1 node --experimental-vm-modules node_modules/jest/bin/jest.js test/domain/golden --selectProjects unit
 * and read every line of the difference against the notices.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { dayNumber, weekday } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { ledgerOf } from '../../../domain/clocks/ledger.ts';
import type { LedgerEntry } from '../../../domain/clocks/ledger-entry.ts';
import { ledgerText, shortLedgerText } from '../../../domain/clocks/ledger-text.ts';
import { planOf } from '../../../domain/clocks/plan.ts';
import { deadlineOf, ladderOf } from '../../../domain/policy/policy.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';
import { at, moment } from '../../support/moments.ts';
import { type GoldenCase, goldenCases } from './cases.ts';

const FOLDER = import.meta.dirname;
const nameOf = ({ holiday, key }: GoldenCase): string => `${holiday}.${key}.txt`;

const entryLine = ({ date, kind, counted, reason, span }: LedgerEntry): string =>
  [
    `${date} 周${'日一二三四五六'[weekday(dayNumber(date))] ?? ''}`,
    kind.padEnd(7),
    String(counted).padStart(4),
    `  ${reason}`,
    ...(span === undefined ? [] : [span]),
  ].join(' ');

function goldenText({ key, start, facts }: GoldenCase): string {
  const { counting, label, clause } = deadlineOf(qingpu2026, key);
  const basis = { label, clause, policy: qingpu2026.version };
  const told = { counting, start: at(start), calendar, facts };
  const plan = planOf(counting, ladderOf(qingpu2026, key), at(start), calendar, facts);
  return [
    `${key} from ${start}`,
    ...facts.pauses.map(
      ({ from, to, ground }) => `paused ${moment(from)} to ${moment(to)} ${ground}`,
    ),
    ledgerText({ ...told, basis }),
    shortLedgerText(told),
    `nominal ${plan.nominal}, statutory ${moment(plan.statutoryDue)}, internal ${moment(plan.internalDue)}`,
    plan.levels.map(({ level, at: instant }) => `${level} ${moment(instant)}`).join(', '),
    '',
    ...ledgerOf(counting, at(start), calendar, facts).map(entryLine),
    '',
  ].join('\n');
}

describe('the ledgers over the long holidays', () => {
  test.each(goldenCases.map((one) => [nameOf(one), one] as const))(
    '%s is as it was read',
    (name, one) => {
      const path = join(FOLDER, name);
      if (process.env['UPDATE']) writeFileSync(path, goldenText(one));
      expect(existsSync(path)).toBe(true);
      expect(goldenText(one)).toBe(readFileSync(path, 'utf8'));
    },
  );

  test('are all there, and no other', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
    expect(files.sort()).toEqual(goldenCases.map(nameOf).sort());
  });

  test('count every day of the holidays for calendar days, and none for working days', () => {
    const counted = goldenCases.map(({ key, start, facts }) => {
      const { counting } = deadlineOf(qingpu2026, key);
      const entries = ledgerOf(counting, at(start), calendar, facts);
      const free = entries.filter(({ reason }) => /^(春节|国庆节)/.test(reason));
      return [counting.limit.unit, free.some((entry) => entry.counted > 0)];
    });
    expect(counted).toEqual(counted.map(([unit]) => [unit, unit === 'calendarDays']));
  });
});
