import { rm } from 'node:fs/promises';
import './shared-services.ts';

export default async function teardown(): Promise<void> {
  const services = globalThis.bihuanServices;
  if (!services) return;
  for (const stop of services.stops) await stop();
  await rm(services.folder, { recursive: true, force: true });
}
