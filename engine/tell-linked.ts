import type { CaseEvent, CaseState, StepData } from '../domain/case-state.ts';
import { commandSpec } from '../domain/decider.ts';
import { type AnyCommandSpec, listOf } from '../domain/define-case-type.ts';
import {
  type CaseLink,
  type LinkEnd,
  linked,
  type LinkedStep,
  type TellsLinked,
} from '../domain/definition/links.ts';
import { stepEvent, SYSTEM } from '../domain/step-events.ts';
import type { Change } from './change.ts';
import type { Transaction } from './database.ts';
import { lockAll } from './locking.ts';

/** The cases of one transaction, each under its lock. */
export type LockedCases = Map<string, Change>;

/** A step that linked cases are told of: `before` is the case without it. */
interface Told {
  readonly change: Change;
  readonly before: CaseState;
  readonly spec: AnyCommandSpec;
  readonly event: CaseEvent;
}

/** Has linked cases take notice of a step, in the same transaction; what they record may be told on. */
export async function tellLinked(
  tx: Transaction,
  cases: LockedCases,
  told: Told,
  now: number,
): Promise<void> {
  for (const tells of told.spec.tells ?? []) {
    if (tells.when?.(told.change.state.facts as never) === false) continue;
    for (const link of linksTold(told, tells)) await tellOne(tx, cases, told, tells, link, now);
  }
}

/** Ties that hold now, and those that the step undid. */
function linksTold({ change, before }: Told, { link: kind, end }: TellsLinked): CaseLink[] {
  const found = [...linked(before.links, kind, end), ...linked(change.state.links, kind, end)];
  return [...new Map(found.map((link) => [link.caseId, link])).values()];
}

async function tellOne(
  tx: Transaction,
  cases: LockedCases,
  { change, event }: Told,
  { command }: TellsLinked,
  link: CaseLink,
  now: number,
): Promise<void> {
  const other = await lockedCase(tx, cases, link.caseId);
  if (!other) return;
  await other.recordDue(tx, now);
  const { rules, state: before } = other;
  const spec = commandSpec(rules.type, command);
  if (!spec || !listOf(spec.from).includes(before.stage)) return;
  const input: LinkedStep = { number: change.number, event: event.type };
  const step = { command, actor: SYSTEM, role: 'system', input, ...mirrored(change, event, link) };
  const reply = stepEvent(rules, before, step, now);
  await other.record(tx, reply, `${event.caseId}:${event.version}:${command}`);
  await tellLinked(tx, cases, { change: other, before, spec, event: reply }, now);
}

/** What is told of is usually locked with the case; what is not, waits its turn. */
async function lockedCase(
  tx: Transaction,
  cases: LockedCases,
  id: string,
): Promise<Change | undefined> {
  const known = cases.get(id) ?? (await lockAll(tx, [id])).get(id);
  if (known) cases.set(id, known);
  return known;
}

const opposite = (end: LinkEnd): LinkEnd => (end === 'from' ? 'to' : 'from');

/** A tie that the step made or undid, as the other case sees it. */
function mirrored(
  { rules, number }: Change,
  { caseId, data }: CaseEvent,
  link: CaseLink,
): Pick<StepData, 'linked' | 'unlinked'> {
  const { linked: tied = [], unlinked: untied = [] } = data as StepData;
  const same = (one: Pick<CaseLink, 'kind' | 'end' | 'caseId'>): boolean =>
    one.caseId === link.caseId && one.kind === link.kind && one.end === link.end;
  const seen = { kind: link.kind, end: opposite(link.end), caseId };
  return {
    ...(tied.some(same) && { linked: [{ ...seen, number, type: rules.type.id }] }),
    ...(untied.some(same) && { unlinked: [seen] }),
  };
}
