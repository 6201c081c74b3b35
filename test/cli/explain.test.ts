import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { widthOf } from '../../cli/demo/columns.ts';
import { find } from '../../cli/explain/find.ts';
import { runExplain } from '../../cli/explain/run.ts';
import { caseTypeFacts } from '../../domain/explain/case-type-facts.ts';
import { explain } from '../../domain/explain/explain.ts';
import { CASE_TYPES, currentCaseType } from '../../domain/registry.ts';
import { aType } from '../domain/explain/a-type.ts';

const PROGRAM = ['--import', 'tsx', 'cli/explain.ts'];

/** The tool as a process of its own. */
const child = (args: readonly string[]) =>
  spawnSync(process.execPath, [...PROGRAM, ...args], { encoding: 'utf8' });

const ticket = currentCaseType('hotline-ticket');
if (!ticket) throw new Error('no hotline ticket');

describe('an answer', () => {
  const { out, err, code } = runExplain(['hotline-ticket', 'pendingAck', 'coordinator']);

  test('says what is possible, with what, and what may still refuse it', () => {
    expect({ err, code }).toEqual({ err: '', code: 0 });
    for (const part of [
      '12345 工单(hotline-ticket@1) · 待签收(pendingAck) · 联络员(coordinator)\n',
      '  签收(acknowledge) → 待联系,限主办\n    填写:无\n',
      '    填写:退单原因*、理由与依据*、建议承办单位\n',
      '    仍可能不予:派单后 1 个工作日内可申请退单(returnWindowOver)\n',
    ]) {
      expect(out).toContain(part);
    }
  });

  test('says in columns why the rest is not', () => {
    const rows = out.split('不可以\n')[1]?.split('\n\n')[0]?.split('\n') ?? [];
    expect(rows).toContainEqual(
      expect.stringMatching(/^ {2}派单 +由派单员进行;只能在以下环节进行:/),
    );
    const columns = rows.map((row) => widthOf(/^ {2}\S+ +/.exec(row)?.[0] ?? ''));
    expect([rows.length > 20, new Set(columns).size]).toEqual([true, 1]);
  });

  test('is the same by key, by label, with the version and without', () => {
    for (const args of [
      ['hotline-ticket@1', '待签收', '联络员'],
      ['12345 工单', 'pendingAck', '联络员'],
      ['12345 工单@1', '待签收', 'coordinator'],
    ]) {
      expect(runExplain(args).out).toBe(out);
    }
  });

  test('as JSON is one object', () => {
    const json = runExplain(['hotline-ticket', '待签收', '联络员', '--json']).out;
    expect(json.match(/\n/g)).toHaveLength(1);
    expect(JSON.parse(json)).toEqual(explain(caseTypeFacts(ticket), 'pendingAck', 'coordinator'));
  });
});

describe('the list', () => {
  test('has every type, state and role by key and label', () => {
    const { out } = runExplain(['--list']);
    const rows = out.split('\n').map((row) => row.trim().replace(/ +/, ' '));
    for (const { id, version, label, states, roles } of CASE_TYPES) {
      expect(out).toContain(`${id}@${version} ${label}\n`);
      for (const [key, spec] of [...Object.entries(states), ...Object.entries(roles)]) {
        expect(rows).toContain(`${key} ${spec.label}`);
      }
    }
  });

  test('as JSON as well', () => {
    const { types } = JSON.parse(runExplain(['--list', '--json']).out);
    expect(types.map(({ id }: { id: string }) => id)).toEqual(CASE_TYPES.map(({ id }) => id));
    expect(types[0].states[0]).toEqual({ key: 'pendingDispatch', label: '待派单' });
  });
});

describe('names', () => {
  const types = [{ ...aType, version: 6 }, aType, ticket];
  const lines = (type: string, state = 'draft', role = 'clerk') => {
    const found = find(types, { type, state, role });
    return 'lines' in found ? found.lines.join('\n') : `${found.type.id}@${found.type.version}`;
  };

  test('find the newest version, or the one that is named', () => {
    expect([lines('a-type'), lines('a-type@6'), lines('样例@7')]).toEqual([
      'a-type@7',
      'a-type@6',
      'a-type@7',
    ]);
  });

  test.each([
    ['a-typ', 'draft', 'clerk', '<类型>: 没有类型“a-typ”\n您要的可能是:样例(a-type)'],
    ['a-type@9', 'draft', 'clerk', '<类型>: a-type 没有版本“9”\n有的是:a-type@7、a-type@6'],
    ['a-type@', 'draft', 'clerk', '<类型>: a-type 没有版本“”\n有的是:a-type@7、a-type@6'],
    ['a-type', 'drft', 'clerk', '<环节>: 没有环节“drft”\n您要的可能是:草稿: "甲"(draft)'],
    [
      'a-type',
      'constructor',
      'clerk',
      /^<环节>: 没有环节“constructor”\n有的是:草稿.*、完成\(done\)$/,
    ],
    ['a-type', 'draft', '经办', '<角色>: 没有角色“经办”\n您要的可能是:经办人(clerk)'],
    ['a-type', 'draft', 'qqqqqqqq', /^<角色>: 没有角色“qqqqqqqq”\n有的是:经办人\(clerk\)、/],
    ['hotline-ticket', 'pendingack', 'x', /^<环节>: .*\n您要的可能是:待签收\(pendingAck\)/],
    ['hotline-ticket', '待签', 'x', /^<环节>: 没有环节“待签”\n.*待签收\(pendingAck\)/],
  ])('%s %s %s is not known, and what may have been meant is', (type, state, role, message) => {
    if (typeof message === 'string') expect(lines(type, state, role)).toBe(message);
    else expect(lines(type, state, role)).toMatch(message);
  });
});

describe('what is wrong', () => {
  test.each([
    ['', /^缺少 <类型>、<环节> 与 <角色>\n/],
    ['hotline-ticket', /^缺少 <环节> 与 <角色>\n/],
    ['hotline-ticket 待签收', /^缺少 <角色>\n/],
    ['hotline-ticket 待签收 联络员 x', /^x: 多余的参数\n/],
    ['hotline-ticket 待签收 联络', /^<角色>: .*\n您要的可能是:联络员.*\n全部类型.*--list\n$/],
    ['--docs', /^--docs: 后面要有值\n/],
    ['--docs a --json', /^--docs: .*不与“--json”同用\n/],
    ['--docs a b', /^--docs: .*不与“b”同用\n/],
    ['--list x', /^--list: .*不与“x”同用\n/],
    ['--list --docs a', /^--docs: .*不与“--list”同用\n/],
    ['--list=yes', /^--list: 不带值\n/],
    ['--lst', /^--lst: 没有这个选项\n您要的可能是:--list\n/],
    ['--zzzzzzzzz', /^--zzzzzzzzz: 没有这个选项\n用法见/],
  ])('%s is refused on the other stream, with code 2', (command, message) => {
    const { out, err, code, files } = runExplain(command.split(' ').filter(Boolean));
    expect({ out, code, files }).toEqual({ out: '', code: 2, files: [] });
    expect(err).toMatch(message);
  });

  test('help names every option', () => {
    for (const args of [['--help'], ['-h'], ['hotline-ticket', '--help']]) {
      expect(runExplain(args).out).toMatch(/--list[\s\S]*--docs[\s\S]*--json[\s\S]*--help/);
    }
  });
});

describe('as a process', () => {
  test('says which folder cannot be written', () => {
    const { stdout, stderr, status } = child(['--docs', 'package.json/x']);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toMatch(/^--docs: 写不进去:.*package\.json/);
  });

  test('prints one JSON object and nothing else, or says what is wrong with code 2', () => {
    const right = child(['hotline-ticket', 'closed', 'dispatcher', '--json']);
    expect({ stderr: right.stderr, status: right.status }).toEqual({ stderr: '', status: 0 });
    expect(JSON.parse(right.stdout)).toMatchObject({ state: { key: 'closed', label: '已办结' } });
    const wrong = child(['hotline-ticket', 'closd', 'dispatcher', '--json']);
    expect({ stdout: wrong.stdout, status: wrong.status }).toEqual({ stdout: '', status: 2 });
    expect(wrong.stderr).toMatch(/^<环节>: 没有环节“closd”\n您要的可能是:已办结\(closed\)/);
  });

  test('does not mind a reader who has read enough', () => {
    const script = `set -o pipefail; "$0" ${PROGRAM.join(' ')} --list | head -1`;
    expect(execFileSync('bash', ['-c', script, process.execPath], { encoding: 'utf8' })).toBe(
      'hotline-ticket@1 12345 工单\n',
    );
  });
});
