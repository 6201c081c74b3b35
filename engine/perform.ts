import { type Refusal } from '../domain/rejection.ts';
import type { Telling } from '../domain/telling.ts';
import type { Receipt } from './answers.ts';
import { inTransaction, type Transaction } from './database.ts';
import type { Engine } from './engine.ts';
import { withKnownRules } from './rules/known.ts';

export type Outcome =
  | { readonly ok: true; readonly receipt: Receipt; readonly repeated: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

/** What a transaction ended with, and what the workflows of the cases it changed have to be told after it. */
export interface Result {
  readonly outcome: Outcome;
  readonly tellings?: readonly Telling[];
}

export const no = (refusal: Refusal): Result => ({ outcome: { ok: false, refusal } });

export const answered = (answer: Receipt | Refusal): Result =>
  'code' in answer ? no(answer) : { outcome: { ok: true, receipt: answer, repeated: true } };

/**
 * Runs a command's transaction and counts it. A refusal is rolled back unless something fell due meanwhile;
 * so is a repeated command, which adds nothing.
 */
export async function perform(
  engine: Engine,
  command: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Outcome> {
  const stop = engine.metrics.submitSeconds.startTimer();
  const { outcome, tellings = [] } = await withKnownRules(engine.pool, () =>
    inTransaction(
      engine.pool,
      work,
      ({ tellings: told = [], outcome: end }) => (end.ok && !end.repeated) || told.length > 0,
    ),
  );
  stop();
  const label = outcome.ok ? (outcome.repeated ? 'repeated' : 'stored') : outcome.refusal.code;
  engine.metrics.commands.inc({ command: outcome.ok ? command : 'refused', outcome: label });
  if (tellings.length > 0) engine.failpoint('after-commit-before-telling');
  for (const telling of tellings) engine.tell(telling);
  return outcome;
}
