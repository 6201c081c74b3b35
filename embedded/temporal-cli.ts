import { describeFailure } from './failure.ts';
import { temporalExecutable } from './temporal-executable.ts';

// Makes sure, with progress on the terminal, that tests find a Temporal server when they start one.
try {
  await temporalExecutable({ minimum: '1.32.0', say: (line) => console.log(`· ${line}`) });
  process.exit(0);
} catch (error) {
  console.error(describeFailure(error));
  process.exit(1);
}
