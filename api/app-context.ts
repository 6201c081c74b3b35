import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Config } from '../engine/config.ts';
import type { Engine } from '../engine/engine.ts';
import type { Database } from '../prisma/client.ts';

/** What every route works with. */
export interface AppContext {
  readonly config: Config;
  readonly engine: Engine;
  readonly client: Client;
  readonly database: Database;
  readonly log: Logger;
}
