import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, connect } from '../../cli/demo/client.ts';
import { type Played, play } from '../../cli/demo/life.ts';
import { LIVES } from '../../cli/demo/lives.ts';
import { CASE_TYPES } from '../../domain/registry.ts';
import { verify } from '../../engine/verify.ts';
import { startSystem, type System } from '../support/system.ts';

let system: System;
let client: Client;
let base: number;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  client = connect(
    () => Promise.resolve(system.url),
    () => undefined,
  );
  base = Math.floor(Date.now() / 1000) * 1000;
});
afterAll(() => system.stop());

const played = new Map<string, Played>();

describe('the lives of the demo', () => {
  test.each(LIVES)('$key goes to its end, and once more without a trace', async (life) => {
    const first = await play(client, life, base);
    expect(first.stuck).toBeUndefined();
    played.set(life.key, first);
    const again = await play(client, life, base);
    expect(again.cases.map(({ detail }) => [detail.number, detail.stage])).toEqual(
      first.cases.map(({ detail }) => [detail.number, detail.stage]),
    );
  });

  test('show every type but the ticket, which has a file of its own', () => {
    const shown = [...played.values()].flatMap(({ cases }) =>
      cases.map(({ detail }) => detail.typeLabel),
    );
    const labels = CASE_TYPES.map(({ label }) => label).slice(1);
    expect(labels.filter((label) => !shown.includes(label))).toEqual([]);
  });

  test('leave nothing behind that the log does not say', async () => {
    expect(await verify(system.engine.pool, { now: Date.now() })).toEqual([]);
  });
});
