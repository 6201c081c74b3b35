import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Express } from 'express';
import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import { openApiDocument } from '../../api/openapi.ts';
import { readConfig } from '../../engine/config.ts';
import { createDatabase } from '../../prisma/client.ts';
import type { Answer, Person } from '../support/people.ts';
import { signIn } from '../support/people.ts';
import { masterKeyForTests } from '../support/services.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './problem-shape.ts';

interface Operation {
  readonly security?: readonly object[];
  readonly responses: Readonly<Record<string, unknown>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** As it travels. */
const document = JSON.parse(JSON.stringify(openApiDocument())) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

let system: System;
let dispatcher: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  dispatcher = await signIn(system.url, 'paidan1');
});
afterAll(() => system.stop());

async function call(method: string, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(system.url + path, { method: method.toUpperCase(), headers });
  const text = await response.text();
  const body = text.startsWith('{') ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body } satisfies Answer;
}

const concrete = (path: string): string => path.replaceAll(/\{\w+\}/g, 'some-id');

const open = operations.filter(({ operation }) => operation.security?.length === 0);
const closed = operations.filter(({ operation }) => operation.security?.length !== 0);

test('only sign-in, health and the document itself are open', () => {
  expect(open.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
    'get /api/openapi.json',
    'get /healthz',
    'get /readyz',
    'post /api/session',
  ]);
});

test.each(closed)('$method $path needs a signed-in person', async ({ method, path }) => {
  expectProblem(await call(method, concrete(path)), 401, 'SIGN_IN_REQUIRED');
  const stranger = { cookie: 'bihuan=made-up' };
  expectProblem(await call(method, concrete(path), stranger), 401, 'SIGN_IN_REQUIRED');
});

test.each(open)('$method $path needs nobody', async ({ method, path }) => {
  expect((await call(method, path)).status).not.toBe(401);
});

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Every route of the app, wherever it is mounted; a mounted router's own paths lack the `/api` before them. */
function routesOf(layers: readonly Layer[], nested = false): readonly string[] {
  return layers.flatMap(({ route, handle }) => {
    if (!route) return routesOf(handle?.stack ?? [], true);
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    const isApi = nested && !document.paths[path];
    return Object.keys(route.methods).map((method) => `${method} ${isApi ? '/api' : ''}${path}`);
  });
}

test('the document has every route of the app, and no other', async () => {
  const config = readConfig({ DATABASE_URL: system.databaseUrl, MASTER_KEY: masterKeyForTests });
  const database = createDatabase(system.databaseUrl, 1);
  const log = pino({ level: 'silent' });
  const { engine, client } = system;
  const app: Express = createApp({ config, engine, client, database, log });
  const routes = routesOf(app.router.stack as unknown as readonly Layer[]);
  await database.$disconnect();
  const console = 'get /{*page}';
  expect(routes).toContain(console);
  expect(routes.filter((route) => route !== console).toSorted()).toEqual(
    operations.map(({ method, path }) => `${method} ${path}`).toSorted(),
  );
});

test('the document is OpenAPI 3.1 whose operations say how they answer', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  for (const { method, path, operation } of operations) {
    const statuses = Object.keys(operation.responses);
    expect([method, path, statuses.filter((status) => /^[1-5]\d\d$/.test(status)).length]).toEqual([
      method,
      path,
      statuses.length,
    ]);
    expect(statuses.some((status) => status.startsWith('2'))).toBe(true);
  }
  const references = JSON.stringify(document.paths).match(/#\/components\/schemas\/\w+/g) ?? [];
  expect(references.length).toBeGreaterThan(0);
  for (const reference of references) {
    expect(Object.keys(document.components.schemas)).toContain(reference.split('/').at(-1));
  }
});

test('a path has a parameter for each of its placeholders', () => {
  for (const { path, operation } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const { parameters = [] } = operation as { parameters?: { in: string; name: string }[] };
    const given = parameters.filter((parameter) => parameter.in === 'path');
    expect(given.map(({ name }) => name)).toEqual(named);
  }
});

test('the served document is the one in docs', async () => {
  const file = resolve('docs/openapi.json');
  if (process.env['UPDATE']) {
    writeFileSync(file, JSON.stringify(document, null, 2));
    execFileSync(resolve('node_modules/.bin/biome'), ['format', '--write', file]);
  }
  const served = await call('get', '/api/openapi.json');
  expect(served.body).toEqual(document);
  // Made anew with UPDATE=1.
  expect(served.body).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});

test.each([
  '/',
  '/cases/some-id',
  '/api/cases',
  '/api/openapi.json',
  '/healthz',
  '/assets/none.js',
])('%s carries the security headers', async (path) => {
  const { headers } = await call('get', path);
  const policy = headers.get('content-security-policy') ?? '';
  for (const part of [
    "default-src 'self'",
    "script-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy.split(';')).toContain(part);
  }
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-powered-by')).toBeNull();
});

test('answers of the API are kept in no cache', async () => {
  for (const path of ['/api/cases', '/api/session', '/api/units', '/api/nowhere']) {
    expect((await dispatcher.get(path)).headers.get('cache-control')).toBe('no-store');
  }
});

test('paths and methods that do not exist are problems too', async () => {
  const { cookie } = dispatcher;
  expectProblem(await call('get', '/api/nowhere', { cookie }), 404, 'NOT_FOUND');
  expectProblem(await call('put', '/api/cases', { cookie }), 404, 'NOT_FOUND');
  expectProblem(await call('get', '/assets/none.js'), 404, 'NOT_FOUND');
  expectProblem(await call('post', '/nowhere'), 404, 'NOT_FOUND');
  expectProblem(await call('delete', '/healthz'), 404, 'NOT_FOUND');
  const outside = await call('get', '/assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fpackage.json');
  expectProblem(outside, 400, 'BAD_REQUEST');
});

test.each(['cross-site', 'same-site'])(
  'what a %s page makes a browser send is refused',
  async (site) => {
    const headers = { 'sec-fetch-site': site, cookie: dispatcher.cookie };
    for (const { method, path } of operations.filter((operation) => operation.method !== 'get')) {
      expectProblem(await call(method, concrete(path), headers), 403, 'CROSS_SITE');
    }
    expect((await call('get', '/api/session', headers)).status).toBe(200);
  },
);

test('our own pages and programs may send', async () => {
  for (const site of ['same-origin', 'none']) {
    const headers = { 'sec-fetch-site': site, 'idempotency-key': site };
    const answer = await dispatcher.post('/api/cases', {}, headers);
    expectProblem(answer, 422, 'INVALID_INPUT', 'body.type');
  }
});
