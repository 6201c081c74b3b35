import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);
const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1');

/** Every variable the API and the worker read. What is not here has no effect. */
export const configSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Connections of one process. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(16),
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('bihuan'),
  TEMPORAL_TLS: flag.optional(),
  TEMPORAL_API_KEY: z.string().min(1).optional(),
  TEMPORAL_TASK_QUEUE: z.string().min(1).default('bihuan'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  /** Where metrics and the worker's health are served; not for the public. */
  OPS_HOST: z.string().min(1).default('127.0.0.1'),
  OPS_PORT: port.optional(),
  /** 32 bytes in base64: wraps the data keys of all cases. */
  MASTER_KEY: z.base64().refine((key) => Buffer.from(key, 'base64').length === 32, {
    error: 'must be 32 bytes in base64, e.g. from `openssl rand -base64 32`',
  }),
  /** Receiver of notices that leave the house; without it they stay in the inboxes. */
  WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  SESSION_HOURS: z.coerce.number().positive().max(168).default(12),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Built files; the defaults fit the repository's own build. */
  WORKFLOW_BUNDLE: z.string().default('dist/workflows.js'),
  WEB_ROOT: z.string().default('dist/web'),
  /** Kills the process at a named point; for crash tests only. */
  FAILPOINT: z.string().optional(),
});

export type Config = z.output<typeof configSchema>;

/** Passwords that production does not accept, because every attacker tries them. */
const DEFAULT_PASSWORDS = [
  '',
  'postgres',
  'password',
  'temporal',
  'bihuan',
  'admin',
  'changeme',
  'secret',
];

/** Reads and checks the environment. Throws an Error whose message names each variable that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = configSchema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`configuration is not usable:\n${lines.join('\n')}`);
  }
  const problems = parsed.data.NODE_ENV === 'production' ? unsafe(parsed.data) : [];
  if (problems.length > 0) {
    throw new Error(`refusing to start in production:\n  ${problems.join('\n  ')}`);
  }
  return parsed.data;
}

function unsafe(config: Config): readonly string[] {
  const password = decodeURIComponent(new URL(config.DATABASE_URL).password);
  const key = Buffer.from(config.MASTER_KEY, 'base64');
  return [
    ...(DEFAULT_PASSWORDS.includes(password)
      ? ['DATABASE_URL: has a default password or none']
      : []),
    ...(key.every((byte) => byte === key[0]) ? ['MASTER_KEY: is not random'] : []),
    ...(config.FAILPOINT ? ['FAILPOINT: is for tests only'] : []),
  ];
}
