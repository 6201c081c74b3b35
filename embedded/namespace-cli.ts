import { describeFailure } from './failure.ts';
import { ensureNamespace } from './namespace.ts';
import { mustServe } from './temporal.ts';

// Prepares the namespace on a Temporal server of one's own: TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE.
try {
  const namespace = process.env['TEMPORAL_NAMESPACE'] || 'bihuan';
  const address = process.env['TEMPORAL_ADDRESS'] || '127.0.0.1:7233';
  await mustServe(address);
  await ensureNamespace(address, namespace);
  console.log(`namespace ${namespace} is ready`);
  process.exit(0);
} catch (error) {
  console.error(describeFailure(error));
  process.exit(1);
}
