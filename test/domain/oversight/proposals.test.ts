import { describe, expect, test } from '@jest/globals';
import { reasonsFor } from '../../../domain/oversight/decisions.ts';
import {
  type Incident,
  proposalsOf,
  quarterOf,
  startOfLastQuarter,
} from '../../../domain/oversight/proposals.ts';
import { at } from '../../support/moments.ts';

let made = 0;

/** Something in the record of 夏阳 before the centre's supervisors, each time in a case of its own. */
const incident = (
  kind: Incident['kind'],
  moment: string,
  more: Partial<Incident> = {},
): Incident => {
  made += 1;
  return {
    kind,
    key: `${kind}-${made}`,
    office: 'ops-centre',
    unit: 'xiayang',
    caseId: `case-${made}`,
    at: at(moment),
    ...more,
  };
};

const keysOf = (incidents: readonly Incident[], accepted: Record<string, string> = {}) =>
  proposalsOf(
    incidents,
    new Map(Object.entries(accepted).map(([key, moment]) => [key, at(moment)])),
  ).map(({ key }) => key);

describe('the quarter', () => {
  test.each([
    ['2026-01-01 00:00', '2026Q1', '2025-10-01'],
    ['2026-03-31 23:59', '2026Q1', '2025-10-01'],
    ['2026-04-01 00:00', '2026Q2', '2026-01-01'],
    ['2026-11-23 09:00', '2026Q4', '2026-07-01'],
    ['2026-12-31 23:59', '2026Q4', '2026-07-01'],
  ])('of %s is %s, and the record is read from %s', (moment, quarter, from) => {
    expect(quarterOf(at(moment))).toBe(quarter);
    expect(startOfLastQuarter(at(moment))).toBe(at(from));
  });
});

describe('two times L4 in a quarter', () => {
  test('propose to list or to interview, with the second', () => {
    const [first, second] = [
      incident('L4', '2026-10-08 09:00'),
      incident('L4', '2026-12-31 17:00'),
    ];
    expect(keysOf([first])).toEqual([]);
    expect(proposalsOf([second, first], new Map())).toEqual([
      {
        key: '2026Q4:ops-centre:xiayang:L4_TWICE',
        kind: 'LISTING',
        ground: 'L4_TWICE',
        quarter: '2026Q4',
        office: 'ops-centre',
        unit: 'xiayang',
        incidents: [first, second],
        at: second.at,
      },
    ]);
  });

  test('do not add up over quarters, units or offices', () => {
    expect(
      keysOf([incident('L4', '2026-09-30 23:59'), incident('L4', '2026-10-01 00:00')]),
    ).toEqual([]);
    const other = incident('L4', '2026-10-09 09:00', { unit: 'xujing' });
    expect(keysOf([incident('L4', '2026-10-08 09:00'), other])).toEqual([]);
    const elsewhere = incident('L4', '2026-10-09 09:00', { office: 'petition' });
    expect(keysOf([incident('L4', '2026-10-08 09:00'), elsewhere])).toEqual([]);
  });

  test('of one case on one day are one lateness on two clocks', () => {
    const one = { caseId: 'case-x' };
    const levels = [
      incident('L4', '2026-10-08 09:00', one),
      incident('L4', '2026-10-08 17:00', one),
    ];
    expect(keysOf(levels)).toEqual([]);
    expect(keysOf([...levels, incident('L4', '2026-10-20 09:00', one)])).toHaveLength(1);
  });
});

test('one L5 proposes the same for its case', () => {
  expect(keysOf([incident('L5', '2026-10-08 09:00', { key: 'case-1:handle:1:L5' })])).toEqual([
    'L5:case-1:handle:1:L5',
  ]);
});

test('two orders on a unit in a quarter propose it, and a third changes nothing', () => {
  const orders = ['2026-10-08 09:00', '2026-10-09 09:00', '2026-10-10 09:00'].map((moment) =>
    incident('ORDER', moment),
  );
  expect(keysOf(orders.slice(0, 1))).toEqual([]);
  expect(keysOf(orders.slice(0, 2))).toEqual(['2026Q4:ops-centre:xiayang:ORDERS_TWICE']);
  const [whole] = proposalsOf(orders, new Map());
  expect(whole).toMatchObject({ at: orders[1]?.at, incidents: orders });
});

describe('what happens again after a measure', () => {
  const orders = [incident('ORDER', '2026-08-03 09:00'), incident('ORDER', '2026-08-04 09:00')];
  const listing = '2026Q3:ops-centre:xiayang:ORDERS_TWICE';
  const again = incident('L4', '2026-11-23 09:00');

  test('proposes to call the unit to account, in the quarter after too', () => {
    expect(keysOf([...orders, again], { [listing]: '2026-08-10 09:00' })).toEqual([
      '2026Q4:ops-centre:xiayang:REPEATED',
      listing,
    ]);
    const [repeated] = proposalsOf([...orders, again], new Map([[listing, at('2026-08-10')]]));
    expect(repeated).toMatchObject({ kind: 'ACCOUNTABILITY', incidents: [again], at: again.at });
  });

  test('proposes nothing more while nobody decided, or the measure came later', () => {
    expect(keysOf([...orders, again])).toEqual([listing]);
    expect(keysOf([...orders, again], { [listing]: '2026-11-23 09:00' })).toEqual([listing]);
  });

  test('is nothing to another unit', () => {
    const other = incident('L4', '2026-11-23 09:00', { unit: 'xujing' });
    expect(keysOf([...orders, other], { [listing]: '2026-08-10 09:00' })).toEqual([listing]);
  });
});

test('a decision has reasons of its own', () => {
  expect(reasonsFor('LISTING', 'ACCEPTED')).toEqual(['LISTED', 'INTERVIEW']);
  expect(reasonsFor('ACCOUNTABILITY', 'ACCEPTED')).toEqual(['ACCOUNTABILITY']);
  expect(reasonsFor('LISTING', 'DISMISSED')).toContain('NOT_RESPONSIBLE');
  expect(reasonsFor('LISTING', 'DISMISSED')).not.toContain('LISTED');
});
