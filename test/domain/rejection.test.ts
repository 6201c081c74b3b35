import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { REFUSAL_TEXTS } from '../../domain/refusal-texts.ts';
import { quotable, refusalText, refuse } from '../../domain/rejection.ts';

describe('the text of a refusal', () => {
  test.each(Object.entries(REFUSAL_TEXTS))(
    '%s says what, by which rule, and what to do',
    (_, text) => {
      expect(Object.keys(text)).toEqual(['what', 'rule', 'todo']);
      for (const sentence of Object.values(text)) {
        expect(sentence).toMatch(/^[^{}]*(\{\w+\}[^{}]*)*$/);
        expect(sentence.trim()).not.toBe('');
      }
    },
  );

  test('belongs to one code of one area', () => {
    const areas = readdirSync('domain/refusals').map((name) =>
      readFileSync(`domain/refusals/${name}`, 'utf8'),
    );
    const codes = areas.flatMap((text) =>
      [...text.matchAll(/^ {2}([A-Z_]+): \{/gm)].map(([, code]) => code),
    );
    expect(codes.length).toBeGreaterThan(200);
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  });

  test('is filled from the details, lists with 、 between', () => {
    const details = { state: '待派单', command: '签收', allowed: ['待签收', '办理中'] };
    expect(refusalText(refuse('WRONG_STATE', { details }))).toEqual({
      what: '案件现为“待派单”,不能进行“签收”',
      rule: '“签收”只能在以下环节进行:待签收、办理中',
      todo: '请刷新案件后按“下一步”办理',
    });
  });

  test('takes numbers as they are, zero too', () => {
    const details = { count: 0, limit: 3 };
    expect(refusalText(refuse('ATTEMPTS_MISSING', { details })).what).toBe('未接通仅 0 次');
  });

  test('fills every place where a name stands', () => {
    const details = { type: 'x', allowed: ['{type}'] };
    expect(refusalText(refuse('UNKNOWN_CASE_TYPE', { details })).rule).toContain('{type}');
  });
});

describe('what somebody sent', () => {
  test.each(['leadUnit', 'hotline-ticket', 'a.b', '_x1', 'x'.repeat(60)])(
    'is quoted when it looks like a name: %s',
    (name) => expect(quotable(name)).toBe(name),
  );

  test.each(['陈测试', '', 'x'.repeat(61), 'a b', '<b>', 'a\nb', '139 0000 0000'])(
    'is not quoted when it may be anything: %j',
    (name) => expect(quotable(name)).toBe('…'),
  );
});
