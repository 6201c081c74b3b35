import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';

export const receipt = z
  .object({
    caseId: z.uuid(),
    number: z.string(),
    version: z.number().int(),
    events: z.array(
      z.object({
        version: z.number().int(),
        type: z.string(),
        at: z.iso.datetime({ offset: true }),
      }),
    ),
  })
  .meta({
    id: 'Receipt',
    description: 'Stored, exactly once; the same command again gets the same receipt.',
  });

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    field: z.string().optional(),
    rule: z.string().optional(),
    todo: z.string().optional(),
    currentVersion: z.number().int().optional(),
    choices: z.record(z.string(), z.string()).optional().meta({
      description: 'What a field of a closed list takes: labels by code',
    }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457: what is wrong, which rule, what to do.' });

const problemContent = { 'application/problem+json': { schema: problem } };
export const problems = (...statuses: readonly string[]) =>
  Object.fromEntries(
    statuses.map((status) => [status, { description: 'Problem', content: problemContent }]),
  );
export const key = z.object({ 'Idempotency-Key': z.string().regex(/^[\x21-\x7e]{1,200}$/) });
export const caseId = z.object({ id: z.string().meta({ description: 'UUID or case number' }) });
export const json = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
});

export const get = (
  summary: string,
  more: Partial<ZodOpenApiOperationObject> = {},
): ZodOpenApiOperationObject => ({
  summary,
  responses: { '200': { description: 'OK' }, ...problems('401', '503') },
  ...more,
});
