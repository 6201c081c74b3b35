import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { decide, decideOpening } from '../../../domain/decider.ts';
import {
  type Actor,
  type AnyCommandSpec,
  type CaseType,
  listOf,
} from '../../../domain/define-case-type.ts';
import { officeOf, partOf } from '../../../domain/definition/parts.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';
import type { Refusal } from '../../../domain/rejection.ts';
import { expectComplete, person } from '../../support/given.ts';
import { frozen } from '../../support/frozen.ts';
import { inputFor } from './inputs.ts';
import { UNITS } from './people.ts';
import { walk } from './walk.ts';

const UNIT = UNITS[0];

/** Somebody who may give a command, were the case in the right state. */
function whoMay(type: CaseType, { by }: Pick<AnyCommandSpec, 'by'>): Actor {
  const role = listOf(by)[0] ?? '';
  const at = type.roles[role]?.at ?? 'unit';
  return person('somebody', officeOf(at) ?? UNIT, role);
}

/** The type, with every command's unit holding the case. */
const heldFor = (type: CaseType, spec: AnyCommandSpec): CaseType => {
  const part = partOf(spec, type.roles[listOf(spec.by)[0] ?? '']);
  return { ...type, holders: () => [{ unit: UNIT, part }] };
};

const shapeOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> =>
  schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};

const isRequired = (field: z.ZodType): boolean =>
  !(field instanceof z.ZodOptional || field instanceof z.ZodDefault);

/** What no field of its kind takes: another kind, nothing, too much, less than the least. */
function wrongValues(schema: z.ZodType): readonly unknown[] {
  const field =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
      ? (schema.unwrap() as z.ZodType)
      : schema;
  const kinds: readonly unknown[] = [null, { a: 1 }, Number.NaN];
  if (field instanceof z.ZodNumber) return [...kinds, '1', 1.5, -1_000_000_000_000];
  if (field instanceof z.ZodBoolean) return [...kinds, 'true', 1];
  if (field instanceof z.ZodArray) return [...kinds, 'one', [null]];
  if (field instanceof z.ZodObject) return [null, 'one', {}];
  const strings = ['', '   ', 'x'.repeat(20_000)];
  return [...kinds, 42, [], ...strings, ...(LOOKED_UP.includes(widgetOf(field)) ? [] : ['\u0000'])];
}

/** Codes are looked up when a command is decided: what is none is unknown, whatever it looks like. */
const LOOKED_UP: readonly unknown[] = ['item', 'unit', 'town', 'section', 'colleague', 'order'];

const widgetOf = (field: z.ZodType): unknown => field.meta()?.['widget'];

/** Each single mistake that an input can hold, and the field that it lies in. */
function mistakes(schema: z.ZodType, valid: object): readonly (readonly [string, object])[] {
  return Object.entries(shapeOf(schema)).flatMap(([name, field]) => {
    const { [name]: _value, ...without } = valid as Record<string, unknown>;
    const missing: readonly (readonly [string, object])[] = isRequired(field)
      ? [[name, without]]
      : [];
    return [
      ...missing,
      ...wrongValues(field).map((value) => [name, { ...valid, [name]: value }] as const),
    ];
  });
}

/** The mistake is named with its field, and with the rule that it breaks. */
function expectNamed(refusal: Refusal | undefined, field: string, about: string): void {
  const named = refusal?.field?.startsWith(`input.${field}`) === true;
  expect({ about, code: refusal?.code, named }).toEqual({
    about,
    code: 'INVALID_INPUT',
    named: true,
  });
  if (refusal) expectComplete(refusal);
}

const drawn = fc.sample(fc.gen(), { numRuns: 1, seed: 3 })[0];
if (!drawn) throw new Error('nothing was drawn');

describe.each(CASE_TYPES)('bad input to $id v$version', (type) => {
  const { ticket } = walk(type, drawn, 0);
  const { rules, now } = ticket;
  const state = frozen(ticket.state);
  const commands = Object.entries(type.commands).filter(([, { by }]) => by !== 'system');

  const tried = (name: string, spec: AnyCommandSpec, input: object, stage?: string) => {
    const at = { ...state, stage: stage ?? listOf(spec.from)[0] ?? '' };
    const held = { ...rules, type: heldFor(type, spec) };
    const decision = decide(held, at, { type: name, input, actor: whoMay(type, spec) }, now);
    return decision.ok ? undefined : decision.refusal;
  };

  test.each(commands)('%s names the field of every mistake', (name, spec) => {
    const valid = inputFor(spec.input, drawn, true, { now, unit: UNIT, ahead: 7 });
    for (const [field, input] of mistakes(spec.input, valid)) {
      expectNamed(tried(name, spec, input), field, `${name} ${JSON.stringify(input)}`);
    }
    expect(tried(name, spec, { ...valid, unheardOf: 1 })?.code).toBe('INVALID_INPUT');
    for (const input of [null, [], 'text', 7]) {
      expect(tried(name, spec, input as never)?.code).toBe('INVALID_INPUT');
    }
  });

  test.each(commands)(
    '%s is refused in every other state, and to every other role',
    (name, spec) => {
      const valid = inputFor(spec.input, drawn, true, { now, unit: UNIT, ahead: 7 });
      const others = Object.keys(type.states).filter((one) => !listOf(spec.from).includes(one));
      for (const stage of others) {
        expect([stage, tried(name, spec, valid, stage)?.code]).toEqual([stage, 'WRONG_STATE']);
      }
      const actor = person('nobody', UNIT, 'gardener');
      const decision = decide(rules, state, { type: name, input: valid, actor }, now);
      expect(decision).toMatchObject({ ok: false, refusal: { code: 'FORBIDDEN_ROLE' } });
    },
  );

  const dated = commands.filter(([, { happenedAt }]) => happenedAt !== undefined);
  test('nothing happened before the case began, or later than now', () => {
    const begun = type.summary(state.facts as never).receivedAt;
    for (const [name, spec] of dated) {
      const field = spec.happenedAt ?? '';
      const valid = inputFor(spec.input, drawn, true, { now, unit: UNIT, ahead: 7 });
      for (const at of [begun - 1, now + 1]) {
        expectNamed(tried(name, spec, { ...valid, [field]: at }), field, `${name} at ${at - now}`);
      }
    }
  });

  test('the opening names the field of every mistake', () => {
    const valid = inputFor(type.opens.input, drawn, true, { now, unit: UNIT, ahead: 7 });
    const actor = whoMay(type, type.opens);
    for (const [field, input] of mistakes(type.opens.input, valid)) {
      const decision = decideOpening(type, { actor, input }, now);
      const refusal = decision.ok ? undefined : decision.refusal;
      expectNamed(refusal, field, `opening ${JSON.stringify(input)}`);
    }
  });
});
