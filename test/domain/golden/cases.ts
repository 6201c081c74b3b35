import { type ClockFacts, NO_FACTS } from '../../../domain/clocks/facts.ts';
import { pause, paused } from '../clocks/given-clocks.ts';

/** A clock over a holiday whose ledger is kept as a file. */
export interface GoldenCase {
  readonly holiday: string;
  readonly key: string;
  readonly start: string;
  readonly facts: ClockFacts;
}

const over = (holiday: string, key: string, start: string, facts = NO_FACTS): GoldenCase => ({
  holiday,
  key,
  start,
  facts,
});

const HANDLE = 'hotline.handle.ASSIST_COMPLAINT';
const PETITION = 'petition.handle60';
const DECISION = 'waste.decisionDays';
const ACK = 'hotline.ack';

/** The last days before two Spring Festivals and two Golden Weeks; long limits end within the holiday. */
export const goldenCases: readonly GoldenCase[] = [
  over('spring-2025', HANDLE, '2025-01-24 16:00'),
  over('spring-2025', PETITION, '2024-12-02 10:00'),
  over('spring-2025', DECISION, '2024-10-25 10:00', paused(pause('2024-12-09', '2024-12-19'))),
  over('spring-2025', ACK, '2025-01-27 16:00'),
  over('spring-2026', HANDLE, '2026-02-13 09:30'),
  over('spring-2026', PETITION, '2025-12-20 10:00'),
  over('spring-2026', DECISION, '2025-11-10 10:00', paused(pause('2025-12-01', '2025-12-16'))),
  over('spring-2026', ACK, '2026-02-14 16:00'),
  over('golden-week-2025', HANDLE, '2025-09-28 09:30'),
  over('golden-week-2025', PETITION, '2025-08-04 10:00'),
  over(
    'golden-week-2025',
    DECISION,
    '2025-07-01 10:00',
    paused(pause('2025-08-04 14:00', '2025-08-11 10:00')),
  ),
  over('golden-week-2025', ACK, '2025-09-30 16:00'),
  over('golden-week-2026', HANDLE, '2026-09-30 16:00'),
  over('golden-week-2026', PETITION, '2026-08-05 10:00'),
  over('golden-week-2026', DECISION, '2026-06-26 10:00', paused(pause('2026-07-13', '2026-07-23'))),
  over('golden-week-2026', ACK, '2026-09-30 16:30'),
];
