import { deploy } from '../prisma/migrate.ts';
import { messageOf } from './failure.ts';

// A program of its own: the schema engine's memory goes with it.
try {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is not set');
  const applied = await deploy(url);
  console.log(applied.length === 0 ? 'database is up to date' : `applied ${applied.join(', ')}`);
  process.exit(0);
} catch (error) {
  console.error(messageOf(error));
  process.exit(1);
}
