import {
  type CaseEvent,
  type CaseState,
  LEVEL_REACHED,
  type StepData,
} from '../../../domain/case-state.ts';
import { isRunning } from '../../../domain/clocks/clock.ts';
import { CONVERSION } from '../../../domain/decider.ts';
import {
  type AnyCommandSpec,
  type CaseType,
  listOf,
  previous,
} from '../../../domain/define-case-type.ts';
import { commandsFrom } from '../../../domain/definition/indexes.ts';
import { officeOf, partOf } from '../../../domain/definition/parts.ts';
import { nextDueStep } from '../../../domain/timekeeping.ts';
import type { Tell } from '../violation.ts';

/** One event of a log, with the case as the log tells it before and after. */
export interface Seen {
  readonly type: CaseType;
  readonly before: CaseState | undefined;
  readonly event: CaseEvent;
  readonly after: CaseState;
}

/** Holds one event against what must be so of every event. */
export function checkStep(seen: Seen, tell: Tell): void {
  const { type, before, event, after } = seen;
  if (before) {
    if (event.at < before.lastAt) tell('time', `${event.type} at ${event.at - before.lastAt} ms`);
    if (type.states[before.stage]?.final) tell('final', `${event.type} in ${before.stage}`);
    checkDueFirst(type, before, event, tell);
    if (event.type !== LEVEL_REACHED) checkMove(type, before, event, tell);
  } else if (![CONVERSION, ...listOf(type.opens.by)].includes(event.role)) {
    tell('actor', `opened by ${event.role}`);
  }
  checkStanding(type, after, tell);
}

function checkDueFirst(type: CaseType, before: CaseState, event: CaseEvent, tell: Tell): void {
  const { dueAt, at } = event;
  if (dueAt !== undefined && at < dueAt) tell('early', `${event.type} ${dueAt - at} ms early`);
  const due = nextDueStep(type, before, Math.min(at, dueAt ?? at));
  if (due && due.at !== dueAt) tell('due-first', `${event.type} before ${due.clock.clock}`);
}

function checkMove(type: CaseType, before: CaseState, event: CaseEvent, tell: Tell): void {
  const possible = commandsFrom(type, before.stage).filter(([, spec]) => spec.event === event.type);
  const { to = before.stage } = event.data as StepData;
  const leading = possible.filter(([, spec]) => to === targetOf(spec, before));
  if (leading.length === 0) tell('step', `${event.type} in ${before.stage} leads to ${to}`);
  else if (!leading.some(([name, spec]) => mayHaveActed(type, before, event, name, spec))) {
    tell('actor', `${event.type} by ${event.actor}`);
  }
}

const targetOf = ({ to }: AnyCommandSpec, { stage, cameFrom }: CaseState): string | null =>
  to === previous ? cameFrom : (to ?? stage);

function mayHaveActed(
  type: CaseType,
  { facts }: CaseState,
  { role, unit, actorKind }: CaseEvent,
  name: string,
  spec: AnyCommandSpec,
): boolean {
  if (actorKind === 'system') {
    return spec.by === 'system' || Object.values(type.clocks).some(({ lapse }) => lapse === name);
  }
  if (!listOf(spec.by).includes(role)) return false;
  const place = type.roles[role];
  if (!place) return false;
  const office = officeOf(place.at);
  if (office !== undefined) return unit === office;
  const part = partOf(spec, place);
  return type.holders(facts as never).some((one) => one.unit === unit && one.part === part);
}

function checkStanding(type: CaseType, { stage, clocks }: CaseState, tell: Tell): void {
  const { ended, final } = type.states[stage] ?? {};
  const running = clocks.filter(isRunning);
  if (!ended && running.length === 0) tell('clockless', `in ${stage}`);
  const byPeople = commandsFrom(type, stage).some(([, { by }]) => by !== 'system');
  if (!final && !byPeople && running.length === 0) tell('stuck', `in ${stage}`);
  for (const { clock, pausedAt } of running) {
    const spec = type.clocks[clock];
    if (ended && !spec?.inEnded) tell('ended-state', `${clock} in ${stage}`);
    const stands = spec?.pausedIn?.states.includes(stage) ?? false;
    if (stands !== (pausedAt !== undefined)) tell('paused', `${clock} in ${stage}`);
  }
}
