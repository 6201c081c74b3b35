import type { z } from 'zod';
import type { Instant } from '../../calendar/civil.ts';
import type { Extension } from '../../clocks/facts.ts';
import type { Happened } from '../../define-case-type.ts';
import type { receipt } from './inputs.ts';
import {
  type Matter,
  type ResultType,
  SUSPENSION_GROUNDS,
  type SuspensionGround,
} from './labels.ts';

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
  /** Units that assist and have not answered yet. */
  readonly assisting: readonly string[];
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
  /** An extension that somebody asked for and nobody has decided yet. */
  readonly extensionAsked?: ExtensionRequest;
  /** Extensions that were granted, the newest last. */
  readonly extensions: readonly ExtensionRequest[];
  /** Why the ticket stands still, or stood still last. */
  readonly suspendedFor?: SuspensionGround;
}

export interface ExtensionRequest {
  readonly days: number;
  readonly askedAt: Instant;
  readonly by: string;
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
  assisting: [],
  directed: false,
  returnCount: 0,
  handledBy: [],
  reworkRounds: 0,
  callbackAttempts: 0,
  extensions: [],
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

/** `hotline.ack`, or `hotline.ack.URGENT` for urgent tickets. */
export const urgentOr =
  (key: string) =>
  (facts: TicketFacts): string =>
    facts.urgent ? `${key}.URGENT` : key;

/** The request that was granted last, as a clock takes it. */
export function grantedExtension({ extensions }: TicketFacts): Extension {
  const last = extensions.at(-1);
  if (!last) throw new Error('no extension has been granted');
  return { value: last.days, askedAt: last.askedAt };
}

/** The ground on which the ticket stands still, as its ledger names it. */
export const suspensionGround = ({ suspendedFor }: TicketFacts): string =>
  suspendedFor ? SUSPENSION_GROUNDS[suspendedFor] : '';
