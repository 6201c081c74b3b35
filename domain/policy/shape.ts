import { z } from 'zod';
import { DUTIES } from './duty.ts';

const limit = z.strictObject({
  unit: z.enum(['workingDays', 'calendarDays', 'months', 'officeHours', 'hours', 'minutes']),
  value: z.int().min(1).max(3_660),
});

const row = {
  label: z.string().min(1),
  row: z.string().min(1),
  duty: z.enum(Object.keys(DUTIES) as (keyof typeof DUTIES)[]),
  clause: z.string().min(1),
  status: z.enum(['verified', 'recalled', 'customary']),
};

const deadline = z.strictObject({
  ...row,
  from: z.string().min(1),
  counting: z.strictObject({
    limit,
    begins: z.literal('nextWorkingDay').optional(),
    ends: z.literal('counter').optional(),
    roll: z.enum(['forward', 'backward', 'none']),
    internal: limit.optional(),
    before: z.literal(true).optional(),
  }),
  ladder: z.string().min(1),
  extension: z
    .strictObject({
      steps: z.array(z.strictObject({ max: z.int().min(1), by: z.string().min(1) })).min(1),
      off: z.literal(true).optional(),
    })
    .optional(),
  pauses: z.array(z.string().min(1)).min(1).optional(),
});

const schedule = z.strictObject({
  ...row,
  schedule: z.discriminatedUnion('every', [
    z.strictObject({ every: z.literal('week'), weekday: z.int().min(1).max(7) }),
    z.strictObject({
      every: z.literal('month'),
      workingDay: z.union([z.literal(-1), z.int().min(1).max(15)]),
    }),
    z.strictObject({ every: z.literal('quarter') }),
    z.strictObject({
      every: z.literal('year'),
      date: z.string().regex(/^\d{2}-\d{2}$/),
      next: z.literal(true).optional(),
    }),
  ]),
});

const figure = z.strictObject({
  ...row,
  value: z.union([z.number().min(0), z.boolean(), z.string().min(1), z.array(z.number())]),
  unit: z.enum([
    'times',
    'percent',
    'yuan',
    'items',
    'persons',
    'calendarDays',
    'workingDays',
    'flag',
    'text',
  ]),
});

const level = z.strictObject({
  level: z.enum(['L0', 'L1', 'L2', 'L3', 'L4', 'L5']),
  label: z.string().min(1),
  at: z.union([
    z.strictObject({
      share: z.int().min(1).max(100),
      early: z
        .strictObject({ longFrom: z.int().min(2), officeHoursOfShort: z.number().positive() })
        .optional(),
    }),
    z.strictObject({ lastDayAt: z.int().min(0).max(1_440) }),
    z.strictObject({ overdue: z.literal(true) }),
    z.strictObject({ lateWorkingDays: z.int().min(1) }),
    z.strictObject({ lateHours: z.number().positive() }),
  ]),
  notify: z.array(z.enum(['responsible', 'lead', 'supervisor', 'leadership'])).min(1),
  sends: z.literal(true).optional(),
});

/** The shape of one rule: what it is follows from what it has, a counting, a schedule or a value. */
export const shapeOf = (rule: object): z.ZodType =>
  'counting' in rule ? deadline : 'schedule' in rule ? schedule : figure;

/** The shape of a policy around its rules. */
export const policyShape = z.strictObject({
  version: z.string().regex(/^[\w.-]{1,60}$/),
  effectiveFrom: z.string(),
  rules: z.record(z.string(), z.looseObject({})),
  ladders: z.record(z.string(), z.array(level)),
});
