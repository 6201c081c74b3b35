import { join } from 'node:path';
import { createIfMissing, mustKnowChinese } from '../../embedded/database.ts';
import { describeFailure } from '../../embedded/failure.ts';
import { guard } from '../../embedded/guard.ts';
import { query, startPostgres } from '../../embedded/postgres.ts';
import { migrate, seed } from '../../embedded/schema.ts';
import { temporaryFolder } from '../../embedded/temporary-folder.ts';
import { mustServe, startTemporal } from '../../embedded/temporal.ts';
import teardown from './global-teardown.ts';
import { type SharedServices, masterKeyForTests, templateDatabase } from './shared-services.ts';

/** One PostgreSQL and one Temporal for all test files, unless the environment names servers. */
export default async function setup(): Promise<void> {
  const folder = temporaryFolder('test');
  const children = join(folder, 'children.json');
  const watchdog = guard(children);
  const services: SharedServices = { folder, stops: [() => watchdog.release()] };
  globalThis.bihuanServices = services;
  try {
    await Promise.all([database(services, children), temporal(services, children)]);
  } catch (error) {
    await teardown();
    throw new Error(describeFailure(error));
  }
}

async function database(services: SharedServices, children: string): Promise<void> {
  let admin = process.env['DATABASE_URL'];
  if (!admin) {
    const folder = join(services.folder, 'postgres');
    const server = await startPostgres({ folder, durable: false, children });
    services.stops.unshift(() => server.stop());
    admin = server.url('postgres');
  }
  process.env['TEST_DATABASE_URL'] = admin;
  const template = Object.assign(new URL(admin), { pathname: `/${templateDatabase}` }).href;
  // A server that outlives the run may hold the template of an earlier one.
  await query(admin, `drop database if exists "${templateDatabase}" with (force)`);
  await createIfMissing(admin, templateDatabase);
  await mustKnowChinese(template);
  await migrate(template);
  await seed(template, masterKeyForTests);
}

async function temporal(services: SharedServices, children: string): Promise<void> {
  let address = process.env['TEMPORAL_ADDRESS'];
  if (address) {
    await mustServe(address);
  } else {
    const server = await startTemporal({
      folder: join(services.folder, 'temporal'),
      timeSkipping: true,
      children,
      say: (line) => process.stderr.write(`· ${line}\n`),
    });
    services.stops.unshift(() => server.stop());
    address = server.address;
  }
  process.env['TEST_TEMPORAL_ADDRESS'] = address;
}
