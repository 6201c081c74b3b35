import type { CaseEvent, CaseState } from '../domain/case-state.ts';
import type { Rules } from '../domain/define-case-type.ts';
import { commandOfEvent, evolve, happened } from '../domain/evolve.ts';
import { rulesOf } from '../domain/registry.ts';
import { dueEvent } from '../domain/step-events.ts';
import { type DueStep, levelSpecOf, nextDueStep, wakeAt } from '../domain/timekeeping.ts';
import type { Telling } from '../domain/telling.ts';
import { levelKey } from '../domain/clocks/clock.ts';
import { sendableAt } from '../domain/policy/quiet-hours.ts';
import type { Transaction } from './database.ts';
import { append, link, type Recorded } from './log.ts';
import type { Metrics } from './metrics.ts';
import { type NoticeOf, writeNotices } from './notices.ts';
import { personsInRole } from './organisation.ts';
import { projectClocks, projectHolders, projectRow, type RowOfNew } from './project.ts';
import { projectPrecedent } from './project-precedent.ts';
import { projectLinks, projectServices } from './project-records.ts';
import { levelTargets } from './targets.ts';

interface Fired {
  readonly key: string;
  readonly level: string;
  readonly version: number;
  readonly dueAt: number;
  readonly at: number;
  /** Nobody in the whole house could be told. */
  readonly untold: boolean;
}

/** A case under its lock, and what one transaction adds to it. */
export class Change {
  readonly number: string;
  #rules: Rules;
  readonly #before: CaseState | undefined;
  readonly #head: Buffer;
  #state: CaseState | undefined;
  readonly #records: Recorded[] = [];
  readonly #fired: Fired[] = [];
  readonly #notices: NoticeOf[] = [];

  readonly #personDigest: Buffer | undefined;

  /** A case that is locked has a state `before`; a new one may have a digest of who asked. */
  constructor(
    rules: Rules,
    number: string,
    head: Buffer,
    before?: CaseState,
    personDigest?: Buffer,
  ) {
    this.#rules = rules;
    this.number = number;
    this.#head = head;
    this.#before = before;
    this.#personDigest = personDigest;
    this.#state = before;
  }

  /** Those that the case has pinned now. */
  get rules(): Rules {
    return this.#rules;
  }

  get state(): CaseState {
    if (!this.#state) throw new Error('nothing has been recorded yet');
    return this.#state;
  }

  /** The first event that this transaction adds. */
  get firstEvent(): CaseEvent {
    const first = this.#records[0];
    if (!first) throw new Error('nothing has been recorded yet');
    return first.event;
  }

  get isEmpty(): boolean {
    return this.#records.length === 0;
  }

  /** Adds the event of a command. */
  async record(tx: Transaction, event: CaseEvent, commandId: string): Promise<void> {
    this.#records.push({ event, commandId });
    this.#state = evolve(this.#state, event);
    if (event.version > 1) await this.#notifyOfStep(tx, event);
  }

  /** Adds the event that puts the case under other rules, and what falls due by them at once. */
  async changeRules(
    tx: Transaction,
    event: CaseEvent,
    commandId: string,
    now: number,
  ): Promise<void> {
    this.#records.push({ event, commandId });
    this.#state = evolve(this.#state, event);
    this.#rules = rulesOf(this.#state.rules);
    await this.recordDue(tx, now);
  }

  /** What is due comes first: adds every level and lapse whose instant has passed, in order. */
  async recordDue(tx: Transaction, now: number): Promise<void> {
    for (;;) {
      const due = nextDueStep(this.rules.type, this.state, now);
      if (!due) return;
      await this.#recordDueStep(tx, due, now);
    }
  }

  async #recordDueStep(tx: Transaction, due: DueStep, now: number): Promise<void> {
    const { caseId } = this.state;
    if (due.kind === 'lapse') {
      const id = `${caseId}:${due.clock.clock}:${due.clock.round}:lapse`;
      return this.record(tx, dueEvent(this.rules, this.state, due, now), id);
    }
    const persons = await levelTargets(tx, this.rules, this.state, due);
    const { sends } = levelSpecOf(this.rules, due);
    const event = dueEvent(this.rules, this.state, due, now, persons);
    const key = levelKey(caseId, due.clock, due.level);
    this.#records.push({ event, commandId: key });
    this.#state = evolve(this.#state, event);
    const { version, at } = event;
    const { level } = due;
    this.#fired.push({ key, version, dueAt: due.at, at, level, untold: persons.length === 0 });
    const kind = `level:${due.clock.clock}:${due.level}`;
    const held = this.#heldUntil(at);
    this.#notices.push({ caseId, version, kind, at, persons, sends: sends === true, ...held });
  }

  /** Levels are recorded at once; what of them leaves the house and is not urgent waits for the quiet hours to end. */
  #heldUntil(at: number): { readonly notBefore?: number } {
    const { type, policy } = this.rules;
    const then = sendableAt(policy, at);
    const urgent = type.summary(this.state.facts as never).urgent;
    return urgent || then === at ? {} : { notBefore: then };
  }

  async #notifyOfStep(tx: Transaction, event: CaseEvent): Promise<void> {
    const { notify = [], notifyAt, sends, subject } = commandOfEvent(this.rules.type, event.type);
    const where = notifyAt && subject?.(happened(event));
    const told = await Promise.all(
      notify.map((role) => personsInRole(tx, this.rules.type, this.state, role, where)),
    );
    const persons = [...new Set(told.flat())];
    if (persons.length === 0) return;
    const { caseId, version, type: kind, at } = event;
    this.#notices.push({ caseId, version, kind, at, persons, sends: sends === true });
  }

  /** Writes everything and counts the levels. Returns what the case's workflow has to be told. */
  async store(tx: Transaction, metrics: Metrics): Promise<Telling> {
    const linked = link(this.#head, this.#records);
    const head = linked.at(-1)?.hash ?? this.#head;
    const [effects] = await Promise.all([
      writeNotices(tx, this.number, this.#notices),
      append(tx, linked),
      projectRow(tx, this.rules, this.state, head, this.#born()),
      projectClocks(tx, this.state, this.#before),
      projectHolders(tx, this.rules, this.state, this.#before),
      projectServices(tx, this.state, this.#before),
      projectLinks(tx, this.state, this.#before),
      projectPrecedent(tx, this.state, this.#before),
      this.#storeFired(tx),
    ]);
    for (const { level, untold } of this.#fired) {
      metrics.levels.inc({ level });
      if (untold) metrics.levelsWithoutTarget.inc();
    }
    return this.#telling(effects);
  }

  #born(): RowOfNew | undefined {
    return this.#before ? undefined : { number: this.number, personDigest: this.#personDigest };
  }

  async #storeFired(tx: Transaction): Promise<void> {
    if (this.#fired.length === 0) return;
    await tx.query(
      `INSERT INTO level_fired (key, case_id, version, due_at, at)
       SELECT key, $1, version, due_at, at FROM unnest($2::text[], $3::int[], $4::timestamptz[], $5::timestamptz[]) AS row(key, version, due_at, at)`,
      [
        this.state.caseId,
        this.#fired.map(({ key }) => key),
        this.#fired.map(({ version }) => version),
        this.#fired.map(({ dueAt }) => new Date(dueAt)),
        this.#fired.map(({ at }) => new Date(at)),
      ],
    );
  }

  #telling(effects: readonly string[]): Telling {
    const { type } = this.rules;
    return {
      caseId: this.state.caseId,
      number: this.number,
      type: type.id,
      version: this.state.version,
      events: this.#records.map(({ event }) => event.type),
      stage: this.state.stage,
      wakeAt: wakeAt(type, this.state) ?? null,
      ended: type.states[this.state.stage]?.ended === true,
      effects,
    };
  }
}
