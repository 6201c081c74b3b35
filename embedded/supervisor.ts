import { StartFailure } from './failure.ts';
import { type KeptProcess, type Launch, launch, tailOf } from './kept-process.ts';
import { becomesTrue } from './process-identity.ts';

export interface Supervised {
  pid(): number;
  stop(): Promise<void>;
}

export interface SupervisedSpec extends Launch {
  /** Answers true when the program serves. */
  isReady: () => Promise<boolean>;
  say: (line: string) => void;
  /** Called after each restart, with the new pid. */
  onRestart: (pid: number) => void;
}

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
const calmMs = 60_000;

/**
 * Starts a program, waits till it is ready, and from then on starts it again whenever it ends: after
 * a second at first, up to half a minute while it keeps ending.
 * @throws StartFailure when it ends or stays silent before it was ready for the first time
 */
export async function supervise(spec: SupervisedSpec): Promise<Supervised> {
  let current = await launch(spec);
  await mustBecomeReady(spec, current);
  const stopped = new AbortController();
  const watching = watch(
    spec,
    () => current,
    (next) => (current = next),
    stopped.signal,
  );
  return {
    pid: () => current.pid,
    async stop() {
      stopped.abort();
      await watching.settled;
      await current.stop();
    },
  };
}

async function mustBecomeReady(spec: SupervisedSpec, started: KeptProcess): Promise<void> {
  const settled = async () => started.hasEnded() || (await spec.isReady());
  const within = await becomesTrue(settled, 90_000);
  if (within && !started.hasEnded()) return;
  const cause = started.hasEnded()
    ? `it ended with ${await started.ended}`
    : 'it was not ready within 90 seconds';
  await started.stop();
  throw new StartFailure(
    `start the ${spec.name}`,
    `${cause}\n${tailOf(spec.logFile)}`,
    `Look into ${spec.logFile}. "npm run reset" starts over with an empty database.`,
  );
}

function watch(
  spec: SupervisedSpec,
  current: () => KeptProcess,
  replace: (next: KeptProcess) => void,
  stopped: AbortSignal,
): { settled: Promise<void> } {
  const abort = new Promise<string>((resolve) =>
    stopped.addEventListener('abort', () => resolve('stopped')),
  );
  const loop = async () => {
    let pauseMs = firstPauseMs;
    let startedAt = Date.now();
    for (;;) {
      const how = await Promise.race([current().ended, abort]);
      if (stopped.aborted) return;
      if (Date.now() - startedAt > calmMs) pauseMs = firstPauseMs;
      spec.say(`${spec.name} ended (${how}); starting it again in ${pauseMs / 1000} s`);
      await Promise.race([delay(pauseMs), abort]);
      if (stopped.aborted) return;
      startedAt = Date.now();
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      replace(await launch(spec));
      spec.onRestart(current().pid);
    }
  };
  return { settled: loop().catch((error: Error) => spec.say(`${spec.name}: ${error.message}`)) };
}

const delay = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
