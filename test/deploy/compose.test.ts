import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { configSchema } from '../../engine/config.ts';

interface Service {
  image: string;
  ports?: string[];
  container_name?: string;
  user?: string;
  healthcheck?: { test: string[] };
  environment: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  networks: string[];
}

const text = readFileSync('docker-compose.yml', 'utf8');
const compose = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean }>;
};
const services = Object.entries(compose.services);
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`no service ${name}`);
  return found;
};
const jobs = ['temporal-schema', 'namespace', 'migrate', 'grants'];

test.each(services)('%s runs an image pinned to a version', (_name, { image }) => {
  const tag = image.replaceAll(/\$\{\w+:-([^}]+)\}/g, '$1').split(':')[1];
  expect(tag).toMatch(/^\d+\.\d+/);
});

test('the Dockerfile starts from pinned images and does not run as root', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n');
  const bases = lines.filter((line) => line.startsWith('FROM '));
  expect(bases).toHaveLength(2);
  for (const base of bases)
    expect(base).toMatch(/^FROM node:20\.\d+\.\d+-bookworm-slim( AS build)?$/);
  expect(lines.indexOf('USER node')).toBeGreaterThan(lines.indexOf(bases[1] as string));
});

test('everything that others wait for to be healthy says when it is', () => {
  const awaited = services.flatMap(([, { depends_on = {} }]) => Object.entries(depends_on));
  expect(awaited.length).toBeGreaterThan(5);
  for (const [name, { condition }] of awaited) {
    if (jobs.includes(name)) expect(condition).toBe('service_completed_successfully');
    else expect(condition).toBe('service_healthy');
    if (condition === 'service_healthy') expect(service(name).healthcheck).toBeDefined();
  }
  expect(service('api').healthcheck?.test.join(' ')).toContain('/readyz');
  expect(service('worker').healthcheck?.test.join(' ')).toContain('/healthz');
});

test('api and worker start after the grants and the namespace', () => {
  for (const name of ['api', 'worker']) {
    expect(Object.keys(service(name).depends_on ?? {})).toEqual(['grants', 'namespace']);
  }
});

test('every secret is a required variable, none is written down', () => {
  const required = /^\$\{\w+:\?[^}]+\}$/;
  const secrets = services.flatMap(([, { environment }]) =>
    Object.entries(environment).filter(([key]) => /PASSWORD|PWD|KEY|SECRET|TOKEN/.test(key)),
  );
  expect(secrets.length).toBeGreaterThan(6);
  for (const [, value] of secrets) expect(value).toMatch(required);
  const urls = services.flatMap(([, { environment }]) => environment['DATABASE_URL'] ?? []);
  expect(urls).toHaveLength(3);
  for (const url of urls) expect(url).toMatch(/:\/\/bihuan_(app|owner):\$\{\w+:\?[^}]+\}@/);
});

test('the example of the environment names every required variable and fills in none', () => {
  const needed = new Set([...text.matchAll(/\$\{(\w+):\?/g)].map((match) => match[1]));
  const lines = readFileSync('deploy/env.example', 'utf8').split('\n');
  const given = lines.filter((line) => /^\w/.test(line));
  expect(new Set(given.map((line) => line.split('=')[0]))).toEqual(needed);
  for (const line of given) expect(line).toMatch(/^\w+=$/);
});

test('the worker can be scaled: it claims no port and no name', () => {
  expect(service('worker').ports).toBeUndefined();
  expect(service('worker').container_name).toBeUndefined();
});

test('only the API and the host-local Temporal UI are reachable from outside', () => {
  const published = services.filter(([, { ports }]) => ports !== undefined);
  expect(published.map(([name]) => name)).toEqual(['temporal-ui', 'api']);
  expect(service('temporal-ui').ports).toEqual(['127.0.0.1:8080:8080']);
  expect(compose.networks['inside']?.internal).toBe(true);
  for (const name of ['postgres', 'temporal']) expect(service(name).networks).toEqual(['inside']);
});

test.each(['api', 'worker', 'migrate', 'namespace'])('%s sets only what is read', (name) => {
  const known = Object.keys(configSchema.shape);
  const unknown = Object.keys(service(name).environment).filter((key) => !known.includes(key));
  expect(unknown).toEqual([]);
});
