import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What `npm start` writes down of the system that it runs. */
const fields = {
  url: z.url(),
  databaseUrl: z.url(),
  temporalAddress: z.string(),
} as const;

/** There is no running system, or it wrote down nothing of the kind. `file` was looked into. */
export class NotRunning extends Error {
  readonly file: string;
  constructor(file: string, cause: unknown) {
    super(`${file} names none`, { cause });
    this.name = 'NotRunning';
    this.file = file;
  }
}

/** What `npm start` wrote down in its data folder, read anew each time. Throws NotRunning. */
export async function running(field: keyof typeof fields): Promise<string> {
  const file = join(process.env['BIHUAN_DATA'] || '.data', 'running.json');
  try {
    const written = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    return fields[field].parse(written[field]);
  } catch (cause) {
    throw new NotRunning(file, cause);
  }
}
