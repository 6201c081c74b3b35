import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { CONVERSIONS } from '../../domain/conversions.ts';
import { CASE_TYPES } from '../../domain/registry.ts';

const declared = CASE_TYPES.flatMap(({ id, commands }) =>
  Object.values(commands).flatMap(({ converts }) => (converts ? [`${id} → ${converts.to}`] : [])),
);
const listed = CONVERSIONS.map(({ from, to }) => `${from} → ${to}`);

/** The events that a type takes notice of, as its input lists them. */
function eventsIn(schema: z.ZodType | undefined): readonly string[] {
  const event = schema instanceof z.ZodObject ? (schema.shape['event'] as z.ZodType) : undefined;
  return (event?.meta()?.['events'] as string[] | undefined) ?? [];
}

describe('conversions', () => {
  test('are declared exactly as the matrix lists them', () => {
    expect([...new Set(declared)].toSorted()).toEqual(listed.toSorted());
  });

  test('lead to types that exist', () => {
    const ids = CASE_TYPES.map(({ id }) => id);
    expect(CONVERSIONS.filter(({ to }) => !ids.includes(to))).toEqual([]);
  });

  test('are told of by the events that their sources wait for', () => {
    for (const { id, commands } of CASE_TYPES) {
      const awaited = eventsIn(commands['noteLinked']?.input);
      const known = CASE_TYPES.flatMap((type) =>
        Object.values(type.commands).flatMap(({ event, tells = [] }) =>
          tells.some(({ command }) => command === 'noteLinked') ? [event] : [],
        ),
      );
      expect([id, awaited.filter((event) => !known.includes(event))]).toEqual([id, []]);
    }
  });

  test('can be told of: every source takes notice of what came of it', () => {
    for (const { from, to } of CONVERSIONS) {
      const type = CASE_TYPES.find(({ id }) => id === to);
      const told = Object.values(type?.commands ?? {}).flatMap(({ tells = [] }) =>
        tells.filter(({ link, end }) => link === 'conversion' && end === 'from'),
      );
      const source = CASE_TYPES.find(({ id }) => id === from);
      const known = told.filter(({ command }) => source?.commands[command]?.by === 'system');
      expect({ from, to, told: told.length === 0 || known.length > 0 }).toMatchObject({
        told: true,
      });
    }
  });
});
