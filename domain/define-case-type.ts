import type { z } from 'zod';
import type { Calendar } from './calendar/calendar.ts';
import type { CivilDate, Instant } from './calendar/civil.ts';
import type { ClockState } from './clocks/clock.ts';
import type { Extension } from './clocks/facts.ts';
import type { CaseDocument, DocumentSpec } from './definition/documents.ts';
import type {
  Conversion,
  KnownLink,
  LinkKind,
  OtherCase,
  TellsLinked,
} from './definition/links.ts';
import type { LimitChoice } from './definition/limit-choice.ts';
import type { HeldUnit, Part, Place } from './definition/parts.ts';
import type { CaseSummary } from './definition/summary.ts';
import type { Policy } from './policy/policy.ts';
import type { Refusal } from './rejection.ts';
import type { Sealed } from './sealing.ts';

/** Who acts. `unit` is the unit in whose name; roles are those held at this moment. */
export interface Actor {
  readonly id: string;
  readonly kind: 'person' | 'system';
  readonly unit: string;
  readonly roles: readonly string[];
}

/** What decisions depend on; all three versions are pinned by the case. */
export interface Rules {
  readonly type: CaseType;
  readonly policy: Policy;
  readonly calendar: Calendar;
}

/** What a guard may look at. `input` is missing while a menu asks whether a command is possible at all. */
export interface Step<Facts, Input> {
  readonly facts: Facts;
  readonly input: Input | undefined;
  readonly actor: Actor;
  readonly now: Instant;
  readonly clocks: readonly ClockState[];
  readonly documents: readonly CaseDocument[];
  readonly links: readonly KnownLink[];
  /** The case that the input names in `other`, where the command ties two cases. */
  readonly other?: OtherCase | undefined;
  readonly policy: Policy;
  readonly calendar: Calendar;
}

/** A named rule of a case type: the same list decides the command and tells the menu why not. */
export type Guard<Facts, Input = unknown> = (step: Step<Facts, Input>) => Refusal | undefined;

/** An event as `evolve` steps see it: who, when, and the sealed input. */
export interface Happened<Input> {
  readonly at: Instant;
  /** Business time; `at` where nothing else was said. */
  readonly occurredAt: Instant;
  readonly actor: string;
  readonly unit: string;
  readonly input: Sealed<Input>;
  /** Number of the document that the step issued. */
  readonly document?: string | undefined;
}

export interface RoleSpec {
  readonly label: string;
  /** Whose staff it is. Only staff of holding units is bound to the cases that its unit holds. */
  readonly at: Place;
  /** For roles of holding units: in what part; left out: of the unit that leads. */
  readonly part?: Part;
}

export interface StateSpec {
  readonly label: string;
  /** No handling clock runs; only the commands that name this state are possible. */
  readonly ended?: true;
  /** Nothing is possible any more. */
  readonly final?: true;
}

/** The target of a command that leads back to where the case came from (a refused return, a refused voiding). */
export const previous = 'previous';

export interface CommandSpec<
  Facts,
  State extends string,
  Role extends string,
  Schema extends z.ZodType,
> {
  readonly label: string;
  readonly by: Role | readonly Role[] | 'system';
  readonly from: State | readonly State[];
  /** Left out: the case stays where it is. */
  readonly to?: State | typeof previous;
  readonly input: Schema;
  readonly event: string;
  readonly refuse?: readonly Guard<Facts, z.output<Schema>>[];
  readonly evolve?: (facts: Facts, event: Happened<z.output<Schema>>) => Facts;
  /** Unit roles give it for a unit in this part; left out: in the part of their role. */
  readonly part?: Part;
  /** The unit that the step is about, where it is not the one that leads: clocks of that unit go by it. */
  readonly subject?: (event: Happened<z.output<Schema>>) => string;
  /** The thing that the step is about: clocks that run once for each thing go by it. */
  readonly object?: (event: Happened<z.output<Schema>>, facts: Facts) => string;
  /** Field of the input that says when it happened, where that is not when it was recorded. Clocks start from it and end when it is recorded. */
  readonly happenedAt?: Extract<keyof z.output<Schema>, string>;
  /** Key of the document that it issues, and of the one whose service it proves. */
  readonly issues?: string;
  readonly serves?: string;
  /** Opens a case of another type, tied to this one. */
  readonly converts?: Conversion<Facts, z.output<Schema>>;
  /** Ties this case to the one that the input names in `other`, or unties it. */
  readonly links?: LinkKind;
  readonly unlinks?: LinkKind;
  readonly tells?: readonly TellsLinked<Facts>[];
  /** Roles that find a notice of it in their inbox. */
  readonly notify?: readonly Role[];
  /** Unit roles are told at the subject's unit; left out: at the unit that leads. */
  readonly notifyAt?: 'subject';
  /** The notice also leaves the house: it is delivered to the configured receiver. */
  readonly sends?: true;
}

export interface OpenSpec<
  Facts,
  State extends string,
  Role extends string,
  Schema extends z.ZodType,
> {
  readonly label: string;
  readonly by: Role | readonly Role[];
  readonly to: State;
  readonly input: Schema;
  readonly event: string;
  /** When the matter was received, which may lie before it was recorded. */
  readonly receivedAt: (input: z.output<Schema>) => Instant | undefined;
  readonly begin: (event: Happened<z.output<Schema>>) => Facts;
}

export interface ClockSpec<Facts, State extends string, Role extends string> {
  readonly label: string;
  /** Policy key of the limit, or the choice between some. */
  readonly limit: string | LimitChoice<Facts>;
  /** The last day, where an order or a notice sets it: it prevails over the limit. */
  readonly until?: (facts: Facts) => CivilDate | undefined;
  /** The instant from which it counts, where that is not the event that starts it: a promise that is taken up again. */
  readonly countsFrom?: (facts: Facts) => Instant | undefined;
  /** Events that start it, from their business time. */
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  /** States in which it stands still, and why. Only days stand still, on the grounds that its rule names. */
  readonly pausedIn?: {
    readonly states: readonly State[];
    readonly ground: (facts: Facts) => string;
  };
  /** The event that gives it more time, and how much. */
  readonly extendedBy?: { readonly event: string; readonly by: (facts: Facts) => Extension };
  /** Whose duty it is; levels are told to them first. */
  readonly duty: Role;
  /** The command that happens by itself when the limit lapses. */
  readonly lapse?: string;
  /** Its lapse is a miss of whoever owes it. Left out: a window of a citizen or a party, in which nobody in the house is late. */
  readonly missed?: true;
  /** Keeps running in ended states that it was started in. */
  readonly inEnded?: true;
  /** Runs once for each unit that its events are about, and ends with the events about that unit. */
  readonly perSubject?: true;
  /** Runs once for each thing that its events are about, and ends with the events about that thing. */
  readonly perObject?: true;
  /** An event that would start it leaves one that runs alone. */
  readonly continues?: true;
  /** An event that would end it does so only then, by the facts before it. */
  readonly endsIf?: (facts: Facts, policy: Policy) => boolean;
  /** Promised to the citizen: shown as the case's due date. */
  readonly promised?: true;
}

/** Who is told of lateness. */
export interface Escalation<Role extends string = string> {
  /** The head of the unit whose duty it is. */
  readonly lead: Role;
  readonly supervisor: Role;
  /** Above the supervisor: from L4 on. */
  readonly leadership: Role;
}

interface Spec<
  Facts,
  State extends string,
  Role extends string,
  Open extends z.ZodType,
  Inputs extends Record<string, z.ZodType>,
> {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  /** First part of case numbers. */
  readonly prefix: string;
  readonly roles: Readonly<Record<Role, RoleSpec>>;
  readonly escalatesTo: Escalation<NoInfer<Role>>;
  readonly states: Readonly<Record<State, StateSpec>>;
  readonly opens: OpenSpec<Facts, NoInfer<State>, NoInfer<Role>, Open>;
  readonly commands: {
    readonly [K in keyof Inputs]: CommandSpec<Facts, NoInfer<State>, NoInfer<Role>, Inputs[K]>;
  };
  readonly clocks: Readonly<Record<string, ClockSpec<Facts, NoInfer<State>, NoInfer<Role>>>>;
  /** Documents that it issues, in order. */
  readonly documents?: Readonly<Record<string, DocumentSpec<NoInfer<Role>>>>;
  /** The units that hold the case now. */
  readonly holders: (facts: Facts) => readonly HeldUnit[];
  /** Columns of the worklist, folded from facts. */
  readonly summary: (facts: Facts) => CaseSummary;
}

/** Any case type, as the engine sees it: facts and inputs are opaque to everything but the definition itself. */
export type CaseType = Spec<object, string, string, z.ZodType, Record<string, z.ZodType>>;
export type AnyCommandSpec = CaseType['commands'][string];

export interface CaseTypeRef {
  readonly id: string;
  readonly version: number;
}

/**
 * The shape of a case type's definition. A misspelt state, role or input does not compile.
 * The result forgets the precise types: the engine treats all case types alike.
 */
export const defineCaseType =
  <Facts extends object>() =>
  <
    const State extends string,
    const Role extends string,
    Open extends z.ZodType,
    Inputs extends Record<string, z.ZodType>,
  >(
    spec: Spec<Facts, State, Role, Open, Inputs>,
  ): CaseType =>
    spec as unknown as CaseType;

/** One value or a list of them, as a list. */
export const listOf = <T extends string>(value: T | readonly T[]): readonly T[] =>
  typeof value === 'string' ? [value] : value;
