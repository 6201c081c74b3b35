import type { z } from 'zod';
import type { Instant } from '../calendar/civil.ts';
import type { CaseState } from '../case-state.ts';
import type { AnyCommandSpec, Rules } from '../define-case-type.ts';
import { type Refusal, refuse } from '../rejection.ts';

/** Nothing happened later than now, nor before the case began. */
export function happeningProblem(
  { type }: Rules,
  { facts }: CaseState,
  spec: AnyCommandSpec,
  at: Instant | undefined,
  now: Instant,
): Refusal | undefined {
  if (at === undefined || spec.happenedAt === undefined) return undefined;
  const problem =
    at > now
      ? '不能晚于现在'
      : at < type.summary(facts as never).receivedAt
        ? '不能早于案件受理'
        : undefined;
  return problem === undefined
    ? undefined
    : refuse('INVALID_INPUT', {
        field: `input.${String(spec.happenedAt)}`,
        details: { title: titleOf(spec, spec.happenedAt), problem },
      });
}

/** What a field of an input is called. */
export const titleOf = ({ input }: { readonly input: z.ZodType }, field: string): string => {
  const shape = 'shape' in input ? (input.shape as Record<string, { meta?: () => unknown }>) : {};
  const meta = shape[field]?.meta?.() as { title?: string } | undefined;
  return (
    meta?.title ??
    (shape[field] as z.ZodOptional<z.ZodType> | undefined)?.unwrap?.().meta()?.title ??
    field
  );
};
