import { query } from '../database.ts';
import type { Engine } from '../engine.ts';

/** "As known at T" for a T that has not come yet. */
export class NotYetKnown extends Error {
  override readonly name = 'NotYetKnown';
}

/** Somebody has written since before T for so long that what is known at T cannot be told yet; the same may be asked again. */
export class NotSettled extends Error {
  override readonly name = 'NotSettled';
}

/** Transactions of the engine end within their statement timeout and idle timeout together. */
const PATIENCE = 20_000;
const PAUSE = 5;

/**
 * Resolves when everything that was recorded by an instant (epoch ms, of the engine's clock) can be read, and nothing can be
 * added to it any more. An event takes its recording time after its transaction got its number, so every event of that
 * instant or before belongs to a transaction whose number is lower than one that is drawn now. Those are waited for. (The
 * upper end of a snapshot would not do: it is one more than the highest number that has ended, and numbers above it may
 * have been running already.)
 */
export async function settled(engine: Engine, instant: number): Promise<void> {
  const [drawn] = await query<{ now: Date; ceiling: string }>(
    engine.pool,
    'SELECT clock_timestamp() AS now, pg_current_xact_id()::text AS ceiling',
  );
  if (!drawn || instant > engine.now(drawn.now.getTime())) {
    throw new NotYetKnown(`${new Date(instant).toISOString()} is still to come`);
  }
  const since = Date.now();
  while (!(await hasEnded(engine, drawn.ceiling))) {
    if (Date.now() - since > PATIENCE) throw new NotSettled('a transaction has not ended for long');
    await new Promise((resume) => setTimeout(resume, PAUSE));
  }
}

/** Every transaction up to this number has ended. */
async function hasEnded({ pool }: Engine, ceiling: string): Promise<boolean> {
  const [row] = await query<{ over: boolean }>(
    pool,
    'SELECT pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 AS over',
    [ceiling],
  );
  return row?.over === true;
}
