import { z } from 'zod';
import { refuse } from '../../domain/rejection.ts';
import { refusalProblem } from '../problem.ts';

/** The last row of a page: where the next one begins. */
export interface Cursor {
  readonly dueAt: number | null;
  readonly id: string;
}

/** The last instant that a Date can hold, in epoch ms. */
const LAST_INSTANT = 8.64e15;

const schema = z.tuple([z.number().int().min(0).max(LAST_INSTANT).nullable(), z.uuid()]);

export const encodeCursor = ({ dueAt, id }: Cursor): string =>
  Buffer.from(JSON.stringify([dueAt, id])).toString('base64url');

/** Throws a problem when it is not one of ours. */
export function decodeCursor(text: string): Cursor {
  try {
    const [dueAt, id] = schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { dueAt, id };
  } catch {
    throw refusalProblem(
      refuse('INVALID_INPUT', {
        field: 'query.after',
        details: { title: 'after', problem: '不是有效的翻页标记' },
      }),
    );
  }
}
