import { CONVERSION } from '../../domain/decider.ts';
import { GENESIS, chainHash } from '../chain.ts';
import type { Finding } from './finding.ts';
import type { StoredCase } from './stored.ts';

/** Versions 1 to n without a gap, times that never run back, and hashes that chain up to the case's head. */
export function chainFindings({ id: caseId, row, events }: StoredCase): readonly Finding[] {
  const found: Finding[] = [];
  const note = (rule: string, detail: string) => found.push({ caseId, rule, detail });
  let head: Buffer = GENESIS;
  let lastAt = 0;
  events.forEach(({ event, commandId, prevHash, hash }, i) => {
    const { version, at, dueAt } = event;
    if (version !== i + 1) note('gapless', `event ${i + 1} has version ${version}`);
    if (at < lastAt) note('times', `version ${version} was recorded before the one before it`);
    if (dueAt !== undefined && at < dueAt) note('times', `version ${version} before it was due`);
    if (!prevHash.equals(head)) note('chain', `version ${version} does not follow its predecessor`);
    if (!hash.equals(chainHash(prevHash, event, commandId)))
      note('chain', `version ${version} is not what was hashed`);
    head = hash;
    lastAt = at;
  });
  if (row.version > events.length) {
    note('gapless', `the log ends at version ${events.length}, case_row knows ${row.version}`);
    return found;
  }
  if (row.version < events.length) {
    note('head', `case_row is at version ${row.version}, the log at ${events.length}`);
  } else if (!row.head_hash.equals(head)) {
    note('chain', 'head_hash is not the hash of the last event');
  }
  return found;
}

/**
 * Every command points to its own events, every event of a person to its command, and no id was used twice.
 * As a command's id is the primary key per principal, this holds across cases too.
 */
export function commandFindings({ id: caseId, events, commands }: StoredCase): readonly Finding[] {
  const found: Finding[] = [];
  const note = (detail: string) => found.push({ caseId, rule: 'commands', detail });
  const byId = new Map(commands.map((command) => [idOf(command.principal, command.id), command]));
  const seen = new Set<string>();
  for (const { event, commandId } of events) {
    const { version, actor, actorKind } = event;
    const id = idOf(actor, commandId);
    if (seen.has(id)) note(`version ${version} is a second event of command ${commandId}`);
    seen.add(id);
    // A case that another one was converted to is opened by the command of that one.
    if (actorKind !== 'person' || event.role === CONVERSION) continue;
    const command = byId.get(id);
    const covers = command && command.first_version <= version && version <= command.last_version;
    if (!covers) note(`version ${version} has no command ${commandId}`);
  }
  for (const command of commands) {
    for (let version = command.first_version; version <= command.last_version; version += 1) {
      const stored = events[version - 1];
      const same = stored?.commandId === command.id && stored.event.actor === command.principal;
      if (!same) note(`command ${command.id} points to version ${version}, which is not its own`);
    }
  }
  return found;
}

const idOf = (principal: string, id: string): string => JSON.stringify([principal, id]);
