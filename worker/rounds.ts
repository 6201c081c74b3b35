import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Config } from '../engine/config.ts';
import type { Engine } from '../engine/engine.ts';
import { clockHealth } from '../engine/audit/clock-health.ts';
import { scheduleAudit } from '../engine/audit/schedule.ts';
import { recordDue } from '../engine/record-due.ts';
import { learnRules } from '../engine/rules/known.ts';
import { startChanges } from '../engine/rules/start-changes.ts';
import { beat } from '../engine/sentinel.ts';
import { type SweeperPorts, sweep } from '../engine/sweeper.ts';
import { isTemporalUp } from '../engine/temporal.ts';

/** How often the worker looks for cases that were not told, in ms. */
const SWEEP_EVERY = 5000;
const BEAT_EVERY = 10_000;
/** How often the nightly audit's schedule is looked for: it is gone when Temporal's store was lost. */
const SCHEDULE_EVERY = 60_000;
/** How often the figures of clock health are counted for Prometheus. */
const HEALTH_EVERY = 300_000;
/** How often published rules, and changes that have to be carried out, are looked for. */
const LEARN_EVERY = 2000;

/** Sweeps and beats until aborted. An error is logged and the round comes again: nothing here may stop a worker. */
export async function keepRounds(
  engine: Engine,
  client: Client,
  config: Config,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const ports: SweeperPorts = {
    client,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    pool: engine.pool,
    metrics: engine.metrics,
    record: (caseId) => recordDue(engine, caseId),
    patience: { untold: 5, overdue: 60 },
  };
  await Promise.all([
    every(SWEEP_EVERY, signal, log, 'sweep', async () => {
      // Trying each case in vain would only lengthen its back-off.
      if (!(await isTemporalUp(client))) return;
      const told = await sweep(ports);
      if (told > 0) log.info({ told }, 'told cases again');
    }),
    every(LEARN_EVERY, signal, log, 'rules', async () => {
      const learned = await learnRules(engine.pool);
      if (learned > 0) log.info({ learned }, 'learned of published rules');
      await startChanges(ports);
    }),
    every(SCHEDULE_EVERY, signal, log, 'schedule', async () => {
      if (await isTemporalUp(client)) await scheduleAudit(client, config.TEMPORAL_TASK_QUEUE);
    }),
    every(HEALTH_EVERY, signal, log, 'clock health', async () => {
      for (const [figure, value] of Object.entries(await clockHealth(engine.pool))) {
        if (value !== null) engine.metrics.clockHealth.set({ figure }, value);
      }
    }),
    every(BEAT_EVERY, signal, log, 'sentinel', async () => {
      const cases = await beat(ports);
      if (cases === undefined) return;
      log.warn(
        { cases },
        "Temporal's store was lost or is older than ours: every open case is told again",
      );
    }),
  ]);
}

async function every(
  ms: number,
  signal: AbortSignal,
  log: Logger,
  name: string,
  round: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await round();
    } catch (error) {
      log.warn({ round: name, error: String(error) }, 'a round failed and will come again');
    }
    await pause(ms, undefined, { signal }).catch(() => undefined);
  }
}
