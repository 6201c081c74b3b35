import { type Person, signIn } from './people.ts';
import type { System } from './system.ts';

/** Signs demo people in, in the order of their accounts. */
export const signInAll = <const Accounts extends readonly string[]>(
  { url }: System,
  ...accounts: Accounts
): Promise<{ readonly [K in keyof Accounts]: Person }> =>
  Promise.all(accounts.map((account) => signIn(url, account))) as never;
