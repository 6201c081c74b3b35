import type { HistoryJson } from './histories.ts';

type Has = (history: HistoryJson) => boolean;

const count = ({ events }: HistoryJson, type: string): number =>
  events.filter(({ eventType }) => eventType === `EVENT_TYPE_${type}`).length;

const has =
  (...types: readonly string[]): Has =>
  (history) =>
    types.every((type) => count(history, type) > 0);

/** Every way that a workflow's history has gone, by the shape's name: what has to be in it for the name to be true. */
export const SHAPES: Readonly<Record<string, Has>> = {
  'hotline-ticket.levels': has(
    'TIMER_STARTED',
    'TIMER_FIRED',
    'MARKER_RECORDED',
    'ACTIVITY_TASK_COMPLETED',
  ),
  'hotline-ticket.voided': has('WORKFLOW_EXECUTION_COMPLETED'),
  'hotline-ticket.continued': has('WORKFLOW_EXECUTION_CONTINUED_AS_NEW'),
  'hotline-ticket.continuing': ({ events }) =>
    JSON.stringify(events[0]).includes('"continuedExecutionRunId"'),
  /** Steps move the nearest instant forth and back: timers are cancelled and started. */
  'hotline-ticket.life': has('TIMER_CANCELED', 'TIMER_FIRED', 'MARKER_RECORDED'),
  'petition.life': has('TIMER_CANCELED', 'TIMER_FIRED', 'WORKFLOW_EXECUTION_COMPLETED'),
  'waste-lead.life': has('TIMER_CANCELED'),
  'waste-case.life': has('TIMER_CANCELED', 'TIMER_FIRED', 'WORKFLOW_EXECUTION_COMPLETED'),
  'hazard.life': has('TIMER_CANCELED', 'TIMER_FIRED', 'WORKFLOW_EXECUTION_COMPLETED'),
  'spot-check.life': has('WORKFLOW_EXECUTION_SIGNALED'),
  'supervision-matter.life': has('TIMER_CANCELED', 'TIMER_FIRED', 'WORKFLOW_EXECUTION_COMPLETED'),
  'illegal-building.life': has('TIMER_CANCELED', 'TIMER_FIRED', 'WORKFLOW_EXECUTION_COMPLETED'),
  'warning.life': has('TIMER_CANCELED', 'TIMER_FIRED', 'WORKFLOW_EXECUTION_COMPLETED'),
  'sentinel.beating': has('WORKFLOW_PROPERTIES_MODIFIED'),
  'audit.done': has('ACTIVITY_TASK_COMPLETED', 'WORKFLOW_EXECUTION_COMPLETED'),
  'rule-change.applied': has('ACTIVITY_TASK_COMPLETED', 'WORKFLOW_EXECUTION_COMPLETED'),
  'rule-change.paused': has(
    'TIMER_STARTED',
    'WORKFLOW_EXECUTION_SIGNALED',
    'WORKFLOW_EXECUTION_COMPLETED',
  ),
};
