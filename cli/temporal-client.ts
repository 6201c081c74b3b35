import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { z } from 'zod';

const running = z.object({ temporalAddress: z.string() });

/** Connects to `TEMPORAL_ADDRESS`, or to what `npm start` wrote down. Throws when there is neither, or nobody answers. */
export async function temporalClient(): Promise<Client> {
  const connection = await Connection.connect({ address: await address(), connectTimeout: '5s' });
  return new Client({ connection, namespace: process.env['TEMPORAL_NAMESPACE'] || 'bihuan' });
}

async function address(): Promise<string> {
  if (process.env['TEMPORAL_ADDRESS']) return process.env['TEMPORAL_ADDRESS'];
  const file = join(process.env['BIHUAN_DATA'] || '.data', 'running.json');
  try {
    return running.parse(JSON.parse(await readFile(file, 'utf8'))).temporalAddress;
  } catch (cause) {
    throw new Error(
      `no Temporal server: ${file} names none. Start the system with "npm start" or set TEMPORAL_ADDRESS=host:port`,
      { cause },
    );
  }
}
