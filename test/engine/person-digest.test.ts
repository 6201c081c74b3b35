import { describe, expect, test } from '@jest/globals';
import { personDigest } from '../../engine/person-digest.ts';
import { Vault } from '../../engine/vault.ts';

const vault = new Vault(Buffer.alloc(32, 1).toString('base64'));
const of = (phone: string, name = '陈测试') => personDigest(vault, { name, phone });

describe('the digest of a caller', () => {
  test.each([
    ' 13900000000 ',
    '139-0000-0000',
    '139 0000 0000',
    '+86 13900000000',
    '008613900000000',
    '１３９００００００００',
  ])('is the same however the number is written: %s', (written) => {
    expect(of(written)).toEqual(of('13900000000'));
  });

  test('goes by the number alone: whoever calls, calls by it', () => {
    expect(of('13900000000', '李测试')).toEqual(of('13900000000'));
  });

  test('keeps the area code of a landline', () => {
    expect(of('021-59720000')).toEqual(of('02159720000'));
    expect(of('021-59720000')).not.toEqual(of('59720000'));
    expect(of('8613900')).not.toEqual(of('13900'));
  });

  test('differs by number and by master key, and shows nothing of either', () => {
    const digest = of('13900000000');
    expect(digest).toHaveLength(32);
    expect(of('13900000001')).not.toEqual(digest);
    const other = new Vault(Buffer.alloc(32, 2).toString('base64'));
    expect(personDigest(other, { phone: '13900000000' })).not.toEqual(digest);
    expect(vault.digest('13900000000')).not.toEqual(digest);
  });

  test.each([undefined, null, 'text', {}, { phone: '' }, { phone: '无' }, { phone: 13900000000 }])(
    'is none without a number: %j',
    (identity) => {
      expect(personDigest(vault, identity)).toBeUndefined();
    },
  );
});
