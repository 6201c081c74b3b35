/** What keeps clocks and rules in order. Instants are ISO-8601 with +08:00. */
export interface ClockHealth {
  /** As the last audit saw it; null before any. */
  readonly timers: number | null;
  readonly failing: number | null;
  readonly untold: number;
  readonly provisional: number;
  readonly stuck: number;
  readonly overdue: number;
}

export interface AuditSummary {
  readonly id: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly cases: number;
  readonly repaired: number;
  readonly left: number;
  readonly health: ClockHealth;
}

export interface AuditFinding {
  readonly caseId: string;
  readonly number: string | null;
  readonly rule: string;
  readonly label: string;
  readonly detail: string;
  /** What a person has to do; missing where it was repaired. */
  readonly advice?: string;
}

export interface AuditReport extends AuditSummary {
  readonly findings: readonly AuditFinding[];
}

export type RuleKind = 'policy' | 'calendar';

export interface RuleVersion {
  readonly kind: RuleKind;
  readonly version: string;
  readonly effectiveFrom: string | null;
  readonly basis: string | null;
  readonly status: 'released' | 'proposed' | 'published';
  readonly proposedBy: string | null;
  readonly proposedAt: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly openCases: number;
}

/** A limit of the newest policy. */
export interface LimitRow {
  readonly key: string;
  readonly register: string;
  readonly label: string;
  /** `5 个工作日`. */
  readonly value: string;
  /** Null for what is no limit of a duty. */
  readonly from: string | null;
}

/** What a draft would have changed: breaches gained and lost, and added levels. */
export interface DraftResult {
  readonly examined: number;
  readonly changed: number;
  readonly gained: number;
  readonly lost: number;
  readonly units: readonly {
    readonly type: string;
    readonly unit?: string;
    readonly gained: number;
    readonly lost: number;
  }[];
  readonly levels: readonly {
    readonly level: string;
    readonly more: number;
    readonly fewer: number;
  }[];
}

export interface RuleChange {
  readonly id: string;
  readonly kind: RuleKind;
  readonly version: string;
  readonly status: 'proposed' | 'running' | 'paused' | 'finished';
  readonly proposedBy: string | null;
  readonly proposedAt: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly finishedAt: string | null;
  readonly cases: Readonly<
    Record<'planned' | 'applied' | 'unchanged' | 'differs' | 'failed', number>
  >;
  readonly moving: number;
}

interface ClockDates {
  readonly statutoryDue: string;
  readonly provisional: boolean;
}

export interface ChangeLine {
  readonly number: string;
  readonly state: keyof RuleChange['cases'];
  readonly problem: string | null;
  readonly clocks: readonly {
    readonly clock: string;
    readonly label: string;
    readonly round: number;
    readonly from: ClockDates;
    readonly to: ClockDates;
    readonly levels: readonly {
      readonly level: string;
      readonly from: string | null;
      readonly to: string | null;
      readonly fired: boolean;
    }[];
  }[];
}
