import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { runDue } from '../../cli/due/run.ts';
import { widthOf } from '../../cli/demo/columns.ts';
import { DUTIES } from '../../domain/policy/duty.ts';
import { isDeadline, isSchedule } from '../../domain/policy/policy.ts';
import { newestPolicy, RELEASED } from '../../domain/registry.ts';

const policy = newestPolicy();
const KEYS = Object.keys(policy.rules);
const json = (...args: readonly string[]) => JSON.parse(runDue([...args, '--json']).out);

const PROGRAM = ['--import', 'tsx', 'cli/due.ts'];

/** The tool as a process of its own. */
const child = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, [...PROGRAM, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });

describe('the golden vectors', () => {
  const WORKING_DAYS = [
    ['2024-02-09', '2024-02-18', '2024-02-20', '2024-02-22', '2024-02-26', '2024-03-07'],
    ['2024-04-30', '2024-05-06', '2024-05-08', '2024-05-10', '2024-05-13', '2024-05-23'],
    ['2024-09-30', '2024-10-08', '2024-10-10', '2024-10-12', '2024-10-15', '2024-10-25'],
    ['2025-04-25', '2025-04-27', '2025-04-29', '2025-05-06', '2025-05-08', '2025-05-20'],
    ['2025-06-27', '2025-06-30', '2025-07-02', '2025-07-04', '2025-07-08', '2025-07-18'],
    ['2025-09-26', '2025-09-28', '2025-09-30', '2025-10-10', '2025-10-13', '2025-10-23'],
    ['2025-12-31', '2026-01-04', '2026-01-06', '2026-01-08', '2026-01-12', '2026-01-22'],
    ['2026-04-30', '2026-05-06', '2026-05-08', '2026-05-11', '2026-05-13', '2026-05-25'],
    ['2026-09-30', '2026-10-08', '2026-10-10', '2026-10-13', '2026-10-15', '2026-10-27'],
  ];
  test.each(WORKING_DAYS)('working days from %s', (start, ...expected) => {
    const found = [1, 3, 5, 7, 15].map((n) => json(`${n}wd`, start).statutory);
    expect(found).toEqual(expected);
  });

  test.each([
    ['petition.notice15 2025-01-17', '2025-02-01 2025-02-05 2025-01-27'],
    ['petition.handle60 2025-08-04', '2025-10-03 2025-10-09 2025-09-30'],
    ['waste.decisionDays 2025-07-10', '2025-10-08 2025-10-09 2025-09-30'],
    ['waste.seizureDays 2025-09-05', '2025-10-05 2025-10-05 2025-09-30'],
    ['30cd 2025-09-05 --roll forward', '2025-10-05 2025-10-09 2025-09-30'],
    ['waste.decisionDays 2026-07-03', '2026-10-01 2026-10-08 2026-09-30'],
    ['waste.hearingRequest 2025-09-26', '2025-10-10 2025-10-10 2025-10-10'],
    ['waste.hearingNotice 2025-10-24', '2025-10-14 2025-10-14 2025-10-14'],
    ['1m 2025-01-31', '2025-02-28 2025-02-28 2025-02-28'],
    ['3m 2025-11-30', '2026-02-28 2026-02-28 2026-02-28'],
    ['5wd 2025-04-25 --suspend 2025-04-28..2025-04-30', '2025-05-08 2025-05-08 2025-05-08'],
    ['15wd 2026-02-10 --suspend 2026-02-11..2026-02-14', '2026-03-12 2026-03-12 2026-03-12'],
    ['petition.handle60 2025-11-20 --extend 30', '2026-02-18 2026-02-24 2026-02-14'],
    [
      'waste.decisionDays 2025-11-10 --suspend 2025-12-01..2025-12-16:听证',
      '2026-02-23 2026-02-24 2026-02-14',
    ],
  ])('%s', (command, expected) => {
    const { nominal, statutory, internal } = json(...command.split(' '));
    expect([nominal, statutory, internal].join(' ')).toBe(expected);
  });

  test('hours', () => {
    expect(json('4oh', '2025-09-30T16:00').statutory).toBe('2025-10-09T14:00:00+08:00');
    expect(json('24h', '2025-09-30T16:00').statutory).toBe('2025-10-01T16:00:00+08:00');
  });
});

test.each(KEYS)('%s is answered for a date and for an instant', (key) => {
  for (const start of ['2026-03-02', '2026-03-02T10:30:00+08:00']) {
    const { out, err, code } = runDue([key, start]);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toContain(key);
    expect(json(key, start)).toMatchObject({ rule: key });
  }
});

describe('as a process', () => {
  test('prints one JSON object and nothing else', () => {
    const { stdout, stderr, status } = child(['hotline.ack', '2025-09-30T16:00', '--json']);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout.match(/\n/g)).toHaveLength(1);
    expect(JSON.parse(stdout)).toEqual(json('hotline.ack', '2025-09-30T16:00'));
  });

  test('says what is wrong on the other stream, with code 2', () => {
    const { stdout, stderr, status } = child(['hotline.firstcontact', '2025-09-30', '--json']);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toBe(
      '<规则>: 没有规则“hotline.firstcontact”\n您要的可能是:hotline.firstContact、hotline.contactAttempts\n',
    );
  });

  test('says the same wherever its machine is', () => {
    const args = ['waste.decisionDays', '2025-11-10', '--suspend', '2025-12-01..2025-12-16:听证'];
    const here = runDue(args).out;
    for (const TZ of ['America/New_York', 'Pacific/Auckland', 'Asia/Shanghai']) {
      expect(child(args, { TZ }).stdout).toBe(here);
    }
  });

  test('does not mind a reader who has read enough', () => {
    const script = `set -o pipefail; "$0" ${PROGRAM.join(' ')} --list | head -1`;
    expect(execFileSync('bash', ['-c', script, process.execPath], { encoding: 'utf8' })).toBe(
      '# 期限登记表\n',
    );
  });
});

describe('for people', () => {
  const { out } = runDue([
    'petition.notice15',
    '2025-01-17',
    '--suspend',
    '2025-01-20..2025-01-21',
  ]);

  test('the three dates, the reckoning in words, every day, the levels and what to mind', () => {
    for (const part of [
      '转送、交办的书面告知 · petition.notice15 · 有权处理机关 · 已核实',
      '起始  2025-01-17(周五)',
      '名义  2025-02-02(周日)',
      '法定  2025-02-05(周三) 23:59:59',
      '内部  2025-01-27(周一) 17:00',
      '转送、交办的书面告知:15 日,自 2025-01-17(周五)的次日起算',
      '2025-01-20(周一)  挂起        挂起:未注明事由',
      '2025-02-05(周三)  移动        顺延至此日',
      'L1  预警(黄灯)',
      '注意:本规则没有可以挂起的事由',
    ]) {
      expect(out).toContain(part);
    }
  });

  test('columns line up, wide characters or not', () => {
    const { out: hours } = runDue(['4oh', '2025-09-30T16:00']);
    const days = hours.split('\n').filter((line) => /^(\d{4}-|日期)/.test(line));
    const spans = days.filter((line) => /时段|\d\d:\d\d-/.test(line));
    const columns = spans.map((line) => widthOf(line.slice(0, line.search(/时段|\d\d:\d\d-/))));
    expect([spans.length, new Set(columns).size]).toEqual([4, 1]);
  });

  test('a figure is no date', () => {
    expect(runDue(['hotline.maxReturns', '2025-01-17']).out).toMatch(/退单次数:2 次,不是期限。/);
  });
});

describe('options', () => {
  test('are handed on', () => {
    expect(json('5wd', '2025-04-25', '--counter').statutoryAt).toBe('2025-05-06T17:00:00+08:00');
    expect(json('3wd', '2025-09-30', '--unit=vital-sign-desk').statutory).toBe('2025-10-03');
    const calendar = RELEASED.calendars[0]?.version ?? '';
    expect(json('5wd', '2025-04-25', '--calendar', calendar).calendar).toBe(calendar);
    const twice = ['--suspend', '2025-04-28..2025-04-29', '--suspend=2025-04-30..2025-05-01'];
    expect(json('5wd', '2025-04-25', ...twice).statutory).toBe('2025-05-08');
    expect(json('5wd', '2025-04-25', '--extend', '5@2025-05-07').statutory).toBe('2025-05-06');
  });

  test.each([
    ['', /^缺少 <规则> 与 <起始>/],
    ['5wd', /^缺少 <起始>/],
    ['5wd 2025-04-25 2025-04-26', /^2025-04-26: 多余的参数/],
    ['5wdd 2025-04-25', /^<规则>: “5wdd”不是时限/],
    [
      'nothing.like.it.at.all 2025-04-25',
      /^<规则>: 没有规则.*\n全部规则见 npm run -s due -- --list$/,
    ],
    ['5wd 2025-02-30', /^<起始>: 没有“2025-02-30”这一天/],
    ['5wd 2025.4.25', /^<起始>: .*\n您要的可能是:2025-04-25$/],
    ['5wd 2025-04-25 --suspend 2025-04-28', /^--suspend: .*FROM\.\.TO/],
    ['5wd 2025-04-25 --suspend 2025-04-28..2025-04-28', /^--suspend: 起须早于止/],
    ['5wd 2025-04-25 --suspend 2025-04-24..2025-04-28', /^--suspend: 挂起不能早于起始日/],
    [
      'waste.decisionDays 2025-04-25 --suspend 2025-05-06..2025-05-08:天气',
      /^--suspend: .*只有:等待鉴定/,
    ],
    ['5wd 2025-04-25 --extend 0', /^--extend: “0”须为 1 至/],
    ['5wd 2025-04-25 --extend -3', /^--extend: “-3”须为 1 至/],
    ['5wd 2025-04-25 --extend', /^--extend: 后面要有值/],
    ['5wd 2025-04-25 --extend 1 --extend 2', /^--extend: 只能给一次/],
    ['5wd 2025-04-25 --roll up', /^--roll: 只能取 forward、backward、none$/],
    ['petition.handle60 2025-04-25 --roll none', /^--roll: .*由规则规定/],
    ['5wd 2025-04-25 --unit xiayang', /^--unit: .*vital-sign-desk/],
    [
      '5wd 2025-04-25 --calendar cn-1999.1',
      /^--calendar: 没有日历“cn-1999.1”;有的是:cn-2024-2026.1/,
    ],
    ['5wd 2025-04-25 --json=yes', /^--json: 不带值/],
    ['5wd 2025-04-25 --suspnd x', /^--suspnd: 没有这个选项\n您要的可能是:--suspend$/],
    ['5wd 2025-04-25 -x', /^-x: 没有这个选项/],
    ['--list 5wd', /^--list: .*不与“5wd”同用/],
    ['--list --counter', /^--list: .*不与“counter”同用/],
  ])('%s is refused', (command, message) => {
    const { out, err, code } = runDue(command.split(' ').filter(Boolean));
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err.trimEnd()).toMatch(message);
    expect(err.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });

  test('help names every option', () => {
    const { out, code } = runDue(['--help']);
    expect(code).toBe(0);
    for (const option of 'suspend extend roll counter unit calendar list json help'.split(' ')) {
      expect(out).toContain(`--${option}`);
    }
  });
});

describe('the register', () => {
  const { out } = runDue(['--list']);
  const rows = out
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => cell.trim()),
    );
  const cells = new Map(rows.map(([key = '', ...rest]) => [key.slice(1, -1), rest]));

  test('has every rule once, with what the policy says of it', () => {
    expect(rows).toHaveLength(KEYS.length);
    expect([...cells.keys()].toSorted()).toEqual(KEYS.toSorted());
    for (const [key, rule] of Object.entries(policy.rules)) {
      const row = cells.get(key) ?? [];
      expect(row).toHaveLength(11);
      const [label, duty, value, from, , extension, pauses, ladder, clause, status, line] = row;
      expect([label, duty, clause, line]).toEqual([
        rule.label,
        DUTIES[rule.duty],
        rule.clause,
        rule.row,
      ]);
      const statuses = { verified: '已核实', recalled: '凭记忆', customary: '惯例' };
      expect(status).toBe(statuses[rule.status]);
      if (isDeadline(rule)) {
        expect([from, ladder]).toEqual([rule.from, rule.ladder]);
        expect(value?.split(' ')[0]).toBe(String(rule.counting.limit.value));
        expect(pauses).toBe(rule.pauses?.join('、') ?? '—');
        expect(extension === '—').toBe(rule.extension === undefined);
      } else {
        expect([from, extension, pauses, ladder]).toEqual(['—', '—', '—', '—']);
        if (!isSchedule(rule) && typeof rule.value === 'number') {
          expect(Number.parseInt(value ?? '', 10)).toBe(rule.value);
        }
      }
    }
  });

  test.each([
    [
      'hotline.handle.ASSIST_COMPLAINT',
      '办理(求助、投诉)|承办单位|5 个工作日|受理|次日起,24 时止,遇休顺延|10 个工作日(区派单员)|等待第三方、等待执法程序、天气原因、法律程序|standard|青夏街〔2022〕22号:五个工作日内首次处置|已核实|T13',
    ],
    [
      'petition.handle60',
      '申诉求决类办理|有权处理机关|60 日|受理之日|次日起,24 时止,遇休顺延|30 日(本机关负责人)|—|standard|《信访工作条例》第34条|已核实|P5',
    ],
    [
      'waste.hearingNotice',
      '听证通知|执法机关|7 个工作日|举行听证|倒推,其间须满整日|—|—|window|《行政处罚法》第64条第2项、第85条|已核实|D10',
    ],
    [
      'waste.seizureDays',
      '查封、扣押|执法机关|30 日|查封、扣押|次日起,24 时止,不顺延|30 日(机关负责人)|等待鉴定|standard|《行政强制法》第25、27条|已核实|D5',
    ],
    [
      'waste.limitation',
      '处罚时效|执法机关|24 个月|违法行为终了|次日起,24 时止,遇休顺延|—|—|window|《行政处罚法》第36条:二年|已核实|D1',
    ],
    [
      'hotline.urgent.formal',
      '紧急件正式处置|承办单位|1 个工作日|先期处置|次一工作日起,24 时止,遇休顺延|—|—|standard|先期处置、中途汇报后,次一工作日正式处置(杨浦区房管局 2013)|已核实|热线参数',
    ],
    [
      'warning.ack.RED',
      '红色预警确认|体征值守员|5 分钟|推送|即时起,到点止|—|—|alarm|体征预警闭环(惯例,全天候)|惯例|体征预警',
    ],
    [
      'report.weeklyProgress',
      '任务推进明细|联络员|每周四|—|下班止,遇休顺延|—|—|—|物业治理攻坚:每周四 17:00 前(时点为惯例)|惯例|报送节奏',
    ],
    [
      'waste.extraExtension',
      '处罚决定延长|执法机关|30 日、60 日|—|—|—|—|—|住建部令第55号(原文待核);默认不启用|凭记忆|D3',
    ],
  ])('has %s as it stands in the policy', (key, row) => {
    expect(cells.get(key)?.join('|')).toBe(row);
  });

  test('says when an extension is not in use', () => {
    expect(cells.get('waste.decisionDays')?.[5]).toBe('30 日(机关负责人)、60 日(集体讨论),未启用');
  });

  test('puts each rule under its register', () => {
    const under = (key: string) =>
      out
        .slice(0, out.indexOf(`| \`${key}\``))
        .split('\n## ')
        .at(-1);
    const heads = ['hotline.ack', 'petition.handle60', 'waste.lead.accept', 'waste.verifyDays']
      .concat(['hazard.watchDays', 'illegal.onsiteH', 'warning.push', 'report.yearlyDraft'])
      .concat(['supervision.reply'])
      .map((key) => under(key)?.split('\n')[0]);
    expect(heads).toEqual([
      '12345 热线工单',
      '信访 P1–P13',
      '线索移送 L1–L8',
      '行政处罚 D1–D25',
      '隐患整改',
      '违法建筑',
      '体征预警',
      '定期报告',
      '督办、预警与口径',
    ]);
    expect(out).not.toContain('## 其他');
  });

  test('as JSON has the same rules', () => {
    const { rules, policy: version } = json('--list');
    expect(version).toBe(policy.version);
    expect(rules.map(({ key }: { key: string }) => key)).toEqual([...cells.keys()]);
    for (const { key, value, counting } of rules) {
      expect([value, counting ?? '—']).toEqual([cells.get(key)?.[2], cells.get(key)?.[4]]);
    }
  });

  test('is docs/deadline-register.md; when stale: npm run -s due -- --list > docs/deadline-register.md', () => {
    expect(readFileSync('docs/deadline-register.md', 'utf8')).toBe(out);
  });
});
