import { expect } from '@jest/globals';
import type { z } from 'zod';
import type { Instant } from '../../domain/calendar/civil.ts';
import type { CaseEvent, CaseState } from '../../domain/case-state.ts';
import type { ClockState } from '../../domain/clocks/clock.ts';
import {
  commandSpec,
  decide,
  decideOpening,
  dueEvent,
  openingEvent,
  stepEvent,
} from '../../domain/decider.ts';
import type { Actor, CaseType, Rules } from '../../domain/define-case-type.ts';
import { evolve } from '../../domain/evolve.ts';
import { rulesForNew } from '../../domain/registry.ts';
import { REFUSAL_TEXTS } from '../../domain/refusal-texts.ts';
import type { Refusal } from '../../domain/rejection.ts';
import { sealedFields } from '../../domain/sealing.ts';
import { nextDueStep } from '../../domain/timekeeping.ts';
import { frozen } from './frozen.ts';
import { at } from './moments.ts';

/** A person of a unit. */
export const person = (id: string, unit: string, ...roles: string[]): Actor => ({
  id,
  kind: 'person',
  unit,
  roles,
});

/** Stands in for the engine's sealing: texts and identities become references. */
export function seal(schema: z.ZodType, input: object): object {
  const fields = sealedFields(schema);
  return Object.fromEntries(
    Object.entries(input).map(([name, value], index) =>
      fields[name] ? [name, { sealed: `text-${index + 1}`, digest: '…' }] : [name, value],
    ),
  );
}

/** Every placeholder of a refusal's text has a value. */
export function expectComplete(refusal: Refusal): void {
  const texts = Object.values(REFUSAL_TEXTS[refusal.code]).join();
  const names = [...texts.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const details = Object.keys(refusal.details ?? {});
  const context = { code: refusal.code, details };
  expect({ ...context, missing: names.filter((name) => !details.includes(name ?? '')) }).toEqual({
    ...context,
    missing: [],
  });
}

/** What opening a case comes to: the refusal, or the case. */
export function tryOpen(
  type: CaseType,
  now: Instant,
  actor: Actor,
  input: object,
): Refusal | CaseUnderTest {
  const rules = rulesForNew(type, now);
  const decision = decideOpening(type, { actor, input }, now);
  if (!decision.ok) {
    expectComplete(decision.refusal);
    return decision.refusal;
  }
  const { role, receivedAt } = decision;
  const sealed = seal(type.opens.input, decision.input);
  const event = openingEvent(rules, 'case-1', { actor, role }, sealed, { now, receivedAt });
  return new CaseUnderTest(rules, event, now);
}

/**
 * A case that lives in memory, with a clock that the test sets. What is due is recorded first, as the engine does.
 * Events and states are frozen, so that a step that changed one in place would throw.
 */
export class CaseUnderTest {
  readonly rules: Rules;
  readonly events: CaseEvent[] = [];
  state: CaseState;
  now: Instant;

  constructor(rules: Rules, opening: CaseEvent, now: Instant) {
    this.rules = rules;
    this.events.push(frozen(opening));
    this.state = frozen(evolve(undefined, opening));
    this.now = now;
    this.recordDue();
  }

  /** Lets time come to a moment such as `2026-11-23 09:30`, or to an instant. */
  when(moment: string | Instant): this {
    this.now = typeof moment === 'string' ? at(moment) : moment;
    this.recordDue();
    return this;
  }

  /** What a command would come to now, without doing it. */
  wouldRefuse(command: string, actor: Actor, input: object = {}): Refusal | undefined {
    const decision = decide(this.rules, this.state, { type: command, input, actor }, this.now);
    if (decision.ok) return undefined;
    expectComplete(decision.refusal);
    return decision.refusal;
  }

  /** Somebody tries a command. The refusal, or undefined when it was accepted. */
  try(command: string, actor: Actor, input: object = {}): Refusal | undefined {
    const decision = decide(this.rules, this.state, { type: command, input, actor }, this.now);
    if (!decision.ok) {
      expectComplete(decision.refusal);
      return decision.refusal;
    }
    const spec = commandSpec(this.rules.type, command);
    if (!spec) throw new Error(`no command ${command}`);
    const step = { command, actor, role: decision.role, input: seal(spec.input, decision.input) };
    this.#add(stepEvent(this.rules, this.state, step, this.now));
    this.recordDue();
    return undefined;
  }

  /** Somebody does a command that must be accepted. */
  does(command: string, actor: Actor, input: object = {}): this {
    const refusal = this.try(command, actor, input);
    if (refusal) throw new Error(`${command} was refused: ${JSON.stringify(refusal)}`);
    return this;
  }

  /** The newest round of a clock, or undefined when it was never started. */
  clock(name: string): ClockState | undefined {
    return this.state.clocks.findLast(({ clock }) => clock === name);
  }

  recordDue(): void {
    for (;;) {
      const due = nextDueStep(this.rules.type, this.state, this.now);
      if (!due) return;
      this.#add(dueEvent(this.rules, this.state, due, this.now));
    }
  }

  #add(event: CaseEvent): void {
    this.events.push(frozen(event));
    this.state = frozen(evolve(this.state, event));
  }
}
