import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { query } from '../../engine/database.ts';
import { type Answer, type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';

const CASES = 120;
let system: System;
let dispatcher: Person;
let liaison: Person;
/** In the order in which they were opened. */
let ids: string[];

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [dispatcher, liaison] = await Promise.all([
    signIn(system.url, 'paidan1'),
    signIn(system.url, 'xiayang-lianluo'),
  ]);
  ids = [];
  for (let i = 0; i < CASES; i += 1) {
    const urgency = i % 3 === 0 ? 'SAFETY' : 'NORMAL';
    ids.push((await dispatcher.open({ urgency })).body.caseId);
  }
  for (const id of ids.slice(0, 12)) {
    await dispatcher.command(id, 'dispatch', { leadUnit: 'xiayang' });
  }
});
afterAll(() => system.stop());

interface Listed {
  readonly id: string;
  readonly stage: string;
  readonly light: string;
  readonly dueAt: string | null;
}

const list = (parameters: string, person = dispatcher): Promise<Answer> =>
  person.get(`/api/cases?${parameters}`);

/** Every page of a question, one after the other. */
async function pages(parameters: string): Promise<readonly Answer['body'][]> {
  const found = [];
  for (let after = ''; ; ) {
    const { status, body } = await list(`${parameters}${after && `&after=${after}`}`);
    expect(status).toBe(200);
    found.push(body);
    if (body.next === null) return found;
    after = body.next;
  }
}

const idsOf = (cases: readonly Listed[]): readonly string[] => cases.map(({ id }) => id).toSorted();

describe('paging', () => {
  const sql = (text: string, ...values: readonly unknown[]) =>
    query(system.engine.pool, text, values);

  // Cases for which nothing is due come last in every order.
  beforeAll(async () => {
    await sql('CREATE TABLE kept AS SELECT id, due_at FROM case_row');
    await sql('UPDATE case_row SET due_at = NULL WHERE id = ANY($1)', ids.slice(30, 55));
  });
  afterAll(() => sql('UPDATE case_row r SET due_at = k.due_at FROM kept k WHERE k.id = r.id'));

  test.each([1, 7, 40, 60, 100])('by %i covers every case exactly once', async (limit) => {
    const found = await pages(`limit=${limit}`);
    const cases: Listed[] = found.flatMap((page) => page.cases);
    expect(idsOf(cases)).toEqual(ids.toSorted());
    expect(found).toHaveLength(Math.ceil(CASES / limit));
    expect(new Set(found.map(({ total }) => total))).toEqual(new Set([CASES]));
  });

  test('goes by what is due first, undue cases last', async () => {
    const cases: Listed[] = (await pages('limit=9')).flatMap((page) => page.cases);
    const { rows } = await system.engine.pool.query<{ id: string }>(
      'SELECT id FROM case_row ORDER BY coalesce(due_at, $1), id',
      ['infinity'],
    );
    expect(cases.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  test('ends with a page that is just full', async () => {
    const { body } = await list('stage=pendingAck&limit=12');
    expect(body).toMatchObject({ total: 12, next: null });
    expect(body.cases).toHaveLength(12);
  });
});

describe('a filter', () => {
  test('by stage, repeated', async () => {
    const { body } = await list('stage=pendingAck&limit=100');
    expect(idsOf(body.cases)).toEqual(ids.slice(0, 12).toSorted());
    const both = await list('stage=pendingAck&stage=pendingDispatch&limit=1');
    expect(both.body.total).toBe(CASES);
    expect((await list('stage=closed')).body).toMatchObject({ total: 0, cases: [], next: null });
  });

  test('by unit and by type', async () => {
    expect(idsOf((await list('unit=xiayang')).body.cases)).toEqual(ids.slice(0, 12).toSorted());
    expect((await list('unit=xujing')).body.total).toBe(0);
    expect((await list('type=hotline-ticket')).body.total).toBe(CASES);
    expect((await list('type=petition')).body.total).toBe(0);
  });

  test('by due date takes from the first instant up to before the last', async () => {
    const all: Listed[] = (await pages('limit=100')).flatMap((page) => page.cases);
    const due = [...new Set(all.flatMap(({ dueAt }) => (dueAt ? [Date.parse(dueAt)] : [])))];
    const [from = 0, to = 0] = [due[3], due.at(-3)];
    const expected = all.filter(
      ({ dueAt }) => dueAt && Date.parse(dueAt) >= from && Date.parse(dueAt) < to,
    );
    const iso = (ms: number) => encodeURIComponent(new Date(ms).toISOString());
    const found = await pages(`dueAfter=${iso(from)}&dueBefore=${iso(to)}&limit=100`);
    expect(expected.length).toBeGreaterThan(0);
    expect(idsOf(found.flatMap((page): Listed[] => page.cases))).toEqual(idsOf(expected));
    expect((await list('dueBefore=0001-01-01T00:00:00Z')).body.total).toBe(0);
  });

  test('by unit holds for its own people too, and shows no foreign case', async () => {
    const { body } = await list('limit=100', liaison);
    expect(idsOf(body.cases)).toEqual(ids.slice(0, 12).toSorted());
    expect(body).toMatchObject({ total: 12, counts: { all: 12 } });
    expect((await list('stage=pendingDispatch', liaison)).body).toMatchObject({
      total: 0,
      counts: { all: 0, red: 0, yellow: 0, green: 0, dueToday: 0 },
    });
  });
});

describe('ended cases', () => {
  test('are in a list of their own', async () => {
    const colleague = await signIn(system.url, 'paidan2');
    const id = ids[119] ?? '';
    await dispatcher.command(id, 'requestVoid', { reason: 'TEST', note: '测试' });
    expect((await colleague.command(id, 'confirmVoid')).status).toBe(200);
    expect((await list('ended=true')).body).toMatchObject({
      total: 1,
      cases: [{ id, ended: true, dueAt: null, light: 'green' }],
    });
    expect((await list('limit=1')).body.total).toBe(CASES - 1);
    ids = ids.slice(0, 119);
  });
});

describe('lights', () => {
  interface Shown {
    readonly yellow: number;
    readonly red: number;
  }

  /** When a case turns yellow and red, from the clocks of its page. */
  async function turns(id: string): Promise<Shown> {
    const { clocks } = (await dispatcher.get(`/api/cases/${id}`)).body;
    const running = clocks.filter(({ status }: { status: string }) => status === 'running');
    const warnings = running.flatMap(({ levels }: { levels: { level: string; at: string }[] }) =>
      levels.filter(({ level }) => level === 'L1').map(({ at }) => Date.parse(at)),
    );
    const dues = running.map(({ statutoryDue }: { statutoryDue: string }) =>
      Date.parse(statutoryDue),
    );
    return { yellow: Math.min(...warnings), red: Math.min(...dues) };
  }

  test('turn at their instants without anybody recording anything', async () => {
    const id = ids[110] ?? '';
    const { yellow, red } = await turns(id);
    expect(yellow).toBeLessThan(red);
    const seen = [];
    for (const instant of [yellow - 5000, yellow + 1, red - 5000, red + 1]) {
      system.clock.offset = instant - Date.now();
      const page = (await dispatcher.get(`/api/cases/${id}`)).body;
      const listed = (await pages('limit=100'))
        .flatMap(({ cases }) => cases as Listed[])
        .find((row) => row.id === id);
      seen.push([page.light, listed?.light]);
    }
    system.clock.offset = 0;
    expect(seen).toEqual(['green', 'yellow', 'yellow', 'red'].map((light) => [light, light]));
  });

  test('are filtered and counted as they are shown', async () => {
    // Past the moments in which the urgent ones turn, one after the other as they were opened.
    const urgent = await turns(ids[117] ?? '');
    for (const turn of [urgent.yellow, urgent.red]) {
      system.clock.offset = turn + 120_000 - Date.now();
      const all = await pages('limit=100');
      const shown = all.flatMap(({ cases }) => cases as Listed[]);
      const of = (light: string) => shown.filter((row) => row.light === light);
      const { counts } = all[0];
      const byLight = {
        red: of('red').length,
        yellow: of('yellow').length,
        green: of('green').length,
      };
      expect(counts).toMatchObject({ all: ids.length, ...byLight });
      for (const light of ['red', 'yellow', 'green']) {
        const filtered = await pages(`light=${light}&limit=50`);
        expect(idsOf(filtered.flatMap(({ cases }) => cases))).toEqual(idsOf(of(light)));
        expect(filtered[0].total).toBe(of(light).length);
        expect(filtered[0].counts).toEqual(counts);
      }
    }
    system.clock.offset = 0;
  });
});
