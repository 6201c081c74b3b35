/** What a load process can do over and over. */
export type OperationName =
  /** Opens tickets and takes some into work, as many as commands at this pace will need. */
  | 'prepare'
  /** Opens a ticket over HTTP. */
  | 'open'
  /** The next command in the life of some ticket, over HTTP. */
  | 'command'
  /** Begins lives of all types, as many as go on at a time. */
  | 'prepare-mixed'
  /** The next step in the life of a case of any type, openings and conversions among them, over HTTP. */
  | 'mixed'
  /** Starts a workflow on the bare Temporal. */
  | 'bare-start'
  /** Sends an update with one local activity to a workflow on the bare Temporal. */
  | 'bare-update'
  /** The bare transaction in SQL. */
  | 'bare-transaction';

/** How an operation is repeated. */
export type Pace =
  /** So many at a time, each beginning when the one before it has ended. */
  | { readonly lanes: number; readonly seconds: number }
  | { readonly lanes: number; readonly times: number }
  /** At fixed instants, whether earlier ones have ended or not. */
  | { readonly perSecond: number; readonly seconds: number };

export interface Job {
  readonly operation: OperationName;
  readonly pace: Pace;
  /** ISO-8601: opens urgent tickets that were received then; without it ordinary ones, now. */
  readonly receivedAt?: string;
}

/** What a job did; times in ms. */
export interface Measured {
  readonly done: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface Answered extends Measured {
  /** How often a request was sent again because the API was too busy for it. */
  readonly sentAgain: number;
}

/** Where the load goes. */
export interface Target {
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
}

/** What a child process of the bench answers. */
export type Answer =
  | { readonly ready: true }
  | { readonly measured: Answered }
  | { readonly failed: string };
