import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNext } from '../prisma/migrate.ts';
import { startPostgres } from './postgres.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: npm run migrate:new -- <name in lower_case>');
  process.exit(1);
}
const folder = await mkdtemp(join(tmpdir(), 'bihuan-migrate-'));
const server = await startPostgres({ folder, durable: false });
const written = await writeNext(server.url('postgres'), name, new Date());
await server.stop();
await rm(folder, { recursive: true, force: true });
console.log(
  written ? `wrote ${written}: read it before you commit it` : 'the schema has not changed',
);
process.exit(0);
