export interface RefusalText {
  /** What is wrong. */
  readonly what: string;
  /** The rule it rests on. */
  readonly rule: string;
  /** What to do. */
  readonly todo: string;
}
