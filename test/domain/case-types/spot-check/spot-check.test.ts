import { describe, expect, test } from '@jest/globals';
import { hazardV1 } from '../../../../domain/case-types/hazard.v1.ts';
import { spotCheckV1 } from '../../../../domain/case-types/spot-check.v1.ts';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import { linked } from '../../../../domain/definition/links.ts';
import { type CaseUnderTest, tryOpen } from '../../../support/given.ts';
import { at, moment } from '../../../support/moments.ts';
import * as b from './batch.ts';

const facts = (batch: CaseUnderTest) => batch.state.facts as Record<string, unknown>;
const due = (batch: CaseUnderTest, clock: string): string | undefined => {
  const found = batch.clock(clock);
  return found && moment(found.statutoryDue);
};

/** Refused with a code, and nothing changed. */
function expectRefused(
  batch: CaseUnderTest,
  [command, actor, input]: readonly [string, Parameters<CaseUnderTest['try']>[1], object?],
  code: string,
): void {
  const before = batch.events.length;
  expect(batch.try(command, actor, input)?.code).toBe(code);
  expect(batch.events).toHaveLength(before);
}

describe('a batch of spot checks', () => {
  test.each(Object.entries(b.inEachState))('comes to %s', (state, given) => {
    expect(given().state.stage).toBe(state);
  });

  test('is tested in each of its states', () => {
    expect(Object.keys(b.inEachState).sort()).toEqual(Object.keys(spotCheckV1.states).sort());
  });

  test('has 1 200 signs unless it is said otherwise', () => {
    const { count: _left, ...input } = b.BATCH;
    const batch = tryOpen(spotCheckV1, at(b.MONDAY), b.dispatcher, input) as CaseUnderTest;
    expect(facts(batch)['count']).toBe(1200);
  });

  test.each([0, -1, 5001, 1.5])('does not have %p', (count) => {
    const input = { ...b.BATCH, count };
    expect(tryOpen(spotCheckV1, at(b.MONDAY), b.dispatcher, input)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'input.count',
    });
  });

  test.each([
    // Three months after 2026-11-23 is 2027-02-23; six months, Sunday 2027-05-23, moved to Monday.
    [{ kind: 'SIGN' }, '2027-02-23 23:59:59'],
    [{ kind: 'FACADE' }, '2027-05-24 23:59:59'],
    [{ dueOn: '2026-12-20' }, '2026-12-20 23:59:59'],
  ])('of %p is due %s: a date that is set prevails', (input, expected) => {
    expect(due(b.opened(input), 'inspect')).toBe(expected);
  });

  test('that ends in the National Day holiday is due after it', () => {
    expect(due(b.opened({}, '2026-07-03 09:00'), 'inspect')).toBe('2026-10-08 23:59:59');
  });

  test('counts what was inspected, and keeps codes only', () => {
    const batch = b.opened({ count: 3 });
    batch.does('recordInspection', b.inspector, b.passed('ZP-1'));
    batch.does('recordInspection', b.inspector, { ...b.passed('ZP-2'), result: 'NOT_FOUND' });
    batch.does('recordFailure', b.inspector, b.failed('ZP-3'));
    expect(facts(batch)).toMatchObject({
      inspected: ['ZP-1', 'ZP-2', 'ZP-3'],
      passed: 1,
      notFound: 1,
      failed: ['ZP-3'],
    });
  });

  test('inspects each once', () => {
    const batch = b.opened().does('recordInspection', b.inspector, b.passed('ZP-1'));
    expectRefused(batch, ['recordInspection', b.inspector, b.passed('ZP-1')], 'INSPECTED_ALREADY');
    expectRefused(batch, ['recordFailure', b.inspector, b.failed('ZP-1')], 'INSPECTED_ALREADY');
  });

  test('inspects no more than it has', () => {
    expectRefused(b.inspected(), ['recordInspection', b.inspector, b.passed('ZP-3')], 'BATCH_FULL');
    expectRefused(b.inspected(), ['recordFailure', b.inspector, b.failed('ZP-3')], 'BATCH_FULL');
  });

  test('takes no failure for an inspection that passed', () => {
    const input = { ...b.passed('ZP-1'), result: 'FAIL' };
    expect(b.opened().try('recordInspection', b.inspector, input)?.code).toBe('INVALID_INPUT');
  });
});

describe('a failure', () => {
  test('is a hazard of its own: one batch makes many', () => {
    const batch = b.opened({ count: 3 });
    for (const thing of ['ZP-1', 'ZP-2', 'ZP-3']) {
      batch.does('recordFailure', b.inspector, b.failed(thing));
    }
    const links = linked(batch.state.links, 'conversion', 'to');
    expect(links.map(({ type, object }) => [type, object])).toEqual([
      ['hazard', 'ZP-1'],
      ['hazard', 'ZP-2'],
      ['hazard', 'ZP-3'],
    ]);
  });

  test('opens it with what a hazard needs', () => {
    const [converted] = b.inspected().converted;
    expect(converted?.type).toBe('hazard');
    expect(hazardV1.opens.input.safeParse(converted?.input)).toMatchObject({ success: true });
    expect(converted?.input).toMatchObject({
      source: 'SPOT_CHECK',
      kind: 'SIGN',
      objectId: 'ZP-2',
    });
  });

  test('is counted once its hazard is written off', () => {
    const batch = b.closed();
    for (const event of ['HazardRegistered', 'HazardWrittenOff', 'HazardWrittenOff']) {
      batch.told('noteLinked', 'QPYH2026-000001', event);
    }
    expect(facts(batch)['writtenOff']).toEqual(['QPYH2026-000001']);
    expect(batch.clock('follow')?.endedAt).toBeUndefined();
  });
});

describe('closing a batch', () => {
  test('waits for all', () => {
    const batch = b.opened().does('recordInspection', b.inspector, b.passed('ZP-1'));
    expectRefused(batch, ['close', b.unitLead], 'BATCH_INCOMPLETE');
  });

  test('is by nobody who inspected', () => {
    const batch = b.opened({ count: 1 }).does('recordInspection', b.both, b.passed('ZP-1'));
    expectRefused(batch, ['close', b.both], 'INSPECTOR_CANNOT_CLOSE_BATCH');
    expectRefused(batch, ['close', b.inspector], 'FORBIDDEN_ROLE');
    expect(batch.does('close', b.unitLead).state.stage).toBe('closed');
  });

  test('is due three working days after the last', () => {
    expect(due(b.inspected(), 'close')).toBe('2026-11-26 23:59:59');
    expect(b.opened().clock('close')).toBeUndefined();
  });

  test('waits for open orders', () => {
    const batch = b.inspected().does('issueOrder', b.supervisor, {
      source: 'INTERNAL',
      grounds: 'OVERDUE',
      requirement: '尽快',
    });
    expectRefused(batch, ['close', b.unitLead], 'SUPERVISION_ORDER_OPEN');
  });

  test('leaves the problem list alone for 180 days, then archives by itself', () => {
    const batch = b.closed();
    expect(batch.state.clocks.filter(isRunning).map(({ clock }) => clock)).toEqual(['follow']);
    // 180 days after 2026-11-23: Saturday 2027-05-22, moved to Monday.
    expect(due(batch, 'follow')).toBe('2027-05-24 23:59:59');
    expect(batch.when('2027-05-25').state.stage).toBe('archived');
  });
});
