import type { z } from 'zod';
import type { CivilDate, Instant } from '../../calendar/civil.ts';
import type { Happened } from '../../define-case-type.ts';
import type { report } from './inputs.ts';
import {
  type Build,
  type BuildingClass,
  COMPLAINTS,
  type Kind,
  type PursuedRoute,
  type Route,
  type Source,
  type Standing,
} from './labels.ts';

/** How much was built: square metres, and how many buildings. */
export interface Measured {
  readonly area: number;
  readonly buildings: number;
}

/** What the rules of an illegal building depend on, folded from its events. Plain JSON. */
export interface BuildingFacts extends Handling {
  readonly source: Source;
  readonly kind: Kind;
  readonly build: Build;
  readonly town: string;
  readonly reportedAt: Instant;
  /** References of sealed data. */
  readonly text: string;
  readonly address: string;
  readonly reporter?: string;
  /** Somebody complained: whoever did is told within a month (removal rules art. 5). */
  readonly complaint: boolean;
  readonly reporterTold: boolean;
  readonly arrived: boolean;
  readonly stopped: boolean;
  /** As the officers measured it last. */
  readonly measured?: Measured;
  readonly class?: BuildingClass;
  readonly classifiedBy: readonly string[];
  readonly dismissalBy?: string;
  readonly merged: number;
  /** How often a signature sent it back, and how often it was built again after it was written off. */
  readonly rounds: number;
  readonly rebuilt: number;
  readonly annotated: boolean;
  /** Why duties stand still, or stood still last. */
  readonly standing?: Standing;
}

/** What begins anew with each decision, route or write-off that comes to nothing. */
interface Handling {
  readonly partyKnown?: boolean;
  /** The last day that the decision sets. */
  readonly removeBy?: CivilDate;
  /** The party's time for review and suit: removal by force waits for its end (Coercion Law art. 44). */
  readonly remedy: 'NONE' | 'OPEN' | 'PENDING' | 'OVER';
  readonly demanded: boolean;
  readonly route?: PursuedRoute;
  /** What it closes by, who recorded that, and how much it was. */
  readonly outcome?: Measured & { readonly route: Route; readonly by: string };
  readonly writtenOffAt?: Instant;
  readonly cityConfirmed: boolean;
}

const FRESH: Handling = { remedy: 'NONE', demanded: false, cityConfirmed: false };

export const firstFacts = ({
  occurredAt,
  input,
}: Happened<z.output<typeof report>>): BuildingFacts => ({
  source: input.source,
  kind: input.kind,
  build: input.build,
  town: input.town,
  reportedAt: occurredAt,
  text: input.text.sealed,
  address: input.address.sealed,
  ...(input.reporter && { reporter: input.reporter.sealed }),
  complaint: input.reporter !== undefined || COMPLAINTS.includes(input.source),
  reporterTold: false,
  arrived: false,
  stopped: false,
  classifiedBy: [],
  merged: 0,
  rounds: 1,
  rebuilt: 0,
  annotated: false,
  ...FRESH,
});

/** Back to what was found on the site: decision, route and outcome are off the table. */
export function handledAnew(facts: BuildingFacts): BuildingFacts {
  const {
    partyKnown: _party,
    removeBy: _date,
    route: _route,
    outcome: _outcome,
    writtenOffAt: _off,
    ...kept
  } = facts;
  return { ...kept, ...FRESH };
}

export const measuredAs = (facts: BuildingFacts, { area, buildings }: Measured): BuildingFacts => ({
  ...facts,
  measured: { area, buildings },
});

export const classified = (
  facts: BuildingFacts,
  { actor, input }: { actor: string; input: Measured & { class: BuildingClass; second: string } },
): BuildingFacts => ({
  ...measuredAs(facts, input),
  class: input.class,
  classifiedBy: [actor, input.second],
});

export const removed = (
  facts: BuildingFacts,
  { actor, input }: { actor: string; input: Measured },
): BuildingFacts => ({
  ...facts,
  outcome: { route: 'REMOVED', by: actor, area: input.area, buildings: input.buildings },
});

/** Closed without removal: what was measured counts. */
export const completed = (facts: BuildingFacts, { actor }: { actor: string }): BuildingFacts =>
  facts.route && facts.measured
    ? { ...facts, outcome: { route: facts.route, by: actor, ...facts.measured } }
    : facts;

/** Sent back by whoever signs: it is where it was before it was handed in. */
export const sentBack = ({ outcome: _outcome, ...facts }: BuildingFacts): BuildingFacts => ({
  ...facts,
  rounds: facts.rounds + 1,
});

/** Built again after it was written off: the same case, and it counts as not written off. */
export function builtAgain(facts: BuildingFacts, build: Build): BuildingFacts {
  const { class: _class, measured: _measured, ...kept } = handledAnew(facts);
  return {
    ...kept,
    build,
    stopped: false,
    classifiedBy: [],
    rounds: facts.rounds + 1,
    rebuilt: facts.rebuilt + 1,
  };
}

/** Being built and not stopped: every hour counts. */
export const isUrgent = ({ build, stopped }: BuildingFacts): boolean =>
  build === 'ONGOING' && !stopped;

/** The city keeps a list of the stock, from which it strikes out what is closed. */
export const onCityList = ({ build }: Pick<BuildingFacts, 'build'>): boolean =>
  build === 'EXISTING';

/** Nothing hinders a removal by force any more. */
export const canBeForced = ({ demanded, remedy, annotated }: BuildingFacts): boolean =>
  demanded && remedy === 'OVER' && !annotated;
