import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type InputField, inputFields } from '../../../domain/explain/input-fields.ts';
import { sampleInputs } from '../../../domain/explain/sample-inputs.ts';
import { freeText, identity } from '../../../domain/sealing.ts';

const colour = z.enum(['RED', 'BLUE']).meta({ title: '颜色', labels: { RED: '红', BLUE: '蓝' } });

const field = (schema: z.ZodType): InputField | undefined =>
  inputFields(z.strictObject({ colour, it: schema })).at(1);

describe('the fields of an input', () => {
  test.each<readonly [string, z.ZodType, Partial<InputField>]>([
    ['a text', freeText('说明'), { title: '说明', required: true }],
    ['what may be left out', freeText('说明').optional(), { title: '说明', required: false }],
    ['a title outside', z.string().optional().meta({ title: '外' }), { title: '外' }],
    ['no title', z.string(), { title: 'it' }],
    ['a default', colour.default('RED'), { required: false, choices: ['红', '蓝'] }],
    ['a closed list', colour, { required: true, choices: ['红', '蓝'] }],
    ['keys where labels are missing', z.enum(['A']), { choices: ['A'] }],
    ['yes or no', z.boolean().meta({ title: '紧急' }), { title: '紧急', choices: ['是', '否'] }],
    ['several', z.array(colour).meta({ title: '几种' }), { title: '几种', choices: ['红', '蓝'] }],
    [
      'what is required at times',
      freeText('理由')
        .optional()
        .meta({ requiredWhen: { colour: ['RED'] } }),
      { title: '理由', required: 'conditional', requiredWhen: '颜色:红' },
    ],
    [
      'a group',
      identity('来电人', { name: z.string().meta({ title: '姓名' }) }),
      { title: '来电人', fields: [{ name: 'name', title: '姓名', required: true }] },
    ],
  ])('%s', (_, schema, expected) => {
    expect(field(schema)).toMatchObject({ name: 'it', ...expected });
  });

  test('are none where nothing is asked', () => {
    expect(inputFields(z.strictObject({}))).toEqual([]);
  });
});

describe('sample inputs', () => {
  const schema = z.strictObject({
    colour,
    urgent: z.boolean(),
    days: z.int().min(2).max(5),
    note: z.string().optional(),
    when: z.number().meta({ widget: 'instant' }).optional(),
  });
  const first = { colour: 'RED', urgent: true, days: 2, note: 'sample' };

  test('try each choice by itself, and past the greatest number', () => {
    expect(sampleInputs(schema)).toEqual([
      first,
      { ...first, colour: 'BLUE' },
      { ...first, urgent: false },
      { ...first, days: 6 },
      { colour: 'RED', urgent: true, days: 2 },
    ]);
  });

  test('begin with as little as is required, where asked to', () => {
    const bare = { colour: 'RED', urgent: true, days: 2 };
    expect(sampleInputs(schema, true)[0]).toEqual(bare);
    expect(sampleInputs(schema, true)).toContainEqual({ ...bare, note: 'sample' });
  });
});
