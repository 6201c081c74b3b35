import { Client, Connection } from '@temporalio/client';
import { NotRunning, running } from './running.ts';

/** Connects to `TEMPORAL_ADDRESS`, or to what `npm start` wrote down. Throws when there is neither, or nobody answers. */
export async function temporalClient(): Promise<Client> {
  const connection = await Connection.connect({ address: await address(), connectTimeout: '5s' });
  return new Client({ connection, namespace: process.env['TEMPORAL_NAMESPACE'] || 'bihuan' });
}

async function address(): Promise<string> {
  if (process.env['TEMPORAL_ADDRESS']) return process.env['TEMPORAL_ADDRESS'];
  try {
    return await running('temporalAddress');
  } catch (cause) {
    if (!(cause instanceof NotRunning)) throw cause;
    throw new Error(
      `no Temporal server: ${cause.message}. Start the system with "npm start" or set TEMPORAL_ADDRESS=host:port`,
      { cause },
    );
  }
}
