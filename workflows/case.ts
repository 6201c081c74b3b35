import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import * as wf from '@temporalio/workflow';
import { coalesce, type Telling, TOLD } from '../domain/telling.ts';
import { createEffects } from './effects.ts';
import type { CaseActivities } from './ports.ts';

const told = wf.defineSignal<[Telling]>(TOLD);
const caseType = defineSearchAttributeKey('CaseType', SearchAttributeType.KEYWORD);
const caseStage = defineSearchAttributeKey('CaseStage', SearchAttributeType.KEYWORD);
const caseWakeAt = defineSearchAttributeKey('CaseWakeAt', SearchAttributeType.DATETIME);

/** A few tries, then the loop waits: a day without PostgreSQL must not fill a history. */
const { recordDue } = wf.proxyLocalActivities<Pick<CaseActivities, 'recordDue'>>({
  startToCloseTimeout: '10s',
  localRetryThreshold: '1s',
  retry: { maximumAttempts: 4, initialInterval: '200ms' },
});

const RETRY_FIRST = 10_000;
const RETRY_MOST = 600_000;

/**
 * One case through its life in time, under its case type's name. It is told of every step, sleeps to the
 * nearest instant of any clock, has what is due recorded, and carries out effects. It decides nothing:
 * whatever it missed or heard twice, PostgreSQL's log says what is so.
 */
export default async function caseProcess(first: Telling): Promise<void> {
  if (typeof first?.caseId !== 'string' || first.type !== wf.workflowInfo().workflowType) {
    throw wf.ApplicationFailure.nonRetryable('the input is not a case of this type', 'NotACase');
  }
  let known = first;
  let shown: Telling | undefined;
  let heard = true;
  let failures = 0;
  const effects = createEffects();
  const hear = (telling: Telling): void => {
    known = coalesce(known, telling);
    heard = true;
  };
  wf.setHandler(told, hear);
  const takeIn = (): void => {
    heard = false;
    shown = show(known, shown);
    effects.start(known.effects);
    known = { ...known, effects: [] };
  };

  for (;;) {
    if (heard) takeIn();
    if (known.wakeAt !== null && known.wakeAt <= Date.now()) {
      const standing = await fire(known.caseId);
      if (standing) hear(standing);
      failures = standing && isAhead(known.wakeAt) ? 0 : failures + 1;
      if (failures === 0) continue;
      // PostgreSQL's own answer is no news to be woken by: it would be asked again at once, and for ever.
      if (standing && wf.patched('waits-for-the-clock')) takeIn();
      await wf.condition(() => heard, standing ? skewIn(failures) : retryIn(failures));
      continue;
    }
    if (wf.workflowInfo().continueAsNewSuggested && effects.idle()) {
      await wf.continueAsNew<typeof caseProcess>(known);
    }
    if (known.wakeAt === null && effects.idle()) return;
    const waiting = !effects.idle();
    await sleepUntil(known.wakeAt, () => heard || (waiting && effects.idle()));
  }
}

/** PostgreSQL's clock decides what is due; when it is behind Temporal's, wait 1 s, 2 s, 4 s … and ask again. */
const skewIn = (failures: number): number => Math.min(RETRY_MOST, 1000 * 2 ** (failures - 1));

const isAhead = (wakeAt: number | null): boolean => wakeAt === null || wakeAt > Date.now();

/** Undefined when PostgreSQL is away or the worker was interrupted. */
async function fire(caseId: string): Promise<Telling | undefined> {
  try {
    return await recordDue(caseId);
  } catch (error) {
    if (wf.isCancellation(error)) throw error;
    return undefined;
  }
}

const retryIn = (failures: number): number =>
  Math.min(RETRY_MOST, RETRY_FIRST * 2 ** (failures - 1)) * (0.75 + Math.random() / 2);

async function sleepUntil(wakeAt: number | null, woken: () => boolean): Promise<void> {
  if (wakeAt === null) await wf.condition(woken);
  else await wf.condition(woken, wakeAt - Date.now(), { summary: new Date(wakeAt).toISOString() });
}

/** Search attributes and details for Temporal's own UI: where the case stands and what it waits for. */
function show(known: Telling, shown: Telling | undefined): Telling {
  if (!shown || shown.stage !== known.stage || shown.wakeAt !== known.wakeAt) {
    wf.upsertSearchAttributes([
      ...(shown ? [] : [{ key: caseType, value: known.type }]),
      { key: caseStage, value: known.stage },
      { key: caseWakeAt, value: known.wakeAt === null ? null : new Date(known.wakeAt) },
    ]);
  }
  const next = known.wakeAt === null ? '—' : new Date(known.wakeAt).toISOString();
  wf.setCurrentDetails(
    `**${known.number}** · ${known.stage} · v${known.version}\n\nnext: ${next}\n\n${known.events.join(' → ')}`,
  );
  return known;
}
