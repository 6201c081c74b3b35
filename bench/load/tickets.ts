import { randomUUID } from 'node:crypto';
import type { Ticket } from '../../cli/demo/tickets.ts';
import { openingInput } from '../../cli/demo/tickets.ts';
import { type Act, DISPATCHER, walkOf } from '../../cli/demo/walks.ts';
import type { Post } from './http.ts';
import type { Measured, Pace } from './job.ts';
import { type Operation, repeat } from './pace.ts';

/** Tickets that are worked on at the same time, in turn: none gets two commands in quick succession. */
const IN_WORK = 200;
const ACTS_OF_A_TICKET = 7;
/** At a time while preparing. */
const LANES = 8;
/** More commands a second than one machine does, one at a time and in all. */
const MOST_IN_A_LANE = 200;
const MOST_COMMANDS = 1000;
const UNITS = ['xiayang', 'xujing', 'zhujiajiao', 'housing'];

interface Worked {
  readonly caseId: string;
  readonly acts: readonly Act[];
  /** How many acts are done. */
  done: number;
}

/** Opens tickets and takes them through their whole life, from dispatch to close. */
export class Tickets {
  readonly #post: Post;
  readonly #fresh: Worked[] = [];
  readonly #inWork: Worked[] = [];
  #opened = 0;

  constructor(post: Post) {
    this.#post = post;
  }

  /** An ordinary ticket received now, or an urgent one received at an instant, which is left alone. */
  opening(receivedAt?: string): Operation {
    return async () => {
      const ticket = ticketOf(this.#opened++, receivedAt !== undefined);
      const input = { ...openingInput(ticket), ...(receivedAt && { receivedAt }) };
      const body = { type: 'hotline-ticket', input };
      const { caseId } = await this.#post(DISPATCHER, '/api/cases', randomUUID(), body);
      if (receivedAt) return;
      this.#fresh.push({ caseId: String(caseId), acts: walkOf(ticket), done: 0 });
    };
  }

  /** The next command of the ticket that has waited longest. */
  readonly command: Operation = async () => {
    const worked = this.#inWork.shift() ?? this.#fresh.shift();
    if (!worked) throw new Error('there is no ticket left to work on');
    await this.#actOn(worked);
  };

  /** Opens what commands at `pace` can use up, and keeps tickets in work at all steps of their life. */
  async prepare(pace: Pace): Promise<Measured> {
    const needed = IN_WORK + Math.ceil(mostCommands(pace) / ACTS_OF_A_TICKET);
    const missing = Math.max(0, needed - this.#fresh.length - this.#inWork.length);
    const opened = await repeat(this.opening(), { lanes: LANES, times: missing });
    const taken = this.#fresh.splice(0, IN_WORK - this.#inWork.length);
    const lane = async (): Promise<void> => {
      for (let one = taken.pop(); one; one = taken.pop()) {
        const steps = taken.length % one.acts.length;
        for (let step = 0; step < steps; step += 1) await this.#act(one);
        this.#inWork.push(one);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return opened;
  }

  async #actOn(worked: Worked): Promise<void> {
    await this.#act(worked);
    const next = worked.done < worked.acts.length ? worked : this.#fresh.shift();
    if (next) this.#inWork.push(next);
  }

  async #act(worked: Worked): Promise<void> {
    const act = worked.acts[worked.done];
    if (!act) throw new Error('a closed ticket is still in work');
    const { account, command, input } = act;
    const path = `/api/cases/${worked.caseId}/commands`;
    await this.#post(account, path, randomUUID(), { command, input });
    worked.done += 1;
  }
}

function mostCommands(pace: Pace): number {
  if ('times' in pace) return pace.times;
  const perSecond =
    'perSecond' in pace ? pace.perSecond : Math.min(MOST_COMMANDS, pace.lanes * MOST_IN_A_LANE);
  return pace.seconds * perSecond;
}

const ticketOf = (n: number, urgent: boolean): Ticket => ({
  key: 'open-00',
  receivedBefore: 0,
  matter: 'ASSIST_COMPLAINT',
  urgency: urgent ? 'SAFETY' : 'NORMAL',
  town: 'xiayang',
  unit: UNITS[n % UNITS.length] ?? 'xiayang',
  callerName: '压测来电人',
  callerPhone: '13900000000',
  address: `公园路 ${n + 1} 号`,
  text: '路灯不亮,夜间行走不便,请尽快修复。',
  script: 'full',
});
