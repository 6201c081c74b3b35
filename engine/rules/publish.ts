import type { CalendarData } from '../../domain/calendar/notice.ts';
import { loadCalendar } from '../../domain/calendar/load-calendar.ts';
import { civilDate, type CivilDate, dayOf } from '../../domain/calendar/civil.ts';
import { loadPolicy } from '../../domain/policy/load-policy.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { calendarOfVersion, newestCalendar, policyOfVersion } from '../../domain/registry.ts';
import type { RulesTarget } from '../../domain/rules-change.ts';
import { type Refusal, refuse } from '../../domain/rejection.ts';
import { query } from '../database.ts';
import type { Engine } from '../engine.ts';
import { learnRules } from './known.ts';

/** A version of the rules that waits for a second person, or has one. */
export interface Proposal {
  readonly basis: string;
  readonly person: string;
  /** Epoch ms. */
  readonly now: number;
}

/** Proposes a policy. Nobody is touched by it, neither now nor when it is approved. Throws InvalidPolicy. */
export async function proposePolicy(
  { pool }: Engine,
  policy: Policy,
  { basis, person, now }: Proposal,
): Promise<Refusal | undefined> {
  loadPolicy(policy, newestCalendar());
  const newest = await latestEffect(pool);
  if (policy.effectiveFrom <= civilDate(dayOf(now)) || policy.effectiveFrom <= newest) {
    return refuse('EFFECTIVE_TOO_EARLY', {
      field: 'effectiveFrom',
      details: { effectiveFrom: policy.effectiveFrom, newest },
    });
  }
  const stored = await query(
    pool,
    `INSERT INTO policy_version (version, effective_from, data, basis, proposed_by, proposed_at)
     VALUES ($1, $2::date, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1`,
    [policy.version, policy.effectiveFrom, JSON.stringify(policy), basis, person, new Date(now)],
  );
  return stored.length === 0 ? versionTaken(policy.version) : undefined;
}

/** The day from which the latest of all policies holds, those that wait included. */
async function latestEffect(pool: Engine['pool']): Promise<CivilDate> {
  const [row] = await query<{ newest: string }>(
    pool,
    `SELECT max(effective_from)::text AS newest FROM policy_version`,
  );
  return row?.newest ?? '';
}

/** Proposes a calendar: a new holiday notice. Throws InvalidCalendar. */
export async function proposeCalendar(
  { pool }: Engine,
  data: CalendarData,
  { basis, person, now }: Proposal,
): Promise<Refusal | undefined> {
  loadCalendar(data);
  const stored = await query(
    pool,
    `INSERT INTO calendar_version (version, data, basis, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`,
    [data.version, JSON.stringify(data), basis, person, new Date(now)],
  );
  return stored.length === 0 ? versionTaken(data.version) : undefined;
}

const versionTaken = (version: string): Refusal =>
  refuse('VERSION_TAKEN', { field: 'version', details: { version } });

/** A second person approves a version; then every process knows it. Approving it again changes nothing. */
export async function approveVersion(
  { pool }: Engine,
  { kind, version }: RulesTarget,
  { person, now }: Pick<Proposal, 'person' | 'now'>,
): Promise<Refusal | undefined> {
  const table = kind === 'policy' ? 'policy_version' : 'calendar_version';
  const [found] = await query<{ proposed_by: string | null }>(
    pool,
    `SELECT proposed_by FROM ${table} WHERE version = $1`,
    [version],
  );
  if (!found?.proposed_by) return refuse('NO_SUCH_VERSION', { details: { version } });
  if (found.proposed_by === person) return refuse('PROPOSER_APPROVES');
  await query(
    pool,
    `UPDATE ${table} SET approved_by = $2, approved_at = $3 WHERE version = $1 AND approved_at IS NULL`,
    [version, person, new Date(now)],
  );
  await learnRules(pool);
  return undefined;
}

/** Whether a version is published, as far as this process knows. */
export const isPublished = ({ kind, version }: RulesTarget): boolean =>
  (kind === 'policy' ? policyOfVersion(version) : calendarOfVersion(version)) !== undefined;
