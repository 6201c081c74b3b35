import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../../../domain/calendar/civil.ts';
import type { CaseEvent } from '../../../domain/case-state.ts';
import { fold } from '../../../domain/evolve.ts';
import { type Counts, counted, type Filter, NONE, placed } from '../../../engine/as-of/figures.ts';
import { countAsOf, listAsOf } from '../../../engine/as-of/list.ts';
import { caseAsOf } from '../../../engine/as-of/states.ts';
import { query } from '../../../engine/database.ts';
import { type EventRow, eventOf } from '../../../engine/log.ts';
import { longRuns } from '../../support/soak.ts';
import { startSystem, type System } from '../../support/system.ts';
import { opened, STEPS, step, type Writers, writersOf } from './writers.ts';

const FILTERS: readonly Filter[] = [
  { ended: false },
  { ended: true },
  { ended: false, unit: 'xiayang' },
  { ended: false, lights: ['red', 'yellow'] },
  { ended: false, stages: ['pendingDispatch', 'suspended'] },
];

interface Taken {
  readonly instant: number;
  readonly filter: Filter;
  readonly counts: Counts;
  readonly ids: readonly string[];
}

let system: System;
let writers: Writers;
beforeAll(async () => {
  system = await startSystem({ worker: false });
  writers = await writersOf(system.engine);
});
afterAll(() => system.stop());

const now = (): number => Date.now() + system.clock.offset;

async function take(instant: number, filter: Filter): Promise<Taken> {
  const { cases, counts } = await listAsOf(system.engine, instant, filter, { limit: 1000 });
  return { instant, filter, counts, ids: cases.map(({ id }) => id) };
}

/** The same figures from nothing but the log, every case folded. */
async function counts({ instant, filter }: Taken): Promise<Counts> {
  const rows = await query<EventRow>(
    system.engine.pool,
    'SELECT * FROM case_event WHERE at <= $1 ORDER BY case_id, version',
    [new Date(instant)],
  );
  const logs = new Map<string, CaseEvent[]>();
  for (const row of rows) logs.set(row.case_id, [...(logs.get(row.case_id) ?? []), eventOf(row)]);
  return [...logs.values()].reduce((sum, log) => {
    const place = placed(fold(log), filter, instant);
    return place ? counted(sum, place) : sum;
  }, NONE);
}

describe('as known at an instant', () => {
  /** Time that passes before a step, whether it opens a case, and how long before that the matter was received. */
  const act = fc.record({
    pass: fc.integer({ min: 1, max: 20 * HOUR }),
    opens: fc.boolean(),
    late: fc.constantFrom(0, 5 * MINUTE, 3 * DAY, 20 * DAY),
    which: fc.nat(),
    asks: fc.boolean(),
  });

  test('a figure that was taken is the same figure whenever it is asked again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 30 }), async (acts) => {
        const tickets: { readonly id: string; done: number }[] = [];
        const taken: Taken[] = [];
        for (const { pass, opens, late, which, asks } of acts) {
          system.clock.offset += pass;
          const ticket = tickets[which % Math.max(1, tickets.length)];
          if (opens || !ticket) {
            const receivedAt = now() - late;
            tickets.push({ id: await opened(system.engine, writers, { receivedAt }), done: 0 });
          } else {
            await step(system.engine, writers, ticket.id, ticket.done);
            ticket.done += 1;
          }
          if (!asks) continue;
          const instant = now();
          for (const filter of FILTERS) taken.push(await take(instant, filter));
        }
        for (const figure of taken) {
          expect(await take(figure.instant, figure.filter)).toEqual(figure);
          expect(await counts(figure)).toEqual(figure.counts);
        }
      }),
      longRuns(3, 5),
    );
  }, 300_000);

  test('a case is what it was, and before it was opened nothing', async () => {
    const before = now();
    system.clock.offset += MINUTE;
    const id = await opened(system.engine, writers);
    system.clock.offset += MINUTE;
    const between = now();
    system.clock.offset += MINUTE;
    await step(system.engine, writers, id, 0);
    expect(await caseAsOf(system.engine, id, before)).toBeUndefined();
    expect((await caseAsOf(system.engine, id, between))?.stage).toBe('pendingDispatch');
    expect((await caseAsOf(system.engine, id, now()))?.stage).toBe('pendingAck');
  });

  test('pages add up to the whole', async () => {
    const instant = now();
    const whole = await take(instant, { ended: false });
    const found: string[] = [];
    for (let after: { dueAt: number | null; id: string } | undefined; ; ) {
      const page = await listAsOf(system.engine, instant, { ended: false }, { limit: 7, after });
      found.push(...page.cases.map(({ id }) => id));
      after = page.cases.at(-1);
      if (!after) break;
    }
    expect(found).toEqual(whole.ids);
    expect(found).toHaveLength(whole.counts.total);
  });
});

test('figures that are taken while 32 people write are the same afterwards', async () => {
  const ending = Date.now() + 4000;
  const write = async (): Promise<void> => {
    while (Date.now() < ending) {
      const id = await opened(system.engine, writers);
      for (let n = 0; n < STEPS.length && Date.now() < ending; n += 1) {
        await step(system.engine, writers, id, n);
      }
    }
  };
  const taken: Taken[] = [];
  const read = async (): Promise<void> => {
    while (Date.now() < ending) {
      for (const filter of FILTERS) taken.push(await take(now(), filter));
    }
  };
  await Promise.all([...Array.from({ length: 32 }, write), read(), read()]);
  system.clock.offset += HOUR;
  expect(taken.length).toBeGreaterThan(3);
  for (const { instant, filter, counts: then, ids } of taken) {
    expect(await countAsOf(system.engine, instant, filter)).toEqual(then);
    expect((await take(instant, filter)).ids).toEqual(ids);
  }
}, 120_000);
