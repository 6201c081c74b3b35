import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAY, instant, isoInstant } from '../../../domain/calendar/civil.ts';
import { at } from '../../support/moments.ts';
import { runs } from '../../support/soak.ts';

describe('an instant in ISO-8601', () => {
  test.each([
    ['2026-11-23T09:30:00+08:00', at('2026-11-23 09:30')],
    ['2026-11-23T09:30+08:00', at('2026-11-23 09:30')],
    ['2026-11-23T09:30', at('2026-11-23 09:30')],
    ['2026-11-23T09:30:15', at('2026-11-23 09:30:15')],
    ['2026-11-23T01:30:00Z', at('2026-11-23 09:30')],
    ['2026-11-22T20:30:00-05:00', at('2026-11-23 09:30')],
    ['2026-11-23T07:00:00+05:30', at('2026-11-23 09:30')],
    ['2026-11-23T15:30:00+14:00', at('2026-11-23 09:30')],
    ['2026-11-23T09:30:00.5+08:00', at('2026-11-23 09:30') + 500],
    ['2026-11-23T09:30:00.05+08:00', at('2026-11-23 09:30') + 50],
    ['2026-11-23T23:59:59.999', at('2026-11-24') - 1],
    ['2024-02-29T00:00', at('2024-02-29')],
    ['1969-12-31T23:59:59Z', -1000],
  ])('%s is read, in Shanghai where it names no zone', (text, expected) => {
    expect(instant(text)).toBe(expected);
  });

  test.each([
    '2026-11-23T24:00',
    '2026-11-23T09:60',
    '2026-11-23T09:30:60',
    '2026-11-23T09:30:00+15:00',
    '2026-11-23T09:30:00-99:00',
    '2026-11-23T09:30:00+08:60',
    '2025-02-29T09:30',
    '2026-04-31T09:30',
    '2026-13-01T09:30',
    '2026-00-01T09:30',
  ])('%s is refused: there is no such moment', (text) => {
    expect(() => instant(text)).toThrow(/^no such (time|day): /);
  });

  test.each([
    '2026-11-23',
    '2026-11-23 09:30',
    '2026-11-23T9:30',
    '2026-11-23T09:30:00.1234',
    '2026-11-23T09:30:00+0800',
    '2026-11-23T09:30:00z',
    '2026-11-23T09',
    ' 2026-11-23T09:30',
    '2026-11-23T09:30\n',
    '2026-W48-1T09:30',
    'now',
    '',
  ])('%p is refused: it does not have the form', (text) => {
    expect(() => instant(text)).toThrow(/^not an instant of the form/);
  });

  test('is read back to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000 * DAY, max: 60_000 * DAY }), (moment) => {
        expect(instant(isoInstant(moment))).toBe(moment);
      }),
      runs(500),
    );
  });

  test('is read as the language reads it, whatever its zone', () => {
    const zone = fc.record({ east: fc.boolean(), h: fc.nat(11), m: fc.nat(59) });
    const two = (n: number) => String(n).padStart(2, '0');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), zone, (moment, { east, h, m }) => {
        const text = `${new Date(moment).toISOString().slice(0, -1)}${east ? '+' : '-'}${two(h)}:${two(m)}`;
        expect(instant(text)).toBe(Date.parse(text));
      }),
      runs(500),
    );
  });

  test('has no offset beyond those of the earth', () => {
    for (const zone of ['-12:00', '+14:00', 'Z']) {
      expect(instant(`2026-11-23T09:30${zone}`)).toBe(Date.parse(`2026-11-23T09:30${zone}`));
    }
    for (const zone of ['-12:01', '+14:01', '-13:00', '+15:00', '+08:60']) {
      expect(() => instant(`2026-11-23T09:30${zone}`)).toThrow(RangeError);
    }
  });
});
