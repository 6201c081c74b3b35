import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Sender } from './commands.ts';
import { walkLives } from './lives.ts';
import {
  Losses,
  type Dialogue,
  overHttp,
  type Proxy,
  startProxy,
  toPostgres,
  toTemporal,
} from './proxy.ts';
import { Random } from './random.ts';
import { counts, judge, SOUND, startTrial, type Trial } from './trial.ts';
import { walkTickets } from './walkers.ts';

const SCALE = process.env['SOAK'] ? 10 : 1;
/** How many answers are lost at least on each way; 500 in all. */
const GOALS = {
  client: 240 * SCALE,
  postgres: 200 * SCALE,
  apiToTemporal: 40 * SCALE,
  workerToTemporal: 20 * SCALE,
};
type Way = keyof typeof GOALS;
const PATIENCE = 120_000 * SCALE;

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 2 ** 31);
const random = new Random(seed);
const losses: Readonly<Record<Way, Losses>> = {
  client: new Losses(random.fork(), 0.3),
  postgres: new Losses(random.fork(), 0.25),
  apiToTemporal: new Losses(random.fork(), 0.08),
  workerToTemporal: new Losses(random.fork(), 0.03),
};
const proxies: Proxy[] = [];
let trial: Trial;
let sender: Sender;

beforeAll(async () => {
  console.log(`lost answers with CRASH_SEED=${seed}`);
  trial = await startTrial(random.fork());
  const { whole, cookies, ledger } = trial;
  const { url, databaseUrl, temporalAddress, api, worker } = whole;
  const client = await through('client', portOf(url), overHttp);
  const postgres = await through('postgres', portOf(databaseUrl), toPostgres);
  const temporal = portOf(`http://${temporalAddress}`);
  const ways = [
    { part: api, port: await through('apiToTemporal', temporal, toTemporal) },
    { part: worker, port: await through('workerToTemporal', temporal, toTemporal) },
  ];
  for (const { part, port } of ways) {
    await part.stop();
    await part.start({
      DATABASE_URL: Object.assign(new URL(databaseUrl), { port: postgres }).href,
      TEMPORAL_ADDRESS: `127.0.0.1:${port}`,
    });
  }
  sender = new Sender(`http://127.0.0.1:${client}`, cookies, ledger);
}, 120_000);

afterAll(async () => {
  await trial?.stop();
  await Promise.all(proxies.map((proxy) => proxy.close()));
}, 120_000);

/** The port of a proxy on that way. */
async function through(way: Way, port: number, dialogue: () => Dialogue): Promise<number> {
  const proxy = await startProxy(port, dialogue, losses[way]);
  proxies.push(proxy);
  return proxy.port;
}

const portOf = (url: string): number => Number(new URL(url).port);

const reached = (): boolean =>
  Object.entries(GOALS).every(([way, goal]) => losses[way as Way].total >= goal);

test(
  'commands whose answers are lost on any way are sent again and done once',
  async () => {
    const began = performance.now();
    const over = () => reached() || performance.now() - began > PATIENCE;
    const load = { series: 'lost', sender, thinking: [0, 100], over } as const;
    await Promise.all([
      walkTickets({ ...load, random: random.fork(), walkers: 16 }),
      walkLives({ ...load, random: random.fork(), walkers: 8 }),
    ]);
    for (const way of Object.values(losses)) way.end();
    const losing = performance.now() - began;
    const { api, worker } = trial.whole;
    const { wanting } = await judge(trial, [api, worker]);
    console.log(summary(losing, performance.now() - began));
    expect(wanting).toEqual(SOUND);
    expect(takenTwice()).toEqual([]);
    expectEnough();
  },
  PATIENCE + 300_000,
);

/** Nobody was killed while the house answered, so there was no reason to send a notice again. */
const takenTwice = (): readonly string[] =>
  [...trial.receiver.taken].filter(([, times]) => times !== 1).map(([id]) => id);

function expectEnough(): void {
  for (const [way, goal] of Object.entries(GOALS)) {
    expect({ way, enough: losses[way as Way].total >= goal }).toEqual({ way, enough: true });
  }
  expect(trial.receiver.taken.size).toBeGreaterThan(0);
}

function summary(losing: number, all: number): string {
  const { ledger, receiver } = trial;
  const lost = Object.entries(losses).map(([way, { total }]) => `${way} ${total}`);
  const total = Object.values(losses).reduce((sum, way) => sum + way.total, 0);
  const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;
  return [
    `${total} answers lost (${lost.join(', ')})`,
    `${ledger.acknowledged.length} acknowledged, sent again: ${counts(ledger.retries)}`,
    `${receiver.taken.size} effects`,
    `losing ${seconds(losing)}, all ${seconds(all)}, CRASH_SEED=${seed}`,
  ].join(' · ');
}
