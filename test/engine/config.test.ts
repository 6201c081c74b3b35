import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../engine/config.ts';

const good = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://bihuan:Vq7-not-a-default@db.example:5432/bihuan',
  MASTER_KEY: randomBytes(32).toString('base64'),
};

describe('configuration', () => {
  test('a sound production environment is accepted, with defaults for the rest', () => {
    expect(readConfig(good)).toMatchObject({ PORT: 3000, TEMPORAL_NAMESPACE: 'bihuan' });
  });

  test('an empty variable counts as not set', () => {
    expect(readConfig({ ...good, WEBHOOK_URL: '', TEMPORAL_TLS: '' }).WEBHOOK_URL).toBeUndefined();
  });

  test.each(['postgres', 'password', 'temporal', 'bihuan', ''])(
    'production refuses the default password “%s”',
    (password) => {
      const DATABASE_URL = `postgresql://bihuan:${password}@db.example/bihuan`;
      expect(() => readConfig({ ...good, DATABASE_URL })).toThrow(/DATABASE_URL.*default password/);
      expect(() => readConfig({ ...good, NODE_ENV: 'development', DATABASE_URL })).not.toThrow();
    },
  );

  test('production refuses a master key that is missing, short or not random, and failpoints', () => {
    const { MASTER_KEY: _key, ...without } = good;
    expect(() => readConfig(without)).toThrow(/MASTER_KEY/);
    expect(() => readConfig({ ...good, MASTER_KEY: 'c2hvcnQ=' })).toThrow(/MASTER_KEY.*32 bytes/);
    const zeros = Buffer.alloc(32).toString('base64');
    expect(() => readConfig({ ...good, MASTER_KEY: zeros })).toThrow(/MASTER_KEY.*random/);
    expect(() => readConfig({ ...good, FAILPOINT: 'after-level-stored' })).toThrow(/FAILPOINT/);
  });

  test('every wrong variable is named at once', () => {
    const wrong = { ...good, DATABASE_URL: 'mysql://x', PORT: '70000', LOG_LEVEL: 'loud' };
    expect(() => readConfig(wrong)).toThrow(/DATABASE_URL[\s\S]*PORT[\s\S]*LOG_LEVEL/);
  });
});
