import type { CaseType, Rules } from '../define-case-type.ts';
import { calendarOfVersion, newestPolicy } from '../registry.ts';
import { type SampleCase, sampleCases } from './sample-cases.ts';

/** What explanations of a case type rest on: its rules, and cases that show what its functions answer. */
export interface CaseTypeFacts {
  readonly rules: Rules;
  readonly samples: readonly SampleCase[];
}

/** A case type under the newest policy and calendar. Trying its samples takes about half a second. */
export function caseTypeFacts(type: CaseType): CaseTypeFacts {
  const calendar = calendarOfVersion();
  if (!calendar) throw new Error('no calendar has been released');
  const rules: Rules = { type, policy: newestPolicy(), calendar };
  return { rules, samples: sampleCases(rules) };
}
