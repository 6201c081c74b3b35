import { type Calendar, calendarOf } from '../calendar/calendar.ts';
import type { Policy } from '../policy/policy.ts';
import type { Answer, PreviewAnswer, Read } from './answer.ts';
import { beforeStart, factsOf, NO_GROUND } from './facts.ts';
import { dateOf, momentOf } from './moment.ts';
import { limitAnswer } from './limit.ts';
import { isProblem, type PreviewProblem, quoted } from './problem.ts';
import { type LimitSubject, type Subject, subjectOf } from './subject.ts';
import { figureAnswer, scheduleAnswer } from './undated.ts';
import {
  earlyWarning,
  factWarnings,
  lateWarnings,
  optionWarnings,
  provisionalWarning,
} from './warnings.ts';

/** A question for a due date, in the words of a command line or a query string. */
export interface PreviewRequest {
  /** A policy key, or a limit made up on the spot: `5wd`, `30cd`, `3m`, `48h`, `4oh`, `15min`. */
  readonly rule: string;
  /** `YYYY-MM-DD` or an ISO-8601 instant; for a rule that counts backwards, the event to come. */
  readonly start: string;
  /** `FROM..TO[:ground]`, half-open; dates are whole days. */
  readonly suspend?: readonly string[] | undefined;
  /** `N` or `N@ASKED`, in the unit of the limit. */
  readonly extend?: string | number | undefined;
  /** `forward`, `backward` or `none`; only for limits made up on the spot. */
  readonly roll?: string | undefined;
  /** Ends at close of office, for what is handed in at a counter. */
  readonly counter?: boolean | undefined;
  /** A unit that keeps a calendar of its own. */
  readonly unit?: string | undefined;
}

/**
 * When something is due, how that was reckoned, and what the rule says of the suspensions and the extension that were
 * tried on it. A question that cannot be answered gives a problem that names its field.
 */
export function preview(
  request: PreviewRequest,
  { policy, calendar: house }: { readonly policy: Policy; readonly calendar: Calendar },
): PreviewAnswer | PreviewProblem {
  const subject = subjectOf(request, policy);
  if (isProblem(subject)) return subject;
  const start = momentOf(request.start, 'start');
  if (isProblem(start)) return start;
  const calendar = calendarFor(request.unit, house);
  if (isProblem(calendar)) return calendar;
  const facts = factsOf(request.suspend, request.extend);
  if (isProblem(facts)) return facts;
  const read: Read = { start, facts, policy, calendar };
  const refused = subject.of === 'limit' ? refusal(subject, read) : undefined;
  if (refused) return refused;
  const answer = answerOf(subject, read);
  const warnings = [
    ...warningsOf(subject, request, read, answer),
    ...provisionalWarning(answer.missingYears),
    ...earlyWarning(policy.effectiveFrom, start.at),
  ];
  return { ...answer, warnings };
}

function calendarFor(unit: string | undefined, house: Calendar): Calendar | PreviewProblem {
  if (unit === undefined) return house;
  const known = Object.keys(house.units);
  if (known.includes(unit)) return calendarOf(house, unit);
  const message = `${quoted(unit)}没有自己的日历(不填即按全区日历);有的是:${known.join('、')}`;
  return { field: 'unit', message, suggestions: known };
}

/** What a rule's closed list of grounds, or the order of things, does not allow. */
function refusal({ counting, named }: LimitSubject, read: Read): PreviewProblem | undefined {
  if (counting.before) return undefined;
  const allowed = named?.pauses;
  const foreign = read.facts.pauses.find(
    ({ ground }) => allowed && ground !== NO_GROUND && !allowed.includes(ground),
  );
  if (!allowed || !foreign) return beforeStart(read.facts, read.start);
  const message = `本规则的挂起事由只有:${allowed.join('、')}(${named.clause})`;
  return { field: 'suspend', message, suggestions: allowed };
}

function answerOf(subject: Subject, read: Read): Answer {
  switch (subject.of) {
    case 'limit':
      return limitAnswer(subject, read);
    case 'schedule':
      return scheduleAnswer(subject, read);
    case 'figure':
      return figureAnswer(subject, read);
  }
}

function warningsOf(
  subject: Subject,
  asked: PreviewRequest,
  { start, facts, calendar }: Read,
  { statutory, ledger, label }: Answer,
): readonly string[] {
  if (subject.of === 'limit') {
    return [
      ...factWarnings(subject, facts),
      ...lateWarnings(subject, start.at, calendar, facts, ledger),
      ...optionWarnings(subject, asked),
    ];
  }
  const tried = facts.pauses.length + facts.extensions.length > 0 || asked.counter === true;
  const over = statutory !== null && statutory < dateOf(start.at);
  return [
    ...(tried ? [`${label}不是一段时限,挂起、延长、窗口下班均不起作用`] : []),
    ...(over ? ['这一期在起始日之前已经届满'] : []),
  ];
}
