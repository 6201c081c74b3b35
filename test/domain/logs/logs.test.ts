import { describe, expect, test } from '@jest/globals';
import { fold } from '../../../domain/evolve.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';
import { keptLogs, ledgersOf } from './kept.ts';
import { recordLogs } from './record.ts';

/** `npm run histories:record` sets it: logs of every type are written anew before they are read. */
if (process.env['RECORD']) for (const type of CASE_TYPES) recordLogs(type);

const kept = keptLogs();

describe('a log that was kept', () => {
  test.each(kept)('$name folds to the state that it has come to', ({ log }) => {
    expect(JSON.parse(JSON.stringify(fold(log.events)))).toEqual(log.state);
  });

  test.each(kept)('$name explains its clocks in the same words', ({ log }) => {
    expect(ledgersOf(fold(log.events))).toEqual(log.ledgers);
  });

  test('is there of every type and version, telling of most of what can happen', () => {
    for (const type of CASE_TYPES) {
      const logs = kept.filter(({ log }) => log.type === type.id && log.version === type.version);
      const told = new Set(logs.flatMap(({ log }) => log.events.map((event) => event.type)));
      const events = Object.values(type.commands).map(({ event }) => event);
      const share = events.filter((event) => told.has(event)).length / events.length;
      expect({ type: type.id, enough: share >= 0.5 }).toEqual({ type: type.id, enough: true });
    }
  });
});
