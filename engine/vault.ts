import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

/** A case's data key, open. */
export type DataKey = Buffer;

const IV = 12;
const TAG = 16;

/**
 * Wraps data keys with the master key and seals texts with data keys, AES-256-GCM throughout.
 * Everything sealed is bound to its place (`context`), so that ciphertexts cannot be swapped between rows.
 */
export class Vault {
  /** Names the master key without telling it. */
  readonly keyId: string;
  readonly #master: Buffer;

  /** `masterKey` is 32 bytes in base64. */
  constructor(masterKey: string) {
    this.#master = Buffer.from(masterKey, 'base64');
    this.keyId = createHash('sha256').update(this.#master).digest('hex').slice(0, 12);
  }

  newKey(caseId: string): { readonly key: DataKey; readonly wrapped: Buffer } {
    const key = randomBytes(32);
    return { key, wrapped: seal(this.#master, key, caseId) };
  }

  /** Throws when the key was wrapped by another master key or for another case. */
  unwrap(caseId: string, wrapped: Buffer): DataKey {
    return unseal(this.#master, wrapped, caseId);
  }

  /** Keyed digest of a command's body: equal bodies are recognised, the body cannot be guessed from it. */
  digest(text: string): Buffer {
    return createHmac('sha256', this.#master).update(text).digest();
  }
}

export const sealText = (key: DataKey, text: string, context: string): Buffer =>
  seal(key, Buffer.from(text, 'utf8'), context);

export const openText = (key: DataKey, sealed: Buffer, context: string): string =>
  unseal(key, sealed, context).toString('utf8');

/** Salted by the case's key: erasing the key erases what the digest tells. */
export const digestText = (key: DataKey, text: string): string =>
  createHmac('sha256', key).update(text, 'utf8').digest('hex');

function seal(key: Buffer, plain: Buffer, context: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function unseal(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV))
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(IV, -TAG)), decipher.final()]);
}
