import { expect } from '@jest/globals';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import type { CaseUnderTest } from '../../../support/given.ts';
import { moment } from '../../../support/moments.ts';

/** Last instant of the newest round of a clock. */
export const due = (hazard: CaseUnderTest, clock: string): string | undefined => {
  const found = hazard.clock(clock);
  return found && moment(found.statutoryDue);
};

export const runs = (hazard: CaseUnderTest, clock: string): boolean =>
  hazard.state.clocks.some((one) => one.clock === clock && isRunning(one));

export const facts = (hazard: CaseUnderTest): Record<string, unknown> =>
  hazard.state.facts as Record<string, unknown>;

/** Refused with a code, and nothing changed. */
export function expectRefused(
  hazard: CaseUnderTest,
  [command, actor, input]: readonly [string, Parameters<CaseUnderTest['try']>[1], object?],
  code: string,
): void {
  const before = hazard.events.length;
  expect(hazard.try(command, actor, input)?.code).toBe(code);
  expect(hazard.events).toHaveLength(before);
}
