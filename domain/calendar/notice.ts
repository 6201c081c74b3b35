import type { CivilDate } from './civil.ts';

/** A holiday as a notice states it, first and last day off included; weekends inside it too. */
export interface Holiday {
  /** 春节; two that fall together are joined by 、. */
  readonly name: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The State Council's yearly notice on holidays: one covers one year. */
export interface Notice {
  readonly year: number;
  /** 国办发明电〔2024〕12号. */
  readonly number: string;
  readonly date: CivilDate;
  readonly holidays: readonly Holiday[];
  /** Weekend days that are worked instead. */
  readonly makeupDays: readonly CivilDate[];
}

/** Office hours from a day on, until the next entry: `09:00-11:30`, in order, not overlapping. */
export interface OfficeHours {
  readonly from: CivilDate;
  readonly periods: readonly string[];
}

/** Where one unit's working days differ from the house's. */
export interface UnitDays {
  readonly unit: string;
  /** Why: shown in its ledgers. */
  readonly reason: string;
  /** Stays closed on make-up working days. */
  readonly skipsMakeupDays?: true;
  /** Works every day round the clock. */
  readonly neverCloses?: true;
  readonly offDays?: readonly CivilDate[];
  readonly workingDays?: readonly CivilDate[];
  readonly officeHours?: readonly OfficeHours[];
}

/** One published state of the working calendar, as data. Never edited: a new notice is a new version. */
export interface CalendarData {
  readonly version: string;
  readonly notices: readonly Notice[];
  readonly officeHours: readonly OfficeHours[];
  readonly units: readonly UnitDays[];
}
