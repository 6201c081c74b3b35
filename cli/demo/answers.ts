import { z } from 'zod';

/** What the demo reads of the API's answers; more fields may come along. */
const instant = z.iso.datetime({ offset: true });

export const receipt = z.object({
  caseId: z.string(),
  number: z.string(),
  events: z.array(z.object({ type: z.string(), at: instant })).min(1),
});
export type Receipt = z.output<typeof receipt>;

const actor = z.object({ name: z.string(), unit: z.string(), roleLabel: z.string() });

const timelineEntry = z.object({
  version: z.number(),
  type: z.string(),
  label: z.string(),
  at: instant,
  dueAt: instant.nullable(),
  actor: actor.nullable(),
  fields: z.array(z.object({ title: z.string(), value: z.string() })),
  clock: z.string().nullable(),
  targets: z.array(z.string()),
});
export type TimelineEntry = z.output<typeof timelineEntry>;

const clock = z.object({
  clock: z.string(),
  label: z.string(),
  round: z.number(),
  status: z.enum(['running', 'paused', 'met', 'breached', 'superseded']),
  promised: z.boolean(),
  ledgerText: z.string(),
  levels: z.array(
    z.object({ level: z.string(), label: z.string(), at: instant, fired: z.boolean() }),
  ),
});

export const caseDetail = z.object({
  number: z.string(),
  stage: z.string(),
  stageLabel: z.string(),
  light: z.enum(['green', 'yellow', 'red']),
  clocks: z.array(clock),
  timeline: z.array(timelineEntry),
  typeLabel: z.string(),
  address: z.string(),
  links: z.array(z.object({ kind: z.string(), end: z.string(), caseId: z.string() })),
});
export type CaseDetail = z.output<typeof caseDetail>;

/** Who is signed in. */
export const session = z.object({ id: z.string() });

/** A "no" of the API (RFC 9457). */
export const problem = z.object({
  code: z.string(),
  detail: z.string().optional(),
  todo: z.string().optional(),
});
export type Problem = z.output<typeof problem>;
