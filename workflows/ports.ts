import type { Telling } from '../domain/telling.ts';

/** What the audit's workflow asks of the world. */
export interface AuditActivities {
  /** Holds everything against the log, repairs what can be repaired. Returns the stored report's id. */
  runAudit(): Promise<string>;
}

/** What the workflow of a change of rules asks of the world. */
export interface RuleChangeActivities {
  /** Carries a batch of cases over. Returns how many still wait, and whether the change is paused. */
  carryOver(changeId: string): Promise<{ readonly left: number; readonly paused: boolean }>;
  /** Notes that no case is left. */
  finish(changeId: string): Promise<void>;
}

/** What a case's workflow asks of the world. */
export interface CaseActivities {
  /** Records everything that is due in a case. Returns where the case stands, with what this added. */
  recordDue(caseId: string): Promise<Telling>;
  /** Carries out one effect, once or more; its id is the receiver's dedupe key. */
  deliver(effectId: string): Promise<void>;
}
