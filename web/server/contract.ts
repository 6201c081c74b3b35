/** What the API answers, as far as the console reads it. Instants are ISO-8601 with +08:00. */
export type Light = 'green' | 'yellow' | 'red';

export interface UnitRef {
  readonly code: string;
  readonly short: string;
}

export interface Unit extends UnitRef {
  readonly name: string;
  readonly kind: 'centre' | 'town' | 'bureau' | 'section';
  /** The unit that a section belongs to. */
  readonly parent: string | null;
  readonly pinyin: string;
  /** Somebody there can receive a dispatch. */
  readonly takesCases: boolean;
}

export interface Me {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly unit: UnitRef & { readonly name: string; readonly kind: Unit['kind'] };
  readonly roles: readonly { readonly role: string; readonly label: string }[];
  /** Ids of the types whose registers the person keeps as a supervisor. */
  readonly supervises: readonly string[];
  readonly unread: number;
}

export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly typeLabel: string;
  readonly stage: string;
  readonly stageLabel: string;
  readonly ended: boolean;
  readonly light: Light;
  readonly lightLabel: string;
  readonly urgent: boolean;
  readonly matter: string;
  readonly town: UnitRef | null;
  readonly leadUnit: UnitRef | null;
  readonly summary: string;
  /** The internal due instant of the clock that is due first. */
  readonly dueAt: string | null;
  readonly dueLabel: string | null;
  readonly statutoryDue: string | null;
  readonly provisional: boolean;
  readonly receivedAt: string;
  readonly version: number;
}

export interface Counts {
  readonly all: number;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly dueToday: number;
}

export interface CaseList {
  readonly cases: readonly CaseRow[];
  readonly total: number;
  readonly next: string | null;
  readonly counts: Counts;
  readonly asOf: string;
}

export interface Receipt {
  readonly caseId: string;
  readonly number: string;
  readonly version: number;
}

export interface Notice {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly kind: string;
  readonly createdAt: string;
  readonly readAt: string | null;
}

export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'unavailable';
  readonly notice?: string;
}

/** Somebody of one's own unit. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}
