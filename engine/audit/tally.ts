import type { Finding } from '../verify/finding.ts';
import type { ClockHealth } from './clock-health.ts';
import type { Remedy } from './remedies.ts';

/** A finding with what was done about it, or what a person has to do. */
export interface ReportedFinding extends Finding {
  readonly remedy: Remedy;
  readonly advice?: string;
}

/** Findings by rule, what was repaired, what is left, and the first of them, what is left before the rest. */
export interface AuditResult {
  readonly rules: Readonly<Record<string, number>>;
  readonly repaired: number;
  readonly left: number;
  readonly listed: readonly ReportedFinding[];
  readonly health: ClockHealth;
}

const LISTED = 500;

/** Adds findings up as they come, so that an audit of whatever size holds only those that it lists. */
export class Tally {
  readonly #rules = new Map<string, number>();
  readonly #listed = { left: [] as ReportedFinding[], repaired: [] as ReportedFinding[] };
  readonly #counts = { left: 0, repaired: 0 };

  add(found: readonly ReportedFinding[]): void {
    for (const finding of found) {
      const { rule, advice } = finding;
      const how = advice === undefined ? 'repaired' : 'left';
      this.#rules.set(rule, (this.#rules.get(rule) ?? 0) + 1);
      this.#counts[how] += 1;
      if (this.#listed[how].length < LISTED) this.#listed[how].push(finding);
    }
  }

  get result(): Omit<AuditResult, 'health'> {
    return {
      rules: Object.fromEntries(this.#rules),
      ...this.#counts,
      listed: [...this.#listed.left, ...this.#listed.repaired].slice(0, LISTED),
    };
  }
}
