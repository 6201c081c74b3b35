import { describe, expect, test } from '@jest/globals';
import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';
import { z } from 'zod';
import { commandSpec } from '../../../domain/decider.ts';
import type { Actor, CaseType } from '../../../domain/define-case-type.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';
import { type Refusal, refusalText } from '../../../domain/rejection.ts';
import { fieldsWith, unitFields } from '../../../domain/sealing.ts';
import { availableCommands } from '../../../domain/views.ts';
import type { CaseUnderTest } from '../../support/given.ts';
import { longRuns } from '../../support/soak.ts';
import { inputFor, withColleagues } from './inputs.ts';
import { onEveryWalk } from './lawful.ts';
import { peopleOf, UNITS } from './people.ts';
import { walk } from './walk.ts';

/** Days from now at which dates are tried: soon, later, today, before. */
const AHEAD = [7, 30, 0, -3];

/** Complete inputs with each unit that there is in their places: the menu asks whether any would do. */
function withEachUnit(
  type: CaseType,
  command: string,
  inputs: readonly object[],
): readonly object[] {
  const spec = commandSpec(type, command);
  const fields = Object.keys(spec ? unitFields(spec.input) : {});
  return inputs.flatMap((input) => {
    const named = fields.filter((field) => Object.hasOwn(input, field));
    if (named.length === 0) return [input];
    return [...UNITS, 'unit-e'].map((unit) => ({
      ...input,
      ...Object.fromEntries(named.map((field) => [field, unit])),
    }));
  });
}

/** Complete inputs with every colleague of the actor in the place of each. */
function withEachColleague(
  type: CaseType,
  command: string,
  inputs: readonly object[],
  actor: Actor,
): readonly object[] {
  const spec = commandSpec(type, command);
  if (!spec) return inputs;
  const people = peopleOf(type);
  const each = inputs.flatMap((input) => withColleagues(spec.input, input, actor, people));
  return each.length > 0 ? each : inputs;
}

/** Why the first of some inputs is refused; undefined when any is accepted. */
function firstRefusal(
  ticket: CaseUnderTest,
  command: string,
  actor: Actor,
  inputs: readonly object[],
): Refusal | undefined {
  let first: Refusal | undefined;
  for (const input of inputs) {
    const refusal = ticket.wouldRefuse(command, actor, input);
    if (!refusal) return undefined;
    const better = asTold(refusal, input);
    if (better && !ticket.wouldRefuse(command, actor, better)) return undefined;
    first ??= refusal;
  }
  return first;
}

/** An input with the amounts that its refusal says are due. */
function asTold({ code, details }: Refusal, input: object): object | undefined {
  if (code === 'REMOVAL_INCOMPLETE') return { ...input, ...details };
  if (code !== 'SURCHARGE_DIFFERS') return undefined;
  const due = Math.round(Number(details?.['due']) * 100);
  const { surcharge: _other, ...rest } = input as { readonly surcharge?: number };
  return due === 0 ? rest : { ...rest, surcharge: due };
}

/** Complete inputs of a command, with dates at different distances where it has any. */
function completeInputs(
  type: CaseType,
  command: string,
  now: number,
  g: GeneratorValue,
): readonly object[] {
  const spec = commandSpec(type, command);
  if (!spec) return [{}];
  const dated = Object.keys(fieldsWith(spec.input, 'widget', ['date'])).length > 0;
  return (dated ? AHEAD : AHEAD.slice(0, 1))
    .map((ahead) => inputFor(spec.input, g, true, { now, ahead }))
    .flatMap((input) => withEachChoice(spec.input, input));
}

/** An input as it is, and with each other choice of one of its lists. */
function withEachChoice(schema: z.ZodType, input: object): readonly object[] {
  const shape = schema instanceof z.ZodObject ? schema.shape : {};
  const others = Object.entries(shape).flatMap(([name, field]) =>
    field instanceof z.ZodEnum
      ? field.options.slice(1).map((option) => ({ ...input, [name]: option }))
      : [],
  );
  return [input, ...others];
}

const HOLE = /[{}]|undefined|null|“”|NaN/;

/** What the menu says of a command to somebody; nothing of what it does not show. */
const menuSays = ({ who, offer }: Comparison) => ({
  who,
  allowed: offer?.allowed === true,
  ...(offer && { why: offer.refusal }),
});

/** The same, of what became of the attempt. */
const anAttemptSays = ({ who, offer, refusal }: Comparison) => ({
  who,
  allowed: refusal === undefined,
  ...(offer && { why: refusal }),
});

type Comparison = ReturnType<typeof comparisons>[number];

/** Every command with a complete input, by everybody, against the menu. */
function comparisons(
  ticket: CaseUnderTest,
  type: CaseType,
  full: (command: string) => readonly object[],
) {
  return peopleOf(type).flatMap((actor) => {
    const menu = availableCommands(ticket.rules, ticket.state, actor, ticket.now);
    return Object.keys(type.commands).map((command) => {
      const offer = menu.find((one) => one.command === command);
      const every = withEachColleague(type, command, full(command), actor);
      const inputs = withEachUnit(type, command, every);
      const tried = offer?.allowed ? inputs : inputs.slice(0, 3);
      const refusal = firstRefusal(ticket, command, actor, tried);
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
        const { now, state } = ticket;
        if (now < state.openedAt) return;
        const inputs = Object.fromEntries(
          Object.keys(type.commands).map((command) => [
            command,
            completeInputs(type, command, now, g),
          ]),
        );
        const compared = comparisons(ticket, type, (command) => inputs[command] ?? []);
        expect(compared.map(menuSays)).toEqual(compared.map(anAttemptSays));
      }),
      longRuns(25),
    );
  });

  test('offers nothing in a final state, to nobody', () => {
    onEveryWalk(type, ({ ticket }) => {
      if (type.states[ticket.state.stage]?.final !== true) return;
      const full = () => [{}];
      const accepted = comparisons(ticket, type, full).filter(
        ({ offer, refusal }) => offer !== undefined || refusal === undefined,
      );
      expect(accepted).toEqual([]);
    });
  });

  test('refuses in sentences without a hole', () => {
    onEveryWalk(type, ({ refusals }) => {
      for (const refusal of refusals) {
        const sentences = Object.values(refusalText(refusal));
        expect(sentences.filter((sentence) => sentence === '' || HOLE.test(sentence))).toEqual([]);
      }
    });
  });
});
