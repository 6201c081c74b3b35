import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { query } from '../../engine/database.ts';
import { carryOut, type Plan } from './chaos.ts';
import { walkLives } from './lives.ts';
import { Random } from './random.ts';
import { counts, judge, SOUND, startTrial, steppedByType, type Trial } from './trial.ts';
import { THINKING, walkTickets } from './walkers.ts';

const SCALE = process.env['SOAK'] ? 5 : 1;
const TICKET_WALKERS = 16;
/** Who walks cases of the other types through whole lives. */
const LIFE_WALKERS = 9;

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 2 ** 31);
const random = new Random(seed);
let trial: Trial;

beforeAll(async () => {
  console.log(`crash test with CRASH_SEED=${seed}`);
  trial = await startTrial(random.fork());
}, 120_000);

afterAll(() => trial?.stop(), 120_000);

/** Everything is killed independently of everything else, so that two are often away at once. */
const plans = (): readonly Plan[] => {
  const { api, worker, temporal, postgres } = trial.whole;
  return [
    {
      part: api,
      kills: 10 * SCALE,
      failpoints: {
        'after-commit-before-answer': 3 * SCALE,
        'after-commit-before-telling': 3 * SCALE,
      },
      passages: [3, 60],
      serves: [1000, 8000],
    },
    {
      part: worker,
      kills: 10 * SCALE,
      failpoints: { 'after-level-stored': 3 * SCALE },
      serves: [500, 5000],
    },
    { part: temporal, kills: 10 * SCALE, serves: [500, 9000] },
    { part: postgres, kills: 10 * SCALE, serves: [500, 12_000] },
  ];
};

test(
  'nothing acknowledged is lost or done twice, and every level fires once, whatever is killed',
  async () => {
    const { sender, casualties } = trial;
    const began = performance.now();
    let over = false;
    const load = { series: 'crash', sender, thinking: THINKING, over: () => over };
    const walking = Promise.all([
      walkTickets({ ...load, random: random.fork(), walkers: TICKET_WALKERS }),
      walkLives({ ...load, random: random.fork(), walkers: LIFE_WALKERS }),
    ]);
    await Promise.all(plans().map((plan) => carryOut(plan, random.fork(), casualties)));
    const killing = performance.now() - began;
    over = true;
    await walking;
    const { wanting, running } = await judge(
      trial,
      plans().map(({ part }) => part),
    );
    console.log(await summary(running, killing, performance.now() - began));
    expect(wanting).toEqual(SOUND);
    await expectEnough();
  },
  600_000 * SCALE,
);

/** A run that killed or recorded too little would prove nothing. */
async function expectEnough(): Promise<void> {
  const { killed } = trial.casualties;
  for (const { part, kills, failpoints = {} } of plans()) {
    expect(killed.get(part.name)).toBeGreaterThanOrEqual(kills);
    for (const failpoint of Object.keys(failpoints)) {
      expect({ failpoint, killed: killed.get(failpoint) ?? 0 }).toEqual({
        failpoint,
        killed: failpoints[failpoint as keyof typeof failpoints],
      });
    }
  }
  expect(trial.ledger.acknowledged.length).toBeGreaterThan(300 * SCALE);
  for (const [type, cases] of await steppedByType(trial.pool)) {
    expect({ type, stepped: cases > 0 }).toEqual({ type, stepped: true });
  }
}

async function summary(running: number, killing: number, all: number): Promise<string> {
  const { pool, ledger, casualties, receiver } = trial;
  const [levels] = await query<{ fired: string }>(
    pool,
    'SELECT count(*) AS fired FROM level_fired',
  );
  const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;
  return [
    `${ledger.acknowledged.length} acknowledged, sent again: ${counts(ledger.retries)}`,
    `killed: ${counts(casualties.killed)}`,
    `stepped: ${counts(await steppedByType(pool))}`,
    `${levels?.fired} levels, ${receiver.taken.size} effects, ${running} workflows waiting`,
    `killing ${seconds(killing)}, all ${seconds(all)}, CRASH_SEED=${seed}`,
  ].join(' · ');
}
