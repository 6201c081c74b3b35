import { z } from 'zod';

/** A command's input as JSON schema for forms and documentation; instants travel as ISO-8601. */
export const inputSchema = (schema: z.ZodType): z.core.JSONSchema.BaseSchema =>
  z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema['widget'] !== 'instant') return;
      for (const key of ['minimum', 'maximum'] as const) delete jsonSchema[key];
      Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
    },
  });
