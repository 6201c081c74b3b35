import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isoInstant, MINUTE } from '../../domain/calendar/civil.ts';
import { query } from '../../engine/database.ts';
import { eventually } from '../support/waiting.ts';
import { serve } from './chaos.ts';
import { walkLives } from './lives.ts';
import { OPENINGS } from './openings.ts';
import type { Part } from './parts.ts';
import { Random } from './random.ts';
import { judge, SOUND, startTrial, type Trial } from './trial.ts';
import { THINKING, walkTickets } from './walkers.ts';

const SOAK = process.env['SOAK'] !== undefined;
const TIMES = SOAK ? 12 : 2;
/** How long a stopped worker stays so, in ms: its workflow tasks are given up after 3 s; in a minute its connections and transactions are, too. */
const FROZEN = SOAK ? 60_000 : 5000;
const FROZEN_ONCE = 60_000;
/** Longest until another worker has recorded what a stopped or killed one would have, in ms. */
const TAKEN_OVER = 40_000;
const LONGEST = SOAK ? 1_200_000 : 400_000;

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 2 ** 31);
const random = new Random(seed);
let trial: Trial;

beforeAll(async () => {
  console.log(`double faults with CRASH_SEED=${seed}`);
  trial = await startTrial(random.fork());
}, 120_000);

afterAll(() => trial?.stop(), 120_000);

const some = (low: number, high: number): number => random.between(low, high);

/** Lets everything run on for a moment; a part that ends by itself meanwhile is a finding. */
const serving = (part: Part, low: number, high: number): Promise<void> =>
  serve(part, some(low, high), trial.casualties);

/** People work while something happens; then all must be well. Returns how long it took to be so. */
async function working(series: string, parts: readonly Part[], happens: () => Promise<void>) {
  const began = performance.now();
  const { sender, ledger } = trial;
  const before = ledger.acknowledged.length;
  let over = false;
  const load = { series, sender, thinking: THINKING, over: () => over };
  const walking = Promise.all([
    walkTickets({ ...load, random: random.fork(), walkers: 8 }),
    walkLives({ ...load, random: random.fork(), walkers: 4 }),
  ]);
  await happens().finally(() => {
    over = true;
  });
  await walking;
  const happened = performance.now() - began;
  const { wanting, running } = await judge(trial, parts);
  const acknowledged = ledger.acknowledged.length - before;
  const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;
  console.log(
    `${series}: ${acknowledged} acknowledged, ${running} workflows waiting, faults ${seconds(happened)}, all ${seconds(performance.now() - began)}, CRASH_SEED=${seed}`,
  );
  expect(wanting).toEqual(SOUND);
  expect(acknowledged).toBeGreaterThan(0);
}

const base = (): readonly Part[] => [
  trial.whole.api,
  trial.whole.worker,
  trial.whole.temporal,
  trial.whole.postgres,
];
const withBothWorkers = (): readonly Part[] => [...base(), trial.whole.secondWorker];

/** Opens an urgent ticket that is overdue in a second, and waits until its levels are recorded. */
async function recordsWhatFallsDue(key: string): Promise<void> {
  const ticket = OPENINGS.find(({ type }) => type === 'hotline-ticket');
  if (!ticket) throw new Error('there are no tickets');
  const { type, account, input } = ticket;
  const receivedAt = isoInstant(Date.now() - 15 * MINUTE + 1000);
  const opened = await trial.sender.send({
    account,
    path: '/api/cases',
    key,
    body: { type, input: { ...input(Date.now()), urgency: 'SAFETY', receivedAt } },
  });
  await eventually(
    'the levels of an overdue ticket',
    async () => {
      const fired = await query(trial.pool, 'SELECT FROM level_fired WHERE case_id = $1', [
        opened?.caseId,
      ]);
      return fired.length >= 2;
    },
    TAKEN_OVER,
  );
}

test(
  'PostgreSQL restarts while the worker recovers',
  () =>
    working('postgres-in-recovery', base(), async () => {
      const { worker, postgres } = trial.whole;
      for (let time = 0; time < TIMES; time += 1) {
        await serving(worker, 1500, 4000);
        await worker.kill();
        await serving(postgres, 0, 3000);
        const recovering = worker.start();
        await serving(postgres, 0, 2500);
        await postgres.kill();
        await serving(trial.whole.temporal, 0, 1500);
        await postgres.start();
        await recovering;
      }
    }),
  LONGEST,
);

test(
  'Temporal restarts while PostgreSQL is down',
  () =>
    working('temporal-without-postgres', base(), async () => {
      const { worker, postgres, temporal } = trial.whole;
      for (let time = 0; time < TIMES; time += 1) {
        await serving(worker, 1500, 4000);
        await postgres.kill();
        await serving(worker, 0, 1500);
        await temporal.kill();
        await serving(worker, 0, 1500);
        await temporal.start();
        await serving(worker, 0, 3000);
        await postgres.start();
      }
    }),
  LONGEST,
);

test(
  'a worker that is stopped for longer than its tasks may take goes on afterwards',
  () =>
    working('stopped', base(), async () => {
      const { worker, api } = trial.whole;
      await serving(worker, 2000, 5000);
      for (let time = 0; time < TIMES; time += 1) {
        const frozen = time === 0 ? FROZEN_ONCE : FROZEN;
        worker.freeze();
        await serving(api, frozen, frozen);
        worker.thaw();
        await serving(worker, 1000, 3000);
      }
      await recordsWhatFallsDue('stopped-goes-on');
    }),
  LONGEST,
);

test(
  'of two workers one is killed, and the other records what falls due',
  async () => {
    const { worker, secondWorker } = trial.whole;
    await secondWorker.start();
    await working('two-workers', withBothWorkers(), async () => {
      for (let time = 0; time < TIMES; time += 1) {
        const killed = time % 2 === 0 ? worker : secondWorker;
        await serving(killed, 1500, 4000);
        await killed.kill();
        await recordsWhatFallsDue(`two-workers-${time}`);
        await killed.start();
      }
    });
  },
  LONGEST,
);

test(
  'of two workers one is stopped, the other takes over, and the first comes back with its old work',
  () =>
    working('stopped-of-two', withBothWorkers(), async () => {
      const { worker, api } = trial.whole;
      await serving(worker, 2000, 5000);
      worker.freeze();
      const frozenAt = Date.now();
      await recordsWhatFallsDue('stopped-of-two');
      const left = FROZEN - (Date.now() - frozenAt);
      await serving(api, left, left);
      worker.thaw();
      await serving(worker, 2000, 4000);
    }),
  LONGEST,
);
