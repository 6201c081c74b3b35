import { dayOf } from '../calendar/civil.ts';
import { type ClockFacts, type Extension, NO_FACTS, type Pause } from '../clocks/facts.ts';
import { type Moment, momentOf } from './moment.ts';
import { isProblem, type PreviewProblem, quoted } from './problem.ts';

/** What a suspension without a ground is called in a ledger. */
export const NO_GROUND = '未注明事由';

/** More than any case has: what is asked for over the network must be answered in a moment. */
const MOST_SUSPENSIONS = 20;
const LONGEST_SUSPENSION = 3_660;

/** Reads what happens to a limit on its way: suspensions `FROM..TO[:ground]`, an extension `N[@ASKED]`. */
export function factsOf(
  suspend: readonly string[] = [],
  extend?: string | number,
): ClockFacts | PreviewProblem {
  if (suspend.length > MOST_SUSPENSIONS) {
    return { field: 'suspend', message: `挂起至多 ${MOST_SUSPENSIONS} 段` };
  }
  const pauses: Pause[] = [];
  for (const text of suspend) {
    const pause = pauseOf(text);
    if (isProblem(pause)) return pause;
    pauses.push(pause);
  }
  if (extend === undefined) return { ...NO_FACTS, pauses };
  const extension = extensionOf(String(extend));
  return isProblem(extension) ? extension : { pauses, extensions: [extension] };
}

/** A ground may follow a date or a time, so the end of the second moment is looked for from its form. */
const END_AND_GROUND = /^(\d{4}-\d{2}-\d{2}(?:T[\d:.]*\d(?:Z|[+-]\d{2}:\d{2})?)?)(?::(.*))?$/u;

function pauseOf(text: string): Pause | PreviewProblem {
  const cut = text.indexOf('..');
  if (cut < 0) {
    const message = `${quoted(text)}须写作 FROM..TO[:事由],如 2025-04-28..2025-04-30:天气原因`;
    return { field: 'suspend', message };
  }
  const rest = text.slice(cut + 2);
  const [, until = rest, said = ''] = END_AND_GROUND.exec(rest) ?? [];
  const from = momentOf(text.slice(0, cut), 'suspend');
  if (isProblem(from)) return from;
  const to = momentOf(until, 'suspend');
  if (isProblem(to)) return to;
  return checkedPause(from, to, said.trim());
}

function checkedPause(from: Moment, to: Moment, ground: string): Pause | PreviewProblem {
  const field = 'suspend';
  if (to.at <= from.at) {
    return { field, message: '起须早于止;止日当天恢复计算,只挂起一天写作 04-28..04-29' };
  }
  if (dayOf(to.at) - dayOf(from.at) > LONGEST_SUSPENSION) {
    return { field, message: `一段挂起至多 ${LONGEST_SUSPENSION} 日` };
  }
  if (/\p{Cc}/u.test(ground) || ground.length > 40) {
    return { field, message: '事由须为不超过 40 个字的一行文字' };
  }
  return { from: from.at, to: to.at, ground: ground || NO_GROUND, askedAt: from.at };
}

function extensionOf(text: string): Extension | PreviewProblem {
  const field = 'extend';
  const [, number, at] = /^([1-9]\d{0,2})(?:@(.*))?$/.exec(text) ?? [];
  if (number === undefined) {
    const form = '须为 1 至 999 的整数(单位同时限),可加申请时间,如 30@2026-01-10';
    return { field, message: `${quoted(text)}${form}` };
  }
  const value = Number(number);
  if (at === undefined) return { value };
  const asked = momentOf(at, field);
  return isProblem(asked) ? asked : { value, askedAt: asked.at };
}

/** Nothing can happen to a limit before the day on which it starts. */
export function beforeStart(facts: ClockFacts, start: Moment): PreviewProblem | undefined {
  const day = dayOf(start.at);
  if (facts.pauses.some(({ from }) => dayOf(from) < day)) {
    return { field: 'suspend', message: '挂起不能早于起始日' };
  }
  if (facts.extensions.some(({ askedAt }) => askedAt !== undefined && dayOf(askedAt) < day)) {
    return { field: 'extend', message: '申请延期不能早于起始日' };
  }
  return undefined;
}
