import { createDatabase } from './client.ts';
import { seed, seedDemoPeople } from './seed.ts';

const database = createDatabase(process.env['DATABASE_URL'] ?? '');
await seed(database);
if (process.env['NODE_ENV'] !== 'production') await seedDemoPeople(database);
await database.$disconnect();
