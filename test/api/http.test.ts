import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { query } from '../../engine/database.ts';
import { ordinaryTicket, type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './refusals.ts';
import { rowCounts } from './tables.ts';

let system: System;
let dispatcher: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  dispatcher = await signIn(system.url, 'paidan1');
});
afterAll(() => system.stop());

const ticket = { type: 'hotline-ticket', input: ordinaryTicket };

describe('another site', () => {
  test.each(['cross-site', 'same-site'])('(%s) cannot make a person open a case', async (site) => {
    const before = await rowCounts(system);
    const headers = { 'idempotency-key': randomUUID(), 'sec-fetch-site': site };
    expectProblem(await dispatcher.post('/api/cases', ticket, headers), 403, 'CROSS_SITE');
    expect(await rowCounts(system)).toEqual(before);
  });

  test('is told apart from this one', async () => {
    const headers = { 'idempotency-key': randomUUID(), 'sec-fetch-site': 'same-origin' };
    expect((await dispatcher.post('/api/cases', ticket, headers)).status).toBe(201);
  });

  test('gets no permission to read', async () => {
    const response = await fetch(`${system.url}/api/units`, {
      headers: { cookie: dispatcher.cookie, origin: 'https://elsewhere.example' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

test.each(['/api/cases', '/api/nothing', '/healthz', '/', '/assets/missing.js'])(
  '%s carries the headers that protect the browser and none that tell of the server',
  async (path) => {
    const { headers } = await dispatcher.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    if (path.startsWith('/api')) expect(headers.get('cache-control')).toBe('no-store');
  },
);

test('what is not there is a problem on every path, not a page of the framework', async () => {
  expectProblem(await dispatcher.get('/api/nothing'), 404, 'NOT_FOUND');
  expectProblem(await dispatcher.get('/assets/missing.js'), 404, 'NOT_FOUND');
  expectProblem(await dispatcher.post('/nothing', {}), 404, 'NOT_FOUND');
  expectProblem(await dispatcher.post('/healthz', {}), 404, 'NOT_FOUND');
});

describe('health', () => {
  const ready = () => fetch(`${system.url}/readyz`);
  const worker = (seen: string) =>
    query(
      system.engine.pool,
      `INSERT INTO sentinel (id, counter, confirmed, checked_at) VALUES (1, 1, 1, ${seen})
       ON CONFLICT (id) DO UPDATE SET checked_at = EXCLUDED.checked_at`,
    );

  test('is up while the process is', async () => {
    const response = await fetch(`${system.url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'up' }]);
  });

  test('is degraded without a worker: people work on, timers wait', async () => {
    await worker(`clock_timestamp() - interval '2 minutes'`);
    const response = await ready();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: 'degraded',
      database: 'up',
      migrations: 'current',
      temporal: 'up',
      worker: 'down',
      notice: expect.stringMatching(/后台服务未运行.*案件照常办理/),
    });
    expect((await dispatcher.open()).status).toBe(201);
  });

  test('is ready when a worker was seen just now', async () => {
    await worker('clock_timestamp()');
    const response = await ready();
    const parts = { database: 'up', migrations: 'current', temporal: 'up', worker: 'up' };
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready', ...parts }]);
  });

  test('is unavailable while a migration is missing', async () => {
    const rename = (from: string, to: string) =>
      query(system.engine.pool, `ALTER TABLE "${from}" RENAME TO "${to}"`);
    await rename('_prisma_migrations', 'away');
    const response = await ready();
    await rename('away', '_prisma_migrations');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: 'unavailable', migrations: 'pending' });
  });
});
