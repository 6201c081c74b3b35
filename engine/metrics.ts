import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** Prometheus metrics of one process. Labels hold codes only. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    commands: new Counter({
      name: 'bihuan_commands_total',
      help: 'Commands by type and outcome (stored, repeated or the code of a refusal).',
      labelNames: ['command', 'outcome'],
      registers,
    }),
    submitSeconds: new Histogram({
      name: 'bihuan_submit_seconds',
      help: 'Time of one submit transaction.',
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    levels: new Counter({
      name: 'bihuan_levels_total',
      help: 'Levels recorded, by level.',
      labelNames: ['level'],
      registers,
    }),
    levelsWithoutTarget: new Counter({
      name: 'bihuan_levels_without_target_total',
      help: 'Levels that nobody could be told of: an alarm.',
      registers,
    }),
    tellings: new Counter({
      name: 'bihuan_tellings_total',
      help: 'Tellings of workflows by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
    tellingQueue: new Gauge({
      name: 'bihuan_telling_queue',
      help: 'Cases that wait in this process to be told.',
      registers,
    }),
    temporalUp: new Gauge({
      name: 'bihuan_temporal_up',
      help: '1 when the last check reached Temporal; 0 means that timers wait.',
      registers,
    }),
    workersUp: new Gauge({
      name: 'bihuan_workers_up',
      help: 'Workers seen polling at the last check; 0 means that timers wait.',
      registers,
    }),
    clockHealth: new Gauge({
      name: 'bihuan_clock_health',
      help: 'What would keep clocks from being heard, by figure; anything but provisional above 0 is an alarm.',
      labelNames: ['figure'],
      registers,
    }),
    swept: new Counter({
      name: 'bihuan_swept_total',
      help: 'Cases that the sweeper told again.',
      registers,
    }),
    deliveries: new Counter({
      name: 'bihuan_deliveries_total',
      help: 'Effects carried out, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
  };
}
