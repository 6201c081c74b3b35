import { NotRunning, running } from './running.ts';

/** `DATABASE_URL`, or what `npm start` wrote down. Throws when there is neither; `purpose` is what it is wanted for. */
export async function databaseUrl(purpose: string): Promise<string> {
  if (process.env['DATABASE_URL']) return process.env['DATABASE_URL'];
  try {
    return await running('databaseUrl');
  } catch (cause) {
    if (!(cause instanceof NotRunning)) throw cause;
    throw new Error(
      `no database to ${purpose}: ${cause.message}. Start the system with "npm start" or set DATABASE_URL=postgresql://…`,
      { cause },
    );
  }
}
