import type { Client } from '@temporalio/client';
import type { Engine } from '../engine.ts';

/** What an audit works with. */
export interface AuditPorts {
  readonly engine: Engine;
  readonly client: Client;
  readonly taskQueue: string;
  /** Told while it works, so that whoever waits knows that it lives. */
  readonly alive?: () => void;
}
