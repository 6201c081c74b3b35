import type { CaseState } from '../../domain/case-state.ts';
import { openText, type Vault } from '../../engine/vault.ts';
import { ERASED } from './case-detail.ts';

/** A case as lists read it, its texts still sealed. */
export interface ListedRow {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly due_at: Date | null;
  readonly wrapped: Buffer | null;
  readonly text_id: string;
  readonly text: Buffer | null;
  readonly address_id: string;
  readonly address: Buffer | null;
}

/** The columns of a `ListedRow`, of `case_row r` and what `LISTED_JOINS` joins to it. */
export const LISTED_COLUMNS =
  'r.id, r.number, r.state, r.due_at, r.text_id, r.address_id, k.wrapped, t.sealed AS text, a.sealed AS address';

export const LISTED_JOINS = `LEFT JOIN case_key k ON k.case_id = r.id
  LEFT JOIN case_text t ON t.id = r.text_id LEFT JOIN case_text a ON a.id = r.address_id`;

/** What a case is about and where, opened for whoever may read it. */
export interface Texts {
  readonly text: string;
  readonly address: string;
}

/** The texts of a row, opened; a mark in their place when the key was erased. */
export function openTexts(vault: Vault, row: ListedRow): Texts {
  if (!row.wrapped) return { text: ERASED, address: ERASED };
  const key = vault.unwrap(row.id, row.wrapped);
  return {
    text: row.text ? openText(key, row.text, row.text_id) : ERASED,
    address: row.address ? openText(key, row.address, row.address_id) : ERASED,
  };
}
