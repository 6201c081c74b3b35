import { hash, verify } from '@node-rs/argon2';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { query } from '../../engine/database.ts';
import type { AppContext } from '../app-context.ts';
import { Problem } from '../problem.ts';

/** Five failures of one account from one address, then a pause of a minute: slows guessing, locks nobody else out. */
const failures = new RateLimiterMemory({ points: 5, duration: 60 });

/** A hash to compare with when there is no such account, so that the time taken tells nothing. */
const nobody = hash('nobody has this password');

const failed = new Problem({
  status: 401,
  code: 'SIGN_IN_FAILED',
  detail: '账号或密码不对',
  rule: '账号与密码须一致',
  todo: '请核对后重试',
});

/** Checks account and password. Returns the person's id; throws a Problem otherwise. */
export async function checkPassword(
  context: AppContext,
  account: string,
  password: string,
  address: string,
): Promise<string> {
  const key = `${account}|${address}`;
  return inTurn(key, () => checkInTurn(context, key, account, password));
}

/** The attempts that wait, by account and address: sent all at once they are counted one by one. */
const turns = new Map<string, Promise<unknown>>();

async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(key) ?? Promise.resolve()).then(work, work);
  turns.set(key, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(key) === turn) turns.delete(key);
  }
}

async function checkInTurn(
  context: AppContext,
  key: string,
  account: string,
  password: string,
): Promise<string> {
  const state = await failures.get(key);
  if (state && state.remainingPoints <= 0) throw tooMany(state.msBeforeNext);
  const [person] = await query<{ id: string; password_hash: string }>(
    context.engine.pool,
    'SELECT id, password_hash FROM person WHERE account = $1 AND active',
    [account],
  );
  const right = await verify(person?.password_hash ?? (await nobody), password);
  if (!person || !right) {
    await failures.penalty(key);
    throw failed;
  }
  await failures.delete(key);
  return person.id;
}

const tooMany = (ms: number): Problem =>
  new Problem(
    {
      status: 429,
      code: 'TOO_MANY_ATTEMPTS',
      detail: '登录失败次数过多',
      rule: '连续五次失败后须等待一分钟',
      todo: '请稍后重试',
    },
    { 'Retry-After': String(Math.ceil(ms / 1000)) },
  );
