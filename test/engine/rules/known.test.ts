import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newestPolicy, policyOfVersion, UnknownRules } from '../../../domain/registry.ts';
import { query } from '../../../engine/database.ts';
import { learnRules, withKnownRules } from '../../../engine/rules/known.ts';
import { startSystem, type System } from '../../support/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ worker: false });
});
afterAll(() => system.stop());

/** As another process would have published it. */
async function published(version: string): Promise<void> {
  const policy = { ...newestPolicy(), version, effectiveFrom: '2099-01-01' };
  await query(
    system.engine.pool,
    `INSERT INTO policy_version (version, effective_from, data, proposed_by, approved_by, approved_at)
     VALUES ($1, '2099-01-01', $2, $3, $3, now())`,
    [version, JSON.stringify(policy), randomUUID()],
  );
}

test('several looks at the same time learn a version once', async () => {
  const looks = () => Promise.all([1, 2, 3, 4].map(() => learnRules(system.engine.pool)));
  // Connections that are open already let them overlap.
  await looks();
  await published('elsewhere-1');
  await looks();
  expect(policyOfVersion('elsewhere-1')?.effectiveFrom).toBe('2099-01-01');
});

test('what another look learned meanwhile is tried again too', async () => {
  await published('elsewhere-2');
  let tries = 0;
  const work = async (): Promise<string> => {
    tries += 1;
    const known = policyOfVersion('elsewhere-2');
    await learnRules(system.engine.pool);
    if (!known) throw new UnknownRules('policy elsewhere-2');
    return known.version;
  };
  expect(await withKnownRules(system.engine.pool, work)).toBe('elsewhere-2');
  expect(tries).toBe(2);
});
