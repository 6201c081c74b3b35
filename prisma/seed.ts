import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { RELEASED } from '../domain/registry.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './client.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people.ts';
import { UNITS } from './organisation.ts';

const json = (value: object): Prisma.InputJsonObject => value as Prisma.InputJsonObject;

/** Organisation, policies and calendars of this release. Can be run again; changes nothing that people changed. */
export async function seed(database: Database): Promise<void> {
  await database.unit.createMany({
    data: UNITS.map((unit, i) => ({ ...unit, order: i + 1 })),
    skipDuplicates: true,
  });
  await database.policyVersion.createMany({
    data: RELEASED.policies.map((policy) => ({
      version: policy.version,
      effectiveFrom: new Date(policy.effectiveFrom),
      data: json(policy),
    })),
    skipDuplicates: true,
  });
  await database.calendarVersion.createMany({
    data: RELEASED.calendars.map((calendar) => ({
      version: calendar.version,
      data: json(calendar.data),
    })),
    skipDuplicates: true,
  });
}

/** Made-up people with a known password: never in production. */
export async function seedDemoPeople(database: Database): Promise<void> {
  const known = new Set(
    (await database.person.findMany({ select: { account: true } })).map(({ account }) => account),
  );
  const missing = DEMO_PEOPLE.filter(({ account }) => !known.has(account));
  if (missing.length === 0) return;
  const passwordHash = await hash(DEMO_PASSWORD);
  for (const { account, name, unit, roles } of missing) {
    const id = randomUUID();
    await database.$transaction([
      database.person.create({ data: { id, account, name, unit, passwordHash } }),
      database.roleGrant.createMany({
        data: roles.map((role) => ({ person: id, role, from: new Date(0) })),
      }),
    ]);
  }
}
