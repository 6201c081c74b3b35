import { type Calendar, kindOfDay } from '../calendar/calendar.ts';
import {
  type CivilDate,
  civilDate,
  type DayNumber,
  dayNumber,
  dayOf,
  type Instant,
} from '../calendar/civil.ts';
import { dateText, timeText, weekdayText } from '../calendar/text.ts';
import type { Counting, Due } from './counting.ts';
import { dueOf } from './due.ts';
import { type ClockFacts, extended, NO_FACTS } from './facts.ts';
import { ledgerOf } from './ledger.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { isDayLimit, limitText, withValue } from './limit.ts';
import { timely } from './timely.ts';

/** A clock to be told of in words. */
export interface Told {
  readonly counting: Counting;
  readonly start: Instant;
  readonly calendar: Calendar;
  readonly facts?: ClockFacts;
  /** The last day, where an order or a notice set it: nothing is counted then. */
  readonly until?: CivilDate;
  /** What a clerk adds: 办理, 《信访工作条例》第34条, and the versions that were counted with. */
  readonly basis?: { readonly label: string; readonly clause: string; readonly policy: string };
}

/** A reckoning as a clerk would send it to a citizen: `5 个工作日,自 2025-09-28(周日)的次日起算;10-01 至 10-08 国庆节、中秋节不计,10-11 补班计入;2025-10-11(周六)届满。` */
export function ledgerText(told: Told): string {
  const { counting, start, calendar, basis, until } = told;
  if (until !== undefined) return datedText(told, until);
  const { due, facts, entries } = readingOf(told);
  const parts = [
    beginning(counting, start, facts),
    ...middle(counting, entries),
    ending(counting, due, calendar),
  ];
  const sentence = `${parts.filter((part) => part !== '').join(';')}。`;
  const unsure = due.provisional ? `其中尚未公布放假安排的年份暂按周一至周五计,为暂定日期。` : '';
  if (!basis) return sentence + unsure;
  const sources = calendar.data.notices
    .filter(({ year }) => entries.some(({ date }) => date.startsWith(`${year}-`)))
    .map(({ number }) => number);
  const days = [calendar.version, ...sources].join(',');
  return `${basis.label}:${sentence}${unsure}依据:${basis.clause}。规则 ${basis.policy},日历 ${days}。`;
}

/** `督办答复:督办单、通知书等文书定于 2026-12-04(周五)24 时前,不因节假日提前或顺延;自 2026-11-30(周一)起。依据:《…》。规则 qingpu-2026.1。` */
function datedText({ start, basis }: Told, until: CivilDate): string {
  const last = dateText(dayNumber(until));
  const sentence = `督办单、通知书等文书定于 ${last}24 时前,不因节假日提前或顺延;自 ${dateText(dayOf(start))}起。`;
  return basis
    ? `${basis.label}:${sentence}依据:${basis.clause}。规则 ${basis.policy}。`
    : sentence;
}

/** The same in a few words: `5 个工作日:扣除 10-01 至 10-08,计入补班 10-11`. */
export function shortLedgerText(told: Told): string {
  const { counting, until } = told;
  if (until !== undefined) return `至 ${until}:文书载明的日期,不顺延`;
  const { due, facts, entries } = readingOf(told);
  const of = (kind: LedgerEntry['kind']) => entries.filter((entry) => entry.kind === kind);
  const makeup = entries.filter(({ reason, counted }) => reason === '补班' && counted > 0);
  const skips = counting.limit.unit === 'workingDays' || counting.limit.unit === 'officeHours';
  const parts = [
    ...(of('skipped').length > 0 ? [`扣除 ${runsText(of('skipped'))}`] : []),
    ...(of('paused').length > 0 ? [`挂起 ${runsText(of('paused'))}`] : []),
    ...(skips && makeup.length > 0 ? [`计入补班 ${runsText(makeup)}`] : []),
    ...rollText(counting, due),
  ];
  return `${limitText(withExtension(counting, facts))}:${parts.length > 0 ? parts.join(',') : '无扣除'}`;
}

function rollText({ limit }: Counting, due: Due): readonly string[] {
  const day = dayOf(due.statutory);
  if (!isDayLimit(limit) || day === due.nominal) return [];
  const [nominal, last] = [due.nominal, day].map((one) => civilDate(one).slice(5));
  return [`末日 ${nominal} ${day > due.nominal ? '顺延' : '提前'}至 ${last}`];
}

function readingOf({ counting, start, calendar, facts = NO_FACTS }: Told) {
  const valid = timely(counting, start, calendar, facts);
  const due = dueOf(counting, start, calendar, valid);
  return { due, facts: valid, entries: ledgerOf(counting, start, calendar, valid) };
}

const withExtension = ({ limit }: Counting, facts: ClockFacts) =>
  withValue(limit, limit.value + extended(facts));

function beginning({ limit, begins, before }: Counting, start: Instant, facts: ClockFacts): string {
  const more = extended(facts);
  const long = limitText(limit) + (more > 0 ? `,延长 ${limitText(withValue(limit, more))}` : '');
  const day = dateText(dayOf(start));
  if (before) return `与 ${day}之间须满 ${long}`;
  if (begins) return `${long},自 ${day}后的首个工作日起算`;
  if (isDayLimit(limit)) return `${long},自 ${day}的次日起算`;
  const how = limit.unit === 'officeHours' ? '起算' : '连续计算,节假日不扣除';
  return `${long},自 ${day}${timeText(start)} ${how}`;
}

function middle({ limit }: Counting, entries: readonly LedgerEntry[]): readonly string[] {
  const paused = entries.filter(({ kind }) => kind === 'paused');
  const pauses = paused.length > 0 ? [`${reasonsText(paused)}不计`] : [];
  if (limit.unit === 'calendarDays' || limit.unit === 'months') return ['节假日不扣除', ...pauses];
  const skipped = entries.filter(({ kind }) => kind === 'skipped');
  const makeup = entries.filter(({ kind, reason }) => kind === 'counted' && reason === '补班');
  const days = [
    ...(skipped.length > 0 ? [`${reasonsText(skipped)}不计`] : []),
    ...(makeup.length > 0 ? [`${reasonsText(makeup)}计入`] : []),
  ];
  return [...(days.length > 0 ? [days.join(',')] : []), ...pauses];
}

function ending({ limit, before, ends }: Counting, due: Due, calendar: Calendar): string {
  const day = dayOf(due.statutory);
  if (before) return `最迟 ${dateText(day)}通知`;
  if (!isDayLimit(limit)) return `${dateText(day)}${timeText(due.statutory)} 届满`;
  const counter = ends ? `${timeText(due.statutory)} ` : '';
  if (day === due.nominal) return `${dateText(day)}${counter}届满`;
  const move = day > due.nominal ? '顺延' : '提前';
  const { reason } = kindOfDay(calendar, due.nominal);
  return `末日 ${dateText(due.nominal)}为${reason},${move}至 ${dateText(day)}${counter}届满`;
}

/** Consecutive entries with what they have in common. */
interface Run {
  readonly first: DayNumber;
  last: DayNumber;
  readonly reason: string;
}

function runsOf(entries: readonly LedgerEntry[], reasonOf: (entry: LedgerEntry) => string) {
  const runs: Run[] = [];
  for (const entry of entries) {
    const [day, reason] = [dayNumber(entry.date), reasonOf(entry)];
    const run = runs.at(-1);
    if (run && run.reason === reason && day <= run.last + 1) run.last = day;
    else runs.push({ first: day, last: day, reason });
  }
  return runs;
}

const runText = ({ first, last }: Run): string =>
  first === last
    ? civilDate(first).slice(5)
    : `${civilDate(first).slice(5)} 至 ${civilDate(last).slice(5)}`;

/** `10-01 至 10-08、10-12`, whatever the reasons. */
const runsText = (entries: readonly LedgerEntry[]): string =>
  runsOf(entries, () => '')
    .map(runText)
    .join('、');

/** `10-01 至 10-08 国庆节、10-12 周日`. */
const reasonsText = (entries: readonly LedgerEntry[]): string =>
  runsOf(entries, ({ reason }) => (/^周[六日]$/.test(reason) ? '周末' : reason))
    .map((run) => `${runText(run)} ${reasonText(run)}`)
    .join('、');

const reasonText = ({ first, last, reason }: Run): string =>
  reason === '周末' && first === last ? weekdayText(first) : reason;
