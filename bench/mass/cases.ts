import { randomUUID } from 'node:crypto';
import { DISPATCHER } from '../../cli/demo/walks.ts';
import { DAY, HOUR } from '../../domain/calendar/civil.ts';
import { deadlineOf } from '../../domain/policy/policy.ts';
import { qingpu2026 } from '../../domain/policy/qingpu-2026.ts';
import { open } from '../../engine/open.ts';
import { submit } from '../../engine/submit.ts';
import { engineWith, must, type Place, readActors } from '../bulk/in-process.ts';

const PLACE = { text: '压测案件', address: '公园路 100 号', town: 'xiayang' };
const TICKET = {
  ...PLACE,
  caller: { name: '压测来电人', phone: '13900000000' },
  matter: 'ASSIST_COMPLAINT',
};

/** How a case is begun that then rests, its next instant hours or days away. */
interface Beginning {
  readonly type: string;
  readonly account: string;
  readonly input: object;
  readonly steps?: readonly {
    readonly account: string;
    readonly command: string;
    readonly input: object;
  }[];
}

const RESTING: readonly Beginning[] = [
  {
    type: 'hotline-ticket',
    account: DISPATCHER,
    input: TICKET,
    steps: [{ account: DISPATCHER, command: 'dispatch', input: { leadUnit: 'xiayang' } }],
  },
  {
    type: 'petition',
    account: 'petition-xinfang1',
    input: {
      ...PLACE,
      petitioner: { name: '压测信访人', phone: '13900000000' },
      channel: 'VISIT',
      category: 'APPEAL',
    },
  },
  {
    type: 'waste-lead',
    account: DISPATCHER,
    input: {
      ...PLACE,
      source: 'HOTLINE',
      actKind: 'DUMPING',
      occurredAt: Date.now() - DAY,
    },
  },
  {
    type: 'illegal-building',
    account: 'xiayang-xuncha1',
    input: { ...PLACE, source: 'PATROL', kind: 'ROOF', build: 'EXISTING' },
  },
  {
    type: 'supervision-matter',
    account: 'duban',
    input: { ...PLACE, subjectKind: 'UNIT', leadUnit: 'xiayang', grounds: 'BUCK_PASSING' },
  },
];

/** Opens so many resting cases of several types through the engine in this process; gives their ids. */
export async function beginResting(place: Place, count: number): Promise<readonly string[]> {
  const engine = engineWith(place, { now: Date.now() });
  const actors = await readActors(engine.pool);
  const actorOf = (account: string) => {
    const actor = actors.get(account);
    if (!actor) throw new Error(`nobody is called ${account}`);
    return actor;
  };
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const begun = RESTING[n % RESTING.length];
    if (!begun) throw new Error('nothing to begin');
    const { type, account, input, steps = [] } = begun;
    const request = { actor: actorOf(account), commandId: randomUUID(), type, input };
    const { caseId } = must(await open(engine, request));
    for (const step of steps) {
      const { account: by, command, input: given } = step;
      const asked = { actor: actorOf(by), commandId: randomUUID(), caseId, command, input: given };
      must(await submit(engine, asked));
    }
    ids.push(caseId);
  }
  await engine.pool.end();
  return ids;
}

/**
 * Opens one illegal building that was reported a day before an instant: its red level falls due then, its yellow one fell due
 * hours ago and is recorded as it is opened. Gives its id.
 */
export async function beginDue(place: Place, dueAt: number): Promise<string> {
  const { counting } = deadlineOf(qingpu2026, 'illegal.onsiteH');
  const reportedAt = dueAt - counting.limit.value * HOUR;
  const engine = engineWith(place, { now: Date.now() });
  const actor = (await readActors(engine.pool)).get('xiayang-xuncha1');
  if (!actor) throw new Error('nobody reports buildings');
  const input = { ...PLACE, source: 'PATROL', kind: 'ROOF', build: 'EXISTING', reportedAt };
  const request = { actor, commandId: randomUUID(), type: 'illegal-building', input };
  const { caseId } = must(await open(engine, request));
  await engine.pool.end();
  return caseId;
}
