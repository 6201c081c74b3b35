/** What supervisors go by. Instants are ISO-8601 with +08:00. */
import type { CaseRow, Light, UnitRef } from './contract.ts';

/** A case in which a supervisor owes an answer. */
export interface Escalation extends CaseRow {
  readonly answer: {
    readonly dueAt: string;
    readonly since: string;
    readonly light: Light;
    readonly provisional: boolean;
  };
  readonly levels: readonly {
    readonly level: string;
    readonly label: string;
    readonly clockLabel: string;
    /** Label of the role whose duty it was. */
    readonly duty: string;
    /** It is the supervisor's own lateness. */
    readonly own: boolean;
    readonly at: string;
  }[];
}

export interface EscalationList {
  readonly escalations: readonly Escalation[];
  /** How many wait, those that are not listed too. */
  readonly total: number;
  readonly asOf: string;
}

/** A case that units passed to one another. */
export interface PassedCase extends Omit<CaseRow, 'id'> {
  readonly caseId: string;
  /** When it came into coordination. */
  readonly at: string;
  readonly returns: number;
  readonly units: readonly {
    readonly unit: UnitRef;
    readonly from: string;
    readonly to: string | null;
  }[];
}

export interface PassedList {
  /** `2026-11`. */
  readonly month: string;
  readonly cases: readonly PassedCase[];
  readonly asOf: string;
}

export interface Proposal {
  readonly key: string;
  readonly kind: 'LISTING' | 'ACCOUNTABILITY';
  readonly kindLabel: string;
  readonly groundLabel: string;
  /** `2026Q4`. */
  readonly quarter: string;
  readonly unit: UnitRef & { readonly name: string };
  readonly at: string;
  readonly incidents: readonly Incident[];
  readonly decision: Decision | null;
}

export interface Incident {
  readonly kind: 'L4' | 'L5' | 'ORDER';
  readonly caseId: string;
  readonly number: string | null;
  /** The duty that was late; null of an order. */
  readonly clockLabel: string | null;
  /** Number of the supervision order. */
  readonly order: string | null;
  readonly at: string;
}

export interface Decision {
  readonly decision: 'ACCEPTED' | 'DISMISSED';
  readonly decisionLabel: string;
  readonly reasonLabel: string;
  readonly by: { readonly name: string };
  readonly at: string;
}

export interface ProposalList {
  readonly proposals: readonly Proposal[];
  readonly asOf: string;
}

/** Where matters of a topic were decided to belong. */
export interface FoundPrecedent {
  /** Null where the reader may not open that case; then nothing of what it was about is told. */
  readonly caseId: string | null;
  readonly number: string;
  readonly topicLabel: string;
  readonly town: UnitRef | null;
  readonly leadUnit: UnitRef | null;
  readonly at: string;
  readonly summary: string | null;
  readonly address: string | null;
}

export interface PrecedentList {
  readonly precedents: readonly FoundPrecedent[];
  readonly total: number;
}
