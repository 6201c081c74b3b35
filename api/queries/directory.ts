import type { Database } from '../../prisma/client.ts';

export interface UnitRef {
  readonly code: string;
  readonly name: string;
  readonly short: string;
}

/** Names of units and persons for showing; read once a request. */
export interface Directory {
  unit(code: string | undefined | null): UnitRef | null;
  person(id: string): { readonly name: string; readonly unit: string } | undefined;
}

export async function readDirectory(database: Database): Promise<Directory> {
  const [units, persons] = await Promise.all([
    database.unit.findMany({ select: { code: true, name: true, short: true } }),
    database.person.findMany({ select: { id: true, name: true, unit: true } }),
  ]);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const byId = new Map(persons.map((person) => [person.id, person]));
  return {
    unit: (code) => (code ? (byCode.get(code) ?? { code, name: code, short: code }) : null),
    person: (id) => byId.get(id),
  };
}
