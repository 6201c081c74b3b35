import type { Ladder, LevelSpec } from '../../../domain/clocks/ladder.ts';
import type { Counting } from '../../../domain/clocks/counting.ts';
import { deadlineOf, type Policy, type PolicyRule } from '../../../domain/policy/policy.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';

/** The rules of the district with one more rule, or another one under a key. */
export const withRule = (key: string, rule: object): Policy => ({
  ...qingpu2026,
  rules: { ...qingpu2026.rules, [key]: rule as PolicyRule },
});

/** The rules of the district with something else in the rule of a key. */
export const withChange = (key: string, change: object): Policy =>
  withRule(key, { ...qingpu2026.rules[key], ...change });

/** The rules of the district where the rule of a key counts otherwise. */
export const withCounting = (key: string, change: Partial<Counting>): Policy =>
  withChange(key, { counting: { ...deadlineOf(qingpu2026, key).counting, ...change } });

/** The rules of the district with a ladder of one's own, and one rule that climbs it. */
export const withLadder = (key: string, ladder: Ladder): Policy => ({
  ...withChange(key, { ladder: 'own' }),
  ladders: { ...qingpu2026.ladders, own: ladder },
});

/** A level of a ladder with its instant. */
export const rung = (level: LevelSpec['level'], at: LevelSpec['at']): LevelSpec => ({
  level,
  label: level,
  at,
  notify: ['responsible'],
});
