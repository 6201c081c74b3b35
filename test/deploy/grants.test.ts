import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mustKnowChinese } from '../../embedded/database.ts';
import { type RunningPostgres, query, startPostgres } from '../../embedded/postgres.ts';
import { temporaryFolder } from '../../embedded/temporary-folder.ts';
import { deploy, pending } from '../../prisma/migrate.ts';

let folder: string;
let server: RunningPostgres;
beforeAll(async () => {
  folder = temporaryFolder('grants');
  server = await startPostgres({ folder, durable: false });
  await initialise();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

// The container's script hands its statements to psql, which fills in the passwords.
async function initialise(): Promise<void> {
  const script = readFileSync('deploy/postgres/init.sh', 'utf8');
  const statements = (/<<'SQL'\n([\s\S]*)\nSQL/.exec(script)?.[1] ?? '').split(';\n');
  expect(statements.length).toBeGreaterThan(4);
  for (const statement of statements) {
    await query(server.url('postgres'), statement.replaceAll(/:'(\w+)'/g, "'p'"));
  }
}

const as = (role: string): string =>
  Object.assign(new URL(server.url('bihuan')), { username: role, password: 'p' }).href;

test('the owner migrates without being a superuser, and running it all again is fine', async () => {
  const names = await pending(as('bihuan_owner'));
  expect(names.length).toBeGreaterThan(0);
  expect(await deploy(as('bihuan_owner'))).toEqual(names);
  await mustKnowChinese(as('bihuan_owner'));
  const grants = readFileSync('deploy/postgres/grants.sql', 'utf8');
  await query(as('bihuan_owner'), grants);
  expect(await deploy(as('bihuan_owner'))).toEqual([]);
  await query(as('bihuan_owner'), grants);
});

test.each([
  [`update case_event set data = '{}'`],
  ['delete from case_event'],
  ['truncate case_event'],
  ['drop table case_event'],
  ['delete from _prisma_migrations'],
])('the application may not %s', async (statement) => {
  await expect(query(as('bihuan_app'), statement)).rejects.toThrow(
    /permission denied|must be owner/,
  );
});

test('the application reads what it needs, its sequences and the state of the migrations too', async () => {
  const url = as('bihuan_app');
  expect(await query(url, 'select count(*)::int as n from case_event')).toEqual([{ n: 0 }]);
  await query(url, `select nextval('case_number')`);
  expect(await pending(url)).toEqual([]);
});

test('nobody but its own roles enters the database', async () => {
  await expect(query(as('temporal'), 'select 1')).rejects.toThrow(/permission denied for database/);
});
