import { cn2024to2026 } from '../../../domain/calendar/cn-2024-2026.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import { ledgerOf } from '../../../domain/clocks/ledger.ts';
import { countingsOf } from '../../../domain/policy/policy.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';
import { dateOfNumber } from './days.ts';
import type { Counting, OracleDue } from './rule.ts';
import { shapes } from './shapes.ts';
import type { Suspension } from './suspensions.ts';

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
  due(counting: Counting, start: number, pauses: Suspension[], extensions: number[]): OracleDue;
  ledger(counting: Counting, start: number, pauses: Suspension[], extensions: number[]): Entry[];
}

const factsOf = (pauses: Suspension[], extensions: number[]) => ({
  pauses,
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

const shaped: Rule[] = shapes.map((counting, index) => ({ key: `shape ${index}`, counting }));

/** The domain's own arithmetic over the rules of the district's policy, and a few beyond them. */
export const domain: Subject = {
  rules: distinct([...countingsOf(qingpu2026), ...shaped]),
  due(counting, start, pauses, extensions) {
    const { nominal, statutory, internal, provisional } = dueOf(
      counting,
      start,
      cn2024to2026,
      factsOf(pauses, extensions),
    );
    return { nominal: dateOfNumber(nominal), statutory, internal, provisional };
  },
  ledger(counting, start, pauses, extensions) {
    return [...ledgerOf(counting, start, cn2024to2026, factsOf(pauses, extensions))];
  },
};
