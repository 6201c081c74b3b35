/** The invariants that a simulated case is held against, and what each promises. */
export const CHECKS = {
  version: 'versions count 1, 2, 3 … without a gap',
  time: 'recording times never decrease',
  'level-once': 'a level is recorded once by its key',
  fold: 'the stored log folds to the live state',
  'due-first': 'what is due is recorded before anything else, in order',
  early: 'nothing happens by itself before its instant',
  late: 'what falls due is recorded within the time that a timer may be late',
  instant: 'a level is due at the instant that its clock stored',
  owed: 'every level that fell due is on record, and no other',
  outcome: 'a clock ends once: breached at or after its legal instant, else not',
  plan: 'a clock stands where its rules and what happened to it put it',
  paused: 'a clock stands still in the states that its definition names, and in no other',
  'ended-state': 'in an ended state only clocks run that are meant for it',
  rounds: 'rounds count from 1, one running at a time',
  step: 'a step is possible in its state and leads where its definition says',
  final: 'nothing happens in a final state',
  actor: 'whoever acted held the role, at its place',
  privacy: 'no word that a person typed is in the log',
  clockless: 'a case that has not ended has a clock',
  stuck: 'a case that is not final has a timer or something that a person can do',
  light: 'the light is the one that the worklist promised',
  ledger: 'a ledger adds up to its limit',
  menu: 'what is accepted was offered',
  broken: 'nothing throws',
} as const;

/** Something that an invariant does not allow. */
export interface Violation {
  readonly caseId: string;
  readonly check: keyof typeof CHECKS;
  readonly detail: string;
}

/** Tells of a violation in the case that is looked at. */
export type Tell = (check: Violation['check'], detail: string) => void;
