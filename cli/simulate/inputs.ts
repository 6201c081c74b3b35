import { z } from 'zod';
import { civilDate, dayNumber, dayOf, HOUR, type Instant } from '../../domain/calendar/civil.ts';
import { sealedFields } from '../../domain/sealing.ts';
import { personId, UNITS } from './people.ts';
import type { Random } from './random.ts';

/** What people type: whatever of it turns up in an event was not sealed. */
export const PRIVATE = '私语';

/** Strings that some field takes; a field that refuses them all needs another candidate here. */
const STRINGS = [PRIVATE, '13900000000', '91310118MA1JL00X00'];

/** What an input is drawn for: when, in whose unit, and which documents and cases it may name. */
export interface Draw {
  readonly random: Random;
  readonly now: Instant;
  readonly unit: string;
  readonly documents: readonly string[];
  readonly cases: readonly string[];
}

/** Draws one value; undefined leaves it out. `index` is its place in a list. */
type Recipe = (draw: Draw, index?: number) => unknown;

const RECIPES = new WeakMap<z.ZodType, Recipe>();

/** A schema is read once; what is drawn from it is drawn often. */
function recipeOf(schema: z.ZodType): Recipe {
  const known = RECIPES.get(schema);
  if (known) return known;
  const recipe = newRecipe(schema);
  RECIPES.set(schema, recipe);
  return recipe;
}

/** An input that the schema takes, with some of its optional fields. */
export const inputFor = (schema: z.ZodType, draw: Draw): Record<string, unknown> =>
  recipeOf(schema)(draw) as Record<string, unknown>;

/** A value for one field, as for one that was sealed and is passed on. */
export function fieldFor(schema: z.ZodType, name: string, draw: Draw): unknown {
  const field = schema instanceof z.ZodObject ? (schema.shape[name] as z.ZodType) : undefined;
  return field && recipeOf(inside(field))(draw);
}

/** Stands in for the engine's sealing: texts and identities become references. */
export function seal(schema: z.ZodType, input: object): object {
  const fields = sealedFields(schema);
  return Object.fromEntries(
    Object.entries(input).map(([name, value]: [string, unknown]) =>
      fields[name] ? [name, { sealed: `text-${name}`, digest: '…' }] : [name, value],
    ),
  );
}

const metaOf = (schema: z.ZodType): Readonly<Record<string, unknown>> => schema.meta() ?? {};

const isOptional = (schema: z.ZodType): schema is z.ZodOptional | z.ZodDefault =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;

const inside = (schema: z.ZodType): z.ZodType =>
  isOptional(schema) ? inside(schema.unwrap() as z.ZodType) : schema;

function newRecipe(schema: z.ZodType): Recipe {
  const inner = inside(schema);
  const widget = metaOf(schema)['widget'] ?? metaOf(inner)['widget'];
  const known = typeof widget === 'string' ? WIDGETS[widget]?.(inner) : undefined;
  const value = known ?? plainRecipe(inner);
  if (!isOptional(schema)) return value;
  return (draw, index) => (draw.random.oneIn(2) ? undefined : value(draw, index));
}

function plainRecipe(schema: z.ZodType): Recipe {
  if (schema instanceof z.ZodObject) return objectRecipe(schema);
  if (schema instanceof z.ZodArray) return listRecipe(schema);
  if (schema instanceof z.ZodBoolean) return ({ random }) => random.oneIn(2);
  if (schema instanceof z.ZodLiteral) return () => schema.value;
  if (schema instanceof z.ZodEnum) return ({ random }) => random.one(schema.options);
  if (schema instanceof z.ZodNumber) return numberRecipe(schema);
  const text = STRINGS.find((one) => schema.safeParse(one).success);
  if (text === undefined) throw new Error(`no candidate for ${JSON.stringify(schema.meta())}`);
  return () => text;
}

function objectRecipe({ shape }: z.ZodObject): Recipe {
  const fields = Object.entries(shape).map(
    ([name, field]) => [name, recipeOf(field as z.ZodType)] as const,
  );
  return (draw) => {
    const input: Record<string, unknown> = {};
    for (const [name, recipe] of fields) {
      const value = recipe(draw);
      if (value !== undefined) input[name] = value;
    }
    return input;
  };
}

/** As few as the list takes, but one, or one more. */
function listRecipe(schema: z.ZodArray): Recipe {
  const { minimum = 0, maximum = Infinity } = schema._zod.bag as Record<string, number>;
  const fewest = Math.min(Math.max(minimum, 1), maximum);
  const most = Math.min(fewest + 1, maximum);
  const element = recipeOf(schema.element as z.ZodType);
  return (draw) =>
    Array.from({ length: draw.random.between(fewest, most) }, (_, index) => element(draw, index));
}

const leastOf = ({ minValue }: z.ZodNumber): number =>
  minValue === null || minValue <= Number.MIN_SAFE_INTEGER ? 1 : minValue;

function numberRecipe(schema: z.ZodNumber): Recipe {
  const least = leastOf(schema);
  const most = Math.min(schema.maxValue ?? Infinity, least + 13);
  return ({ random }) => random.between(least, most);
}

/** Amounts on both sides of the limits from which rules differ, in fen. */
const AMOUNTS = [100, 10_000, 500_000, 1_000_000, 10_000_000, 100_000_000];

const FIRST_DATE = dayNumber('2024-01-01');

const always =
  (recipe: Recipe): ((schema: z.ZodType) => Recipe) =>
  () =>
    recipe;

const anyUnit = always(({ random }) => random.one(UNITS));

/** What fields that are more than their type take. */
const WIDGETS: Readonly<Record<string, (schema: z.ZodType) => Recipe>> = {
  unit: anyUnit,
  town: anyUnit,
  section: anyUnit,
  instant: always(({ random, now }) => now - random.between(0, 4) * HOUR),
  date: always(({ random, now }) =>
    civilDate(Math.max(FIRST_DATE, dayOf(now) + random.between(-2, 45))),
  ),
  colleague: (schema) => {
    const role = String(metaOf(schema)['role']);
    return ({ random, unit }, index) =>
      personId(role, unit, index === undefined ? random.between(1, 2) : index + 1);
  },
  object: always(({ random }) => `OBJ-${random.between(1, 999_999)}`),
  case: always(({ random, cases }) => random.one(['CASE2026-000001', ...cases])),
  thing: always(({ random }) => `ZP-${random.between(1, 999_999_999)}`),
  partName: always(({ random }) => random.one(['北立面三层', '主立面招牌'])),
  documentNumber: always(({ random }) => `青测〔2026〕${random.between(1, 999_999)}号`),
  order: always(({ random, documents }) =>
    documents.length === 0 ? undefined : random.one(documents),
  ),
  fen: (schema) => {
    const amounts = [leastOf(schema as z.ZodNumber), ...AMOUNTS];
    const fitting = amounts.filter((one) => schema.safeParse(one).success);
    return ({ random }) => random.one(fitting);
  },
  /** Left out, the oldest thing is meant. */
  item: always(() => undefined),
  event: (schema) => {
    const events = ['SomethingHappened', ...((metaOf(schema)['events'] as string[]) ?? [])];
    return ({ random }) => random.one(events);
  },
};
