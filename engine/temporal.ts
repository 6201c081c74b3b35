import { Client, Connection, type ConnectionOptions } from '@temporalio/client';
import type { Config } from './config.ts';

/** How a process reaches Temporal: a server of one's own, a cluster or Temporal Cloud, by environment alone. */
export const connectionOptions = (config: Config): ConnectionOptions => ({
  address: config.TEMPORAL_ADDRESS,
  ...(config.TEMPORAL_TLS !== undefined && { tls: config.TEMPORAL_TLS }),
  ...(config.TEMPORAL_API_KEY && {
    apiKey: config.TEMPORAL_API_KEY,
    metadata: { 'temporal-namespace': config.TEMPORAL_NAMESPACE },
  }),
});

/** A client that connects when it is first needed and again after a loss: nobody waits for Temporal to start. */
export function lazyClient(config: Config): Client {
  const connection = Connection.lazy({ ...connectionOptions(config), connectTimeout: '3s' });
  return new Client({ connection, namespace: config.TEMPORAL_NAMESPACE });
}

/** Does Temporal answer? Never throws; 2 s at most. */
export async function isTemporalUp(client: Client): Promise<boolean> {
  try {
    await client.withDeadline(Date.now() + 2000, () => client.workflowService.getSystemInfo({}));
    return true;
  } catch {
    return false;
  }
}
