import { loadCalendar } from '../../domain/calendar/load-calendar.ts';
import type { CalendarData } from '../../domain/calendar/notice.ts';
import { loadPolicy } from '../../domain/policy/load-policy.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import {
  calendarOfVersion,
  newestCalendar,
  policyOfVersion,
  publishCalendar,
  publishPolicy,
  RELEASED,
  UnknownRules,
} from '../../domain/registry.ts';
import { type Pool, query } from '../database.ts';

/**
 * Makes every approved policy and calendar known to this process, in the order of their approval. Returns how many were
 * new. Policies rest on the newest calendar.
 */
export async function learnRules(pool: Pool): Promise<number> {
  const calendars = await unknown<CalendarData>(pool, 'calendar_version', RELEASED.calendars);
  for (const data of calendars) {
    // Two looks at the same time find the same version.
    if (!calendarOfVersion(data.version)) publishCalendar(loadCalendar(data));
  }
  const policies = await unknown<Policy>(pool, 'policy_version', RELEASED.policies);
  for (const policy of policies) {
    if (!policyOfVersion(policy.version)) publishPolicy(loadPolicy(policy, newestCalendar()));
  }
  return calendars.length + policies.length;
}

async function unknown<T>(
  pool: Pool,
  table: 'policy_version' | 'calendar_version',
  known: readonly { readonly version: string }[],
): Promise<readonly T[]> {
  const rows = await query<{ data: T }>(
    pool,
    `SELECT data FROM ${table} WHERE approved_at IS NOT NULL AND version <> ALL($1::text[]) ORDER BY approved_at`,
    [known.map(({ version }) => version)],
  );
  return rows.map(({ data }) => data);
}

/** Runs work that may meet rules which were published since this process looked last; then it looks, and runs it again. */
export async function withKnownRules<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnknownRules)) throw error;
    // Another look may have learned them meanwhile, so it is tried again whatever this one finds.
    await learnRules(pool);
    return work();
  }
}
