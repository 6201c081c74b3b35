import { expect } from '@jest/globals';
import { isRunning } from '../../../domain/clocks/clock.ts';
import type { CaseUnderTest } from '../../support/given.ts';
import { moment } from '../../support/moments.ts';

/** Last instant of the newest round of a clock. */
export const due = (one: CaseUnderTest, clock: string): string | undefined => {
  const found = one.clock(clock);
  return found && moment(found.statutoryDue);
};

export const runs = (one: CaseUnderTest, clock: string): boolean =>
  one.state.clocks.some((one) => one.clock === clock && isRunning(one));

export const facts = (one: CaseUnderTest): Record<string, unknown> =>
  one.state.facts as Record<string, unknown>;

/** Refused with a code, and nothing changed. */
export function expectRefused(
  one: CaseUnderTest,
  [command, actor, input]: readonly [string, Parameters<CaseUnderTest['try']>[1], object?],
  code: string,
): void {
  const before = one.events.length;
  expect(one.try(command, actor, input)?.code).toBe(code);
  expect(one.events).toHaveLength(before);
}
