import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { CASE_TYPES } from '../../domain/registry.ts';
import {
  fieldsWith,
  freeText,
  identity,
  instantFields,
  sealedFields,
  typed,
  unitFields,
} from '../../domain/sealing.ts';
import { runs } from '../support/soak.ts';

const accepts = (text: string, max = 10): boolean => typed(max).safeParse(text).success;
/** C0 and C1 but tab and line breaks, line and paragraph separators, byte order marks. */
const HIDDEN = Array.from({ length: 0xa0 }, (_, code) => code)
  .filter((code) => (code < 0x20 && ![9, 10, 13].includes(code)) || code >= 0x7f)
  .concat(0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff);

describe('a typed text', () => {
  test('is trimmed', () => {
    expect(typed(10).parse(' \t路灯不亮\n')).toBe('路灯不亮');
  });

  test('is neither empty nor longer than it may be', () => {
    expect(['', ' \n ', '一'.repeat(11)].map((text) => accepts(text))).toEqual([
      false,
      false,
      false,
    ]);
    expect(['一', '一'.repeat(10), ` ${'一'.repeat(10)} `].map((text) => accepts(text))).toEqual([
      true,
      true,
      true,
    ]);
  });

  test.each(HIDDEN)('has no character U+%i', (code) => {
    expect(accepts(`路${String.fromCharCode(code)}灯`)).toBe(false);
  });

  test.each(['路\t灯', '路\r\n灯', '🏮', '𠮷', 'e\u0301', '“路灯”'])('may well be %j', (text) => {
    expect(accepts(text)).toBe(true);
  });

  test('is refused with half a character, wherever it stands', () => {
    const half = fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code));
    const plain = fc.stringMatching(/^[a-z]{0,3}$/);
    fc.assert(
      fc.property(plain, half, plain, (before, broken, after) => {
        expect(accepts(`${before}${broken}${after}`)).toBe(false);
      }),
      runs(300),
    );
  });
});

describe('the fields of a schema', () => {
  const schema = z.strictObject({
    who: identity('来电人', { name: typed(40) }),
    text: freeText('内容'),
    more: freeText('补充', 100).optional(),
    unit: z.string().meta({ widget: 'unit' }),
    town: z.string().meta({ widget: 'town' }).optional(),
    when: z.number().meta({ widget: 'instant' }).optional(),
    count: z.number(),
  });

  test('are sealed as what they are, optional or not', () => {
    expect(sealedFields(schema)).toEqual({ who: 'identity', text: 'text', more: 'text' });
  });

  test('name units, towns and instants', () => {
    expect(unitFields(schema)).toEqual({ unit: 'unit', town: 'town' });
    expect(instantFields(schema)).toEqual(['when']);
  });

  test('of anything but an object are none', () => {
    expect(sealedFields(z.string())).toEqual({});
  });

  test('are asked for in a box of lines only where a text may be long', () => {
    const widgets = [freeText('短', 100), freeText('长', 101)].map((field) => field.meta());
    expect(widgets).toEqual([
      { title: '短', sealed: 'text' },
      { title: '长', sealed: 'text', widget: 'textarea' },
    ]);
  });
});

/** Widgets of strings that are looked up or have a form: no free text fits into them. */
const CHECKED = [
  'colleague',
  'case',
  'documentNumber',
  'date',
  'order',
  'event',
  'object',
  'thing',
  'partName',
  'item',
];

describe.each(CASE_TYPES)('the inputs of $id v$version', (type) => {
  const inputs = Object.entries({ opening: type.opens, ...type.commands });

  test.each(inputs)('%s: every string is sealed, looked up or from a list', (_, { input }) => {
    const shape: Readonly<Record<string, unknown>> =
      input instanceof z.ZodObject ? input.shape : {};
    const open = Object.entries(shape).filter(([, field]) => {
      const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
      return inner instanceof z.ZodString || inner instanceof z.ZodObject;
    });
    const checked = fieldsWith(input, 'widget', CHECKED);
    const known = { ...sealedFields(input), ...unitFields(input), ...checked };
    expect(open.map(([name]) => name).filter((name) => !Object.hasOwn(known, name))).toEqual([]);
  });
});
