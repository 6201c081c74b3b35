export type Unit = 'workingDays' | 'calendarDays' | 'months' | 'officeHours' | 'hours' | 'minutes';

export interface Span {
  readonly unit: Unit;
  readonly value: number;
}

/**
 * The facts of a rule. Declared once more rather than imported: an oracle that shared the type
 * with what it checks would follow it into a mistake.
 */
export interface Counting {
  readonly limit: Span;
  readonly begins?: 'nextWorkingDay';
  readonly ends?: 'counter';
  readonly roll: 'forward' | 'backward' | 'none';
  readonly internal?: Span;
  readonly before?: true;
}

/** Half-open, in epoch milliseconds; in any order, and they may touch or overlap. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

export interface OracleDue {
  readonly nominal: string;
  readonly statutory: number;
  readonly internal: number;
  readonly provisional: boolean;
}
