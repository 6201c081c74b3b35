import type { Instant } from '../calendar/civil.ts';

/** What the worklist shows of a case. */
export interface CaseSummary {
  /** Label of the matter, from a closed list. */
  readonly matter: string;
  readonly urgent: boolean;
  readonly receivedAt: Instant;
  /** References of sealed data: what the worklist shows as summary, where it is, and who asked. */
  readonly text: string;
  readonly address: string;
  /** Left out where nobody asked. */
  readonly person?: string;
  readonly town?: string;
}
