import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';
import { z } from 'zod';
import { instantFields, unitFields } from '../../../domain/sealing.ts';
import { UNITS } from './people.ts';

/** A word that people type: whatever of it turns up in an event was not sealed. */
export const PRIVATE = '私语';

/** Strings that some field takes; a field that refuses them all needs another candidate here. */
const STRINGS = [PRIVATE, '13900000000'];

/** Draws a valid input from a schema; `full` gives every optional field and the first of each choice. */
export function inputFor(schema: z.ZodType, g: GeneratorValue, full: boolean): object {
  const units = unitFields(schema);
  const instants = instantFields(schema);
  const shape = schema instanceof z.ZodObject ? schema.shape : {};
  const fields = Object.entries(shape).flatMap(([name, field]): [string, unknown][] => {
    const optional = field instanceof z.ZodOptional || field instanceof z.ZodDefault;
    if (instants.includes(name) || (optional && !full && g(fc.boolean))) return [];
    const value = units[name] ? g(fc.constantFrom, ...UNITS) : valueFor(field, g, full);
    return [[name, value]];
  });
  return Object.fromEntries(fields);
}

function valueFor(schema: z.ZodType, g: GeneratorValue, full: boolean): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return valueFor(schema.unwrap() as z.ZodType, g, full);
  }
  if (schema instanceof z.ZodObject) return inputFor(schema, g, full);
  if (schema instanceof z.ZodBoolean) return full ? false : g(fc.boolean);
  if (schema instanceof z.ZodEnum) {
    return full ? schema.options[0] : g(fc.constantFrom, ...schema.options);
  }
  if (schema instanceof z.ZodNumber) return full ? 1 : g(fc.integer, { min: 1, max: 14 });
  const fitting = STRINGS.find((text) => schema.safeParse(text).success);
  if (fitting === undefined) throw new Error(`no candidate for ${JSON.stringify(schema.meta())}`);
  return fitting;
}
