import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';
import { z } from 'zod';
import { civilDate, dayNumber, dayOf, HOUR, type Instant } from '../../../domain/calendar/civil.ts';
import type { Actor } from '../../../domain/define-case-type.ts';
import { colleagueFields } from '../../../domain/sealing.ts';
import { at } from '../../support/moments.ts';
import { integer, oneFrom } from './draw.ts';
import { UNITS } from './people.ts';

/** A word that people type: whatever of it turns up in an event was not sealed. */
export const PRIVATE = '私语';

/** Strings that some field takes; a field that refuses them all needs another candidate here. */
const STRINGS = [PRIVATE, '13900000000', '91310118MA1JL00X00'];

/** What an input is drawn for: when, in whose unit, and how far ahead its dates lie. */
export interface Drawn {
  readonly now?: Instant;
  readonly unit?: string;
  /** Days from now to every date; drawn when left out. */
  readonly ahead?: number;
  /** Numbers of documents that fields may name. */
  readonly documents?: readonly string[];
  /** Numbers of cases that are tied to this one. */
  readonly cases?: readonly string[];
}

interface Draw extends Drawn {
  readonly g: GeneratorValue;
  /** Every optional field, and the first of each choice. */
  readonly full: boolean;
  /** The place in a list. */
  readonly index?: number;
}

/** Draws a valid input from a schema; `full` gives every optional field and the first of each choice. */
export const inputFor = (
  schema: z.ZodType,
  g: GeneratorValue,
  full: boolean,
  about: Drawn = {},
): object => objectFor(schema, { ...about, g, full });

function objectFor(schema: z.ZodType, draw: Draw): object {
  const shape = schema instanceof z.ZodObject ? schema.shape : {};
  const fields = Object.entries(shape).flatMap(([name, field]): [string, unknown][] => {
    const value = isLeftOut(field as z.ZodType, draw)
      ? undefined
      : valueFor(field as z.ZodType, draw);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(fields);
}

/** Optional fields come now and then; an instant that is optional means now, and so it is left to its default without one. */
function isLeftOut(field: z.ZodType, { g, full, now }: Draw): boolean {
  if (!(field instanceof z.ZodOptional || field instanceof z.ZodDefault)) return false;
  if (widgetOf(field) === 'instant' && (full || now === undefined)) return true;
  return !full && g(fc.boolean);
}

/** People of the actor's unit in the fields that name a colleague: each possible choice. */
export function withColleagues(
  schema: z.ZodType,
  input: object,
  actor: Actor,
  people: readonly Actor[],
): readonly object[] {
  const shape = schema instanceof z.ZodObject ? schema.shape : {};
  return Object.keys(colleagueFields(schema))
    .filter((name) => Object.hasOwn(input, name))
    .reduce<readonly object[]>(
      (inputs, name) => {
        const role = String(metaOf(inside(shape[name] as z.ZodType))['role']);
        const fitting = people.filter(
          ({ unit, roles }) => unit === actor.unit && roles.includes(role),
        );
        return inputs.flatMap((one) => fitting.map(({ id }) => ({ ...one, [name]: id })));
      },
      [input],
    );
}

const metaOf = (schema: z.ZodType): Readonly<Record<string, unknown>> => schema.meta() ?? {};

const widgetOf = (schema: z.ZodType): unknown =>
  metaOf(schema)['widget'] ??
  (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? widgetOf(schema.unwrap() as z.ZodType)
    : undefined);

function valueFor(schema: z.ZodType, draw: Draw): unknown {
  const { g, full } = draw;
  const widget = widgetOf(schema);
  if (typeof widget === 'string' && Object.hasOwn(WIDGETS, widget)) {
    return WIDGETS[widget]?.(draw, inside(schema));
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return valueFor(schema.unwrap() as z.ZodType, draw);
  }
  if (schema instanceof z.ZodObject) return objectFor(schema, draw);
  if (schema instanceof z.ZodArray) return listFor(schema, draw);
  if (schema instanceof z.ZodBoolean) return full ? false : g(fc.boolean);
  if (schema instanceof z.ZodLiteral) return schema.value;
  if (schema instanceof z.ZodEnum) {
    return full ? schema.options[0] : oneFrom(g, schema.options);
  }
  if (schema instanceof z.ZodNumber) return numberFor(schema, draw);
  const fitting = STRINGS.find((text) => schema.safeParse(text).success);
  if (fitting === undefined) throw new Error(`no candidate for ${JSON.stringify(schema.meta())}`);
  return fitting;
}

const inside = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? inside(schema.unwrap() as z.ZodType)
    : schema;

/** The least number that a field takes, and up to thirteen more. */
function numberFor(schema: z.ZodType, { g, full }: Draw): number {
  const least = leastOf(schema);
  const most = Math.min((schema as z.ZodNumber).maxValue ?? Infinity, least + 13);
  return full ? least : integer(g, least, most);
}

const leastOf = (schema: z.ZodType): number => {
  const { minValue } = schema as z.ZodNumber;
  return minValue === null || minValue <= Number.MIN_SAFE_INTEGER ? 1 : minValue;
};

/** As few as a list takes, but one, or one more. */
function listFor(schema: z.ZodArray, draw: Draw): unknown {
  const { minimum = 0, maximum = Infinity } = schema._zod.bag as Record<string, number>;
  const fewest = Math.min(Math.max(minimum, 1), maximum);
  const length = draw.full ? fewest : integer(draw.g, fewest, Math.min(fewest + 1, maximum));
  return Array.from({ length }, (_, index) =>
    valueFor(schema.element as z.ZodType, { ...draw, index }),
  );
}

/** No number is given twice: the next one that is free. */
const freeNumber = (n: number, taken: readonly string[]): string => {
  const number = `青测〔2026〕${n}号`;
  return taken.includes(number) ? freeNumber(n + 1, taken) : number;
};

/** The first date that fields take. */
const FIRST_DATE = dayNumber('2024-01-01');

/** Codes of things, all alike likely: hardly any comes twice. */
const anyCode = () => fc.noBias(fc.integer({ min: 1, max: 999_999_999 }));

const anyUnit = ({ g }: Draw): string => oneFrom(g, UNITS);

/** Amounts on both sides of the limits from which rules differ. */
const AMOUNTS = [100, 10_000, 500_000, 1_000_000, 10_000_000, 100_000_000];

/** What fields that are more than their type take. */
const WIDGETS: Readonly<Record<string, (draw: Draw, schema: z.ZodType) => unknown>> = {
  unit: anyUnit,
  town: anyUnit,
  section: anyUnit,
  instant: ({ g, full, now = at('2026-11-23 09:00') }) =>
    full ? now : now - integer(g, 0, 4) * HOUR,
  date: ({ g, now = at('2026-11-23 09:00'), ahead }) =>
    civilDate(Math.max(FIRST_DATE, dayOf(now) + (ahead ?? integer(g, -2, 45)))),
  colleague: ({ g, unit = UNITS[0], index }, schema) => {
    const number = index === undefined ? integer(g, 1, 2) : index + 1;
    return `${String(metaOf(schema)['role'])}-${unit}-${number}`;
  },
  object: ({ g }) => `OBJ-${integer(g, 1, 999_999)}`,
  case: ({ g, cases = [] }) => oneFrom(g, ['CASE2026-000001', ...cases]),
  thing: ({ g }) => `ZP-${g(anyCode)}`,
  partName: ({ g }) => g(fc.constantFrom, '北立面三层', '主立面招牌'),
  documentNumber: ({ g, documents = [] }) => freeNumber(integer(g, 1, 999_999), documents),
  order: ({ g, full, documents = [] }) =>
    full || documents.length === 0 ? undefined : oneFrom(g, documents),
  fen: ({ g, full }, schema) => {
    const amounts = [leastOf(schema), ...AMOUNTS].filter((one) => schema.safeParse(one).success);
    return full ? amounts[0] : oneFrom(g, amounts);
  },
  /** Left out, the oldest thing is meant. */
  item: () => undefined,
  event: ({ g }, schema) =>
    g(fc.constantFrom, 'SomethingHappened', ...((metaOf(schema)['events'] as string[]) ?? [])),
};
