import type { Guard } from '../../define-case-type.ts';
import { refuse } from '../../rejection.ts';
import type { TicketFacts } from './facts.ts';

type TicketGuard = Guard<TicketFacts>;

export const notUrgent: TicketGuard = ({ facts }) =>
  facts.urgent ? undefined : refuse('NOT_URGENT');

export const onSiteAlready: TicketGuard = ({ facts }) =>
  facts.onSite ? refuse('ON_SITE_ALREADY') : undefined;

/** Threats, dangers, hardship and collective complaints are reported on at once, then handled in form. */
export const interimReportMissing: TicketGuard = ({ facts }) =>
  facts.urgent && !facts.reported ? refuse('INTERIM_REPORT_MISSING') : undefined;
