import type { Instant } from '../../domain/calendar/civil.ts';
import type { CaseEvent, CaseState, StepData } from '../../domain/case-state.ts';
import { commandSpec } from '../../domain/decider.ts';
import {
  type Actor,
  type AnyCommandSpec,
  type CaseType,
  listOf,
} from '../../domain/define-case-type.ts';
import { pathOf } from '../../domain/definition/link-guards.ts';
import { type CaseLink, linked, type TellsLinked } from '../../domain/definition/links.ts';
import { currentCaseType, rulesForNew } from '../../domain/registry.ts';
import type { Refusal } from '../../domain/rejection.ts';
import { SYSTEM } from '../../domain/step-events.ts';
import type { Core } from './core.ts';
import { type Draw, fieldFor, seal } from './inputs.ts';
import type { Violation } from './violation.ts';
import { LivingCase } from './living-case.ts';

/** What an opening asks for. */
export interface Opening {
  readonly type: CaseType;
  readonly actor: Actor;
  readonly input: object;
  readonly source?: CaseLink;
}

/** A case and those that came of it or are tied to it: they take notice of one another's steps. */
export class Family {
  readonly name: string;
  readonly core: Core;
  readonly cases: LivingCase[] = [];
  /** What was found wrong while it lived. */
  readonly violations: Violation[] = [];

  constructor(name: string, core: Core) {
    this.name = name;
    this.core = core;
  }

  suspect({ state: { caseId } }: LivingCase, check: Violation['check'], detail: string): void {
    this.violations.push({ caseId, check, detail });
  }

  open({ type, actor, input, source }: Opening, now: Instant): LivingCase | Refusal {
    const asked = { actor, input, converted: source !== undefined };
    const decision = this.core.decideOpening(type, asked, now);
    if (!decision.ok) return decision.refusal;
    const { role, receivedAt } = decision;
    const rules = rulesForNew(type, now);
    const n = this.cases.length + 1;
    const sealed = seal(type.opens.input, decision.input);
    const times = { now, receivedAt, ...(source && { source }) };
    const who = { actor, role };
    const event = this.core.openingEvent(rules, `${this.name}.${n}`, who, sealed, times);
    const opened = new LivingCase(this.core, rules, `${type.prefix}2026-${this.name}.${n}`, event);
    this.cases.push(opened);
    return opened;
  }

  /** The case that a conversion opens; undefined where the command converts nothing. */
  convert(
    from: LivingCase,
    { converts }: AnyCommandSpec,
    actor: Actor,
    input: object,
    draw: Draw,
  ): { readonly child: LivingCase; readonly link: CaseLink } | Refusal | undefined {
    const type = converts && currentCaseType(converts.to);
    if (!type) return undefined;
    const object = converts.object?.(input as never);
    const about = object === undefined ? {} : { object };
    const path = pathOf(from.rules.type.id, from.state.links);
    const source: CaseLink = { ...from.linkAs('conversion', 'from'), path, ...about };
    const asked = converts.opening(from.state.facts as never, input as never);
    const child = this.open({ type, actor, input: opened(type, asked, draw), source }, draw.now);
    return 'code' in child
      ? child
      : { child, link: { ...child.linkAs('conversion', 'to'), ...about } };
  }

  /** Has linked cases take notice of a step; what they record may be told on. */
  tell(
    from: LivingCase,
    before: CaseState,
    spec: AnyCommandSpec,
    event: CaseEvent,
    now: Instant,
  ): void {
    for (const tells of spec.tells ?? []) {
      if (tells.when?.(from.state.facts) === false) continue;
      for (const link of linksTold(before, from.state, tells)) {
        this.#tellOne(from, event, tells.command, link, now);
      }
    }
  }

  #tellOne(
    from: LivingCase,
    event: CaseEvent,
    command: string,
    link: CaseLink,
    now: Instant,
  ): void {
    const other = this.cases.find(({ state }) => state.caseId === link.caseId);
    if (!other) return;
    other.recordDue(now);
    const before = other.state;
    const spec = commandSpec(other.rules.type, command);
    if (!spec || !listOf(spec.from).includes(before.stage)) return;
    const input = { number: from.number, event: event.type };
    const step = { command, actor: SYSTEM, role: 'system', input, ...mirrored(from, event, link) };
    this.tell(other, before, spec, other.record(step, now), now);
  }
}

/** Ties that hold now, and those that the step undid. */
function linksTold(before: CaseState, after: CaseState, { link, end }: TellsLinked): CaseLink[] {
  const found = [...linked(before.links, link, end), ...linked(after.links, link, end)];
  return [...new Map(found.map((one) => [one.caseId, one])).values()];
}

/** A tie that the step made or undid, as the other case sees it. */
function mirrored(from: LivingCase, { data }: CaseEvent, link: CaseLink) {
  const { linked: tied = [], unlinked: untied = [] } = data as StepData;
  const same = (one: Pick<CaseLink, 'kind' | 'end' | 'caseId'>): boolean =>
    one.caseId === link.caseId && one.kind === link.kind && one.end === link.end;
  const seen = from.linkAs(link.kind, link.end === 'from' ? 'to' : 'from');
  return {
    ...(tied.some(same) && { linked: [seen] }),
    ...(untied.some(same) && { unlinked: [seen] }),
  };
}

/** What was sealed and is passed on, opened again: here, with words of the same kind. */
const opened = ({ opens }: CaseType, asked: object, draw: Draw): object =>
  Object.fromEntries(
    Object.entries(asked)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]: [string, unknown]) =>
        typeof value === 'object' && value !== null && 'sealed' in value
          ? [name, fieldFor(opens.input, name, draw)]
          : [name, value],
      ),
  );
