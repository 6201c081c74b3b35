import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { receipt, result } from '../../domain/case-types/hotline-ticket/inputs.ts';
import { invalidInput } from '../../domain/input-problem.ts';

/** How an input is refused: the field, what people call it, and what is wrong. */
function told(schema: z.ZodType, input: unknown) {
  const parsed = schema.safeParse(input);
  if (parsed.success) throw new Error('it is valid');
  const { code, field, details } = invalidInput(parsed.error, 'input', schema);
  expect(code).toBe('INVALID_INPUT');
  return [field, details?.['title'], details?.['problem']];
}

const CALLER = { name: '陈测试', phone: '13900000000' };
const RECEIPT = { caller: CALLER, text: '路灯不亮', address: '公园路', matter: 'CONSULT' };

describe('an invalid input', () => {
  test.each<[string, object, readonly unknown[]]>([
    ['a missing text', { text: undefined }, ['input.text', '诉求内容', '此项必填']],
    ['a number for a text', { text: 1 }, ['input.text', '诉求内容', '类型不对,应为文字(string)']],
    ['a blank text', { text: ' ' }, ['input.text', '诉求内容', '不能为空']],
    ['a long address', { address: '路'.repeat(101) }, ['input.address', '地址', '不能超过 100 字']],
    [
      'a control character',
      { address: '公园\u0007路' },
      ['input.address', '地址', '含有不可见的控制字符'],
    ],
    ['half a character', { address: '公园\ud83d路' }, ['input.address', '地址', '含有残缺的字符']],
    [
      'a matter off the list',
      { matter: 'OTHER' },
      ['input.matter', '诉求类型', '只能取“咨询、意见建议”“求助、投诉”'],
    ],
    [
      'a fraction of a millisecond',
      { receivedAt: 0.5 },
      ['input.receivedAt', '受理时间', '类型不对,应为整数(int)'],
    ],
    [
      'a field inside the caller',
      { caller: { ...CALLER, phone: 'x' } },
      ['input.caller.phone', '来电号码', '不是有效的电话号码'],
    ],
    [
      'a caller that is a list',
      { caller: [] },
      ['input.caller', '来电人', '类型不对,应为一组填写项(object)'],
    ],
    ['a field more', { colour: 1 }, ['input.colour', 'colour', '没有这一项']],
    ['a field that must not be quoted', { 陈测试: 1 }, ['input.…', '…', '没有这一项']],
    [
      'a field called constructor',
      { constructor: 1 },
      ['input.constructor', 'constructor', '没有这一项'],
    ],
    [
      'an urgency off the list, which has a default',
      { urgency: 'VERY' },
      ['input.urgency', '紧急程度', '只能取“一般”“扬言类”“安全隐患类”“严重影响生活”“群体性投诉”'],
    ],
  ])('is named by its title: %s', (_, wrong, expected) => {
    expect(told(receipt, { ...RECEIPT, ...wrong })).toEqual(expected);
  });

  test('is named by its title where it is optional', () => {
    const input = { resultType: 'EXPLAINED', note: '已办', explanation: ' ' };
    expect(told(result, input)).toEqual(['input.explanation', '解释说明内容与依据', '不能为空']);
  });

  test.each([undefined, null, 'text', 7, []])(
    'that is no object at all is told so: %j',
    (input) => {
      const [field, title] = told(receipt, input);
      expect([field, title]).toEqual(['input', 'input']);
    },
  );

  test.each([
    [z.number().max(9), 10, '不能超过 9'],
    [z.number().min(3), 2, '不能少于 3'],
  ])('that is out of bounds names the bound', (count, value, problem) => {
    const schema = z.strictObject({ count: count.meta({ title: '数量' }) });
    expect(told(schema, { count: value })).toEqual(['input.count', '数量', problem]);
  });

  const refusalOf = (schema: z.ZodType, input: unknown, known: z.ZodType | undefined) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? undefined : invalidInput(parsed.error, 'query', known);
  };
  const LABELS = { red: '超时', yellow: '预警' };
  const light = z.enum(['red', 'yellow']).meta({ title: '灯', labels: LABELS });
  const oneOrMany = z.union([z.array(light), light]).meta({ title: '灯', labels: LABELS });

  test.each<[string, z.ZodType, unknown, string]>([
    ['alone', light, 'CONSULT', 'query.light'],
    ['with a default', light.default('red'), 'CONSULT', 'query.light'],
    ['in a list', z.array(light), ['red', 'purple'], 'query.light.1'],
    ['where one or many may stand, as the one', oneOrMany.optional(), 'purple', 'query.light'],
    ['where one or many may stand, among many', oneOrMany, ['red', 'purple'], 'query.light.1'],
  ])('off a closed list names the labels, and the codes beside them: %s', (_, field, value, at) => {
    const schema = z.strictObject({ light: field });
    expect(refusalOf(schema, { light: value }, schema)).toEqual({
      code: 'INVALID_INPUT',
      field: at,
      details: { title: '灯', problem: '只能取“超时”“预警”' },
      choices: LABELS,
    });
  });

  test('off a closed list without labels names the codes', () => {
    const schema = z.strictObject({ light: z.enum(['red', 'yellow']) });
    expect(refusalOf(schema, { light: 'purple' }, undefined)).toMatchObject({
      details: { title: 'light', problem: '只能取“red”“yellow”' },
      choices: { red: 'red', yellow: 'yellow' },
    });
  });

  test.each([
    [z.iso.datetime({ offset: true }), '须为带时区的 ISO-8601 时间,如 2026-11-23T09:30:00+08:00'],
    [z.iso.date(), '格式不对'],
    [z.iso.date({ error: '不是日期' }), '不是日期'],
  ])('is told of in Chinese, whoever found it', (schema, problem) => {
    expect(refusalOf(schema, 'tomorrow', undefined)?.details).toMatchObject({ problem });
  });

  test('without its schema is called by its name', () => {
    const parsed = receipt.safeParse({ ...RECEIPT, text: ' ' });
    const refusal = parsed.success ? undefined : invalidInput(parsed.error, 'body');
    expect(refusal).toMatchObject({ field: 'body.text', details: { title: 'text' } });
  });
});
