import { describe, expect, test } from '@jest/globals';
import { readArguments } from '../../../cli/simulate/arguments.ts';
import { at } from '../../support/moments.ts';

describe('what simulate is asked', () => {
  test('is 100,000 cases of 2026 with a seed of its own, unless told otherwise', () => {
    const [one, other] = [readArguments([]), readArguments([])];
    const year = { from: at('2026-01-01'), to: at('2027-01-01') };
    expect(one).toMatchObject({ does: 'live', cases: 100_000, year });
    expect(one).not.toEqual(other);
  });

  test('names a life by its number or by one of its cases', () => {
    for (const named of ['12', '12.2']) {
      expect(readArguments(['--seed', '3', '--case', named])).toMatchObject({ seed: 3, only: 12 });
    }
  });

  test.each([
    [['--seed', '-1'], '--seed'],
    [['--seed', 'x'], '--seed'],
    [['--cases', '0'], '--cases'],
    [['--cases', '1.5'], '--cases'],
    [['--year', '2023'], '--year'],
    [['--case', 'first'], '--case'],
    [['--what'], '--what'],
  ])('%j is refused with the name of what is wrong', (args, name) => {
    expect(readArguments(args)).toMatchObject({
      does: 'refuse',
      message: expect.stringContaining(name),
    });
  });
});
