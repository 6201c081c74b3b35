import { createHash } from 'node:crypto';
import { shown } from './days.ts';
import { countedDays, oracleDue } from './oracle.ts';
import {
  forLedgers,
  fromEveryDay,
  fromEveryMinute,
  fromEventsToCome,
  isInHours,
  type Plan,
  type Question,
} from './questions.ts';
import type { OracleDue } from './rule.ts';
import type { Subject } from './subject.ts';

export interface Answers {
  /** How many answers there were, by part of the sweep. */
  readonly compared: Record<string, number>;
  /** SHA-256 over every due date that the subject gave, in the order of the questions. */
  readonly digest: string;
}

export interface Report extends Answers {
  /** How many of them differ, by part and rule. */
  readonly mismatched: Record<string, number>;
  /** The first mismatch of each part and rule. */
  readonly first: object[];
}

/** Compares the three dates and the counted days of a subject with those of the oracle. */
export function sweep(subject: Subject, plan: Plan): Report {
  const { noting, digest } = digested(subject);
  const report: Omit<Report, 'digest'> = { compared: {}, mismatched: {}, first: [] };
  for (const question of dues(subject, plan)) note(report, question, dueDiffers(noting, question));
  const ledgers = plan.ledger ? forLedgers(subject.rules) : [];
  for (const question of ledgers) note(report, question, ledgerDiffers(noting, question));
  return { ...report, digest: digest() };
}

/** Asks a subject for the same due dates without the oracle: what gives the same digest gives the same answers. */
export function answersOf(subject: Subject, plan: Plan): Answers {
  const { noting, digest } = digested(subject);
  const compared: Record<string, number> = {};
  for (const { part, rule, start, pauses, extensions } of dues(subject, plan)) {
    compared[part] = (compared[part] ?? 0) + 1;
    noting.due(rule.counting, start, pauses, extensions);
  }
  return { compared, digest: digest() };
}

function* dues({ rules }: Subject, plan: Plan): Generator<Question> {
  yield* fromEveryDay(rules, plan);
  yield* fromEveryMinute(rules, plan);
  yield* fromEventsToCome(rules);
}

const CHUNK = 100_000;

/** A subject all of whose due dates go into a digest. */
function digested(subject: Subject): { readonly noting: Subject; digest: () => string } {
  const hash = createHash('sha256');
  let text = '';
  const noting: Subject = {
    ...subject,
    due(...question) {
      const due = subject.due(...question);
      text += `${due.nominal} ${due.statutory} ${due.internal} ${due.provisional}\n`;
      if (text.length > CHUNK) {
        hash.update(text);
        text = '';
      }
      return due;
    },
  };
  return { noting, digest: () => hash.update(text).digest('hex') };
}

function note(
  report: Omit<Report, 'digest'>,
  question: Question,
  difference: object | undefined,
): void {
  const { part, rule, start, extensions } = question;
  report.compared[part] = (report.compared[part] ?? 0) + 1;
  if (!difference) return;
  const sort = `${part}: ${rule.key}`;
  report.mismatched[sort] = (report.mismatched[sort] ?? 0) + 1;
  if (report.mismatched[sort] > 1) return;
  const pauses = question.pauses.map(({ from, to }) => `${shown(from)} to ${shown(to)}`);
  report.first.push({ part, ...rule, start: shown(start), pauses, extensions, ...difference });
}

const saysTheSame = (ours: OracleDue, theirs: OracleDue): boolean =>
  ours.statutory === theirs.statutory &&
  ours.internal === theirs.internal &&
  ours.nominal === theirs.nominal &&
  ours.provisional === theirs.provisional;

const readable = ({ nominal, statutory, internal, provisional }: OracleDue): object => ({
  nominal,
  statutory: shown(statutory),
  internal: shown(internal),
  provisional,
});

function dueDiffers(subject: Subject, question: Question): object | undefined {
  const { rule, start, pauses, extensions } = question;
  const ours = oracleDue(rule.counting, start, pauses, extensions);
  const theirs = subject.due(rule.counting, start, pauses, extensions);
  if (saysTheSame(ours, theirs)) return undefined;
  return { oracle: readable(ours), subject: readable(theirs) };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The entries of a month rule are not its days, so of these only the sum is held. */
function ledgerDiffers(subject: Subject, question: Question): object | undefined {
  const { rule, start, pauses, extensions } = question;
  const { limit } = rule.counting;
  const counted = subject
    .ledger(rule.counting, start, pauses, extensions)
    .filter((entry) => entry.counted > 0);
  const sum = total(counted.map((entry) => entry.counted));
  const expected = limit.value + total(extensions);
  if (Math.abs(sum - expected) > 1e-9) return { oracle: expected, subject: sum };
  if (isInHours(rule.counting) || limit.unit === 'months') return undefined;
  const ours = countedDays(rule.counting, start, pauses, extensions).sort().join(' ');
  const theirs = counted.map(({ date }) => date).join(' ');
  return ours === theirs ? undefined : { oracle: ours, subject: theirs };
}
