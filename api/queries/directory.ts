import type { Database } from '../../prisma/client.ts';
import { UUID } from './uuid.ts';

export interface UnitRef {
  readonly code: string;
  readonly name: string;
  readonly short: string;
}

/** Names of units and persons for showing; read once a request. */
export interface Directory {
  unit(code: string | undefined | null): UnitRef | null;
  person(id: string): { readonly name: string } | undefined;
}

/** All units, and the persons that will be asked for. */
export async function readDirectory(
  database: Database,
  persons: readonly string[] = [],
): Promise<Directory> {
  const ids = [...new Set(persons)].filter((id) => UUID.test(id));
  const [units, people] = await Promise.all([
    database.unit.findMany({ select: { code: true, name: true, short: true } }),
    ids.length > 0
      ? database.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
      : [],
  ]);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    unit: (code) => (code ? (byCode.get(code) ?? { code, name: code, short: code }) : null),
    person: (id) => byId.get(id),
  };
}
