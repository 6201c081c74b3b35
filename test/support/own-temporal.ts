import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { guard } from '../../embedded/guard.ts';
import { temporaryFolder } from '../../embedded/temporary-folder.ts';
import { startTemporal } from './services.ts';

export interface OwnTemporal {
  readonly address: string;
  /** Where it keeps its data. */
  readonly folder: string;
  /** Ends the server and throws its data away. */
  stop(): Promise<void>;
}

/** A Temporal server of a test file's own, which ends with the file even where that is killed. */
export async function ownTemporal(
  name: string,
  options: Pick<Parameters<typeof startTemporal>[0], 'timeSkipping' | 'settings'> = {},
): Promise<OwnTemporal> {
  const home = temporaryFolder(name);
  const folder = join(home, 'temporal');
  const children = join(home, 'children.json');
  const watchdog = guard(children);
  const server = await startTemporal({ ...options, folder, children });
  return {
    address: server.address,
    folder,
    async stop() {
      await server.stop();
      await watchdog.release();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
