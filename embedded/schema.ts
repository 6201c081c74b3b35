import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { entryArguments, entryExists } from './entry.ts';
import { StartFailure } from './failure.ts';

/** Brings the database to the current schema; answers what was done, in a line for people. */
export async function migrate(databaseUrl: string): Promise<string> {
  const wayOut = [
    'Correct the migration named above and start again. One recorded as failed is cleared by',
    `DATABASE_URL=… npx prisma migrate resolve --rolled-back <name>; "npm run reset" starts over.`,
  ].join('\n');
  return program('embedded/migrate-cli', 'migrate the database', wayOut, { databaseUrl });
}

/** Fills an empty installation with its organisation, people and sample cases. */
export async function seed(databaseUrl: string, masterKey: string): Promise<string | undefined> {
  if (!entryExists('prisma/seed-cli')) return undefined;
  const wayOut = '"npm run reset" starts over with an empty database.';
  return program('prisma/seed-cli', 'fill in the sample data', wayOut, { databaseUrl, masterKey });
}

async function program(
  name: string,
  step: string,
  wayOut: string,
  { databaseUrl, masterKey }: { databaseUrl: string; masterKey?: string },
): Promise<string> {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  if (masterKey) Object.assign(env, { MASTER_KEY: masterKey });
  try {
    const { stdout } = await promisify(execFile)(process.execPath, entryArguments(name), {
      env,
      maxBuffer: 16 * 1024 * 1024,
    });
    return stdout.trim();
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new StartFailure(step, stderr?.trim() || message, wayOut);
  }
}
