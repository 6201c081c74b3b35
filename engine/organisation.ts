import type { CaseState } from '../domain/case-state.ts';
import type { CaseType } from '../domain/define-case-type.ts';
import { officeOf } from '../domain/definition/parts.ts';
import type { Transaction } from './database.ts';

/** Who holds a role at a unit at this moment. */
export async function holdersOf(
  tx: Transaction,
  role: string,
  unit: string,
): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT p.id FROM person p JOIN role_grant g ON g.person = p.id
      WHERE g.role = $1 AND p.unit = $2 AND p.active AND g."from" <= now() AND (g."to" IS NULL OR g."to" > now())
      ORDER BY p.account`,
    [role, unit],
  );
  return rows.map((row) => row.id);
}

/** The unit at which a role of a case is looked for: its office, the unit that a step or clock is about, or the one that holds the case in its part. */
export function unitOfRole(
  type: CaseType,
  state: CaseState,
  role: string,
  subject?: string,
): string | undefined {
  const spec = type.roles[role];
  const office = spec && officeOf(spec.at);
  if (office !== undefined) return office;
  if (subject !== undefined) return subject;
  const held = spec?.part ?? 'lead';
  return type.holders(state.facts as never).find(({ part }) => part === held)?.unit;
}

/** The persons in a role of a case; nobody when no unit holds it. */
export async function personsInRole(
  tx: Transaction,
  type: CaseType,
  state: CaseState,
  role: string,
  subject?: string,
): Promise<readonly string[]> {
  const unit = unitOfRole(type, state, role, subject);
  return unit === undefined ? [] : holdersOf(tx, role, unit);
}

export interface KnownUnit {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  /** The unit that a section belongs to. */
  readonly parent: string | null;
}

export async function activeUnit(tx: Transaction, code: string): Promise<KnownUnit | undefined> {
  const { rows } = await tx.query<KnownUnit>(
    'SELECT code, kind, name, parent FROM unit WHERE code = $1 AND active',
    [code],
  );
  return rows[0];
}
