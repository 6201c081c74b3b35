import type { CaseType, Rules } from '../domain/define-case-type.ts';
import type { Telling } from '../domain/telling.ts';
import type { Pool } from './database.ts';
import type { Metrics } from './metrics.ts';
import type { Vault } from './vault.ts';

/** Where a crash test may kill the process. */
export type Failpoint =
  | 'after-commit-before-answer'
  | 'after-commit-before-telling'
  | 'after-level-stored';

/** What the engine works with. */
export interface Engine {
  readonly pool: Pool;
  readonly vault: Vault;
  readonly metrics: Metrics;
  /** Hands a stored step on to the case's workflow; never throws, never waits. */
  readonly tell: (telling: Telling) => void;
  /** Turns the database's clock into now; tests shift it together with Temporal's time skipping. */
  readonly now: (databaseClock: number) => number;
  /** The policy and calendar that a case opened now is given. */
  readonly rulesForNew: (type: CaseType, at: number) => Rules;
  readonly failpoint: (name: Failpoint) => void;
}
