import { describe, expect, test } from '@jest/globals';
import { stepGroups } from '../../web/case/step-groups.ts';
import { wordsOf } from '../../web/case/words.ts';
import { fenOf, yuanOf } from '../../web/form/money.ts';
import { defaultsOf, fieldsOf, inputOf, written } from '../../web/form/schema.ts';
import type { Me } from '../../web/server/contract.ts';
import { readFilters, writeFilters } from '../../web/worklist/filters.ts';
import { scopeOf, stagesOf } from '../../web/worklist/scope.ts';
import { MADE_UP } from './made-up-type.ts';

const { schema } = MADE_UP.opens;

describe('amounts', () => {
  test.each([
    ['0.01', 1],
    ['1.15', 115],
    ['0.29', 29],
    ['1234.5', 123_450],
    ['10000000000.00', 1_000_000_000_000],
  ])('%s yuan are %i fen', (yuan, fen) => {
    expect(fenOf(yuan)).toBe(fen);
    expect(Number(yuanOf(fen))).toBe(Number(yuan));
  });

  test('every amount up to a hundred yuan goes there and back', () => {
    for (let fen = 0; fen <= 10_000; fen += 1) expect(fenOf(yuanOf(fen))).toBe(fen);
  });

  test('are shown with two decimals', () => {
    expect([yuanOf(5), yuanOf(100), yuanOf(123_450)]).toEqual(['0.05', '1.00', '1234.50']);
  });
});

describe('forms', () => {
  test('ask for a field bound to several values of another with each of them', () => {
    const asked = (kind?: string) =>
      fieldsOf(schema, { kind }).find(({ name }) => name === 'amount')?.required;
    expect([asked('FINE'), asked('SEIZE'), asked('WARN'), asked()]).toEqual([
      true,
      true,
      undefined,
      undefined,
    ]);
  });

  test('start a question that must be answered with no, and amounts in yuan', () => {
    expect(defaultsOf(schema)).toEqual({ heard: false });
    const fee = { type: 'integer', widget: 'fen', default: 5_000 } as const;
    expect(defaultsOf({ properties: { fee } })).toEqual({ fee: '50.00' });
  });

  test('leave out what is empty, groups too, and what is no longer asked for', () => {
    const values = { party: { name: '' }, text: '', kind: 'WARN', amount: '5.00', heard: false };
    expect(inputOf(schema, values)).toEqual({ kind: 'WARN', heard: false });
    const begun = { party: { name: '陈测试', phone: undefined } };
    expect(inputOf(schema, begun)).toEqual({ party: { name: '陈测试' } });
  });

  test('turn brackets of document numbers into the right ones, and nothing else', () => {
    const number = { widget: 'documentNumber' } as const;
    for (const typed of ['青信意[2026]1号', '青信意(2026)1号', '青信意\uff082026\uff091号']) {
      expect(written(number, typed)).toBe('青信意〔2026〕1号');
    }
    expect(written({}, '(一)')).toBe('(一)');
  });
});

describe('pages', () => {
  const command = (name: string) => ({ command: name, label: name, allowed: true });
  const spec = (name: string, moves: boolean) => ({
    command: name,
    label: name,
    moves,
    schema: {},
  });
  const type = { ...MADE_UP, commands: [spec('note', false), spec('close', true)] };

  test('offer first what moves the case on, apart where there is much', () => {
    const few = ['note', 'close'].map(command);
    expect(stepGroups(few, type)).toEqual([
      { caption: '', steps: [command('close'), command('note')] },
    ]);
    const many = ['note', 'note', 'note', 'note', 'close'].map(command);
    expect(stepGroups(many, type).map(({ caption, steps }) => [caption, steps.length])).toEqual([
      ['推进', 1],
      ['登记、告知及其他', 4],
    ]);
  });

  test('call things as the type does', () => {
    expect(wordsOf(MADE_UP)).toEqual({ text: '案情', address: '地点', person: '当事人' });
    expect(wordsOf(undefined).person).toBe('诉求人');
  });
});

describe('the worklist', () => {
  const meAt = (code: string, kind: Me['unit']['kind']) => ({ unit: { code, kind } }) as Me;
  const office = { ...MADE_UP, id: 'office', roles: [{ role: 'clerk', at: 'office:petition' }] };
  const types = [MADE_UP, office];
  const idsAt = (code: string, kind: Me['unit']['kind']) => {
    const { types: seen, allUnits } = scopeOf(meAt(code, kind), types);
    return [seen.map(({ id }) => id).join(' '), allUnits];
  };

  test('knows the types of the centre, of an office and of other units', () => {
    expect(idsAt('ops-centre', 'centre')).toEqual(['made-up', true]);
    expect(idsAt('petition', 'bureau')).toEqual(['made-up office', true]);
    expect(idsAt('xujing', 'town')).toEqual(['made-up', false]);
  });

  test('names a stage once, by all its names', () => {
    const stage = { stage: 'closed', label: '已办结', ended: true };
    expect(stagesOf([MADE_UP, { ...office, stages: [stage] }], true)).toEqual([
      { value: 'closed', label: '已结案/已办结' },
    ]);
  });

  test('keeps the type in its address', () => {
    const filters = readFilters('type=petition&stage=routing');
    expect([filters.type, filters.stages]).toEqual(['petition', ['routing']]);
    expect(writeFilters(filters)).toBe('/?type=petition&stage=routing');
  });
});
