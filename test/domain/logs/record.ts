import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import type { CaseEvent } from '../../../domain/case-state.ts';
import type { CaseType } from '../../../domain/define-case-type.ts';
import { walk } from '../laws/walk.ts';
import type { CaseUnderTest } from '../../support/given.ts';
import { type KeptLog, ledgersOf, LOGS } from './kept.ts';

/** Walks to choose from, and how many logs are kept of a type at the most. */
const WALKS = 300;
const KEPT = 6;

/** Writes logs of a type that together tell of as many kinds of events as random walks come to. */
export function recordLogs(type: CaseType): void {
  mkdirSync(LOGS, { recursive: true });
  const prefix = `${type.id}.v${type.version}.`;
  for (const name of readdirSync(LOGS)) if (name.startsWith(prefix)) rmSync(`${LOGS}/${name}`);
  chosen(type).forEach((ticket, i) => {
    writeFileSync(`${LOGS}/${prefix}${i + 1}.json`, `${JSON.stringify(keptOf(ticket), null, 1)}\n`);
  });
}

/** Greedily: each adds the most events that those before it lack. */
function chosen(type: CaseType): readonly CaseUnderTest[] {
  const walks = fc
    .sample(fc.gen(), { numRuns: WALKS, seed: 20_261_125 })
    .map((g) => walk(type, g).ticket);
  const seen = new Set<string>();
  const found: CaseUnderTest[] = [];
  while (found.length < KEPT) {
    const news = ({ events }: CaseUnderTest): number =>
      new Set(events.map(({ type: name }) => name).filter((name) => !seen.has(name))).size;
    const best = walks.toSorted((a, b) => news(b) - news(a))[0];
    if (!best || news(best) === 0) break;
    for (const { type: name } of best.events) seen.add(name);
    found.push(best);
  }
  return found;
}

function keptOf({ events, state, rules }: CaseUnderTest): KeptLog {
  const { id, version } = rules.type;
  return { type: id, version, events: events as CaseEvent[], state, ledgers: ledgersOf(state) };
}
