import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const running = z.object({ databaseUrl: z.url() });

/** `DATABASE_URL`, or what `npm start` wrote down. Throws when there is neither; `purpose` is what it is wanted for. */
export async function databaseUrl(purpose: string): Promise<string> {
  if (process.env['DATABASE_URL']) return process.env['DATABASE_URL'];
  const file = join(process.env['BIHUAN_DATA'] || '.data', 'running.json');
  try {
    return running.parse(JSON.parse(await readFile(file, 'utf8'))).databaseUrl;
  } catch (cause) {
    throw new Error(
      `no database to ${purpose}: ${file} names none. Start the system with "npm start" or set DATABASE_URL=postgresql://…`,
      { cause },
    );
  }
}
