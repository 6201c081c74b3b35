import { query } from '../engine/database.ts';
import type { Engine } from '../engine/engine.ts';

/** Where notices go that leave the house. */
export interface Delivery {
  /** Receives `POST {id, kind, …}` with the effect's id as Idempotency-Key; undefined: nobody does. */
  readonly webhookUrl: string | undefined;
}

interface OutboxRow {
  readonly kind: string;
  readonly payload: object;
  readonly delivered_at: Date | null;
}

const TIMEOUT = 10_000;

/** Sends one effect and notes it. Throws when the receiver did not take it, so that Temporal tries again. */
export async function deliverEffect(engine: Engine, delivery: Delivery, id: string): Promise<void> {
  const [effect] = await query<OutboxRow>(
    engine.pool,
    'SELECT kind, payload, delivered_at FROM outbox WHERE id = $1',
    [id],
  );
  if (!effect) throw new Error(`no effect ${id}`);
  if (effect.delivered_at) return;
  const outcome = delivery.webhookUrl ? 'delivered' : 'not-configured';
  if (delivery.webhookUrl) await post(delivery.webhookUrl, id, effect);
  await query(
    engine.pool,
    'UPDATE outbox SET delivered_at = clock_timestamp(), outcome = $2 WHERE id = $1 AND delivered_at IS NULL',
    [id, outcome],
  );
  engine.metrics.deliveries.inc({ outcome });
}

async function post(url: string, id: string, { kind, payload }: OutboxRow): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': id },
    body: JSON.stringify({ id, kind, ...payload }),
    signal: AbortSignal.timeout(TIMEOUT),
    redirect: 'error',
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the receiver answered ${response.status}`);
}
