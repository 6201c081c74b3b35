import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { query } from '../../engine/database.ts';
import { rowOf } from '../support/log.ts';
import { type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';

/** A receiver that refuses each notice's first two deliveries. */
const received: { key: string; body: string; answered: number }[] = [];
let receiver: Server;
let system: System;
let dispatcher: Person;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const key = String(request.headers['idempotency-key']);
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const answered = received.filter((other) => other.key === key).length < 2 ? 500 : 204;
      received.push({ key, body, answered });
      response.writeHead(answered).end();
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready));
  const { port } = receiver.address() as AddressInfo;
  system = await startSystem({ webhookUrl: `http://127.0.0.1:${port}/notices` });
  dispatcher = await signIn(system.url, 'paidan1');
});
afterAll(async () => {
  await system.stop();
  receiver.close();
});

test('a dispatch notice is delivered in the end, under one key, while the case goes on', async () => {
  const { caseId, number } = (await dispatcher.open()).body;
  await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
  const liaison = await signIn(system.url, 'xiayang-lianluo');
  expect((await liaison.command(caseId, 'acknowledge')).status).toBe(200);
  await eventually('the delivery', async () => {
    const [row] = await query<{ outcome: string | null }>(
      system.engine.pool,
      'SELECT outcome FROM outbox WHERE case_id = $1',
      [caseId],
    );
    return row?.outcome === 'delivered';
  });
  expect(received.map(({ answered }) => answered)).toEqual([500, 500, 204]);
  expect(new Set(received.map(({ key }) => key))).toEqual(new Set([`${caseId}:2:1`]));
  expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
    id: `${caseId}:2:1`,
    kind: 'TicketDispatched',
    caseId,
    number,
    version: 2,
  });
  expect((await rowOf(system, caseId)).stage).toBe('acknowledged');
  const inbox = (await liaison.get('/api/notices')).body;
  expect(inbox.notices[0]).toMatchObject({ caseId, kind: '派单', readAt: null });
});

test('a workflow whose case is over does not end before what it has to deliver is delivered', async () => {
  const { caseId } = (await dispatcher.open()).body;
  await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
  await dispatcher.command(caseId, 'requestVoid', { reason: 'TEST', note: '测试工单' });
  const second = await signIn(system.url, 'paidan2');
  expect((await second.command(caseId, 'confirmVoid')).status).toBe(200);
  expect((await rowOf(system, caseId)).wake_at).toBeNull();
  await eventually('a workflow', async () =>
    system.client.workflow
      .getHandle(`case-${caseId}`)
      .describe()
      .catch(() => undefined),
  );
  await system.client.workflow.result(`case-${caseId}`);
  const effects = await query<{ outcome: string | null }>(
    system.engine.pool,
    'SELECT outcome FROM outbox WHERE case_id = $1',
    [caseId],
  );
  expect(effects.length).toBeGreaterThan(0);
  expect(effects.map(({ outcome }) => outcome)).toEqual(effects.map(() => 'delivered'));
});
