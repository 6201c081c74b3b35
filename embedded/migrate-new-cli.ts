import { rm } from 'node:fs/promises';
import { writeNext } from '../prisma/migrate.ts';
import { startPostgres } from './postgres.ts';
import { temporaryFolder } from './temporary-folder.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: npm run migrate:new -- <name in lower_case>');
  process.exit(1);
}
const folder = temporaryFolder('migrate');
const server = await startPostgres({ folder, durable: false });
const written = await writeNext(server.url('postgres'), name, new Date());
await server.stop();
await rm(folder, { recursive: true, force: true });
console.log(
  written ? `wrote ${written}: read it before you commit it` : 'the schema has not changed',
);
process.exit(0);
