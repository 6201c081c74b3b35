import type { Instant } from './calendar/civil.ts';

/** Everything a case's workflow is told of a step. Ids, codes and instants only: Temporal holds no personal data. */
export interface Telling {
  readonly caseId: string;
  /** Case type's id, under which the workflow runs. */
  readonly type: string;
  /** Case number, shown as the workflow's summary. */
  readonly number: string;
  readonly version: number;
  /** Types of the newest events, oldest first. */
  readonly events: readonly string[];
  readonly stage: string;
  readonly wakeAt: Instant | null;
  readonly ended: boolean;
  /** Ids of effects that wait to be carried out. */
  readonly effects: readonly string[];
}

/** Signal by which a case's workflow is told. */
export const TOLD = 'told';

/** Several tellings of one case in one: the newest state, and everything that still has to be done. */
export const coalesce = (earlier: Telling, later: Telling): Telling => {
  const [older, newer] = earlier.version <= later.version ? [earlier, later] : [later, earlier];
  const events =
    older.version === newer.version ? newer.events : [...older.events, ...newer.events];
  return {
    ...newer,
    events: events.slice(-MAX_EVENTS),
    effects: [...new Set([...older.effects, ...newer.effects])],
  };
};

/** Enough for a workflow's details; the log itself is in PostgreSQL. */
const MAX_EVENTS = 20;

export const workflowId = (caseId: string): string => `case-${caseId}`;

/** The workflow that holds the counter shared with PostgreSQL. */
export const SENTINEL_ID = 'sentinel';
export const SENTINEL_TYPE = 'sentinel';
export const SENTINEL_SIGNAL = 'beat';
export const SENTINEL_MEMO = 'counter';

/** The workflow that carries the cases of a change of rules over, and the signal after a pause. */
export const RULE_CHANGE_TYPE = 'ruleChange';
export const RULE_CHANGE_RESUMED = 'resumed';
export const ruleChangeWorkflowId = (changeId: string): string => `rule-change-${changeId}`;

/** The audit's workflow, and the schedule that starts it every night. */
export const AUDIT_TYPE = 'audit';
export const AUDIT_SCHEDULE = 'nightly-audit';
