import { createHash } from 'node:crypto';
import { checkCase } from './checks/check.ts';
import { countHappenings } from './happenings.ts';
import { type Ask, LATEST, live } from './life.ts';
import { addTo, count, type Tally } from './tally.ts';
import type { Violation } from './violation.ts';

/** One in so many is looked at closely. */
const CLOSELY = 8;

/** What came of some lives: counts, what was wrong, and a digest over every log. Plain JSON. */
export interface Chunk {
  readonly tally: Tally;
  readonly violations: readonly Violation[];
  readonly digest: string;
}

/** Lives and checks those from number `from` on, `size` of them. */
export function liveChunk(ask: Ask, from: number, size: number): Chunk {
  const tally: Tally = {};
  const violations: Violation[] = [];
  const hash = createHash('sha256');
  for (let n = from; n < from + size; n += 1) {
    try {
      const lived = live(ask, n);
      addTo(tally, lived.tally);
      violations.push(...lived.family.violations);
      for (const one of lived.family.cases) {
        const checked = checkCase(one, { latest: LATEST, closely: n % CLOSELY === 0 });
        violations.push(...checked.violations);
        hash.update(checked.stored);
        count(tally, 'cases');
        countHappenings(one, tally);
      }
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      violations.push({ caseId: String(n), check: 'broken', detail });
    }
  }
  return { tally, violations, digest: hash.digest('hex') };
}
