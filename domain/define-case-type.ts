import type { z } from 'zod';
import type { Instant } from './calendar/civil.ts';
import type { Calendar } from './calendar/calendar.ts';
import type { ClockState } from './clocks/clock.ts';
import type { Extension } from './clocks/facts.ts';
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
}

/** Code of the unit that dispatches and supervises: 区城运中心. */
export const CENTRE = 'ops-centre';

export interface RoleSpec {
  readonly label: string;
  /** `centre`: sees and acts on every case; `unit`: only on cases that the own unit holds. */
  readonly at: 'centre' | 'unit';
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
  /** Unit roles give it for a unit that assists; left out: for the unit that leads. */
  readonly part?: 'assisting';
  /** The unit that the step is about, where it is not the one that leads: clocks of that unit go by it. */
  readonly subject?: (event: Happened<z.output<Schema>>) => string;
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
  /** Policy key of the limit. */
  readonly limit: string | ((facts: Facts) => string);
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
  /** Keeps running in ended states that it was started in. */
  readonly inEnded?: true;
  /** Runs once for each unit that its events are about, and ends with the events about that unit. */
  readonly perSubject?: true;
  /** Promised to the citizen: shown as the case's due date. */
  readonly promised?: true;
}

export interface HeldUnit {
  readonly unit: string;
  readonly part: 'lead' | 'assisting';
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
  /** Who is told of lateness: the head of the unit whose duty it is, and the one who supervises it. */
  readonly escalatesTo: { readonly lead: NoInfer<Role>; readonly supervisor: NoInfer<Role> };
  readonly states: Readonly<Record<State, StateSpec>>;
  readonly opens: OpenSpec<Facts, NoInfer<State>, NoInfer<Role>, Open>;
  readonly commands: {
    readonly [K in keyof Inputs]: CommandSpec<Facts, NoInfer<State>, NoInfer<Role>, Inputs[K]>;
  };
  readonly clocks: Readonly<Record<string, ClockSpec<Facts, NoInfer<State>, NoInfer<Role>>>>;
  /** The units that hold the case now. */
  readonly holders: (facts: Facts) => readonly HeldUnit[];
  /** Columns of the worklist, folded from facts. */
  readonly summary: (facts: Facts) => CaseSummary;
}

export interface CaseSummary {
  /** Label of the matter, from a closed list. */
  readonly matter: string;
  readonly urgent: boolean;
  readonly receivedAt: Instant;
  /** References of sealed data: what the worklist shows as summary, where it is, and who asked. */
  readonly text: string;
  readonly address: string;
  readonly person: string;
  readonly town?: string;
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
