import { expect } from '@jest/globals';
import type { z } from 'zod';
import type { Instant } from '../../domain/calendar/civil.ts';
import type { CaseEvent, CaseState } from '../../domain/case-state.ts';
import type { ClockState } from '../../domain/clocks/clock.ts';
import { commandSpec, decide, decideOpening } from '../../domain/decider.ts';
import type { Actor, AnyCommandSpec, CaseType, Rules } from '../../domain/define-case-type.ts';
import { documentNumber } from '../../domain/definition/documents.ts';
import type { CaseLink } from '../../domain/definition/links.ts';
import { evolve } from '../../domain/evolve.ts';
import { rulesForNew } from '../../domain/registry.ts';
import { REFUSAL_TEXTS } from '../../domain/refusal-texts.ts';
import type { Refusal } from '../../domain/rejection.ts';
import { sealedFields } from '../../domain/sealing.ts';
import { dueEvent, openingEvent, stepEvent, SYSTEM } from '../../domain/step-events.ts';
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
  const details = Object.keys(refusal.details ?? {});
  const missing = placeholdersOf(refusal.code).filter((name) => !details.includes(name));
  // Asked at every step of every walk: the matcher is slow.
  if (missing.length > 0) expect({ code: refusal.code, details, missing }).toEqual({ missing: [] });
}

const PLACEHOLDERS = new Map<string, readonly string[]>();

function placeholdersOf(code: Refusal['code']): readonly string[] {
  const known = PLACEHOLDERS.get(code);
  if (known) return known;
  const texts = Object.values(REFUSAL_TEXTS[code]).join();
  const names = [...texts.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  PLACEHOLDERS.set(code, names);
  return names;
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
  /** Openings that conversions asked for: their type and input. */
  readonly converted: { readonly type: string; readonly input: object }[] = [];
  /** The case that commands which tie two cases find: one of the same type, just opened. */
  other: CaseState;
  /** The number that the next document is given, where a test cares. */
  nextNumber?: number;
  state: CaseState;
  now: Instant;

  constructor(rules: Rules, opening: CaseEvent, now: Instant) {
    this.rules = rules;
    this.events.push(frozen(opening));
    this.state = frozen(evolve(undefined, opening));
    this.other = { ...this.state, caseId: 'case-0' };
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
    const decision = this.#decide(command, actor, input);
    if (decision.ok) return undefined;
    expectComplete(decision.refusal);
    return decision.refusal;
  }

  /** Somebody tries a command. The refusal, or undefined when it was accepted. */
  try(command: string, actor: Actor, input: object = {}): Refusal | undefined {
    const decision = this.#decide(command, actor, input);
    if (!decision.ok) {
      expectComplete(decision.refusal);
      return decision.refusal;
    }
    const spec = commandSpec(this.rules.type, command);
    if (!spec) throw new Error(`no command ${command}`);
    const { role, happenedAt } = decision;
    const step = {
      command,
      actor,
      role,
      input: seal(spec.input, decision.input),
      ...(happenedAt !== undefined && { happenedAt }),
      ...this.#numberFor(spec, decision.input),
      linked: this.#tiesOf(spec, decision.input),
    };
    this.#add(stepEvent(this.rules, this.state, step, this.now));
    this.recordDue();
    return undefined;
  }

  /** A linked case tells this one of a step of its own. */
  told(command: string, number: string, event: string): this {
    const step = { command, actor: SYSTEM, role: 'system', input: { number, event } };
    this.#add(stepEvent(this.rules, this.state, step, this.now));
    this.recordDue();
    return this;
  }

  #decide(command: string, actor: Actor, input: object) {
    const asked = { type: command, input, actor };
    return decide(this.rules, this.state, asked, this.now, this.#otherFor(command));
  }

  /** Ties of repeats find an older case that has closed. */
  #otherFor(command: string): CaseState {
    const { commands, states } = this.rules.type;
    const ended = Object.keys(states).find((state) => states[state]?.ended) ?? '';
    return commandSpec(this.rules.type, command)?.links === 'repeat' && commands[command]
      ? { ...this.other, stage: ended }
      : this.other;
  }

  /** Stands in for the engine's number series. */
  #numberFor(spec: AnyCommandSpec, input: object): { documentNumber?: string } {
    const series = this.rules.type.documents?.[spec.issues ?? '']?.series;
    if (series === undefined) return {};
    const written = (input as { documentNumber?: string }).documentNumber;
    const n = this.nextNumber ?? this.state.documents.length + 1;
    return { documentNumber: written ?? documentNumber(series, 2026, n) };
  }

  /** Stands in for the engine's opening of other cases and finding of the one named. */
  #tiesOf(spec: AnyCommandSpec, input: object): CaseLink[] {
    const { converts, links } = spec;
    const n = this.state.links.length + 2;
    const named = { caseId: `case-${n}`, number: `CASE2026-${String(n).padStart(6, '0')}` };
    if (links !== undefined) {
      const { caseId, rules } = this.other;
      return [{ kind: links, end: 'to', caseId, number: 'CASE2026-000000', type: rules.type.id }];
    }
    if (!converts) return [];
    const object = converts.object?.(input as never);
    this.converted.push({
      type: converts.to,
      input: converts.opening(this.state.facts as never, input as never),
    });
    const about = object === undefined ? {} : { object };
    return [{ kind: 'conversion', end: 'to', ...named, type: converts.to, ...about }];
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
