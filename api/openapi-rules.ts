import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { get, json, problems } from './openapi-parts.ts';
import { changeBody, linesQuery } from './routes/rule-changes.ts';
import { versionBody } from './routes/rules.ts';
import { whatIfBody } from './routes/what-if.ts';

const changeId = z.object({ id: z.uuid() });

const forSupervisors = { '200': { description: 'OK' }, ...problems('401', '403', '503') };

/** What is done with a change as a whole. */
const step = (summary: string) => ({
  post: {
    summary,
    requestParams: { path: changeId },
    responses: { '200': { description: 'OK' }, ...problems('401', '403', '404', '503') },
  },
});

/** Publishing rules, changing them under open cases, asking what a draft would have changed, and the audits. */
export const rulePaths: ZodOpenApiPathsObject = {
  '/api/rules': {
    get: get('Every version of policies and calendars', { responses: forSupervisors }),
    post: {
      summary: 'Propose a policy (changes to the newest one) or a calendar; touches no case',
      requestBody: json(versionBody),
      responses: {
        '201': { description: 'Proposed' },
        ...problems('401', '403', '409', '422', '503'),
      },
    },
  },
  '/api/rules/{kind}/{version}/approval': {
    post: {
      summary: 'Publish a version; not by the one who proposed it',
      requestParams: { path: z.object({ kind: z.string(), version: z.string() }) },
      responses: {
        '200': { description: 'Published' },
        ...problems('401', '403', '404', '422', '503'),
      },
    },
  },
  '/api/rule-changes': {
    get: get('Changes of rules under open cases, the newest first', { responses: forSupervisors }),
    post: {
      summary: 'Propose to put open cases under a version; shows each date that would move',
      requestBody: json(changeBody),
      responses: {
        '201': { description: 'Proposed' },
        ...problems('401', '403', '404', '422', '503'),
      },
    },
  },
  '/api/rule-changes/{id}': {
    get: get('A change and how far it has come', {
      requestParams: { path: changeId },
      responses: { '200': { description: 'OK' }, ...problems('401', '403', '404', '503') },
    }),
  },
  '/api/rule-changes/{id}/cases': {
    get: get('Its cases with old and new dates and levels, by number', {
      requestParams: { path: changeId, query: linesQuery },
      responses: { '200': { description: 'OK' }, ...problems('401', '403', '404', '422', '503') },
    }),
  },
  '/api/rule-changes/{id}/approval': step(
    'Carry it out; not by the one who proposed it. Again: with what differed or failed meanwhile',
  ),
  '/api/rule-changes/{id}/pause': step('Carry over no further case'),
  '/api/rule-changes/{id}/resumption': step('Go on'),
  '/api/audits': {
    get: get('Reports of the nightly audits, the newest first', { responses: forSupervisors }),
  },
  '/api/audits/{id}': {
    get: get('A report with its findings', {
      requestParams: { path: z.object({ id: z.uuid() }) },
      responses: { '200': { description: 'OK' }, ...problems('401', '403', '404', '503') },
    }),
  },
  '/api/clock-health': {
    get: get('What would keep a clock from being heard', { responses: forSupervisors }),
  },
  '/api/what-if': {
    post: {
      summary: 'What a draft of the rules would have changed in a period',
      requestBody: json(whatIfBody),
      responses: { '200': { description: 'OK' }, ...problems('401', '403', '422', '429', '503') },
    },
  },
};
