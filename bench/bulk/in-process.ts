import type pg from 'pg';
import type { Actor } from '../../domain/define-case-type.ts';
import { rulesForNew } from '../../domain/registry.ts';
import { createPool } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { createMetrics } from '../../engine/metrics.ts';
import type { Outcome } from '../../engine/perform.ts';
import { Vault } from '../../engine/vault.ts';

/** Where cases are stored, and the key that their texts are sealed under. */
export interface Place {
  readonly databaseUrl: string;
  readonly masterKey: string;
}

/** An engine in this process, under a clock of its own, which tells no workflow. */
export const engineWith = ({ databaseUrl, masterKey }: Place, clock: { now: number }): Engine => ({
  pool: createPool(databaseUrl, 2, () => undefined),
  vault: new Vault(masterKey),
  metrics: createMetrics(),
  tell: () => undefined,
  now: () => clock.now,
  rulesForNew,
  failpoint: () => undefined,
});

/** Demo people, by account. */
export async function readActors(pool: pg.Pool): Promise<ReadonlyMap<string, Actor>> {
  const { rows } = await pool.query<{ account: string; id: string; unit: string; roles: string[] }>(
    `SELECT p.account, p.id, p.unit, array_agg(g.role) AS roles FROM person p JOIN role_grant g ON g.person = p.id GROUP BY p.id`,
  );
  return new Map(
    rows.map(({ account, id, unit, roles }) => [account, { id, kind: 'person', unit, roles }]),
  );
}

/** The receipt of a step that must be accepted. */
export function must(outcome: Outcome) {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.receipt;
}
