import type { Telling } from '../domain/telling.ts';

/** What a case's workflow asks of the world. */
export interface CaseActivities {
  /** Records everything that is due in a case. Returns where the case stands, with what this added. */
  recordDue(caseId: string): Promise<Telling>;
  /** Carries out one effect, once or more; its id is the receiver's dedupe key. */
  deliver(effectId: string): Promise<void>;
}
