import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Receipt } from '../../engine/answers.ts';

/** A command as a client keeps it until it is acknowledged: the same id and the same body every time. */
export interface Sent {
  readonly account: string;
  readonly path: string;
  readonly key: string;
  readonly body: object;
}

export interface Acknowledged extends Sent {
  readonly receipt: Receipt;
}

/** What a whole run sent and what came of it. */
export interface Ledger {
  readonly acknowledged: Acknowledged[];
  /** What must never happen, in words. */
  readonly violations: string[];
  /** How often a command had to be sent again, by reason. */
  readonly retries: Map<string, number>;
}

export const emptyLedger = (): Ledger => ({
  acknowledged: [],
  violations: [],
  retries: new Map(),
});

/** Longest that one answer, and that an acknowledgement, is waited for, in ms. */
const TIMEOUT = 6000;
const PATIENCE = 120_000;

export type Cookies = ReadonlyMap<string, string>;

/** Sends commands over HTTP and remembers every acknowledgement. */
export class Sender {
  readonly ledger: Ledger;
  readonly #url: string;
  readonly #cookies: Cookies;

  constructor(url: string, cookies: Cookies, ledger: Ledger) {
    this.#url = url;
    this.#cookies = cookies;
    this.ledger = ledger;
  }

  /** Sends until acknowledged. A refusal is a violation: each case has one walker, who knows what comes next. */
  async send(command: Sent, comeAgain = 150): Promise<Receipt | undefined> {
    const until = Date.now() + PATIENCE;
    while (Date.now() < until) {
      const answer = await this.once(command);
      if (answer.kind === 'receipt') {
        this.ledger.acknowledged.push({ ...command, receipt: answer.receipt });
        return answer.receipt;
      }
      if (answer.kind === 'refused') {
        this.ledger.violations.push(`${this.#name(command)} was refused: ${answer.why}`);
        return undefined;
      }
      this.ledger.retries.set(answer.why, (this.ledger.retries.get(answer.why) ?? 0) + 1);
      await pause(comeAgain * (1 + Math.random()));
    }
    this.ledger.violations.push(`${this.#name(command)} was not answered in ${PATIENCE} ms`);
    return undefined;
  }

  /** Two of the same at the same moment: both are answered, and the same. */
  async sendTwice(command: Sent): Promise<Receipt | undefined> {
    const [one, other] = await Promise.all([this.send(command), this.send(command)]);
    if (!isDeepStrictEqual(one, other))
      this.ledger.violations.push(`${this.#name(command)} was answered in two ways`);
    return one;
  }

  /** One try. Only an API that was killed or a database that is away may make a client come again. */
  async once({ account, path, key, body }: Sent): Promise<Answer> {
    try {
      const response = await fetch(this.#url + path, {
        method: 'POST',
        headers: {
          cookie: this.#cookies.get(account) ?? '',
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT),
      });
      const text = await response.text();
      if (response.ok) return { kind: 'receipt', receipt: JSON.parse(text) as Receipt };
      if (response.status === 503) return { kind: 'again', why: '503' };
      return { kind: 'refused', why: `${response.status} ${text}` };
    } catch (error) {
      const { name, cause } = error as Error & { cause?: { code?: string } };
      return { kind: 'again', why: cause?.code ?? name };
    }
  }

  /** Reads until there is an answer. Throws when it is another than 200. */
  async read<T>(account: string, path: string): Promise<T> {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const response = await fetch(this.#url + path, {
        headers: { cookie: this.#cookies.get(account) ?? '' },
        signal: AbortSignal.timeout(TIMEOUT),
      }).catch(() => undefined);
      const text = await response?.text().catch(() => undefined);
      if (response?.ok && text !== undefined) return JSON.parse(text) as T;
      const passing = text === undefined || response?.status === 503;
      if (!passing || Date.now() > until) throw new Error(`${path}: ${response?.status} ${text}`);
      await pause(150);
    }
  }

  #name({ account, path, body }: Sent): string {
    return `${account} ${path} ${JSON.stringify(body).slice(0, 120)}`;
  }
}

export type Answer =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'again'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string };
