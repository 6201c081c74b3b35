import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { CASE_TYPES } from '../domain/registry.ts';
import { readingReason } from '../engine/readings.ts';
import { caseId, get, json, key, problems, receipt } from './openapi-parts.ts';
import { rulePaths } from './openapi-rules.ts';
import { commandBody, openBody } from './routes/cases.ts';
import { precedentQuery } from './routes/precedents.ts';
import { colleagueQuery } from './routes/reference.ts';
import { buckPassingQuery, proposalDecisionBody } from './routes/registers.ts';
import { signInBody } from './routes/session.ts';
import { deadlineAnswer, deadlineQuestion, deadlineRegister } from './views/deadline-schema.ts';
import { inputSchema } from './views/json-schema.ts';

/** Query parameters as they travel: all strings. */
const listParameters = z.object({
  type: z.string().optional(),
  stage: z.array(z.string()).optional(),
  unit: z.string().optional(),
  light: z.array(z.enum(['green', 'yellow', 'red'])).optional(),
  dueBefore: z.iso.datetime({ offset: true }).optional(),
  dueAfter: z.iso.datetime({ offset: true }).optional(),
  ended: z.enum(['true', 'false']).optional(),
  limit: z.number().int().min(1).max(100).optional(),
  after: z.string().optional(),
  asOf: z.iso.datetime({ offset: true }).optional(),
});

const paths: ZodOpenApiPathsObject = {
  '/api/session': {
    post: {
      summary: 'Sign in',
      security: [],
      requestBody: json(signInBody),
      responses: {
        '200': { description: 'Signed in; sets the session cookie' },
        ...problems('401', '422', '429', '503'),
      },
    },
    get: get('Who is signed in'),
    delete: {
      summary: 'Sign out',
      responses: { '204': { description: 'Signed out' }, ...problems('401') },
    },
  },
  '/api/cases': {
    get: get('List cases', { requestParams: { query: listParameters } }),
    post: {
      summary: 'Open a case; the schemas of inputs are under x-case-types',
      requestParams: { header: key },
      requestBody: json(openBody),
      responses: {
        '201': { description: 'Stored', ...json(receipt) },
        ...problems('400', '401', '403', '413', '415', '422', '503'),
      },
    },
  },
  '/api/cases/{id}': {
    get: get('A case with its clocks, timeline and possible commands', {
      requestParams: { path: caseId },
    }),
  },
  '/api/cases/{id}/commands': {
    post: {
      summary: 'Send a command; the schemas of inputs are under x-case-types',
      requestParams: { header: key, path: caseId },
      requestBody: json(commandBody),
      responses: {
        '200': { description: 'Stored', ...json(receipt) },
        ...problems('400', '401', '403', '404', '409', '413', '415', '422', '503'),
      },
    },
  },
  '/api/cases/{id}/reveal': {
    post: {
      summary: 'Show who asked; the reason is recorded',
      requestParams: { path: caseId },
      requestBody: json(readingReason),
      responses: { '200': { description: 'OK' }, ...problems('401', '404', '422', '503') },
    },
  },
  '/api/units': { get: get('Units in display order, sections with the unit they belong to') },
  '/api/colleagues': {
    get: get("Active people of one's own unit who hold a role now", {
      requestParams: { query: colleagueQuery },
      responses: {
        '200': {
          description: 'OK',
          ...json(z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) })),
        },
        ...problems('401', '422', '503'),
      },
    }),
  },
  '/api/case-types': {
    get: get('Case types with the schemas of their commands, and whether one may open them'),
  },
  '/api/precedents': {
    get: get('Where coordinations settled that matters belong, the newest first', {
      requestParams: { query: precedentQuery },
      responses: { '200': { description: 'OK' }, ...problems('401', '422', '503') },
    }),
  },
  '/api/escalations': {
    get: get('Escalations that wait for an answer of a supervisor, the first due first', {
      responses: { '200': { description: 'OK' }, ...problems('401', '403', '503') },
    }),
  },
  '/api/buck-passing': {
    get: get('Cases that came into coordination in a month because units returned them', {
      requestParams: { query: buckPassingQuery },
      responses: { '200': { description: 'OK' }, ...problems('401', '403', '422', '503') },
    }),
  },
  '/api/proposals': {
    get: get("What the rules propose to supervisors, by the units' records", {
      responses: { '200': { description: 'OK' }, ...problems('401', '403', '503') },
    }),
  },
  '/api/proposals/{key}/decision': {
    post: {
      summary: 'Decide a proposal, once; the same decision again gets the same answer',
      requestParams: { path: z.object({ key: z.string() }) },
      requestBody: json(proposalDecisionBody),
      responses: {
        '200': { description: 'Decided' },
        ...problems('401', '403', '404', '409', '422', '503'),
      },
    },
  },
  '/api/deadlines/preview': {
    get: get('When something is due and how that is reckoned, day by day', {
      requestParams: { query: deadlineQuestion },
      responses: {
        '200': { description: 'OK', ...json(deadlineAnswer) },
        ...problems('401', '422', '503'),
      },
    }),
  },
  '/api/deadlines/rules': {
    get: get('Every rule that can be asked for', {
      responses: {
        '200': { description: 'OK', ...json(deadlineRegister) },
        ...problems('401', '503'),
      },
    }),
  },
  ...rulePaths,
  '/api/notices': { get: get("The signed-in person's inbox") },
  '/api/notices/{id}/read': {
    post: {
      summary: 'Mark a notice as read',
      requestParams: { path: z.object({ id: z.string() }) },
      responses: { '204': { description: 'Read' }, ...problems('401', '404') },
    },
  },
  '/api/openapi.json': {
    get: {
      summary: 'This document',
      security: [],
      responses: { '200': { description: 'OpenAPI 3.1' } },
    },
  },
  '/healthz': {
    get: {
      summary: 'The process is up',
      security: [],
      responses: { '200': { description: 'Up' } },
    },
  },
  '/readyz': {
    get: {
      summary: 'Ready; degraded while Temporal or the worker is away',
      security: [],
      responses: {
        '200': { description: 'Ready or degraded' },
        '503': { description: 'No database, or migrations missing' },
      },
    },
  },
};

/** OpenAPI 3.1, made from the schemas that the routes parse with and from the case types. */
export const openApiDocument = () => ({
  ...createDocument({
    openapi: '3.1.1',
    info: { title: 'Bihuan 闭环', version: '0.1.0', license: { name: 'MIT', identifier: 'MIT' } },
    security: [{ session: [] }],
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'bihuan' } } },
    paths,
  }),
  'x-case-types': Object.fromEntries(
    CASE_TYPES.map(({ id, version, opens, commands }) => [
      `${id}@${version}`,
      {
        opens: inputSchema(opens.input),
        commands: Object.fromEntries(
          Object.entries(commands).map(([name, { input }]) => [name, inputSchema(input)]),
        ),
      },
    ]),
  ),
});
