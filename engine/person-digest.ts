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

/** Digits only, without the country's code: `+86 139-0000-0000` is `13900000000`. */
const normalised = (phone: string): string =>
  phone
    .normalize('NFKC')
    .replaceAll(/\D/g, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '');
