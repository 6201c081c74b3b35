import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coalesce, type Telling } from '../../domain/telling.ts';

const telling = fc.record({
  caseId: fc.constant('c'),
  type: fc.constant('hotline-ticket'),
  number: fc.constant('n'),
  version: fc.integer({ min: 1, max: 9 }),
  events: fc.array(fc.constantFrom('TicketReceived', 'TicketDispatched'), { maxLength: 3 }),
  stage: fc.constantFrom('pendingDispatch', 'pendingAck'),
  wakeAt: fc.option(fc.integer({ min: 0 })),
  ended: fc.boolean(),
  effects: fc.array(fc.constantFrom('c:1:1', 'c:2:1', 'c:3:1'), { maxLength: 3 }),
});

describe('coalescing tellings', () => {
  test('in any order: the newest state wins and no effect is lost', () => {
    fc.assert(
      fc.property(fc.array(telling, { minLength: 1, maxLength: 6 }), (tellings) => {
        const one = tellings.reduce<Telling | undefined>(
          (known, next) => (known ? coalesce(known, next) : next),
          undefined,
        );
        const newest = Math.max(...tellings.map(({ version }) => version));
        expect(one?.version).toBe(newest);
        const last = tellings.filter(({ version }) => version === newest);
        expect(last.map(({ wakeAt }) => wakeAt)).toContain(one?.wakeAt);
        expect(new Set(one?.effects)).toEqual(new Set(tellings.flatMap(({ effects }) => effects)));
      }),
    );
  });

  test('stays small however many events are told', () => {
    const base = {
      caseId: 'c',
      type: 't',
      number: 'n',
      stage: 's',
      wakeAt: null,
      ended: false,
      effects: [],
    };
    let known: Telling = { ...base, version: 1, events: ['E1'] };
    for (let version = 2; version <= 500; version += 1) {
      known = coalesce(known, { ...base, version, events: [`E${version}`] });
    }
    expect(known.events).toHaveLength(20);
    expect(known.events.at(-1)).toBe('E500');
  });
});
