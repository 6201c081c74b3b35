import { isoInstant } from '../../domain/calendar/civil.ts';
import { caseTypeOf } from '../../domain/registry.ts';
import type { Shown } from '../../engine/rules/change-cases.ts';
import type { ChangeLine, ChangeRow } from '../../engine/rules/changes.ts';
import type { Directory } from '../queries/directory.ts';
import type { VersionRow } from '../queries/rule-versions.ts';

const iso = (at: Date | null): string | null => (at === null ? null : isoInstant(at.getTime()));

const nameOf = (directory: Directory, id: string | null): string | null =>
  id === null ? null : (directory.person(id)?.name ?? id);

/** A version of the rules: of a release, proposed, or published. */
export const versionView = (row: VersionRow, directory: Directory) => ({
  kind: row.kind,
  version: row.version,
  effectiveFrom: row.effective_from,
  basis: row.basis,
  status:
    row.proposed_by === null ? 'released' : row.approved_by === null ? 'proposed' : 'published',
  proposedBy: nameOf(directory, row.proposed_by),
  proposedAt: iso(row.proposed_at),
  approvedBy: nameOf(directory, row.approved_by),
  approvedAt: iso(row.approved_at),
  openCases: row.open_cases,
});

/** Where a change stands, and how many of its cases are in which state. */
export const changeView = (row: ChangeRow, directory: Directory) => ({
  id: row.id,
  kind: row.kind,
  version: row.version,
  select: row.selection,
  status: statusOf(row),
  proposedBy: nameOf(directory, row.proposed_by),
  proposedAt: iso(row.proposed_at),
  approvedBy: nameOf(directory, row.approved_by),
  approvedAt: iso(row.approved_at),
  finishedAt: iso(row.finished_at),
  cases: { planned: 0, applied: 0, unchanged: 0, differs: 0, failed: 0, ...row.counts },
  moving: row.moving,
});

function statusOf({ approved_at, paused, finished_at }: ChangeRow) {
  if (approved_at === null) return 'proposed';
  if (finished_at !== null) return 'finished';
  return paused ? 'paused' : 'running';
}

/** A case of a change: each clock that moves, with its old and new dates and levels. */
export const lineView = ({ number, type_id, type_version, state, plan, problem }: ChangeLine) => ({
  number,
  type: type_id,
  state,
  problem,
  clocks: plan.map((one) => clockView({ id: type_id, version: type_version }, one)),
});

const clockView = (
  ref: { id: string; version: number },
  { clock, round, from, to, levels }: Shown,
) => ({
  clock,
  label: caseTypeOf(ref).clocks[clock]?.label ?? clock,
  round,
  from: datesView(from),
  to: datesView(to),
  levels: levels.map(({ level, from: was, to: is, fired }) => ({
    level,
    from: was === undefined ? null : isoInstant(was),
    to: is === undefined ? null : isoInstant(is),
    fired,
  })),
});

const datesView = ({ nominal, statutoryDue, internalDue, provisional }: Shown['from']) => ({
  nominal,
  statutoryDue: isoInstant(statutoryDue),
  internalDue: isoInstant(internalDue),
  provisional,
});
