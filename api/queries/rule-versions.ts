import { type Pool, query } from '../../engine/database.ts';

/** A version of the rules with who proposed and who approved it; those of a release have neither. */
export interface VersionRow {
  readonly kind: 'policy' | 'calendar';
  readonly version: string;
  readonly effective_from: string | null;
  readonly basis: string | null;
  readonly proposed_by: string | null;
  readonly proposed_at: Date | null;
  readonly approved_by: string | null;
  readonly approved_at: Date | null;
  /** Cases that have it pinned and have not ended. */
  readonly open_cases: number;
}

const columns = 'basis, proposed_by, proposed_at, approved_by, approved_at';

/** Every version, the newest first. */
export const readVersions = (pool: Pool): Promise<VersionRow[]> =>
  query<VersionRow>(
    pool,
    `SELECT 'policy' AS kind, version, effective_from::text, ${columns},
        (SELECT count(*)::int FROM case_row r WHERE r.policy_version = v.version AND NOT r.ended) AS open_cases FROM policy_version v
      UNION ALL
     SELECT 'calendar', version, NULL, ${columns},
        (SELECT count(*)::int FROM case_row r WHERE r.calendar_version = v.version AND NOT r.ended) FROM calendar_version v
      ORDER BY proposed_at DESC NULLS LAST, kind, version`,
  );
