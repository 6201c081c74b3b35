import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';

const INTEGERS = new Map<string, () => fc.Arbitrary<number>>();

/**
 * An integer from the least to the most, both included. Each range has a builder of its own: fast-check compares the
 * arguments of one builder with all that it was given before, at every draw.
 */
export function integer(g: GeneratorValue, least: number, most: number): number {
  const range = `${least} ${most}`;
  const builder = INTEGERS.get(range) ?? (() => fc.integer({ min: least, max: most }));
  INTEGERS.set(range, builder);
  return g(builder);
}

/**
 * One of a list, which must not be empty. By its place: `constantFrom` would compare the whole list with those drawn from
 * before, at every draw.
 */
export function oneFrom<T>(g: GeneratorValue, list: readonly T[]): T {
  if (list.length === 0) throw new Error('nothing to draw from');
  return list[integer(g, 0, list.length - 1)] as T;
}
