import { setTimeout as pause } from 'node:timers/promises';
import { isoInstant, MINUTE } from '../../domain/calendar/civil.ts';
import { openingInput, type Script, type Ticket } from '../../cli/demo/tickets.ts';
import { DISPATCHER, walkOf } from '../../cli/demo/walks.ts';
import type { Sender } from './commands.ts';
import type { Random } from './random.ts';

export interface Load {
  /** Begins every idempotency key; never used for two loads on one database. */
  readonly series: string;
  readonly sender: Sender;
  readonly random: Random;
  readonly walkers: number;
  /** How long people think before they act, in ms; without it a few of them would be a whole district. */
  readonly thinking: readonly [number, number];
  /** No new step is begun when it is true. */
  readonly over: () => boolean;
}

/** Walks tickets through their lives, many at once, until the load is over. Each command is seen through to its answer. */
export async function walkTickets({ walkers, random, ...load }: Load): Promise<void> {
  await Promise.all(
    Array.from({ length: walkers }, (_, i) =>
      keepWalking({ ...load, walkers, random: random.fork() }, `${load.series}-walker-${i}`),
    ),
  );
}

async function keepWalking(load: Load, name: string): Promise<void> {
  for (let n = 1; !load.over(); n += 1) await walk(load, `${name}-${n}`);
}

const SCRIPTS: readonly Script[] = [
  'full',
  'full',
  'returnTwice',
  'rework',
  'contact',
  'submitted',
  'void',
];

export const THINKING = [200, 1100] as const;

async function walk(load: Load, name: string): Promise<void> {
  const { sender, random, over, thinking } = load;
  const lateness = random.chance(0.6) ? soonDue(random) : undefined;
  const ticket = ticketOf(name, lateness !== undefined, random);
  const receivedAt = Date.now() - (lateness?.receivedBefore ?? 0);
  const input = {
    ...openingInput(ticket),
    ...(lateness && { receivedAt: isoInstant(receivedAt) }),
  };
  const opened = await sender.send({
    account: DISPATCHER,
    path: '/api/cases',
    key: `${name}-open`,
    body: { type: 'hotline-ticket', input },
  });
  if (!opened || lateness?.abandoned) return;
  // Around the instant of the level: sometimes the timer is first, sometimes the step.
  if (lateness) await untilOver(load, lateness.dueIn + random.between(-500, 1000));
  for (const [i, { account, command, input: given }] of walkOf(ticket).entries()) {
    await pause(random.between(...thinking));
    if (over()) return;
    const step = {
      account,
      path: `/api/cases/${opened.caseId}/commands`,
      key: `${name}-${i + 1}`,
      body: { command, input: given },
    };
    const done = random.chance(0.1) ? await sender.sendTwice(step) : await sender.send(step);
    if (!done) return;
  }
}

async function untilOver({ over }: Load, ms: number): Promise<void> {
  const until = Date.now() + ms;
  while (!over() && Date.now() < until) await pause(Math.min(200, Math.max(1, until - Date.now())));
}

interface Lateness {
  /** How long before its opening the ticket was received, in ms. */
  readonly receivedBefore: number;
  /** When its next level falls due, in ms from now. */
  readonly dueIn: number;
  /** Nobody dispatches it: only its timer can record the level. */
  readonly abandoned: boolean;
}

/** Urgent tickets are warned of after 12 minutes, overdue after 15, and reported, out of the house too, after 75. */
function soonDue(random: Random): Lateness {
  const level = random.pick([12, 15, 15, 75, 75]) * MINUTE;
  const dueIn = Math.round(random.between(1000, 20_000));
  return { receivedBefore: level - dueIn, dueIn, abandoned: random.chance(0.5) };
}

const ticketOf = (key: string, urgent: boolean, random: Random): Ticket => ({
  key,
  receivedBefore: 0,
  matter: random.chance(0.3) ? 'CONSULT' : 'ASSIST_COMPLAINT',
  urgency: urgent ? 'SAFETY' : 'NORMAL',
  town: 'xiayang',
  unit: random.pick(['xiayang', 'xujing', 'zhujiajiao']),
  callerName: '陈测试',
  callerPhone: '13900000000',
  address: '公园路 100 号',
  text: '公园路路灯不亮,夜间行走不便,请尽快修复',
  script: random.pick(SCRIPTS),
});
