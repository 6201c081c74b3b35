import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';

/**
 * One of a list, which must not be empty. By its place: `constantFrom` would compare the whole list with those drawn from
 * before, at every draw.
 */
export function oneFrom<T>(g: GeneratorValue, list: readonly T[]): T {
  if (list.length === 0) throw new Error('nothing to draw from');
  return list[g(fc.integer, { min: 0, max: list.length - 1 })] as T;
}
