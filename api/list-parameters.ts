import { z } from 'zod';

/** Query parameters of the list as they travel: all strings. */
export const listParameters = z.object({
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
