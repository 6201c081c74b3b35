import { randomBytes } from 'node:crypto';
import { ensureNamespace } from '../../embedded/namespace.ts';
import { query } from '../../embedded/postgres.ts';
import { masterKeyForTests, templateDatabase } from './shared-services.ts';

export { ensureNamespace } from '../../embedded/namespace.ts';
export { startPostgres } from '../../embedded/postgres.ts';
export { becomesTrue } from '../../embedded/process-identity.ts';
export { startTemporal } from '../../embedded/temporal.ts';
export { masterKeyForTests };

export interface TestDatabase {
  url: string;
  /** Cuts whoever is still connected. */
  drop(): Promise<void>;
}

/** A migrated and seeded database of its own for one test file, cloned in some 50 ms. */
export async function createDatabase(): Promise<TestDatabase> {
  const admin = fromSetUp('TEST_DATABASE_URL');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await cloneTemplate(admin, name);
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
  return {
    url,
    async drop() {
      await query(admin, `drop database if exists "${name}" with (force)`);
    },
  };
}

// Copying a template fails while anybody is connected to it, be it another test file's copy that is
// just being checked: a lock lets the files copy one after the other.
async function cloneTemplate(admin: string, name: string): Promise<void> {
  const lock = `select pg_advisory_lock(hashtext('bihuan template'))`;
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query(lock);
    await client.query(`create database "${name}" template ${templateDatabase}`);
  } finally {
    await client.end();
  }
}

/** A fresh Temporal namespace with the search attributes, usable when the promise resolves. */
export async function createNamespace(): Promise<string> {
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  await ensureNamespace(temporalAddress(), namespace);
  return namespace;
}

export const temporalAddress = (): string => fromSetUp('TEST_TEMPORAL_ADDRESS');

function fromSetUp(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: this test belongs to a project with globalSetup`);
  return value;
}
