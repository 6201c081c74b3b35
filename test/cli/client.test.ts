import { afterEach, expect, test } from '@jest/globals';
import { connect } from '../../cli/demo/client.ts';
import {
  answer,
  hangUp,
  RECEIPT,
  type ScriptedServer,
  serving,
  WRONG_STATE,
} from './scripted-server.ts';

const POST = { account: 'paidan1', path: '/api/cases', key: 'demo-open-01', body: {} };
const silent = (): void => undefined;

let server: ScriptedServer | undefined;
afterEach(() => server?.close());

test('a lost answer and a 503 are asked again with the same key until there is an answer', async () => {
  const unavailable = answer(503, { code: 'DATABASE_UNAVAILABLE' });
  server = await serving(hangUp, unavailable, answer(201, RECEIPT));
  const said: string[] = [];
  const outcome = await connect(server.url, (text) => said.push(text)).post(POST);
  expect(outcome).toMatchObject({ ok: true, receipt: { number: RECEIPT.number } });
  expect(server.keys).toEqual(['demo-open-01', 'demo-open-01', 'demo-open-01']);
  expect(said).toHaveLength(1);
});

test('a refusal is an outcome and is not sent again', async () => {
  server = await serving(answer(409, WRONG_STATE));
  const outcome = await connect(server.url, silent).post(POST);
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'WRONG_STATE' } });
  expect(server.keys).toHaveLength(1);
});

test('a person signs in once and then shows the cookie', async () => {
  server = await serving(answer(201, RECEIPT), answer(201, RECEIPT));
  const client = connect(server.url, silent);
  await client.post(POST);
  await client.post(POST);
  expect(server.signIns()).toBe(1);
  expect(server.cookies).toEqual(['session=abc', 'session=abc']);
});
