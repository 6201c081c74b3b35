import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  bindMigrationAwareSqlAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

export interface SchemaFile {
  path: string;
  content: string;
}

/**
 * Runs Prisma's own schema engine in WebAssembly: the native one is a download that no package
 * carries.
 */
export async function withEngine<T>(
  databaseUrl: string,
  schema: SchemaFile[],
  use: (engine: engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  await (loaded ??= load());
  const adapter = new MigrationPg(databaseUrl);
  const datamodels = schema.map(({ path, content }): [string, string] => [path, content]);
  const factory = bindMigrationAwareSqlAdapterFactory(adapter);
  const running = await engine.SchemaEngine.new({ datamodels }, () => {}, factory);
  try {
    return await use(running);
  } finally {
    running.free();
    await adapter.close();
  }
}

let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
  const script = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const bytes = await readFile(script.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': withoutLingeringTimers({ ...engine }),
  });
  (engine as unknown as { __wbg_set_wasm(e: unknown): void }).__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
}

// The engine bounds its wait for a lock by a timer of 10 seconds that it never clears, and which
// would keep the process alive.
function withoutLingeringTimers(imports: Record<string, unknown>): Record<string, unknown> {
  const name = Object.keys(imports).find((key) => key.startsWith('__wbg_setTimeout_'));
  if (!name) return imports;
  return { ...imports, [name]: (run: () => void, ms: number) => setTimeout(run, ms >>> 0).unref() };
}

// With a connection string the adapter takes the real database for its shadow, so: fields.
function fieldsOf(databaseUrl: string) {
  const url = new URL(databaseUrl);
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    allowExitOnIdle: true,
    ...(url.searchParams.has('sslmode') && url.searchParams.get('sslmode') !== 'disable'
      ? { ssl: { rejectUnauthorized: url.searchParams.get('sslmode') !== 'no-verify' } }
      : {}),
  };
}

class MigrationPg extends PrismaPg {
  readonly #fields: ReturnType<typeof fieldsOf>;
  readonly #opened: SqlDriverAdapter[] = [];

  constructor(databaseUrl: string) {
    const fields = fieldsOf(databaseUrl);
    super(fields);
    this.#fields = fields;
  }

  override async connect() {
    const adapter = mended(await super.connect());
    this.#opened.push(adapter);
    return adapter;
  }

  // The inherited one drops the shadow database before it has closed its own connections to it.
  override async connectToShadowDb() {
    const database = `shadow_${randomUUID()}`;
    const admin = await super.connect();
    await admin.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = mended(await new PrismaPg({ ...this.#fields, database }).connect());
    const end = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await end();
      await admin.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`);
      await admin.dispose();
    };
    return shadow;
  }

  async close(): Promise<void> {
    for (const adapter of this.#opened.splice(0)) await adapter.dispose();
  }
}

interface Inside {
  client: { query(...args: unknown[]): Promise<{ fields?: { dataTypeID: number }[] }> };
  queryRaw(query: unknown): Promise<{ columnTypes: number[] }>;
  executeScript(script: string): Promise<void>;
  onError(error: unknown): never;
}

const charType = 18;
const textType = 25;

// Two faults of adapter-pg 7.10.0. It does not know the catalogue type "char", which the engine reads
// when it describes a database: such columns are read as text and reported as characters. And it
// cuts scripts at every semicolon, in comments and function bodies too: they go to the server
// whole, as Prisma's native engine sends them, and so a migration is applied entirely or not at all.
function mended<T>(adapter: T): T {
  const inside = adapter as unknown as Inside;
  const query = inside.client.query.bind(inside.client);
  const queryRaw = inside.queryRaw.bind(inside);
  let chars: number[] = [];
  inside.client.query = async (...args) => {
    const result = await query(...args);
    chars = [];
    result.fields?.forEach((field, index) => {
      if (field.dataTypeID !== charType) return;
      chars.push(index);
      field.dataTypeID = textType;
    });
    return result;
  };
  inside.queryRaw = async (text) => {
    const result = await queryRaw(text);
    for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  inside.executeScript = async (script) => {
    await query(script).catch((error: unknown) => inside.onError(error));
  };
  return adapter;
}
