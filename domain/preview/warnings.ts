import type { Calendar } from '../calendar/calendar.ts';
import type { Instant } from '../calendar/civil.ts';
import { type ClockFacts, extended } from '../clocks/facts.ts';
import type { LedgerEntry } from '../clocks/ledger-entry.ts';
import { isDayLimit, limitText, withValue } from '../clocks/limit.ts';
import { timely } from '../clocks/timely.ts';
import type { DeadlineRule } from '../policy/policy.ts';
import { NO_GROUND } from './facts.ts';
import { dateOf } from './moment.ts';
import type { LimitSubject } from './subject.ts';

/** The facts that can move a limit at all: a notice has none, hours are not paused by days. */
export function applicable({ counting }: LimitSubject, facts: ClockFacts): ClockFacts {
  if (counting.before) return { pauses: [], extensions: [] };
  return isDayLimit(counting.limit) ? facts : { ...facts, pauses: [] };
}

/** What a rule says of the suspensions and the extension that were tried on it: an answer is given all the same. */
export const factWarnings = (subject: LimitSubject, facts: ClockFacts): readonly string[] => [
  ...(facts.pauses.length > 0 ? pauseWarnings(subject, facts) : []),
  ...(facts.extensions.length > 0 ? extensionWarnings(subject, facts) : []),
];

function pauseWarnings({ counting, named }: LimitSubject, { pauses }: ClockFacts): string[] {
  if (counting.before) return [`倒推的通知期限不挂起${basis(named)}`];
  if (!isDayLimit(counting.limit)) return [`按小时、分钟计的时限不因挂起顺延${basis(named)}`];
  if (!named) return [];
  if (!named.pauses) return [`本规则没有可以挂起的事由,挂起仅为试算${basis(named)}`];
  return pauses.some(({ ground }) => ground === NO_GROUND)
    ? [`挂起须注明事由:${named.pauses.join('、')}${basis(named)}`]
    : [];
}

function extensionWarnings({ counting, named }: LimitSubject, facts: ClockFacts): string[] {
  if (counting.before) return [`倒推的通知期限不延长${basis(named)}`];
  if (!named) return [];
  const { extension } = named;
  if (!extension) return [`本规则不能延长,延长仅为试算${basis(named)}`];
  const off = extension.off ? [`本规则的延长尚未启用,延长仅为试算${basis(named)}`] : [];
  const max = extension.steps.reduce((sum, step) => sum + step.max, 0);
  const text = (value: number) => limitText(withValue(counting.limit, value));
  const more = extended(facts);
  if (more <= max) return off;
  const by = extension.steps.map((step) => step.by).join('、');
  return [...off, `延长 ${text(more)}超过上限 ${text(max)}(${by}批准),仅为试算${basis(named)}`];
}

const basis = (named: DeadlineRule | undefined): string => (named ? `(${named.clause})` : '');

/** What was asked for at or after the due instant of its moment, and pauses that covered no whole day. */
export function lateWarnings(
  subject: LimitSubject,
  start: Instant,
  calendar: Calendar,
  tried: ClockFacts,
  entries: readonly LedgerEntry[],
): readonly string[] {
  const { counting } = subject;
  const facts = applicable(subject, tried);
  const valid = timely(counting, start, calendar, facts);
  const late = [
    ...facts.pauses
      .filter((pause) => !valid.pauses.includes(pause))
      .map(({ from }) => `${dateOf(from)} 起的挂起`),
    ...facts.extensions
      .filter((extension) => !valid.extensions.includes(extension))
      .map(({ askedAt = 0 }) => `${dateOf(askedAt)} 申请的延长`),
  ];
  const idle = valid.pauses.length > 0 && !entries.some(({ kind }) => kind === 'paused');
  return [
    ...late.map((what) => `${what}在届满之后提出,不能补救逾期,未计入`),
    ...(idle ? ['挂起没有盖住任何一个应计之日的全部办公时间,不影响到期日'] : []),
  ];
}

/** Options that mean nothing for what was asked. */
export function optionWarnings(
  { counting, named }: LimitSubject,
  asked: { readonly roll?: string | undefined; readonly counter?: boolean | undefined },
): readonly string[] {
  const timed = !isDayLimit(counting.limit);
  return [
    ...(timed && asked.roll !== undefined && !named ? ['按小时、分钟计的时限到点届满,不顺延'] : []),
    ...(timed && asked.counter ? ['按小时、分钟计的时限到点届满,不按下班时间'] : []),
    ...(counting.before && asked.counter ? ['倒推的通知期限不按下班时间'] : []),
  ];
}

/** Which of the years counted have no notice yet. */
export const provisionalWarning = (years: readonly number[]): readonly string[] =>
  years.length > 0 ? [`${years.join('、')} 年尚未公布放假安排,暂按周一至周五计,为暂定日期`] : [];

/** A rule that was not yet in force on the day of the start. */
export const earlyWarning = (effectiveFrom: string, start: Instant): readonly string[] =>
  dateOf(start) < effectiveFrom ? [`起始日早于这套规则的施行日 ${effectiveFrom}`] : [];
