import type { CaseEvent, CaseState } from '../../domain/case-state.ts';
import type { CaseType } from '../../domain/define-case-type.ts';
import type { CaseDocument } from '../../domain/definition/documents.ts';
import type { KnownLink } from '../../domain/definition/links.ts';
import { evolve, fold } from '../../domain/evolve.ts';
import { rulesOf } from '../../domain/registry.ts';
import { caseRowOf } from '../project.ts';
import { comparable, type Finding, rowDifferences } from './finding.ts';
import type { StoredCase } from './stored.ts';

/** State, columns, clocks and holders are what folding the log gives. */
export function projectionFindings(stored: StoredCase): readonly Finding[] {
  const { id: caseId, clocks, units, documents, links } = stored;
  const events = stored.events.map(({ event }) => event);
  const state = fold(events);
  const { type } = rulesOf(state.rules);
  return [
    ...columnFindings(stored, state),
    ...rowDifferences(caseId, 'clocks', state.clocks.map(clockRowOf), clocks),
    ...rowDifferences(caseId, 'holders', holdingsOf(type, events), units),
    ...rowDifferences(caseId, 'documents', state.documents.map(documentRowOf), documents),
    ...rowDifferences(caseId, 'links', state.links.filter(goesOut).map(linkRowOf), links),
  ];
}

function columnFindings({ id: caseId, row }: StoredCase, state: CaseState): readonly Finding[] {
  const { state: folded, ...columns } = caseRowOf(rulesOf(state.rules), state);
  const expected: Record<string, unknown> = { ...columns, state: JSON.parse(folded) };
  return Object.keys(expected).flatMap((column): Finding[] => {
    const [wanted, found] = [comparable(expected[column]), comparable(row[column])];
    if (wanted === found) return [];
    const detail =
      column === 'state' ? firstDifference(state, row.state) : `${found}, not ${wanted}`;
    return [{ caseId, rule: 'fold', detail: `case_row.${column} is ${detail}` }];
  });
}

/** A whole state is too long to read twice: the parts that differ will do. */
function firstDifference(folded: object, stored: object): string {
  const [wanted, found] = [Object.entries(folded), Object.fromEntries(Object.entries(stored))];
  const parts = wanted.filter(([key, value]) => comparable(value) !== comparable(found[key]));
  const extra = Object.keys(stored).filter((key) => !Object.hasOwn(folded, key));
  return `different from the log in ${[...parts.map(([key]) => key), ...extra].join(', ')}`;
}

const clockRowOf = (clock: CaseState['clocks'][number]): object => ({
  clock: clock.clock,
  round: clock.round,
  revision: clock.revision,
  limitKey: clock.limitKey,
  startedAt: clock.startedAt,
  nominal: clock.nominal,
  statutoryDue: clock.statutoryDue,
  internalDue: clock.internalDue,
  provisional: clock.provisional,
  pausedAt: clock.pausedAt ?? null,
  endedAt: clock.endedAt ?? null,
  outcome: clock.outcome ?? null,
  subject: clock.subject ?? null,
  object: clock.object ?? null,
});

const documentRowOf = ({ number, kind, issuedAt, servedAt }: CaseDocument): object => ({
  number,
  kind,
  issuedAt,
  servedAt: servedAt ?? null,
});

/** Ties are kept once, by the case from which they go. */
const goesOut = ({ end }: KnownLink): boolean => end === 'to';

const linkRowOf = ({ kind, caseId: toCase, object, at, endedAt }: KnownLink): object => ({
  kind,
  toCase,
  object: object ?? null,
  at,
  endedAt: endedAt ?? null,
});

/** Who held the case from when to when, step by step. */
function holdingsOf(type: CaseType, events: readonly CaseEvent[]): readonly object[] {
  const holdings: { unit: string; part: string; from: number; to: number | null }[] = [];
  let state: CaseState | undefined;
  for (const event of events) {
    state = evolve(state, event);
    const holders = type.holders(state.facts);
    const isHeldBy = (one: { unit: string; part: string }) =>
      holders.some(({ unit, part }) => unit === one.unit && part === one.part);
    const running = holdings.filter(({ to }) => to === null);
    for (const holding of running) if (!isHeldBy(holding)) holding.to = event.at;
    for (const { unit, part } of holders) {
      const known = running.some((one) => one.unit === unit && one.part === part);
      if (!known) holdings.push({ unit, part, from: event.at, to: null });
    }
  }
  return holdings;
}
