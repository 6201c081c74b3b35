import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CASE_TYPES } from '../../domain/registry.ts';
import { query } from '../../engine/database.ts';
import { DEMO_PEOPLE } from '../../prisma/demo-people.ts';
import { UNITS } from '../../prisma/organisation.ts';
import type { Person } from '../support/people.ts';
import { signInAll } from '../support/sign-in-all.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './refusals.ts';

let system: System;
let dispatcher: Person;
let liaison: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [dispatcher, liaison] = await signInAll(system, 'paidan1', 'xiayang-lianluo');
});
afterAll(() => system.stop());

interface Unit {
  readonly code: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly takesCases: boolean;
}

describe('units', () => {
  const units = async (): Promise<readonly Unit[]> =>
    (await dispatcher.get('/api/units')).body.units;

  test('come in their order, sections after them with the unit they belong to', async () => {
    const listed = await units();
    expect(listed.map(({ code }) => code)).toEqual(UNITS.map(({ code }) => code));
    const sections = listed.filter(({ kind }) => kind === 'section');
    const parents = listed.filter(({ kind }) => kind === 'town').map(({ code }) => code);
    for (const { code, parent } of listed.filter(({ kind }) => kind !== 'section')) {
      expect({ code, parent }).toEqual({ code, parent: null });
    }
    for (const town of parents) {
      expect(sections.filter(({ parent }) => parent === town).length).toBeGreaterThanOrEqual(4);
    }
  });

  test('take cases where somebody could take notice of one, the centre and sections never', async () => {
    const takes = (listed: readonly Unit[]) =>
      listed.filter(({ takesCases }) => takesCases).map(({ code }) => code);
    const taking = takes(await units());
    expect(taking).toEqual(expect.arrayContaining(['xiayang', 'housing', 'urban-enforcement']));
    expect(taking).not.toContain('yingpu');
    expect(taking).not.toContain('ops-centre');
    expect(taking.filter((code) => code.startsWith('xiayang-'))).toEqual([]);
    const sql = (text: string) => query(system.engine.pool, text);
    await sql(
      `UPDATE role_grant SET "to" = now() WHERE person IN (SELECT id FROM person WHERE unit = 'zhujiajiao')`,
    );
    expect(takes(await units())).toEqual(taking.filter((code) => code !== 'zhujiajiao'));
  });
});

describe('colleagues', () => {
  const colleagues = (person: Person, role: string) => person.get(`/api/colleagues?role=${role}`);

  test('are the people of the own unit in a role', async () => {
    const { body } = await colleagues(liaison, 'handler');
    expect(body).toEqual({ people: [{ id: expect.any(String), name: '夏阳承办人' }] });
    const names = (await colleagues(dispatcher, 'dispatcher')).body.people.map(
      ({ name }: { name: string }) => name,
    );
    expect(names).toEqual(['派单员甲', '派单员乙']);
    expect((await colleagues(dispatcher, 'handler')).body.people).toEqual([]);
  });

  test('are neither those who left nor those whose grant is over or to come', async () => {
    const [{ id }] = (await colleagues(liaison, 'unitLead')).body.people;
    const sql = (text: string) => query(system.engine.pool, text, [id]);
    const nobody = async () =>
      expect((await colleagues(liaison, 'unitLead')).body.people).toEqual([]);
    await sql('UPDATE person SET active = FALSE WHERE id = $1');
    await nobody();
    await sql('UPDATE person SET active = TRUE WHERE id = $1');
    await sql(`UPDATE role_grant SET "to" = now() WHERE person = $1`);
    await nobody();
    await sql(
      `UPDATE role_grant SET "to" = NULL, "from" = now() + interval '1 day' WHERE person = $1`,
    );
    await nobody();
    await sql(`UPDATE role_grant SET "from" = to_timestamp(0) WHERE person = $1`);
    expect((await colleagues(liaison, 'unitLead')).body.people).toHaveLength(1);
  });

  test.each([
    '?role=king',
    '?role=constructor',
    '?role=',
    '',
    '?role=handler&unit=xujing',
    '?role=a&role=b',
  ])('of no role that exists are refused: %j', async (parameters) => {
    const answer = await liaison.get(`/api/colleagues${parameters}`);
    expect(answer.status).toBe(422);
    expectProblem(answer, 422, 'INVALID_INPUT', answer.body.field);
  });
});

describe('case types', () => {
  const types = async (person: Person) => (await person.get('/api/case-types')).body.types;
  const ticketOf = async (person: Person) =>
    (await types(person)).find(({ id }: { id: string }) => id === 'hotline-ticket');

  test('say whether this person may open such a case', async () => {
    expect((await ticketOf(dispatcher)).opens).toMatchObject({ label: '受理', allowed: true });
    expect((await ticketOf(liaison)).opens).toMatchObject({ label: '受理', allowed: false });
  });

  test('name their roles and documents', async () => {
    const ticket = await ticketOf(liaison);
    expect(ticket.roles).toContainEqual({
      role: 'coordinator',
      label: '联络员',
      at: 'unit',
      part: null,
    });
    expect(ticket.documents).toContainEqual({
      kind: 'supervisionOrder',
      label: '督办单',
      series: '青督',
      signer: '督办员',
    });
  });

  test('are listed once each, in their newest version, without what the system does', async () => {
    const listed = await types(dispatcher);
    const ids = listed.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([...new Set(CASE_TYPES.map(({ id }) => id))]);
    const commands = (await ticketOf(dispatcher)).commands.map(
      ({ command }: { command: string }) => command,
    );
    expect(commands).toContain('dispatch');
    expect(commands).not.toContain('archive');
  });
});

describe('the demo people', () => {
  test('have accounts of their own and belong to units that exist', () => {
    const accounts = DEMO_PEOPLE.map(({ account }) => account);
    expect(new Set(accounts).size).toBe(accounts.length);
    const codes = UNITS.map(({ code }) => code);
    expect(DEMO_PEOPLE.filter(({ unit }) => !codes.includes(unit))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('hold every role of every type, offices at their place', () => {
    const missing = CASE_TYPES.flatMap(({ id, roles }) =>
      Object.entries(roles).flatMap(([role, { at }]) => {
        const place = at === 'centre' ? 'ops-centre' : at.replace('office:', '');
        const holders = DEMO_PEOPLE.filter((one) => one.roles.includes(role));
        const there = at === 'unit' ? holders : holders.filter(({ unit }) => unit === place);
        return there.length === 0 ? [`${id}: ${role} at ${place}`] : [];
      }),
    );
    expect(missing).toEqual([]);
  });
});
