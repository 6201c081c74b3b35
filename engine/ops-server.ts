import { createServer, type Server } from 'node:http';
import type { Metrics } from './metrics.ts';

export interface OpsOptions {
  readonly host: string;
  readonly port: number;
  readonly metrics: Metrics;
  /** More metrics in Prometheus' text form, e.g. those of Temporal's SDK. */
  readonly more?: () => Promise<string>;
  readonly healthy: () => boolean;
}

/** Metrics and health of one process on a port of their own, so that they are not public. Resolves when it listens. */
export async function startOpsServer(options: OpsOptions): Promise<Server> {
  const server = createServer((request, response) => {
    void answer(options, request.url ?? '').then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, options.host, resolve);
  });
  return server;
}

async function answer({ metrics, more, healthy }: OpsOptions, url: string) {
  if (url === '/healthz') {
    const up = healthy();
    return {
      status: up ? 200 : 503,
      type: 'application/json',
      body: JSON.stringify({ status: up ? 'up' : 'stopping' }),
    };
  }
  if (url === '/metrics') {
    const texts = [await metrics.registry.metrics(), (await more?.().catch(() => '')) ?? ''];
    return { status: 200, type: metrics.registry.contentType, body: texts.join('\n') };
  }
  return { status: 404, type: 'text/plain', body: 'metrics are at /metrics, health at /healthz\n' };
}
