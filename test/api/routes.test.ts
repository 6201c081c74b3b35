import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import { openApiDocument } from '../../api/openapi.ts';
import { readConfig } from '../../engine/config.ts';
import { createDatabase, type Database } from '../../prisma/client.ts';
import type { Answer } from '../support/people.ts';
import { masterKeyForTests } from '../support/services.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './refusals.ts';

const COPY = 'docs/openapi.json';
/** As it travels. */
const document = JSON.parse(JSON.stringify(openApiDocument()));

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly spec: {
    readonly security?: readonly object[];
    readonly parameters?: readonly { readonly in: string; readonly name: string }[];
    readonly responses: Readonly<Record<string, { readonly description: string }>>;
  };
}

const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item as object).map(([method, spec]) => ({ method, path, spec })),
);
const nameOf = ({ method, path }: Pick<Operation, 'method' | 'path'>): string =>
  `${method.toUpperCase()} ${path}`;

let system: System;
let database: Database;
beforeAll(async () => {
  system = await startSystem({ worker: false });
  database = createDatabase(system.databaseUrl, 1);
});
afterAll(async () => {
  await database.$disconnect();
  await system.stop();
});

/** Sends nothing but the address, with no cookie. */
async function anonymously({ method, path }: Operation, cookie = ''): Promise<Answer> {
  const address = path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
  const response = await fetch(system.url + address, {
    method: method.toUpperCase(),
    headers: { cookie, ...(method === 'post' && { 'content-type': 'application/json' }) },
    ...(method === 'post' && { body: '{}' }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') ? JSON.parse(text) : text,
  };
}

const PUBLIC = ['POST /api/session', 'GET /api/openapi.json', 'GET /healthz', 'GET /readyz'];

describe('without signing in', () => {
  const closed = operations.filter((operation) => !PUBLIC.includes(nameOf(operation)));

  test.each(closed.map((operation) => [nameOf(operation), operation] as const))(
    '%s is closed',
    async (_name, operation) => {
      expectProblem(await anonymously(operation), 401, 'SIGN_IN_REQUIRED');
      const forged = await anonymously(operation, `bihuan=${'A'.repeat(43)}`);
      expectProblem(forged, 401, 'SIGN_IN_REQUIRED');
    },
  );

  test('only signing in, health and the document are open', () => {
    const open = operations.filter(({ spec }) => spec.security?.length === 0);
    expect(open.map(nameOf).toSorted()).toEqual(PUBLIC.toSorted());
  });

  test.each(['GET /api/nothing', 'DELETE /api/cases', 'PUT /api/units', 'PATCH /api/session'])(
    '%s, which does not exist, is closed too',
    async (name) => {
      const [method = '', path = ''] = name.split(' ');
      const answer = await anonymously({ method, path, spec: { responses: {} } });
      expectProblem(answer, 401, 'SIGN_IN_REQUIRED');
    },
  );
});

interface Layer {
  readonly slash: boolean;
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
}

/** Every route of the running app; routers are mounted at the root or at /api. */
const routesOf = (stack: readonly Layer[], prefix = ''): readonly string[] =>
  stack.flatMap(({ route, handle, slash }) =>
    route
      ? Object.keys(route.methods).map((method) =>
          nameOf({ method, path: prefix + route.path.replaceAll(/:(\w+)/g, '{$1}') }),
        )
      : routesOf(handle.stack ?? [], prefix + (slash ? '' : '/api')),
  );

describe('the document', () => {
  test('describes every route of the app and no other', () => {
    const config = readConfig({ DATABASE_URL: system.databaseUrl, MASTER_KEY: masterKeyForTests });
    const { engine, client } = system;
    const app = createApp({ config, engine, client, database, log: pino({ level: 'silent' }) });
    const { stack } = app.router as unknown as { readonly stack: readonly Layer[] };
    const served = routesOf(stack).filter((name) => name !== 'GET /{*page}');
    expect(served.toSorted()).toEqual(operations.map(nameOf).toSorted());
  });

  test('is OpenAPI 3.1 whose references and parameters resolve', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    for (const { path, spec, ...rest } of operations) {
      const name = nameOf({ path, ...rest });
      const responses = Object.entries(spec.responses);
      expect({ name, responses: responses.length }).not.toEqual({ name, responses: 0 });
      for (const [status, { description }] of responses) {
        expect(status).toMatch(/^[1-5]\d\d$/);
        expect(description).not.toBe('');
      }
      const inPath = (spec.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(inPath.map((parameter) => `{${parameter.name}}`)).toEqual(
        path.match(/\{\w+\}/g) ?? [],
      );
    }
    for (const [, pointer = ''] of JSON.stringify(document.paths).matchAll(
      /"\$ref":"#\/([^"]+)"/g,
    )) {
      const found = pointer.split('/').reduce((node, key) => node?.[key], document);
      expect({ pointer, found }).toEqual({ pointer, found: expect.any(Object) });
    }
  });

  test('is served as it is', async () => {
    const served = await fetch(`${system.url}/api/openapi.json`);
    expect(await served.json()).toEqual(document);
  });

  test(`equals ${COPY}; UPDATE=1 rewrites it`, () => {
    if (process.env['UPDATE'] === '1') {
      writeFileSync(COPY, JSON.stringify(document));
      execFileSync('node_modules/.bin/biome', ['format', '--write', COPY]);
    }
    expect(JSON.parse(readFileSync(COPY, 'utf8'))).toEqual(document);
  });
});
