import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { StepData } from '../../../domain/case-state.ts';
import { type CaseType, listOf, previous } from '../../../domain/define-case-type.ts';
import { limitText } from '../../../domain/clocks/limit.ts';
import { diagram } from '../../../domain/explain/diagram.ts';
import { inputFields } from '../../../domain/explain/input-fields.ts';
import { deadlineOf } from '../../../domain/policy/policy.ts';
import { CASE_TYPES, newestPolicy } from '../../../domain/registry.ts';
import { type Walk, walk } from '../laws/walk.ts';

const walksOf = (type: CaseType): readonly Walk[] =>
  fc.sample(fc.gen(), { numRuns: 30, seed: 1 }).map((g) => walk(type, g));

/** As it is checked in, which is as it is made (checked-in.test.ts). */
const pageOf = ({ id, version }: CaseType): string =>
  readFileSync(`docs/case-types/${id}.v${version}.md`, 'utf8');

/** Every key that a limit of its clocks can be. */
const limitKeys = (type: CaseType): readonly string[] => [
  ...new Set(
    Object.values(type.clocks).flatMap(({ limit }) =>
      typeof limit === 'function' ? limit.keys : [limit],
    ),
  ),
];

/** The rows of a table, by its heading, cell by cell. */
function rowsUnder(page: string, heading: string): readonly (readonly string[])[] {
  const section = page.split(`\n${heading}\n`)[1]?.split('\n#')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => line.slice(2, -2).split(' | '));
}

describe.each(CASE_TYPES)('the page of $id v$version', (type) => {
  const page = pageOf(type);
  const policy = newestPolicy();
  const walks = walksOf(type);
  const limits = rowsUnder(page, '### Limits');
  const commands = rowsUnder(page, '## Commands');
  const rowOf = (rows: typeof commands, key: string) =>
    rows.find(([name]) => name?.split('<br>').includes(`\`${key}\``)) ?? [];

  test('has the label, the version, the prefix and the diagram', () => {
    for (const text of [`# ${type.label}\n`, `version ${type.version};`, `\`${type.prefix}\``]) {
      expect(page).toContain(text);
    }
    expect(page).toContain(`\`\`\`mermaid\n${diagram(type)}\`\`\``);
  });

  test('has a limit of every clock for each rule that it can have', () => {
    const keys = limits.map(([, key = '']) => key.replaceAll('`', ''));
    expect(new Set(keys)).toEqual(new Set(limitKeys(type)));
    expect(new Set(limits.map(([clock]) => clock))).toEqual(
      new Set(Object.values(type.clocks).map(({ label }) => label)),
    );
  });

  test('has the limits that the policy has', () => {
    for (const [, key = '', value, , , , clause] of limits) {
      const rule = deadlineOf(policy, key.replaceAll('`', ''));
      expect([key, value, clause]).toEqual([key, limitText(rule.counting.limit), rule.clause]);
    }
  });

  test('has a row for every state, role, clock and command', () => {
    const headings = ['## States', '## Roles', '### When they run', '## Commands'];
    const counts = headings.map((heading) => rowsUnder(page, heading).length);
    const { states, roles, clocks, commands: all } = type;
    const expected = [states, roles, clocks, { ...all, opens: true }];
    expect(counts).toEqual(expected.map((table) => Object.keys(table).length));
  });

  test.each(Object.entries(type.commands))('tells all of %s', (command, spec) => {
    const [name, who, from, , input, clocks, guards, told] = rowOf(commands, command);
    expect(name).toBe(`${spec.label}<br>\`${command}\`<br>\`${spec.event}\``);
    for (const [role, { label }] of Object.entries(type.roles)) {
      expect([role, who?.includes(label)]).toEqual([role, listOf(spec.by).includes(role)]);
      expect([role, told?.includes(label)]).toEqual([role, spec.notify?.includes(role) === true]);
    }
    expect(told?.includes('receiver')).toBe(spec.sends === true);
    expect(told?.includes('it is about')).toBe(spec.notifyAt === 'subject');
    expect(who?.includes('assisting unit')).toBe(spec.part === 'assisting');
    expect(from?.split('<br>')).toHaveLength(listOf(spec.from).length);
    for (const { title } of inputFields(spec.input)) expect(input).toContain(title);
    expect(guards === '—' ? 0 : guards?.split('<br>').length).toBe(spec.refuse?.length ?? 0);
    for (const clock of Object.values(type.clocks)) {
      const has = (verb: string) =>
        clocks
          ?.split('<br>')
          .some(
            (line) =>
              line.startsWith(verb) &&
              `、${line.slice(verb.length)}、`.includes(`、${clock.label}、`),
          );
      expect([clock.label, has('starts ')]).toEqual([
        clock.label,
        clock.starts.includes(spec.event),
      ]);
      expect([clock.label, has('ends ')]).toEqual([clock.label, clock.ends.includes(spec.event)]);
      expect([clock.label, has('extends ')]).toEqual([
        clock.label,
        clock.extendedBy?.event === spec.event,
      ]);
    }
  });

  test('tells of every due date that moved in a random case which command moves it', () => {
    const verbs: Readonly<Record<string, string>> = { paused: 'stops', resumed: 'sets going' };
    const moves = walks
      .flatMap(({ ticket }) => ticket.events)
      .flatMap((event) => ((event.data as StepData).moved ?? []).map((move) => ({ event, move })));
    for (const { event, move } of moves) {
      const cell = rowOf(commands, event.type)[5] ?? '';
      const verb = verbs[move.cause] ?? 'extends';
      const told = cell.split('<br>').find((line) => line.startsWith(`${verb} `)) ?? cell;
      expect(told).toContain(type.clocks[move.clock]?.label);
      expect(told).toMatch(new RegExp(`^${verb} `));
    }
    const moving = Object.values(type.clocks).some(
      ({ pausedIn, extendedBy }) => pausedIn ?? extendedBy,
    );
    expect(moves.length > 0).toBe(moving);
  });

  test('tells of nothing else that it stops a clock or sets one going', () => {
    for (const [command, { from, to }] of Object.entries(type.commands)) {
      const still = Object.values(type.clocks).flatMap(({ pausedIn }) => pausedIn?.states ?? []);
      const cell = rowOf(commands, command)[5] ?? '';
      if (!still.includes(to ?? '') && to !== previous) expect(cell).not.toContain('stops ');
      if (!listOf(from).some((state) => still.includes(state))) {
        expect(cell).not.toContain('sets going ');
      }
    }
  });

  test.each(Object.entries(type.clocks))('tells when %s runs', (clock, spec) => {
    const row = rowOf(rowsUnder(page, '### When they run'), clock);
    expect(row[1]).toBe(type.roles[spec.duty]?.label);
    expect(row[2]?.split('<br>')).toHaveLength(spec.starts.length);
    expect(row[3]?.split('<br>')).toHaveLength(spec.ends.length);
    expect(row[4] === '—').toBe(spec.pausedIn === undefined);
    expect(row[5] === '—').toBe(spec.extendedBy === undefined);
    expect(row[6] === '—').toBe(spec.lapse === undefined);
    expect(row[7]?.includes('promised')).toBe(spec.promised === true);
    expect(row[7]?.includes('one for each unit')).toBe(spec.perSubject === true);
    expect(row[7]?.includes('in an ended state')).toBe(spec.inEnded === true);
  });

  test('has no cell without a word, and no hole', () => {
    const cells = page.split('\n').filter((line) => line.startsWith('|'));
    expect(cells.filter((line) => /\|\s+\|/.test(line))).toEqual([]);
    expect(page).not.toMatch(/undefined|null|NaN|\[object|<br> \||\| <br>/);
  });
});

describe('the page of the hotline ticket', () => {
  const ticket = CASE_TYPES.find(({ id }) => id === 'hotline-ticket');
  if (!ticket) throw new Error('no hotline ticket');
  const page = pageOf(ticket);

  test.each([
    'stops 办理时限、本单位办理时限、重办时限',
    'sets going 办理时限、本单位办理时限、重办时限',
    'extends 办理时限、本单位办理时限',
    'ends every clock that runs',
    '解释说明内容与依据 (required when 办理结果:解释说明)',
    '来电人 (required): 姓名 (required) / 来电号码 (required)',
    '紧急程度: 一般 / 扬言类 / 安全隐患类 / 严重影响生活 / 群体性投诉',
    'The units that hold a case change with: 派单、同意退单、',
    '、提级办理、改派主办.',
    'then to 分管领导 of that unit, then to 督办员',
    '| 归档 by itself | runs on in an ended state |',
  ])('says: %s', (text) => {
    expect(page).toContain(text);
  });
});
