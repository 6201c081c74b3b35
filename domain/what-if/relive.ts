import {
  type CaseEvent,
  type CaseState,
  LEVEL_REACHED,
  type LevelData,
  type OpeningData,
  RULES_CHANGED,
  type RulesData,
  type StepData,
} from '../case-state.ts';
import type { Instant } from '../calendar/civil.ts';
import { dueLevels, levelKey } from '../clocks/clock.ts';
import type { Rules } from '../define-case-type.ts';
import { commandOfEvent, evolve, fold, happened } from '../evolve.ts';
import { type PinnedRules, rulesOf } from '../registry.ts';
import { replan } from '../replan.ts';
import { causeOf } from '../rules-change.ts';
import { clocksStarted } from '../timekeeping.ts';
import { withClocks } from '../with-clocks.ts';
import { type Reached, type ReachedLevel, Reaching } from './reaching.ts';

/** How a case lived up to an instant: where it came to, and every level on the way, in order. */
export interface Lived {
  readonly state: CaseState;
  readonly levels: readonly ReachedLevel[];
}

/** Which rules hold where a case pinned some. */
export type RulesFor = (pinned: PinnedRules) => Rules;

/** A case as its log tells it, with the levels that fall due up to `until` (epoch ms) if nobody does anything more; `onStep` sees it after every event. */
export function lived(
  log: readonly CaseEvent[],
  until: Instant,
  onStep: (state: CaseState, event: CaseEvent) => void = () => undefined,
): Lived {
  const told = log.flatMap(({ type, data, dueAt }): ReachedLevel[] => {
    if (type !== LEVEL_REACHED) return [];
    const { clock, round, level } = data as LevelData;
    return [{ clock, round, level, at: dueAt ?? 0 }];
  });
  const state = fold(log, onStep);
  const living = new Reaching(rulesOf(state.rules), state, told);
  living.reachAll(until);
  return living;
}

/**
 * A case lived once more under other rules: the same people do the same things at the same moments, and clocks and levels
 * come out as the rules have it. Steps that happened by themselves stay where they were: what came of them did, too. Levels
 * up to `until` (epoch ms) are reached. Under the rules that the case pinned, one after the other, this is what `lived` gives.
 */
export function relive(log: readonly CaseEvent[], rulesFor: RulesFor, until: Instant): Lived {
  const [opening, ...rest] = log;
  if (!opening) throw new Error('an empty log cannot be lived again');
  const recorded = levelsIn(log);
  const rules = rulesFor((opening.data as OpeningData).rules);
  const living = new Reaching(rules, evolve(undefined, begunUnder(rules, opening)));
  for (const event of rest) {
    if (event.type === LEVEL_REACHED) levelAgain(living, event);
    else {
      living.reachAll(event.dueAt ?? event.at, comesLater(recorded, event));
      if (event.type === RULES_CHANGED) changeAgain(living, event, rulesFor);
      else living.state = stepAgain(living.rules, living.state, event);
    }
  }
  living.reachAll(until);
  return living;
}

/** The opening with the clocks that it starts under these rules. */
function begunUnder(rules: Rules, opening: CaseEvent): CaseEvent {
  const { event, begin } = rules.type.opens;
  const facts = begin(happened(opening));
  const at = opening.occurredAt ?? opening.at;
  const started = clocksStarted(rules, { event, facts, at }, []);
  return { ...opening, data: { ...opening.data, started } };
}

/** A step with the clocks that it ends, moves and starts under these rules. */
function stepAgain(rules: Rules, state: CaseState, event: CaseEvent): CaseState {
  const { ended: _ended, moved: _moved, started: _started, ...data } = event.data as StepData;
  const { at, dueAt, occurredAt } = event;
  const plain = { ...event, version: state.version + 1, data };
  const spec = commandOfEvent(rules.type, event.type);
  const seen = {
    event: event.type,
    to: data.to ?? state.stage,
    at: dueAt ?? at,
    from: occurredAt,
    subject: spec.subject?.(happened(plain)),
    object: spec.object?.(happened(plain), state.facts as never),
  };
  return withClocks(rules, state, plain, seen).state;
}

/** A change of rules, with the due dates that it moves from where they are here. */
function changeAgain(living: Reaching, event: CaseEvent, rulesFor: RulesFor): void {
  const { moved: _moved, ...data } = event.data as RulesData;
  const { state } = living;
  const rules = rulesFor({ ...state.rules, ...data.to });
  const moved = replan(state.clocks, rules, causeOf(data)).map(({ move }) => move);
  const changed = { ...data, ...(moved.length > 0 && { moved }) };
  living.rules = rules;
  living.state = evolve(state, { ...event, version: state.version + 1, data: changed });
}

/** A level that the log records, at the moment at which it did, if it is due then under these rules. */
function levelAgain(living: Reaching, event: CaseEvent): void {
  const { clock, round, level } = event.data as LevelData;
  const own = living.state.clocks.find((one) => one.clock === clock && one.round === round);
  const due = own && dueLevels(own, event.at).find((one) => one.level === level);
  if (due) living.reach({ clock: own, level: due }, event.at);
}

/** What the log says of its levels: which event recorded each, by key. */
type Recorded = ReadonlyMap<string, CaseEvent>;

const levelsIn = (log: readonly CaseEvent[]): Recorded =>
  new Map(
    log
      .filter(({ type }) => type === LEVEL_REACHED)
      .map((event) => {
        const level = event.data as LevelData;
        return [levelKey(event.caseId, level, level.level), event];
      }),
  );

/** Levels that were recorded behind a step although they were due at this very instant before it: they have their place. */
const comesLater =
  (recorded: Recorded, step: CaseEvent) =>
  ({ clock, level }: Reached): boolean => {
    const event = recorded.get(levelKey(step.caseId, clock, level.level));
    return event !== undefined && event.version > step.version && event.dueAt === level.at;
  };
