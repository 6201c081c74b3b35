import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { isoInstant } from '../domain/calendar/civil.ts';
import type { CaseEvent } from '../domain/case-state.ts';

/** The hash before the first event of a case. */
export const GENESIS: Buffer = Buffer.alloc(32);

/** SHA-256 over the canonical JSON (RFC 8785) of all columns that the database does not assign, chained to the hash before. */
export function chainHash(previous: Buffer, event: CaseEvent, commandId: string): Buffer {
  const { at, dueAt, occurredAt, ...rest } = event;
  const canonical = canonicalize({
    ...rest,
    commandId,
    at: isoInstant(at),
    dueAt: dueAt === undefined ? null : isoInstant(dueAt),
    occurredAt: occurredAt === undefined ? null : isoInstant(occurredAt),
    previous: previous.toString('hex'),
  });
  if (canonical === undefined) throw new Error('an event has no canonical form');
  return createHash('sha256').update(canonical).digest();
}
