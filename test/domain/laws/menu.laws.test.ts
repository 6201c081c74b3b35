import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commandSpec } from '../../../domain/decider.ts';
import type { CaseType } from '../../../domain/define-case-type.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';
import { refusalText } from '../../../domain/rejection.ts';
import { unitFields } from '../../../domain/sealing.ts';
import { availableCommands } from '../../../domain/views.ts';
import type { CaseUnderTest } from '../../support/given.ts';
import { longRuns } from '../../support/soak.ts';
import { inputFor } from './inputs.ts';
import { onEveryWalk } from './lawful.ts';
import { peopleOf, UNITS } from './people.ts';
import { walk } from './walk.ts';

/** An input with every unit that there is in its place: the menu asks whether any would do. */
function withEachUnit(type: CaseType, command: string, input: object): readonly object[] {
  const spec = commandSpec(type, command);
  const fields = Object.keys(spec ? unitFields(spec.input) : {});
  const named = fields.filter((field) => Object.hasOwn(input, field));
  if (named.length === 0) return [input];
  return [...UNITS, 'unit-c'].map((unit) => ({
    ...input,
    ...Object.fromEntries(named.map((field) => [field, unit])),
  }));
}

/** Every command with a complete input, by everybody, against the menu. */
function comparisons(ticket: CaseUnderTest, type: CaseType, full: (command: string) => object) {
  return peopleOf(type).flatMap((actor) => {
    const menu = availableCommands(ticket.rules, ticket.state, actor, ticket.now);
    return Object.keys(type.commands).map((command) => {
      const offer = menu.find((one) => one.command === command);
      const refusals = withEachUnit(type, command, full(command)).map((input) =>
        ticket.wouldRefuse(command, actor, input),
      );
      const refusal = refusals.includes(undefined) ? undefined : refusals[0];
      const who = `${command} by ${actor.id} in ${ticket.state.stage}`;
      return { who, offer, refusal };
    });
  });
}

describe.each(CASE_TYPES)('the menu of $id v$version', (type) => {
  test('allows exactly what a valid input would be accepted for, and says why not alike', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const { ticket } = walk(type, g);
        const inputs = Object.fromEntries(
          Object.keys(type.commands).map((command) => {
            const spec = commandSpec(type, command);
            return [command, spec ? inputFor(spec.input, g, true) : {}];
          }),
        );
        for (const { who, offer, refusal } of comparisons(ticket, type, (c) => inputs[c] ?? {})) {
          const allowed = offer?.allowed === true;
          expect({ who, allowed }).toEqual({ who, allowed: refusal === undefined });
          if (offer) expect({ who, why: offer.refusal }).toEqual({ who, why: refusal });
        }
      }),
      longRuns(40),
    );
  });

  test('offers nothing in a final state, to nobody', () => {
    onEveryWalk(type, ({ ticket }) => {
      if (type.states[ticket.state.stage]?.final !== true) return;
      const full = () => ({});
      const accepted = comparisons(ticket, type, full).filter(
        ({ offer, refusal }) => offer !== undefined || refusal === undefined,
      );
      expect(accepted).toEqual([]);
    });
  });

  test('refuses in sentences without a hole', () => {
    onEveryWalk(type, ({ refusals }) => {
      for (const refusal of refusals) {
        for (const sentence of Object.values(refusalText(refusal))) {
          expect(sentence).not.toMatch(/[{}]|undefined|null|“”|NaN/);
          expect(sentence).not.toBe('');
        }
      }
    });
  });
});
