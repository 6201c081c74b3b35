import { setTimeout as pause } from 'node:timers/promises';
import { DAY } from '../../domain/calendar/civil.ts';
import type { Client } from '../../cli/demo/client.ts';
import { type Life, play } from '../../cli/demo/life.ts';
import { LIVES } from '../../cli/demo/lives.ts';
import { OPENINGS } from './openings.ts';
import type { Load } from './walkers.ts';

/** The one type that other lives come to only after their last step. */
const matter: Life = {
  key: 'matter',
  title: '企业多次违法,发警示函',
  type: 'supervision-matter',
  by: 'duban',
  input: {
    subjectKind: 'ENTERPRISE',
    enterprise: '某运输公司化名',
    grounds: 'REPEATED_OFFENDER',
    text: '半年内第三次被查处',
  },
  steps: [
    {
      by: 'duban',
      command: 'warn',
      input: { grounds: 'REPEATED_OFFENDER', requirement: '十日内报送整改情况。' },
    },
  ],
};

const ALL = [matter, ...LIVES];

/** No new step is begun. */
class Over extends Error {}

/** Plays whole lives of cases of all types, many at once, until the load is over; between two lives something old is filed late. */
export async function walkLives({ walkers, random, ...load }: Load): Promise<void> {
  await Promise.all(
    Array.from({ length: walkers }, (_, i) =>
      keepLiving({ ...load, walkers, random: random.fork() }, `${load.series}-life-${i}`, i),
    ),
  );
}

async function keepLiving(load: Load, name: string, first: number): Promise<void> {
  const client = clientOf(load);
  for (let n = 0; !load.over(); n += 1) {
    const life = ALL[(first + n) % ALL.length];
    if (!life) throw new Error('there are no lives');
    await fileLate(load, `${name}-${n}-late`, first + n);
    await playSome(client, { ...life, key: `${name}-${n}` });
  }
}

async function playSome(client: Client, life: Life): Promise<void> {
  try {
    await play(client, life, Date.now());
  } catch (error) {
    if (!(error instanceof Over)) throw error;
  }
}

/** Received up to a month ago: its levels are recorded as it is opened, and the next is waited for. */
async function fileLate({ sender, random }: Load, key: string, n: number): Promise<void> {
  const opening = OPENINGS[n % OPENINGS.length];
  if (!opening) throw new Error('there are no openings');
  const { type, account, input } = opening;
  const receivedAt = Math.floor(Date.now() - random.between(0, 30 * DAY));
  await sender.send({
    account,
    path: '/api/cases',
    key,
    body: { type, input: input(receivedAt) },
  });
}

/** Speaks for a life as a walker does: seen through to an answer, now and then twice at once. */
const clientOf = ({ sender, random, over, thinking }: Load): Client => ({
  async post(command) {
    await pause(random.between(...thinking));
    if (over()) throw new Over();
    const receipt = random.chance(0.1)
      ? await sender.sendTwice(command)
      : await sender.send(command);
    return receipt
      ? { ok: true, receipt: { ...receipt, events: [...receipt.events] } }
      : { ok: false, problem: { code: 'REFUSED' } };
  },
  readCase: (account, caseId) => sender.read(account, `/api/cases/${caseId}`),
  idOf: async (account) => (await sender.read<{ id: string }>(account, '/api/session')).id,
});
