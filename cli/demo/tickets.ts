import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { DAY, HOUR, type Instant, isoInstant, MINUTE } from '../../domain/calendar/civil.ts';
import { MATTERS, URGENCIES } from '../../domain/case-types/hotline-ticket/labels.ts';

/** Which way a ticket goes after it was opened; a ticket without a script waits for a dispatcher. */
export const SCRIPTS = [
  'full',
  'returnTwice',
  'rework',
  'breach',
  'ackOnly',
  'contact',
  'submitted',
  'void',
] as const;
export type Script = (typeof SCRIPTS)[number];

const keysOf = <T extends object>(labels: T) => Object.keys(labels) as (keyof T & string)[];

const row = z.strictObject({
  /** Part of the idempotency keys: never given to another ticket. */
  key: z.string().regex(/^[a-z]+-\d\d$/, { error: '应形如 open-01' }),
  receivedBefore: z.string().transform((text, context) => {
    const ms = durationOf(text);
    if (ms !== undefined) return ms;
    context.addIssue({ code: 'custom', message: '应形如 0m、14m、3h、2d' });
    return z.NEVER;
  }),
  matter: z.enum(keysOf(MATTERS)),
  urgency: z.enum(keysOf(URGENCIES)),
  town: z.string().min(1),
  /** The unit that handles it. */
  unit: z.string().min(1),
  callerName: z.string().min(1),
  callerPhone: z.string().min(1),
  address: z.string().min(1),
  text: z.string().min(1),
  script: z.enum(SCRIPTS).or(z.literal('').transform(() => undefined)),
});
export type Ticket = z.output<typeof row>;

const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY };

/** Milliseconds of `14m`, `3h`, `2d`; undefined for anything else. */
export function durationOf(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,3})([mhd])$/.exec(text) ?? [];
  return count && unit ? Number(count) * (UNITS[unit] ?? Number.NaN) : undefined;
}

/** Tickets of a CSV text, in its order. Throws with line and column name on the first cell that is wrong. */
export function parseTickets(csv: string): readonly Ticket[] {
  const records: unknown[] = parse(csv, { columns: true, bom: true, skip_empty_lines: true });
  return records.map((record, index) => {
    const parsed = row.safeParse(record);
    if (parsed.success) return parsed.data;
    const problem = parsed.error.issues[0];
    const column = problem?.path.join('.') ?? '';
    throw new Error(`第 ${index + 2} 行“${column}”列:${problem?.message ?? '格式不对'}`);
  });
}

/** Tickets of a file. Throws when it cannot be read or a cell is wrong. */
export const readTickets = (file: string): readonly Ticket[] =>
  parseTickets(readFileSync(file, 'utf8'));

/** The body's input that opens a ticket. Without a base it is received at the moment of opening. */
export const openingInput = (ticket: Ticket, base?: Instant) => ({
  caller: { name: ticket.callerName, phone: ticket.callerPhone },
  text: ticket.text,
  address: ticket.address,
  town: ticket.town,
  matter: ticket.matter,
  urgency: ticket.urgency,
  ...(base !== undefined && { receivedAt: isoInstant(base - ticket.receivedBefore) }),
});
