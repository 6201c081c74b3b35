import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digestText, openText, sealText, Vault } from '../../engine/vault.ts';

const vault = new Vault(randomBytes(32).toString('base64'));

describe('vault', () => {
  test('what is sealed opens again, rare characters too', () => {
    const { key } = vault.newKey('case-1');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uuid(), (text, id) => {
        expect(openText(key, sealText(key, text, id), id)).toBe(Buffer.from(text).toString());
      }),
    );
    expect(openText(key, sealText(key, '𬱟㛃䶮𠮷', 'x'), 'x')).toBe('𬱟㛃䶮𠮷');
  });

  test('a sealed text opens neither in another place, nor with another key, nor with a bit flipped', () => {
    const { key } = vault.newKey('case-1');
    const sealed = sealText(key, '公园路', 'text-1');
    expect(() => openText(key, sealed, 'text-2')).toThrow();
    expect(() => openText(vault.newKey('case-2').key, sealed, 'text-1')).toThrow();
    for (const at of [0, 12, sealed.length - 1]) {
      const bent = Buffer.from(sealed);
      bent.writeUInt8(bent.readUInt8(at) ^ 1, at);
      expect(() => openText(key, bent, 'text-1')).toThrow();
    }
  });

  test('a data key unwraps for its own case and under its own master key only', () => {
    const { key, wrapped } = vault.newKey('case-1');
    expect(vault.unwrap('case-1', wrapped).equals(key)).toBe(true);
    expect(() => vault.unwrap('case-2', wrapped)).toThrow();
    expect(() => new Vault(randomBytes(32).toString('base64')).unwrap('case-1', wrapped)).toThrow();
  });

  test('equal texts in two cases have different digests', () => {
    const [one, other] = [vault.newKey('a').key, vault.newKey('b').key];
    expect(digestText(one, '王')).toBe(digestText(one, '王'));
    expect(digestText(one, '王')).not.toBe(digestText(other, '王'));
  });
});
