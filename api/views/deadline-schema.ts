import { z } from 'zod';

/** Query parameters of a question for a due date, as they travel. */
export const deadlineQuestion = z.object({
  rule: z.string().meta({ description: 'A rule of the register, or 5wd 30cd 3m 48h 4oh 15min' }),
  start: z.string().meta({
    description:
      'YYYY-MM-DD or an ISO-8601 instant (without an offset Asia/Shanghai; + is written %2B); for rules that count backwards the event to come',
  }),
  suspend: z
    .array(z.string())
    .optional()
    .meta({ description: 'FROM..TO[:ground], half-open, dates or instants; at most 20' }),
  extend: z.string().optional().meta({ description: 'N[@ASKED], in the unit of the limit' }),
  roll: z
    .enum(['forward', 'backward', 'none'])
    .optional()
    .meta({ description: 'Only for limits that are no rule of the register' }),
  counter: z.enum(['true', 'false']).optional().meta({ description: 'Ends at close of office' }),
  unit: z.string().optional().meta({ description: 'A unit that keeps a calendar of its own' }),
  calendar: z.string().optional().meta({ description: 'Version; the newest when left out' }),
});

const value = z.union([z.number(), z.boolean(), z.string(), z.array(z.number())]).nullable();
const status = z.enum(['verified', 'recalled', 'customary']);
const moment = z.string().nullable().meta({
  description:
    'YYYY-MM-DD for days and schedules, an instant with +08:00 for hours, null for figures',
});
const instant = z.iso.datetime({ offset: true });

const ledgerEntry = z.object({
  date: z.iso.date(),
  kind: z.enum(['start', 'counted', 'skipped', 'paused', 'rolled', 'unused']),
  counted: z.number(),
  reason: z.string(),
  span: z.string().optional(),
});

/** What `npm run due -- … --json` prints as well. */
export const deadlineAnswer = z
  .object({
    rule: z.string(),
    label: z.string(),
    unit: z.string(),
    limit: value,
    start: z.string(),
    nominal: moment,
    statutory: moment,
    internal: moment,
    provisional: z.boolean(),
    missingYears: z.array(z.int()),
    ledger: z.array(ledgerEntry),
    levels: z.array(z.object({ level: z.string(), label: z.string(), at: instant })),
    text: z.string(),
    short: z.string(),
    duty: z.string().nullable(),
    clause: z.string().nullable(),
    status: status.nullable(),
    policy: z.string(),
    calendar: z.string(),
    warnings: z.array(z.string()),
    statutoryAt: instant.nullable(),
    internalAt: instant.nullable(),
  })
  .meta({ id: 'DueDate', description: 'A due date with everything that it rests on.' });

/** What `npm run due -- --list --json` prints as well. */
export const deadlineRegister = z
  .object({
    policy: z.string(),
    rules: z.array(
      z.object({
        key: z.string(),
        register: z.string(),
        label: z.string(),
        duty: z.string(),
        unit: z.string(),
        limit: value,
        value: z.string(),
        from: z.string().nullable(),
        counting: z.string().nullable(),
        extension: z.string().nullable(),
        pauses: z.array(z.string()),
        ladder: z.string().nullable(),
        clause: z.string(),
        status,
        statusText: z.string(),
        row: z.string(),
      }),
    ),
  })
  .meta({ id: 'DeadlineRegister' });
