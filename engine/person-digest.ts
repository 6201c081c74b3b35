import type { CaseEvent } from '../domain/case-state.ts';
import type { CaseType } from '../domain/define-case-type.ts';
import { happened } from '../domain/evolve.ts';
import type { Transaction } from './database.ts';
import { openSealed, wrappedKeyOf } from './sealer.ts';
import type { Vault } from './vault.ts';

/**
 * Keyed digest of the telephone of who asked, by which cases of the same caller are found without opening anybody's
 * data. Keyed by the master key, because it compares cases; undefined where no number is on record.
 */
export function personDigest(vault: Vault, identity: unknown): Buffer | undefined {
  if (typeof identity !== 'object' || identity === null || !('phone' in identity)) return undefined;
  const number = typeof identity.phone === 'string' ? normalised(identity.phone) : '';
  return number === '' ? undefined : vault.digest(`person-phone:${number}`);
}

/** The digest of a case whose row is gone, from what was sealed at its opening; undefined once its key was erased. */
export async function personDigestAgain(
  tx: Transaction,
  vault: Vault,
  type: CaseType,
  opening: CaseEvent,
): Promise<Buffer | undefined> {
  const { person } = type.summary(type.opens.begin(happened(opening)));
  const wrapped = person === undefined ? undefined : await wrappedKeyOf(tx, opening.caseId);
  if (person === undefined || !wrapped) return undefined;
  const identity = await openSealed(tx, person, vault.unwrap(opening.caseId, wrapped));
  return personDigest(vault, JSON.parse(identity));
}

/** Digits only, without the country's code: `+86 139-0000-0000` is `13900000000`. */
const normalised = (phone: string): string =>
  phone
    .normalize('NFKC')
    .replaceAll(/\D/g, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '');
