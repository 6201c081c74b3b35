import type { Instant } from '../../domain/calendar/civil.ts';
import type { CaseEvent, CaseState } from '../../domain/case-state.ts';
import type { Rules } from '../../domain/define-case-type.ts';
import type { CaseLink } from '../../domain/definition/links.ts';
import type { DecidedStep } from '../../domain/step-events.ts';
import type { Core } from './core.ts';

/** Nobody meant so many things to fall due in a row: a core that never comes to an end is found out. */
const MOST_DUE = 1000;

/** A case in memory, with its log. What is due is recorded first, as the engine does. */
export class LivingCase {
  readonly rules: Rules;
  readonly number: string;
  readonly log: CaseEvent[] = [];
  /** Types of its events. */
  readonly done = new Set<string>();
  readonly core: Core;
  state: CaseState;
  /** Until when it has been lived: everything that fell due by then should be on record. */
  seenUntil: Instant;

  constructor(core: Core, rules: Rules, number: string, opening: CaseEvent) {
    this.core = core;
    this.rules = rules;
    this.number = number;
    this.log.push(opening);
    this.done.add(opening.type);
    this.state = core.evolve(undefined, opening);
    this.seenUntil = opening.at;
    this.recordDue(opening.at);
  }

  get ended(): boolean {
    return this.rules.type.states[this.state.stage]?.final === true;
  }

  get wakeAt(): Instant | undefined {
    return this.core.wakeAt(this.rules.type, this.state);
  }

  recordDue(now: Instant): void {
    for (let count = 0; count < MOST_DUE; count += 1) {
      const due = this.core.nextDueStep(this.rules.type, this.state, now);
      if (!due) {
        this.seenUntil = Math.max(this.seenUntil, now);
        return;
      }
      this.#add(this.core.dueEvent(this.rules, this.state, due, now));
    }
    throw new Error(`more than ${MOST_DUE} things fall due at once`);
  }

  /** Records a step that was decided, and what falls due by it. */
  record(step: DecidedStep, now: Instant): CaseEvent {
    const event = this.core.stepEvent(this.rules, this.state, step, now);
    this.#add(event);
    this.recordDue(now);
    return event;
  }

  /** How another case sees this one. */
  linkAs(kind: CaseLink['kind'], end: CaseLink['end']): CaseLink {
    return { kind, end, caseId: this.state.caseId, number: this.number, type: this.rules.type.id };
  }

  #add(event: CaseEvent): void {
    this.log.push(event);
    this.done.add(event.type);
    this.state = this.core.evolve(this.state, event);
  }
}
