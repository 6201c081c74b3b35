import type { Instant } from '../calendar/civil.ts';
import type { Guard } from '../define-case-type.ts';

/** What a case type says of its oversight. */
export interface Oversight<Facts> {
  /** States in which it can be supervised: all that have not ended. */
  readonly during: readonly string[];
  /** Roles of the lead unit that answer an order, whose duty it is first. */
  readonly answers: readonly [string, ...string[]];
  /** The supervisor's answer is owed within minutes; left out where no case of the type ever is urgent. */
  readonly isUrgent?: (facts: Facts) => boolean;
  /** The supervisor takes the case from its unit (提级办理): where it goes, and the facts without the unit. */
  readonly takeOver?: Transfer<Facts>;
  /** The supervisor gives the case to another unit (改派主办); clocks of the unit end and start by `LeadChanged`. */
  readonly changeLead?: Transfer<Facts> & {
    readonly leadOf: (facts: Facts) => string | undefined;
    /** What the type itself refuses of the new unit. */
    readonly refuse?: readonly Guard<Facts, { readonly leadUnit: string }>[];
  };
}

interface Transfer<Facts> {
  readonly from: readonly string[];
  readonly to: string;
  readonly evolve: (facts: Facts, step: { leadUnit: string; at: Instant }) => Facts;
}
