import { setTimeout as wait } from 'node:timers/promises';
import { SystemNotFound } from './system.ts';

/** How long a system that is away is waited for, in milliseconds. */
const PATIENCE = 60_000;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;

/** Answers that say "not now": the same request may be sent again. */
const NOT_NOW = new Set([429, 503]);

/**
 * Sends until there is an answer, for up to a minute: the system may be starting, restarting or waiting for its
 * database. `send` must be safe to repeat, that is a read or a command with an idempotency key.
 * Throws the last failure when the minute is over.
 */
export async function patiently(
  send: () => Promise<Response>,
  say: (text: string) => void,
  patience = PATIENCE,
): Promise<Response> {
  const until = performance.now() + patience;
  for (let pause = FIRST_PAUSE, tries = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    const answer = await send().catch(unlessPassing);
    const asked = answer instanceof Response ? retryAfter(answer) : pause;
    const away = !(answer instanceof Response) || NOT_NOW.has(answer.status);
    if (!away) return answer;
    if (performance.now() + asked > until) return settle(answer);
    if (tries === 1) say('系统暂时没有应答,稍候自动重试(同一幂等键,不会重复)…');
    tries += 1;
    await wait(Math.max(asked, pause));
  }
}

/** fetch reports a network failure as a TypeError with a cause; after a timeout the answer may yet come. */
function unlessPassing(error: Error): Error {
  const { name, cause } = error;
  const network = name === 'TypeError' && cause !== undefined;
  if (network || name === 'TimeoutError' || error instanceof SystemNotFound) return error;
  throw error;
}

/** Seconds in `Retry-After` as milliseconds; 0 without it. */
const retryAfter = (answer: Response): number =>
  Number(answer.headers.get('retry-after') ?? 0) * 1000 || 0;

function settle(answer: Response | Error): Response {
  if (answer instanceof Response) return answer;
  throw answer instanceof SystemNotFound
    ? answer
    : new Error('系统一分钟内没有应答。请确认 npm start 正在运行,然后再次运行 npm run demo', {
        cause: answer,
      });
}
