import { describe, expect, test } from '@jest/globals';
import { due, expectRefused, facts, runs } from '../questions.ts';
import * as b from './building.ts';

const ROUTE = { note: '符合条件' };
const EVIDENCE = { evidence: '建设工程规划许可证' };

describe('routes other than removal', () => {
  test('are not for what must be removed', () => {
    const permit = { ...ROUTE, route: 'PERMIT_SIGNOFF' };
    expectRefused(b.classified(), ['chooseRoute', b.head, permit], 'REMOVAL_ONLY');
  });

  test('of what can be corrected is the permit alone', () => {
    const correctable = () => b.classified({}, { ...b.CLASSIFIED, class: 'CORRECTABLE' });
    const to = (route: string) => ({ ...ROUTE, route });
    expectRefused(correctable(), ['chooseRoute', b.head, to('CONVERTED')], 'ROUTE_NOT_ALLOWED');
    expectRefused(
      correctable(),
      ['chooseRoute', b.head, to('POLICY_SIGNOFF')],
      'ROUTE_NOT_ALLOWED',
    );
    expect(correctable().try('chooseRoute', b.head, to('PERMIT_SIGNOFF'))).toBeUndefined();
  });

  test.each(['PERMIT_SIGNOFF', 'CONVERTED', 'POLICY_SIGNOFF'])(
    '%s closes it with area and count, told apart from removal',
    (route) => {
      const building = b.pursuing(route).does('completeRoute', b.officer, EVIDENCE);
      expect(facts(building)['outcome']).toEqual({ route, by: 'officer-1', ...b.SIZE });
      expect(building.does('writeOff', b.office).state.stage).toBe('writtenOff');
    },
  );

  test('withdraw the decision, and give it back to be decided anew when they come to nothing', () => {
    const served = b
      .legacy()
      .does('decide', b.head, b.DECISION)
      .does('serve', b.officer, b.SERVICE);
    served.does('chooseRoute', b.head, { ...ROUTE, route: 'CONVERTED' });
    expect([runs(served, 'selfRemoval'), runs(served, 'remedy')]).toEqual([false, false]);
    expect(due(served, 'route')).toBe('2027-05-24 23:59:59');
    served.does('abandonRoute', b.head, b.NOTE);
    expect([served.state.stage, runs(served, 'decide'), facts(served)['route']]).toEqual([
      'classified',
      true,
      undefined,
    ]);
  });
});

describe('the district’s signature', () => {
  test('is not of whoever recorded that it is gone', () => {
    const both = { ...b.office, id: b.officer.id };
    expectRefused(b.gone(), ['writeOff', both], 'RECORDER_CANNOT_SIGN');
    expectRefused(b.gone(), ['refuseWriteOff', both, b.NOTE], 'RECORDER_CANNOT_SIGN');
  });

  test('that is refused leads back to where it came from, with ten days', () => {
    const building = b.gone().does('refuseWriteOff', b.office, b.NOTE);
    expect([building.state.stage, facts(building)['rounds'], facts(building)['outcome']]).toEqual([
      'selfRemoval',
      2,
      undefined,
    ]);
    expect(due(building, 'redo')).toBe('2026-12-07 23:59:59');
  });

  test('issues the form', () => {
    expect(b.writtenOff().state.documents.at(-1)?.kind).toBe('writeOffForm');
  });
});

describe('the city’s list', () => {
  const CONFIRMED = { confirmation: '市库 2026-0001' };

  test('strikes it out by itself: only then is it archived', () => {
    const building = b.writtenOff();
    expectRefused(building, ['archive', b.office], 'CITY_CONFIRMATION_MISSING');
    expect([runs(building, 'cityConfirm'), runs(building, 'archive')]).toEqual([true, false]);
    building.does('recordCityConfirmation', b.office, CONFIRMED);
    expect([runs(building, 'cityConfirm'), runs(building, 'archive')]).toEqual([false, true]);
    expectRefused(
      building,
      ['recordCityConfirmation', b.office, CONFIRMED],
      'CITY_CONFIRMED_ALREADY',
    );
    expectRefused(building, ['recordCityRefusal', b.office, b.NOTE], 'CITY_CONFIRMED_ALREADY');
    expect(building.does('archive', b.office).state.stage).toBe('archived');
  });

  test('may not: it is open again, and counts as not written off', () => {
    const building = b.writtenOff().does('recordCityRefusal', b.office, b.NOTE);
    expect([
      building.state.stage,
      facts(building)['writtenOffAt'],
      facts(building)['rounds'],
    ]).toEqual(['classified', undefined, 2]);
    expect(runs(building, 'decide')).toBe(true);
  });

  test('does not have what was being built', () => {
    const removed = b.stopped().does('recordRemoval', b.officer, b.REMOVAL);
    const building = removed.does('writeOff', b.office);
    expectRefused(building, ['recordCityConfirmation', b.office, CONFIRMED], 'NOT_ON_CITY_LIST');
    expectRefused(building, ['recordCityRefusal', b.office, b.NOTE], 'NOT_ON_CITY_LIST');
    expect(due(building, 'archive')).toBe('2026-12-07 23:59:59');
    expect(building.does('archive', b.office).state.stage).toBe('archived');
  });
});

test('what is built again is the same case', () => {
  const building = b.writtenOff();
  building.when('2027-03-01 09:00').does('reopen', b.inspector, { build: 'ONGOING', ...b.NOTE });
  expect([building.state.stage, facts(building)['rebuilt'], facts(building)['class']]).toEqual([
    'onSite',
    1,
    undefined,
  ]);
  expect([due(building, 'judge'), runs(building, 'cityConfirm')]).toEqual([
    '2027-03-08 23:59:59',
    false,
  ]);
  expectRefused(building, ['classify', b.officer, b.CLASSIFIED], 'STOP_FIRST');
});
