import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CaseEvent, CaseState } from '../../../domain/case-state.ts';
import { countingOf } from '../../../domain/clocks/counting-of.ts';
import { ledgerText } from '../../../domain/clocks/ledger-text.ts';
import { rulesOf } from '../../../domain/registry.ts';
import { deadlineOf } from '../../../domain/policy/policy.ts';

/** Logs of every released version, as files: `hotline-ticket.v1.2.json`. */
export const LOGS = resolve('test/fixtures/logs');

/** A log with what it has come to: whatever changes this changes the past of open cases. */
export interface KeptLog {
  readonly type: string;
  readonly version: number;
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
  /** The explanation of each clock, in the order of starting. */
  readonly ledgers: readonly string[];
}

export const keptLogs = (): readonly { readonly name: string; readonly log: KeptLog }[] =>
  readdirSync(LOGS)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({
      name,
      log: JSON.parse(readFileSync(`${LOGS}/${name}`, 'utf8')) as KeptLog,
    }));

/** The explanations of a case's clocks, dates and reasons in words. */
export function ledgersOf(state: CaseState): readonly string[] {
  const { policy, calendar } = rulesOf(state.rules);
  return state.clocks.map((clock) => {
    const { label, clause } = deadlineOf(policy, clock.limitKey);
    const counting = countingOf(policy, clock);
    const { startedAt: start, facts } = clock;
    const basis = { label, clause, policy: policy.version };
    return ledgerText({ counting, start, calendar, facts, basis });
  });
}
