import type { OfficePeriod } from './calendar.ts';

const PERIOD = /^([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/;

/** `['09:00-11:30', '13:30-17:00']` as minutes after midnight; undefined when one is no period, or they overlap or go back. */
export function officePeriods(texts: readonly string[]): readonly OfficePeriod[] | undefined {
  const periods: OfficePeriod[] = [];
  for (const text of texts) {
    const match = PERIOD.exec(text);
    if (!match) return undefined;
    const [from, to] = [minutes(match[1], match[2]), minutes(match[3], match[4])];
    if (from < (periods.at(-1)?.to ?? 0) || from >= to || to > 24 * 60) return undefined;
    periods.push({ from, to });
  }
  return periods.length > 0 ? periods : undefined;
}

const minutes = (hours: string | undefined, rest: string | undefined): number =>
  Number(hours) * 60 + Number(rest);
