import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../generated/prisma/client.ts';

export type Database = PrismaClient;

/** Prisma over its own small pool: for reads and reference data; the hot path of commands is typed SQL. */
export const createDatabase = (connectionString: string, max = 5): Database =>
  new PrismaClient({
    adapter: new PrismaPg({
      connectionString,
      max,
      connectionTimeoutMillis: 3000,
      statement_timeout: 5000,
      keepAlive: true,
      // Prisma sends instants without their offset, so the session must read them as UTC.
      options: '-c TimeZone=UTC',
    }),
  });
