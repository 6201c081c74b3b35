import type { z } from 'zod';
import type { Instant } from '../../calendar/civil.ts';
import type { Guard, Happened } from '../../define-case-type.ts';
import { oneOf } from '../../definition/limit-choice.ts';
import { refuse } from '../../rejection.ts';
import { type Kind, KINDS } from '../hazard/labels.ts';
import type { batch, RESULTS } from './inputs.ts';

/** What a batch's rules depend on: counts and codes only. Plain JSON. */
export interface BatchFacts {
  readonly kind: Kind;
  readonly leadUnit: string;
  readonly count: number;
  readonly dueOn?: string;
  readonly receivedAt: Instant;
  readonly text: string;
  readonly address: string;
  /** Codes of everything that was inspected. */
  readonly inspected: readonly string[];
  readonly passed: number;
  readonly notFound: number;
  /** The problem list: codes of what failed. */
  readonly failed: readonly string[];
  /** Numbers of the hazards of the problem list that were written off. */
  readonly writtenOff: readonly string[];
  readonly inspectedBy: readonly string[];
}

export const limitOfKind = oneOf(
  Object.keys(KINDS).map((kind) => `hazard.spotCheck.${kind}`),
  ({ kind }: BatchFacts) => `hazard.spotCheck.${kind}`,
);

export const firstFacts = ({
  occurredAt,
  input,
}: Happened<z.output<typeof batch>>): BatchFacts => ({
  kind: input.kind,
  leadUnit: input.leadUnit,
  count: input.count,
  ...(input.dueOn !== undefined && { dueOn: input.dueOn }),
  receivedAt: occurredAt,
  text: input.text.sealed,
  address: input.address.sealed,
  inspected: [],
  passed: 0,
  notFound: 0,
  failed: [],
  writtenOff: [],
  inspectedBy: [],
});

/** One more is inspected, by somebody who cannot close the batch any more. */
export const inspected = (facts: BatchFacts, code: string, actor: string): BatchFacts => ({
  ...facts,
  inspected: [...facts.inspected, code],
  inspectedBy: facts.inspectedBy.includes(actor)
    ? facts.inspectedBy
    : [...facts.inspectedBy, actor],
});

export const counted = (facts: BatchFacts, result: keyof typeof RESULTS): BatchFacts =>
  result === 'PASS'
    ? { ...facts, passed: facts.passed + 1 }
    : { ...facts, notFound: facts.notFound + 1 };

/** A hazard of the problem list told of a step; one that comes again is told of by its next write-off only. */
export const told = (facts: BatchFacts, number: string, event: string): BatchFacts =>
  event === 'HazardWrittenOff' && !facts.writtenOff.includes(number)
    ? { ...facts, writtenOff: [...facts.writtenOff, number] }
    : facts;

export const isComplete = ({ inspected: done, count }: BatchFacts): boolean => done.length >= count;

type BatchGuard<Input = unknown> = Guard<BatchFacts, Input>;

export const batchFull: BatchGuard = ({ facts }) =>
  isComplete(facts) ? refuse('BATCH_FULL', { details: { count: facts.count } }) : undefined;

export const inspectedAlready: BatchGuard<{ objectId: string }> = ({ facts, input }) =>
  input && facts.inspected.includes(input.objectId)
    ? refuse('INSPECTED_ALREADY', { field: 'input.objectId', details: { thing: input.objectId } })
    : undefined;

export const batchIncomplete: BatchGuard = ({ facts }) =>
  isComplete(facts)
    ? undefined
    : refuse('BATCH_INCOMPLETE', { details: { count: facts.count, done: facts.inspected.length } });

export const inspectorCannotClose: BatchGuard = ({ facts, actor }) =>
  facts.inspectedBy.includes(actor.id) ? refuse('INSPECTOR_CANNOT_CLOSE_BATCH') : undefined;
