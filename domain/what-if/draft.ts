import { z } from 'zod';
import type { Calendar } from '../calendar/calendar.ts';
import { loadCalendar } from '../calendar/load-calendar.ts';
import type { CalendarData } from '../calendar/notice.ts';
import type { Ladder } from '../clocks/ladder.ts';
import { withValue } from '../clocks/limit.ts';
import type { Rules } from '../define-case-type.ts';
import { diff } from '../policy/diff.ts';
import { loadPolicy } from '../policy/load-policy.ts';
import { isDeadline, type Policy } from '../policy/policy.ts';

const level = z.strictObject({
  level: z.enum(['L0', 'L1', 'L2', 'L3', 'L4', 'L5']),
  label: z.string().min(1),
  at: z.union([
    z.strictObject({
      share: z.number().min(0).max(100),
      early: z.strictObject({ longFrom: z.number(), officeHoursOfShort: z.number() }).optional(),
    }),
    z.strictObject({ lastDayAt: z.number().int() }),
    z.strictObject({ overdue: z.literal(true) }),
    z.strictObject({ lateWorkingDays: z.number().positive() }),
    z.strictObject({ lateHours: z.number().positive() }),
  ]),
  notify: z.array(z.enum(['responsible', 'lead', 'supervisor', 'leadership'])),
  sends: z.literal(true).optional(),
});

/** What a draft changes: limits by their key, in the unit that they have; ladders by name; the whole calendar. */
export const draftSchema = z.strictObject({
  limits: z.record(z.string(), z.number().positive()).default({}),
  ladders: z.record(z.string(), z.array(level)).default({}),
  /** A calendar's data as it is published; checked when it is loaded. */
  calendar: z.looseObject({ version: z.string() }).optional(),
});

/** Rules that are thought about: changes to whatever a case has pinned. */
export interface Draft {
  readonly limits: Readonly<Record<string, number>>;
  readonly ladders: Readonly<Record<string, Ladder>>;
  readonly calendar?: Calendar;
}

/** A draft that changes what the policy does not have. */
export class UnknownKey extends Error {
  readonly keys: readonly string[];
  constructor(version: string, keys: readonly string[]) {
    super(`draft: ${version} has no limit or ladder ${keys.join(', ')}`);
    this.name = 'UnknownKey';
    this.keys = keys;
  }
}

/** Reads a draft. Throws ZodError, InvalidCalendar. */
export function readDraft(json: unknown): Draft {
  const { limits, ladders, calendar } = draftSchema.parse(json);
  return {
    limits,
    ladders: ladders as Readonly<Record<string, Ladder>>,
    ...(calendar && { calendar: loadCalendar(calendar as unknown as CalendarData) }),
  };
}

/** The rules of a case as the draft would have them. Throws InvalidPolicy, UnknownKey. */
export function draftRules(rules: Rules, draft: Draft): Rules {
  const calendar = draft.calendar ?? rules.calendar;
  const named = { ...rules.policy, version: `${rules.policy.version}-draft` };
  return { type: rules.type, policy: draftPolicy(named, draft, calendar), calendar };
}

/** A policy with the changes of a draft, under its own name. Throws InvalidPolicy, UnknownKey. */
export function draftPolicy(policy: Policy, draft: Draft, calendar: Calendar): Policy {
  expectKnown(policy, draft);
  return loadPolicy({ ...policy, ...draftParts(policy, draft) }, calendar);
}

function expectKnown(policy: Policy, { limits, ladders }: Draft): void {
  const unknown = [
    ...Object.keys(limits).filter((key) => !isLimit(policy, key)),
    ...Object.keys(ladders).filter((name) => !Object.hasOwn(policy.ladders, name)),
  ];
  if (unknown.length > 0) {
    throw new UnknownKey(policy.version, unknown);
  }
}

function isLimit({ rules }: Policy, key: string): boolean {
  const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
  return rule !== undefined && isDeadline(rule);
}

/** Keys of limits that come out differently; undefined when all may, because the calendar is another. Throws UnknownKey. */
export function changedKeys(policy: Policy, draft: Draft): readonly string[] | undefined {
  expectKnown(policy, draft);
  if (draft.calendar) return undefined;
  const drafted = { ...policy, ...draftParts(policy, draft) };
  const changes = new Set(diff(policy, drafted).map(({ key }) => key));
  return Object.entries(policy.rules).flatMap(([key, rule]) =>
    changes.has(key) || (isDeadline(rule) && changes.has(`ladders.${rule.ladder}`)) ? [key] : [],
  );
}

function draftParts(policy: Policy, { limits, ladders }: Draft): Pick<Policy, 'rules' | 'ladders'> {
  const rules = Object.fromEntries(
    Object.entries(policy.rules).map(([key, rule]) => {
      const value = limits[key];
      if (value === undefined || !isDeadline(rule)) return [key, rule];
      const counting = { ...rule.counting, limit: withValue(rule.counting.limit, value) };
      return [key, { ...rule, counting }];
    }),
  );
  return { rules, ladders: { ...policy.ladders, ...ladders } };
}
