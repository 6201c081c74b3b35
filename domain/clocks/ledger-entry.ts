import type { CivilDate } from '../calendar/civil.ts';

/** start: the day of the event; rolled: after the nominal end, over days off; unused: what an early end left. */
export type EntryKind = 'start' | 'counted' | 'skipped' | 'paused' | 'rolled' | 'unused';

/** One day, or one stretch, of a reckoning. Over all entries `counted` adds up to the limit exactly, in its unit. */
export interface LedgerEntry {
  readonly date: CivilDate;
  readonly kind: EntryKind;
  readonly counted: number;
  /** 当日不计, 工作日, 补班, 周六, 国庆节, 挂起:等待鉴定, 顺延:国庆节 … */
  readonly reason: string;
  /** Set where an entry is not a whole day: `09:00-11:30`, or the days of a month counted. */
  readonly span?: string;
}
