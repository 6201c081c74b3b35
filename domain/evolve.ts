import {
  type CaseEvent,
  type CaseState,
  type ClockEnd,
  LEVEL_REACHED,
  type LevelData,
  type OpeningData,
  RULES_CHANGED,
  type RulesData,
  type StepData,
} from './case-state.ts';
import type { Instant } from './calendar/civil.ts';
import { begun, type ClockMove, type ClockStart, type ClockState, moved } from './clocks/clock.ts';
import type { CaseType, Happened } from './define-case-type.ts';
import { commandByEvent } from './definition/indexes.ts';
import { documentsAfter, linksAfter } from './records.ts';
import { caseTypeOf } from './registry.ts';

/** The state after an event. Pure: it reads only the event and the definition that the case pinned. */
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState {
  if (!state) return begin(event);
  if (event.version !== state.version + 1) {
    throw new Error(`gap in the log of ${state.caseId}: ${state.version} → ${event.version}`);
  }
  if (event.type === LEVEL_REACHED) return levelRecorded(state, event.data as LevelData, event.at);
  return { ...state, ...changes(state, event), version: event.version, lastAt: event.at };
}

function changes(state: CaseState, event: CaseEvent): Partial<CaseState> {
  if (event.type === RULES_CHANGED) return underOtherRules(state, event);
  return step(caseTypeOf(state.rules.type), state, event);
}

/** Nobody typed it, so it is no reason for a conflict: the step version stays. */
function underOtherRules(state: CaseState, { at, data }: CaseEvent): Partial<CaseState> {
  const { to, moved: moves } = data as RulesData;
  return { rules: { ...state.rules, ...to }, clocks: move(state.clocks, at, moves) };
}

/** Folds a whole log; `onStep` sees the case after every event. Throws on an empty one. */
export function fold(
  events: readonly CaseEvent[],
  onStep: (state: CaseState, event: CaseEvent) => void = () => undefined,
): CaseState {
  let state: CaseState | undefined;
  for (const event of events) {
    state = evolve(state, event);
    onStep(state, event);
  }
  if (!state) throw new Error('an empty log folds to nothing');
  return state;
}

function begin(event: CaseEvent): CaseState {
  const data = event.data as OpeningData;
  const type = caseTypeOf(data.rules.type);
  return {
    caseId: event.caseId,
    rules: data.rules,
    version: event.version,
    stepVersion: event.version,
    stage: type.opens.to,
    cameFrom: null,
    openedAt: event.at,
    lastAt: event.at,
    facts: type.opens.begin(happened(event)),
    clocks: start([], data.started),
    documents: documentsAfter([], event, data),
    links: linksAfter([], event.at, data),
  };
}

function step(type: CaseType, state: CaseState, event: CaseEvent): Partial<CaseState> {
  const data = event.data as StepData;
  const spec = commandOfEvent(type, event.type);
  const facts = spec.evolve ? spec.evolve(state.facts, happened(event)) : state.facts;
  const moves = data.to !== undefined && data.to !== state.stage;
  return {
    facts,
    stepVersion: event.version,
    ...(moves && { stage: data.to, cameFrom: state.stage }),
    clocks: start(
      move(end(state.clocks, event.at, data.ended), event.dueAt ?? event.at, data.moved),
      data.started,
    ),
    documents: documentsAfter(state.documents, event, data),
    links: linksAfter(state.links, event.at, data),
  };
}

/** The state after a level of a clock was recorded at an instant. */
export const levelRecorded = (state: CaseState, level: LevelData, at: Instant): CaseState => ({
  ...state,
  clocks: fire(state.clocks, level),
  version: state.version + 1,
  lastAt: at,
});

/** What an event does to clocks beside ending them, where the rest of it is in the state already. */
export const withMoves = (
  state: CaseState,
  { at, dueAt }: Pick<CaseEvent, 'at' | 'dueAt'>,
  { moved: moves, started }: Pick<StepData, 'moved' | 'started'>,
): CaseState => ({ ...state, clocks: start(move(state.clocks, dueAt ?? at, moves), started) });

/** The command whose success an event tells of. */
export function commandOfEvent(type: CaseType, event: string) {
  const spec = commandByEvent(type, event)?.[1];
  if (!spec) throw new Error(`${type.id} v${type.version} knows no event ${event}`);
  return spec;
}

/** What `evolve` steps of a definition are shown. The cast ends where the definition's own types begin. */
export const happened = (event: CaseEvent): Happened<never> => ({
  at: event.at,
  occurredAt: event.occurredAt ?? event.at,
  actor: event.actor,
  unit: event.unit,
  input: (event.data as StepData).input as never,
  document: (event.data as StepData).document?.number,
});

const start = (
  clocks: readonly ClockState[],
  started: readonly ClockStart[] = [],
): readonly ClockState[] => (started.length === 0 ? clocks : [...clocks, ...started.map(begun)]);

const end = (
  clocks: readonly ClockState[],
  at: number,
  ended: readonly ClockEnd[] = [],
): readonly ClockState[] =>
  ended.length === 0
    ? clocks
    : clocks.map((clock) => {
        const ending = ended.find(
          (other) => other.clock === clock.clock && other.round === clock.round,
        );
        return ending ? { ...clock, endedAt: at, outcome: ending.outcome } : clock;
      });

const move = (
  clocks: readonly ClockState[],
  at: number,
  moves: readonly ClockMove[] = [],
): readonly ClockState[] =>
  moves.length === 0
    ? clocks
    : clocks.map((clock) => {
        const found = moves.find((one) => one.clock === clock.clock && one.round === clock.round);
        return found ? moved(clock, found, at) : clock;
      });

const fire = (clocks: readonly ClockState[], level: LevelData): readonly ClockState[] =>
  start(
    clocks.map((clock) =>
      clock.clock === level.clock && clock.round === level.round
        ? { ...clock, fired: [...clock.fired, level.level] }
        : clock,
    ),
    level.started,
  );
