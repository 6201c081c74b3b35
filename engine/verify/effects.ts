import {
  type CaseEvent,
  type CaseState,
  LEVEL_REACHED,
  type LevelData,
  RULES_CHANGED,
} from '../../domain/case-state.ts';
import { commandOfEvent, evolve } from '../../domain/evolve.ts';
import { rulesOf } from '../../domain/registry.ts';
import { levelSpecOf } from '../../domain/timekeeping.ts';
import { type Finding, rowDifferences } from './finding.ts';
import type { StoredCase } from './stored.ts';

/** Levels are told to exactly those whom their events name; what leaves the house stands in the outbox once. */
export function effectFindings(stored: StoredCase): readonly Finding[] {
  const { id: caseId, outbox, notices } = stored;
  const found: Finding[] = [];
  const sent: { id: string }[] = [];
  let state: CaseState | undefined;
  for (const { event } of stored.events) {
    const told = notices.filter(({ version }) => version === event.version);
    if (state && event.type === LEVEL_REACHED) {
      found.push(...rowDifferences(caseId, 'notices', levelNotices(event), told.map(toRow)));
    }
    if (state && sends(state, event, told.length)) sent.push({ id: effectId(event) });
    state = evolve(state, event);
  }
  return [
    ...found,
    ...rowDifferences(
      caseId,
      'outbox',
      sent,
      outbox.map(({ id }) => ({ id })),
    ),
  ];
}

const toRow = ({ person }: { readonly person: string }) => ({ person });

const levelNotices = ({ data }: CaseEvent): readonly object[] =>
  ((data as LevelData).targets ?? []).map((person) => ({ person }));

/** A level leaves the house even when nobody here could be told; a step does when it was told to somebody. */
function sends(state: CaseState, event: CaseEvent, told: number): boolean {
  const rules = rulesOf(state.rules);
  if (event.type === RULES_CHANGED) return false;
  if (event.type !== LEVEL_REACHED) {
    return told > 0 && commandOfEvent(rules.type, event.type).sends === true;
  }
  const { clock, round, level } = event.data as LevelData;
  const run = state.clocks.find((one) => one.clock === clock && one.round === round);
  return run !== undefined && levelSpecOf(rules, { level, clock: run }).sends === true;
}

const effectId = ({ caseId, version }: CaseEvent): string => `${caseId}:${version}:1`;
