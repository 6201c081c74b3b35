import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { CaseState } from '../../../domain/case-state.ts';
import { commandSpec, mayAttempt } from '../../../domain/decider.ts';
import { SYSTEM } from '../../../domain/step-events.ts';
import type { Actor, CaseType } from '../../../domain/define-case-type.ts';
import { officeOf, type Part, PARTS } from '../../../domain/definition/parts.ts';
import { permissionsCsv } from '../../../domain/explain/permissions.ts';
import { CASE_TYPES, rulesForNew } from '../../../domain/registry.ts';
import { person } from '../../support/given.ts';
import { at } from '../../support/moments.ts';
import { aType } from './a-type.ts';

type Row = Readonly<Record<string, string>>;
const rowsOf = (types: readonly CaseType[]): readonly Row[] =>
  parse(permissionsCsv(types), { columns: true, record_delimiter: '\r\n' });

/** What the decider lets somebody of a role attempt in a state, on a case that the own unit leads, assists in or has nothing to do with. */
function attempts(type: CaseType, actor: Actor, part?: Part): readonly string[] {
  const held: CaseType = {
    ...type,
    holders: () => (part ? [{ unit: actor.unit, part }] : []),
  };
  const rules = { ...rulesForNew(type, at('2026-11-23 09:00')), type: held };
  return Object.keys(type.states).flatMap((stage) =>
    Object.keys(type.commands).flatMap((command) => {
      const spec = commandSpec(type, command);
      const state = { stage, facts: {} } as CaseState;
      const may = spec && 'role' in mayAttempt(rules, state, spec, actor);
      return may ? [`${stage} ${command}`] : [];
    }),
  );
}

const actors = (type: CaseType): readonly (readonly [role: string, actor: Actor])[] => [
  ...Object.entries(type.roles).map(
    ([role, { at }]) => [role, person(role, officeOf(at) ?? 'a', role)] as const,
  ),
  ['system', SYSTEM],
];

describe.each([...CASE_TYPES, aType])('the permissions of $id v$version', (type) => {
  const rows = rowsOf([type]);
  const of = (role: string, where: (row: Row) => boolean) =>
    rows
      .filter((row) => row['role'] === role && where(row))
      .map((row) => `${row['state']} ${row['command']}`);

  test.each(actors(type))('are what the decider lets %s attempt', (role, actor) => {
    for (const part of Object.keys(PARTS) as Part[]) {
      const there = of(role, (row) => row['part'] === '' || row['part'] === part);
      expect(there.toSorted()).toEqual(attempts(type, actor, part).toSorted());
    }
    const anywhere = of(role, (row) => row['part'] === '');
    expect(anywhere.toSorted()).toEqual(attempts(type, actor).toSorted());
  });

  test('name everything by its label, and the type with its version', () => {
    for (const row of rows) {
      const { state = '', command = '', role = '' } = row;
      expect(row).toEqual({
        type: type.id,
        version: String(type.version),
        state,
        state_label: type.states[state]?.label,
        command,
        label: type.commands[command]?.label,
        role,
        role_label: role === 'system' ? '系统' : type.roles[role]?.label,
        part: expect.stringMatching(new RegExp(`^(${Object.keys(PARTS).join('|')})?$`)),
      });
    }
  });
});

describe('as CSV', () => {
  const csv = permissionsCsv([...CASE_TYPES, aType]);

  test('every line ends as RFC 4180 has it, under one header', () => {
    const lines = csv.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('type,'))).toHaveLength(1);
    expect(lines.length - 1).toBe(rowsOf(CASE_TYPES).length + rowsOf([aType]).length);
  });

  test('commas and quotes are quoted', () => {
    expect(csv).toContain('chief,"负责人,""甲""",\r\n');
  });
});
