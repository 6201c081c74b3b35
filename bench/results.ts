import type { Deadlines } from './deadlines/readings.ts';
import type { Histories } from './histories.ts';
import type { Lateness } from './lateness.ts';
import type { Memory } from './processes.ts';
import type { Sustained } from './sustained.ts';
import type { Drain, Point } from './throughput.ts';
import type { OperationName } from './load/job.ts';

/** Everything one run has measured. */
export interface Results {
  readonly points: readonly Point[];
  readonly drains: readonly Drain[];
  readonly sustained: Sustained;
  readonly lateness: Lateness;
  readonly histories: Histories;
  readonly idle: Memory;
  readonly loaded: Memory;
  readonly deadlines: Deadlines;
}

export function pointOf({ points }: Results, operation: OperationName, lanes: number): Point {
  const point = points.find((one) => one.operation === operation && one.lanes === lanes);
  if (!point) throw new Error(`${operation} was not measured at ${lanes} at a time`);
  return point;
}

/** What the bare Temporal does in the place of ours. */
export const COUNTERPART: Partial<Record<OperationName, OperationName>> = {
  open: 'bare-start',
  command: 'bare-update',
  mixed: 'bare-update',
};

/** How many times the rate of the bare Temporal; undefined for what has no counterpart. */
export function timesBare(results: Results, point: Point): number | undefined {
  const other = COUNTERPART[point.operation];
  return other && point.perSecond / pointOf(results, other, point.lanes).perSecond;
}
