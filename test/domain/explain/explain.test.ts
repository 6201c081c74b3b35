import { describe, expect, test } from '@jest/globals';
import { answerText } from '../../../cli/explain/answer-text.ts';
import { type CaseType, listOf } from '../../../domain/define-case-type.ts';
import { caseTypeFacts } from '../../../domain/explain/case-type-facts.ts';
import { type Explanation, explain } from '../../../domain/explain/explain.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';

/** Every text of an answer, wherever it stands. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const HOLE = /[{}]|undefined|null|NaN|\[object|“”|\(\)/;

const everywhere = (type: CaseType): readonly (readonly [state: string, role: string])[] =>
  Object.keys(type.states).flatMap((state) =>
    Object.keys(type.roles).map((role) => [state, role] as const),
  );

describe.each(CASE_TYPES)('explanations of $id v$version', (type) => {
  const facts = caseTypeFacts(type);
  const answers = new Map<string, Explanation>();
  const answer = (state: string, role: string): Explanation => {
    const known = answers.get(`${state} ${role}`) ?? explain(facts, state, role);
    answers.set(`${state} ${role}`, known);
    return known;
  };

  test.each(everywhere(type))('in %s to %s have every command once', (state, role) => {
    const { may, mayNot, automatic } = answer(state, role);
    const keys = [...may, ...mayNot, ...automatic].map(({ key }) => key);
    expect(keys.toSorted()).toEqual(Object.keys(type.commands).toSorted());
    const commands = Object.entries(type.commands);
    const now = commands.filter(
      ([, { by, from }]) => listOf(by).includes(role) && listOf(from).includes(state),
    );
    const byItself = commands.filter(([, { by }]) => by === 'system');
    const keysOf = (list: readonly (readonly [string, unknown])[]) => list.map(([key]) => key);
    expect(new Set(may.map(({ key }) => key))).toEqual(new Set(keysOf(now)));
    expect(new Set(automatic.map(({ key }) => key))).toEqual(new Set(keysOf(byItself)));
  });

  test.each(everywhere(type))('in %s to %s say why not, and who and where', (state, role) => {
    const illExplained = answer(state, role).mayNot.filter(({ key, because, why }) => {
      const { by = [], from = [] } = type.commands[key] ?? {};
      const reasons = [
        ...(listOf(by).includes(role) ? [] : ['role']),
        ...(listOf(from).includes(state) ? [] : ['state']),
      ];
      const names = [
        ...(because.includes('role') ? listOf(by).map((one) => type.roles[one]?.label) : []),
        ...(because.includes('state') ? listOf(from).map((one) => type.states[one]?.label) : []),
      ];
      const told = names.every((name) => name !== undefined && why.includes(name));
      return because.length === 0 || because.toSorted().join() !== reasons.join() || !told;
    });
    expect(illExplained).toEqual([]);
  });

  test.each(everywhere(type))('in %s to %s have no hole', (state, role) => {
    const told = answer(state, role);
    const texts = [...textsIn(told), answerText(told)];
    expect(texts.filter((text) => text === '' || HOLE.test(text))).toEqual([]);
  });

  test('name every guard, and every input by its title', () => {
    for (const { key, guards, input } of [...answers.values()].flatMap(({ may }) => may)) {
      const spec = type.commands[key];
      expect(guards).toHaveLength(spec?.refuse?.length ?? 0);
      for (const { name } of guards) expect(name).toMatch(/^(?!unnamed)[a-z]\w+$/);
      for (const field of input) expect(field.title).not.toBe(field.name);
    }
  });

  test('know no other state and no other role', () => {
    const [state = '', role = ''] = everywhere(type)[0] ?? [];
    expect(() => explain(facts, 'constructor', role)).toThrow(RangeError);
    expect(() => explain(facts, state, 'constructor')).toThrow(RangeError);
  });
});

describe('of the hotline ticket', () => {
  const ticket = CASE_TYPES.find(({ id }) => id === 'hotline-ticket');
  if (!ticket) throw new Error('no hotline ticket');
  const facts = caseTypeFacts(ticket);

  test('say what may still be refused, and by which rule', () => {
    const rules = Object.fromEntries(
      [
        ...explain(facts, 'inProgress', 'coordinator').may,
        ...explain(facts, 'callbackPending', 'callbackAgent').may,
      ].flatMap(({ guards }) => guards.map(({ name, rules: texts }) => [name, texts] as const)),
    );
    expect(rules).toMatchObject({
      returnWindowOver: ['派单后 1 个工作日内可申请退单'],
      reworkExhausted: ['重办以 2 次为限'],
      handlerCannotCallBack: ['回访由未参与办理的回访员进行'],
      extensionTooLong: expect.arrayContaining([
        '本类事项至多延长 10 个工作日,合计十五个工作日',
        '本类事项至多延长 14 个工作日,合计十五个工作日',
      ]),
    });
  });

  test('say when something happens by itself, and whom else it waits for', () => {
    const { automatic, may } = explain(facts, 'suspended', 'coordinator');
    expect(automatic.filter(({ key }) => key === 'archive')).toEqual([
      {
        key: 'archive',
        label: '归档',
        when: '在“已办结”时,“重新办理期限”(30 日)届满时由系统自动进行,无须办理',
      },
    ]);
    const { itself } = may.find(({ key }) => key === 'resume') ?? {};
    expect(itself).toBe('“挂起复核期限”(30 日)届满时自动进行');
  });

  test('say whether the unit must lead or assist', () => {
    const parts = (role: string) =>
      Object.fromEntries(
        explain(facts, 'inProgress', role).may.map(({ key, only }) => [key, only]),
      );
    expect(parts('handler')).toMatchObject({
      submitResult: '限主办',
      replyAssistance: '限协办',
    });
    expect(new Set(Object.values(parts('dispatcher')))).toEqual(new Set([undefined]));
  });

  test('say where a way back leads', () => {
    const { may } = explain(facts, 'returnReview', 'dispatcher');
    const { to } = may.find(({ key }) => key === 'rejectReturn') ?? {};
    expect(to).toBe('退回原环节(待签收、待联系、办理中)');
  });

  test('tell roles at a unit what their unit must hold', () => {
    const rule = '各单位只能办理派给本单位的案件';
    expect(explain(facts, 'pendingAck', 'coordinator').notes).toEqual([rule]);
    expect(explain(facts, 'pendingAck', 'dispatcher').notes).toEqual([]);
    expect(explain(facts, 'archived', 'handler').notes).toEqual([
      rule,
      '“已归档”之后不再有任何操作',
    ]);
  });
});
