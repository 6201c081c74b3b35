import { Router } from 'express';
import { z } from 'zod';
import { DAY, dayNumber, instantOf, isCivilDate } from '../../domain/calendar/civil.ts';
import { draftSchema, readDraft } from '../../domain/what-if/draft.ts';
import { Summing } from '../../domain/what-if/summary.ts';
import { type ChangedCase, whatIf } from '../../engine/what-if.ts';
import type { AppContext } from '../app-context.ts';
import { principalOf } from '../auth/session.ts';
import { parse } from '../input.ts';
import { Problem } from '../problem.ts';
import { mustSupervise } from '../supervision.ts';
import { speakingOf } from './rules.ts';

const day = z.string().refine(isCivilDate, { error: '须为 2026-11-01 这样的日期' });

/** A draft of limits, ladders or a calendar, and the days (Asia/Shanghai, both included) that are lived again under it. */
export const whatIfBody = z
  .strictObject({
    ...draftSchema.shape,
    from: day.meta({ title: '起' }),
    to: day.meta({ title: '止' }),
  })
  .refine(({ from, to }) => from <= to, { error: '不能早于起始日期', path: ['to'] });

/** Changed cases that are listed; the sums count all of them. */
const LISTED = 200;

/** What a draft of the rules would have changed; one question at a time, so that nobody's work waits for it. */
export function whatIfRoutes({ engine }: AppContext): Router {
  const router = Router();
  let busy = false;
  router.post('/what-if', async (request, response) => {
    mustSupervise(principalOf(response));
    const { from, to, ...json } = parse(whatIfBody, request.body, 'body');
    if (busy) throw oneAtATime;
    busy = true;
    try {
      const period = { from: instantOf(dayNumber(from), 0), to: instantOf(dayNumber(to), DAY) };
      response.json(await speakingOf(() => answer(engine.pool, json, period)));
    } finally {
      busy = false;
    }
  });
  return router;
}

async function answer(
  pool: AppContext['engine']['pool'],
  json: object,
  period: Parameters<typeof whatIf>[2],
) {
  const sum = new Summing();
  const changed: ChangedCase[] = [];
  let examined = 0;
  const onProgress = (done: number): void => {
    examined = done;
  };
  for await (const one of whatIf(pool, readDraft(json), period, { onProgress })) {
    sum.add(one);
    if (changed.length < LISTED) changed.push(one);
  }
  return { examined, ...sum.summary, cases: changed };
}

const oneAtATime = new Problem(
  {
    status: 429,
    code: 'TOO_MANY_ATTEMPTS',
    detail: '另一项推演正在进行',
    rule: '推演逐项进行,以免影响办件',
    todo: '请稍后再试',
  },
  { 'Retry-After': '30' },
);
