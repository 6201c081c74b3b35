import { cn2024to2026 } from '../../../domain/calendar/cn-2024-2026.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import { ledgerOf } from '../../../domain/clocks/ledger.ts';
import { countingsOf } from '../../../domain/policy/policy.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';
import { dateOfNumber } from './days.ts';
import type { Counting, OracleDue, Pause } from './rule.ts';

export interface Rule {
  readonly key: string;
  readonly counting: Counting;
}

export interface Entry {
  readonly date: string;
  readonly counted: number;
}

/** What is swept, in the oracle's words, so that a doctored one can take its place. */
export interface Subject {
  readonly rules: readonly Rule[];
  due(counting: Counting, start: number, pauses: Pause[], extensions: number[]): OracleDue;
  ledger(counting: Counting, start: number, pauses: Pause[], extensions: number[]): Entry[];
}

const factsOf = (pauses: Pause[], extensions: number[]) => ({
  pauses: pauses.map((pause) => ({ ...pause, ground: 'appraisal' })),
  extensions: extensions.map((value) => ({ value })),
});

function distinct(rules: readonly Rule[]): Rule[] {
  const first = new Map<string, Rule>();
  for (const rule of rules) {
    const facts = JSON.stringify(rule.counting);
    if (!first.has(facts)) first.set(facts, rule);
  }
  return [...first.values()];
}

/** The domain's own arithmetic over the rules of the district's policy. */
export const domain: Subject = {
  rules: distinct(countingsOf(qingpu2026)),
  due(counting, start, pauses, extensions) {
    const told = dueOf(counting, start, cn2024to2026, factsOf(pauses, extensions));
    return { ...told, nominal: dateOfNumber(told.nominal) };
  },
  ledger(counting, start, pauses, extensions) {
    return [...ledgerOf(counting, start, cn2024to2026, factsOf(pauses, extensions))];
  },
};
