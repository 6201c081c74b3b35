import { deploy } from '../prisma/migrate.ts';
import { describeFailure, messageOf, StartFailure } from './failure.ts';

// A program of its own because the schema engine leaves timers behind; it ends by process.exit.
try {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is not set');
  const applied = await deploy(url);
  console.log(applied.length === 0 ? 'database is up to date' : `applied ${applied.join(', ')}`);
  process.exit(0);
} catch (error) {
  const wayOut =
    'Correct the migration named above; a failed one is cleared by "npx prisma migrate resolve".';
  console.error(
    describeFailure(new StartFailure('migrate the database', messageOf(error), wayOut)),
  );
  process.exit(1);
}
