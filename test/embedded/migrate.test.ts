import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createIfMissing } from '../../embedded/database.ts';
import { type RunningPostgres, query, startPostgres } from '../../embedded/postgres.ts';
import { temporaryFolder } from '../../embedded/temporary-folder.ts';
import { deploy, pending, writeNext } from '../../prisma/migrate.ts';

let folder: string;
let server: RunningPostgres;
beforeAll(async () => {
  folder = temporaryFolder('migrate');
  server = await startPostgres({ folder: join(folder, 'postgres'), durable: false });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const header = `generator client {
  provider = "prisma-client"
  output   = "../generated"
}
datasource db {
  provider = "postgresql"
}`;

async function project(name: string) {
  await createIfMissing(server.url('postgres'), name);
  const folders = { schema: join(folder, name, 'schema'), migrations: join(folder, name, 'steps') };
  mkdirSync(folders.schema, { recursive: true });
  writeFileSync(join(folders.schema, 'a.prisma'), header);
  const model = (text: string) => writeFileSync(join(folders.schema, 'b.prisma'), text);
  return { url: server.url(name), folders, model };
}

function migration(migrations: string, name: string, sql: string): void {
  mkdirSync(join(migrations, name), { recursive: true });
  writeFileSync(join(migrations, name, 'migration.sql'), sql);
}

test('a schema of several files becomes a migration, is applied once and then agrees', async () => {
  const { url, folders, model } = await project('grows');
  model('model Town {\n  id Int @id\n}');
  const first = await writeNext(url, 'towns', new Date('2026-01-02T03:04:05Z'), folders);
  expect(first).toBe(join(folders.migrations, '20260102030405_towns'));
  expect(await pending(url, folders)).toEqual(['20260102030405_towns']);
  expect(await deploy(url, folders)).toEqual(['20260102030405_towns']);
  expect(await deploy(url, folders)).toEqual([]);
  expect(await writeNext(url, 'nothing', new Date(0), folders)).toBeUndefined();

  model('model Town {\n  id   Int    @id\n  name String @default("")\n}');
  await writeNext(url, 'names', new Date('2026-02-02T03:04:05Z'), folders);
  expect(await deploy(url, folders)).toEqual(['20260202030405_names']);
  await query(url, `insert into "Town" (id, name) values (1, '夏阳')`);
});

test('semicolons in comments and function bodies do not cut a script', async () => {
  const { url, folders } = await project('scripts');
  const sql = `-- first; then
    create function nine() returns int language plpgsql as $$ begin return 9; end $$;
    create table one as select nine() as n;`;
  migration(folders.migrations, '1_scripts', sql);
  await deploy(url, folders);
  expect(await query(url, 'select n from one')).toEqual([{ n: 9 }]);
});

test('a migration that fails is named and leaves none of its tables', async () => {
  const { url, folders } = await project('fails');
  migration(folders.migrations, '1_broken', 'create table half (n int); select nonsense;');
  await expect(deploy(url, folders)).rejects.toThrow(/1_broken/);
  expect(await query(url, `select to_regclass('half') as half`)).toEqual([{ half: null }]);
  expect(await pending(url, folders)).toEqual(['1_broken']);
});
