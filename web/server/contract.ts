/** What the API answers, as far as the console reads it. Instants are ISO-8601 with +08:00. */
export type Light = 'green' | 'yellow' | 'red';

interface UnitRef {
  readonly code: string;
  readonly short: string;
}

export interface Unit extends UnitRef {
  readonly name: string;
  readonly kind: 'centre' | 'town' | 'bureau';
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
  readonly unread: number;
}

export interface CaseRow {
  readonly id: string;
  readonly number: string;
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
  readonly caller: Identity;
  readonly address: string;
  readonly clocks: readonly Clock[];
  readonly timeline: readonly TimelineEntry[];
  readonly availableCommands: readonly AvailableCommand[];
  readonly holders: readonly {
    readonly unit: UnitRef & { readonly name: string };
    readonly part: string;
    readonly from: string;
    readonly to: string | null;
  }[];
  /** The server's time of this answer. */
  readonly asOf: string;
}

export interface Identity {
  readonly name: string;
  readonly phone: string;
}

export interface Receipt {
  readonly caseId: string;
  readonly number: string;
  readonly version: number;
}

/** The part of JSON Schema that case types use for their inputs. */
export interface FieldSchema {
  readonly type?: string;
  readonly title?: string;
  /** A hint under the field. */
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly widget?: 'textarea' | 'unit' | 'town' | 'instant';
  readonly default?: unknown;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  /** Asked for, and then required, only while another field has one of these values. */
  readonly requiredWhen?: Readonly<Record<string, readonly string[]>>;
}

export interface CaseTypeInfo {
  readonly id: string;
  readonly label: string;
  readonly stages: readonly {
    readonly stage: string;
    readonly label: string;
    readonly ended: boolean;
  }[];
  readonly opens: { readonly label: string; readonly schema: FieldSchema };
  readonly commands: readonly {
    readonly command: string;
    readonly label: string;
    readonly schema: FieldSchema;
  }[];
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
