import { stringify } from 'yaml';

export const portNames = [
  'frontend',
  'frontendHttp',
  'frontendMembership',
  'history',
  'historyMembership',
  'matching',
  'matchingMembership',
  'worker',
  'workerMembership',
] as const;

export type Ports = Record<(typeof portNames)[number], number>;

/** Dynamic settings of the server, for a file or for the command line tool. */
export function dynamicSettings(timeSkipping: boolean): Record<string, unknown> {
  return {
    // Nothing here calls home.
    'frontend.enableServerVersionCheck': false,
    // One worker process polls: fewer partitions find their tasks sooner.
    'matching.numTaskqueueReadPartitions': 1,
    'matching.numTaskqueueWritePartitions': 1,
    'system.namespaceCacheRefreshInterval': '1s',
    ...(timeSkipping ? forTests : {}),
  };
}

// Released servers and pre-releases name the flag differently; unknown names are ignored.
const forTests = {
  'frontend.WorkflowTimeSkippingEnabled': true,
  'system.workflowTimeSkippingEnabled': true,
  'system.forceSearchAttributesCacheRefreshOnRead': true,
};

export function dynamicYaml(timeSkipping: boolean): string {
  const settings = Object.entries(dynamicSettings(timeSkipping));
  return stringify(Object.fromEntries(settings.map(([key, value]) => [key, [{ value }]])));
}

/** The plain server's configuration: all four services in one process, on SQLite in `folder`. */
export function serverYaml(folder: string, ports: Ports): string {
  const service = (grpcPort: number, membershipPort: number) => ({
    rpc: { grpcPort, membershipPort, bindOnLocalHost: true },
  });
  const frontend = service(ports.frontend, ports.frontendMembership);
  const address = { rpc: { ...frontend.rpc, httpPort: ports.frontendHttp } };
  return stringify({
    log: { stdout: true, level: 'warn' },
    persistence: persistence(`${folder}/temporal.db`),
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: address,
      matching: service(ports.matching, ports.matchingMembership),
      history: service(ports.history, ports.historyMembership),
      worker: service(ports.worker, ports.workerMembership),
    },
    clusterMetadata: clusterMetadata(ports),
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: `${folder}/dynamic.yaml`, pollInterval: '10s' },
  });
}

function persistence(databaseName: string): unknown {
  const sql = {
    pluginName: 'sqlite',
    databaseName,
    connectAddr: 'localhost',
    connectProtocol: 'tcp',
    // synchronous 1 with a write-ahead log survives kill -9; a power cut may cost the last moments,
    // which the engine tells again from its own log.
    connectAttributes: { cache: 'private', setup: true, journal_mode: 'wal', synchronous: 1 },
    maxConns: 1,
    maxIdleConns: 1,
    maxConnLifetime: '1h',
  };
  return {
    defaultStore: 'main',
    visibilityStore: 'visibility',
    numHistoryShards: 1,
    datastores: { main: { sql }, visibility: { sql } },
  };
}

function clusterMetadata(ports: Ports): unknown {
  return {
    enableGlobalNamespace: false,
    failoverVersionIncrement: 10,
    masterClusterName: 'active',
    currentClusterName: 'active',
    clusterInformation: {
      active: {
        enabled: true,
        initialFailoverVersion: 1,
        rpcName: 'frontend',
        rpcAddress: `localhost:${ports.frontend}`,
        httpAddress: `localhost:${ports.frontendHttp}`,
      },
    },
  };
}
