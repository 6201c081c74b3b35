/** The page of one case. Instants are ISO-8601 with +08:00. */
import type { CaseRow, Light, UnitRef } from './contract.ts';

interface LedgerDay {
  readonly date: string;
  readonly kind: 'start' | 'counted' | 'skipped' | 'paused' | 'rolled' | 'unused';
  readonly counted: number;
  readonly reason: string;
  readonly span?: string;
}

export interface Clock {
  readonly clock: string;
  readonly label: string;
  readonly round: number;
  /** The unit whose duty it is, where several have the same one. */
  readonly subject: UnitRef | null;
  /** The document whose duty it is, where several have the same one. */
  readonly object: string | null;
  readonly status: 'running' | 'paused' | 'met' | 'breached' | 'superseded';
  readonly light: Light;
  readonly limitText: string;
  readonly clause: string;
  readonly ruleStatus: string;
  readonly startedAt: string;
  readonly internalDue: string;
  readonly statutoryDue: string;
  readonly provisional: boolean;
  readonly pausedAt: string | null;
  readonly endedAt: string | null;
  /** Label of the role whose duty it is. */
  readonly duty: string;
  readonly promised: boolean;
  readonly levels: readonly {
    readonly level: string;
    readonly label: string;
    readonly at: string;
    readonly fired: boolean;
  }[];
  readonly policy: string;
  readonly calendar: string;
  /** In the unit of the limit, so far or until it ended. */
  readonly used: number;
  readonly legs: readonly { readonly unit: UnitRef | null; readonly used: number }[];
  readonly ledgerText: string;
  readonly ledgerShort: string;
  readonly ledger: readonly LedgerDay[];
}

export interface TimelineEntry {
  readonly version: number;
  readonly type: string;
  readonly label: string;
  readonly kind: 'person' | 'system';
  readonly at: string;
  readonly dueAt: string | null;
  readonly actor: {
    readonly name: string;
    readonly unit: string;
    readonly roleLabel: string;
  } | null;
  readonly fields: readonly { readonly title: string; readonly value: string }[];
  readonly clock: string | null;
  readonly targets: readonly string[];
  /** Due dates that the step moved. `from` and `to` are legal due instants; `to` is null while a clock stands still. */
  readonly moves: readonly {
    readonly clock: string;
    readonly cause: string;
    readonly from: string;
    readonly to: string | null;
  }[];
}

export interface AvailableCommand {
  readonly command: string;
  readonly label: string;
  readonly allowed: boolean;
  readonly refusal?: {
    readonly code: string;
    readonly what: string;
    readonly rule: string;
    readonly todo: string;
  };
}

export interface CaseDetail extends CaseRow {
  readonly text: string;
  /** Masked; null where nobody asked, as in cases that an inspection found. */
  readonly caller: Identity | null;
  readonly address: string;
  readonly clocks: readonly Clock[];
  readonly timeline: readonly TimelineEntry[];
  readonly availableCommands: readonly AvailableCommand[];
  readonly holders: readonly {
    readonly unit: UnitRef & { readonly name: string };
    readonly part: string;
    readonly partLabel: string;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly documents: readonly CaseDocument[];
  readonly links: readonly CaseLink[];
  readonly orders: readonly SupervisionOrder[];
  readonly precedents: readonly Precedent[];
  readonly similar: readonly SimilarCase[];
  /** The server's time of this answer. */
  readonly asOf: string;
}

export interface Identity {
  readonly name: string;
  readonly phone: string;
}

/** A document that was issued in the case (文书). */
export interface CaseDocument {
  readonly kind: string;
  readonly label: string;
  readonly number: string;
  readonly issuedAt: string;
  readonly servedAt: string | null;
}

/** A tie to another case, by what that one is to this. */
export interface CaseLink {
  readonly kind: string;
  readonly label: string;
  readonly end: 'from' | 'to';
  readonly number: string;
  readonly typeLabel: string;
  readonly at: string;
  readonly endedAt: string | null;
}

export interface SupervisionOrder {
  readonly number: string;
  readonly sourceLabel: string;
  readonly level: number;
  readonly dueOn: string | null;
  readonly status: 'AWAITING_REPLY' | 'REPLIED' | 'CLOSED';
  readonly statusLabel: string;
}

/** Where a topic was decided to belong. */
export interface Precedent {
  /** Null where the reader may not open that case. */
  readonly caseId: string | null;
  readonly number: string;
  readonly topicLabel: string;
  readonly town: UnitRef | null;
  readonly leadUnit: UnitRef | null;
  readonly at: string;
}

/** Another case of the same caller. */
export interface SimilarCase {
  readonly number: string;
  readonly typeLabel: string;
  readonly stageLabel: string;
  readonly matter: string;
  readonly town: UnitRef | null;
  readonly receivedAt: string;
  readonly sameMatter: boolean;
  readonly sameTown: boolean;
}
