import type { z } from 'zod';
import type { Instant } from '../../calendar/civil.ts';
import type { Happened } from '../../define-case-type.ts';
import type { receipt } from './inputs.ts';
import type { Matter, ResultType } from './labels.ts';

/** What the ticket's rules depend on, folded from its events. Plain JSON. */
export interface TicketFacts {
  readonly matter: Matter;
  readonly urgent: boolean;
  readonly receivedAt: Instant;
  /** References of the caller and of what was asked, sealed. */
  readonly caller: string;
  readonly text: string;
  readonly address: string;
  readonly town?: string;
  readonly leadUnit?: string;
  readonly dispatchedAt?: Instant;
  /** Bound by 签派: no return any more. */
  readonly directed: boolean;
  readonly returnCount: number;
  /** Everybody who worked on the matter: they neither review nor call back nor close it. */
  readonly handledBy: readonly string[];
  readonly resultType?: ResultType;
  readonly reworkRounds: number;
  readonly callbackAttempts: number;
  readonly calledBackBy?: string;
  readonly closedAt?: Instant;
  readonly voidRequestedBy?: string;
}

export const firstFacts = ({
  occurredAt,
  input,
}: Happened<z.output<typeof receipt>>): TicketFacts => ({
  matter: input.matter,
  urgent: input.urgency !== 'NORMAL',
  receivedAt: occurredAt,
  caller: input.caller.sealed,
  text: input.text.sealed,
  address: input.address.sealed,
  ...(input.town && { town: input.town }),
  directed: false,
  returnCount: 0,
  handledBy: [],
  reworkRounds: 0,
  callbackAttempts: 0,
});

/** Notes that somebody worked on the matter, for the segregation of duties. */
export const handledBy = (
  facts: TicketFacts,
  { actor }: { readonly actor: string },
): TicketFacts =>
  facts.handledBy.includes(actor) ? facts : { ...facts, handledBy: [...facts.handledBy, actor] };

/** `hotline.handle` → `hotline.handle.ASSIST_COMPLAINT`. */
export const byMatter =
  (key: string) =>
  (facts: TicketFacts): string =>
    `${key}.${facts.matter}`;

/** The urgent key of a pair; with one argument, the key's own `.URGENT` row. */
export const urgentOr =
  (key: string, normal?: string) =>
  (facts: TicketFacts): string =>
    normal === undefined ? (facts.urgent ? `${key}.URGENT` : key) : facts.urgent ? key : normal;
