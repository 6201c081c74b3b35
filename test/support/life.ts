import type { CaseEvent, CaseState } from '../../domain/case-state.ts';
import type { ClockState } from '../../domain/clocks/clock.ts';
import { query } from '../../engine/database.ts';
import { logOf, rowOf } from './log.ts';
import { type Answer, type Person, signIn } from './people.ts';
import type { System } from './system.ts';
import { moveTo } from './time-skipping.ts';
import { eventually } from './waiting.ts';

const signedIn = new WeakMap<System, Map<string, Person>>();

/** A demo person, signed in once for a system, and again where the session has run out as time went on. */
async function personOf(system: System, account: string): Promise<Person> {
  const people = signedIn.get(system) ?? new Map<string, Person>();
  signedIn.set(system, people);
  const known = people.get(account);
  if (known && (await known.get('/api/session')).status === 200) return known;
  const person = await signIn(system.url, account);
  people.set(account, person);
  return person;
}

/** A case that lives on a real system, with a clock that the test moves. */
export class Life {
  readonly caseId: string;
  readonly #system: System;

  constructor(system: System, caseId: string) {
    this.#system = system;
    this.caseId = caseId;
  }

  static async open(system: System, account: string, type: string, input: object): Promise<Life> {
    const person = await personOf(system, account);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const answer = await person.post('/api/cases', { type, input }, key);
    if (answer.status !== 201) throw new Error(`${type}: ${JSON.stringify(answer.body)}`);
    return new Life(system, answer.body.caseId);
  }

  /** Somebody does what must be accepted. */
  async does(account: string, command: string, input: object = {}): Promise<this> {
    const answer = await this.tries(account, command, input);
    if (answer.status === 200) return this;
    throw new Error(`${command} by ${account}: ${JSON.stringify(answer.body)}`);
  }

  async tries(account: string, command: string, input: object = {}): Promise<Answer> {
    const person = await personOf(this.#system, account);
    return person.command(this.caseId, command, input);
  }

  /** Lets time come to an instant of `2027-02-03T10:00:00+08:00`; what falls due on the way happens by itself. */
  async until(iso: string): Promise<this> {
    const instant = Date.parse(iso);
    for (;;) {
      const { wake_at: wake, version } = await rowOf(this.#system, this.caseId);
      if (!wake || wake.getTime() > instant) break;
      await this.#told();
      await moveTo(this.#system, this.caseId, wake.getTime() + 1000);
      await eventually(
        `what is due at ${wake.toISOString()}`,
        async () => (await rowOf(this.#system, this.caseId)).version > version,
      );
    }
    this.#system.clock.offset = Math.max(this.#system.clock.offset, instant - Date.now());
    return this;
  }

  /** Lets a window lapse, or a level come: to the next instant at which something happens by itself. */
  async next(): Promise<this> {
    const { wake_at: wake } = await rowOf(this.#system, this.caseId);
    if (!wake) throw new Error('nothing will happen by itself');
    return this.until(wake.toISOString());
  }

  /** Lives on until an event of a type is recorded. */
  async untilEvent(type: string): Promise<this> {
    while (!(await this.log()).some((event) => event.type === type)) await this.next();
    return this;
  }

  /** The newest case that this one was converted to, or that it opened. */
  async child(): Promise<Life> {
    const link = (await this.state()).links.findLast(
      ({ end, kind }) => end === 'to' && kind === 'conversion',
    );
    if (!link) throw new Error('this case was not converted');
    return new Life(this.#system, link.caseId);
  }

  async state(): Promise<CaseState> {
    const [row] = await query<{ state: CaseState }>(
      this.#system.engine.pool,
      'SELECT state FROM case_row WHERE id = $1',
      [this.caseId],
    );
    if (!row) throw new Error(`no case ${this.caseId}`);
    return row.state;
  }

  log(): Promise<readonly CaseEvent[]> {
    return logOf(this.#system, this.caseId);
  }

  /** The newest round of a clock. */
  async clock(name: string): Promise<ClockState | undefined> {
    return (await this.state()).clocks.findLast(({ clock }) => clock === name);
  }

  async #told(): Promise<void> {
    await eventually(
      'the workflow to be told',
      async () => (await rowOf(this.#system, this.caseId)).told_version > 0,
    );
  }
}
