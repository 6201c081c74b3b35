import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `MASTER_KEY`, or the one that `npm start` keeps in its data folder. Throws when there is neither; `purpose` is what it is wanted for. */
export async function masterKey(purpose: string): Promise<string> {
  if (process.env['MASTER_KEY']) return process.env['MASTER_KEY'];
  const file = join(process.env['BIHUAN_DATA'] || '.data', 'master.key');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new Error(
      `no master key to ${purpose}: ${file} cannot be read. Set MASTER_KEY, or start the system with "npm start" once`,
      { cause },
    );
  }
}
