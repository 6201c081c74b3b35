import type { Calendar } from './calendar/calendar.ts';
import { type CivilDate, civilDate, dayOf, type Instant } from './calendar/civil.ts';
import { cn2024to2026 } from './calendar/cn-2024-2026.ts';
import { hazardV1 } from './case-types/hazard.v1.ts';
import { hotlineTicketV1 } from './case-types/hotline-ticket.v1.ts';
import { illegalBuildingV1 } from './case-types/illegal-building.v1.ts';
import { petitionV1 } from './case-types/petition.v1.ts';
import { spotCheckV1 } from './case-types/spot-check.v1.ts';
import { supervisionMatterV1 } from './case-types/supervision-matter.v1.ts';
import { warningV1 } from './case-types/warning.v1.ts';
import { wasteLeadV1 } from './case-types/waste-lead.v1.ts';
import { wasteCaseV1 } from './case-types/waste-case.v1.ts';
import type { CaseType, CaseTypeRef, Rules } from './define-case-type.ts';
import type { Policy } from './policy/policy.ts';
import { qingpu2026 } from './policy/qingpu-2026.ts';

/** Every released definition; a case keeps the version it was opened with. */
export const CASE_TYPES: readonly CaseType[] = [
  hotlineTicketV1,
  petitionV1,
  wasteLeadV1,
  wasteCaseV1,
  hazardV1,
  spotCheckV1,
  supervisionMatterV1,
  illegalBuildingV1,
  warningV1,
];

const POLICIES: Policy[] = [qingpu2026];
const CALENDARS: Calendar[] = [cn2024to2026];

/** Makes a newly published calendar known to this process. A version never changes: publishing it twice is an error. */
export const publishCalendar = (calendar: Calendar): void =>
  publish('calendar', CALENDARS, calendar);

/** Makes a newly published policy known to this process. A version never changes: publishing it twice is an error. */
export const publishPolicy = (policy: Policy): void => publish('policy', POLICIES, policy);

function publish<T extends { readonly version: string }>(kind: string, known: T[], one: T): void {
  if (known.some(({ version }) => version === one.version)) {
    throw new Error(`${kind} ${one.version} has been published already`);
  }
  known.push(one);
}

/** The versions a case pins when it is opened. */
export interface PinnedRules {
  readonly type: CaseTypeRef;
  readonly policy: string;
  readonly calendar: string;
}

/** The newest version of a case type, or undefined when there is none of that name. */
export const currentCaseType = (id: string): CaseType | undefined =>
  CASE_TYPES.filter((type) => type.id === id).reduce<CaseType | undefined>(
    (newest, type) => (newest && newest.version > type.version ? newest : type),
    undefined,
  );

/** The newest policy in force on a day; before the first policy was, the first. */
export const policyOn = (date: CivilDate): Policy =>
  POLICIES.filter(({ effectiveFrom }) => effectiveFrom <= date).reduce(
    (newest, other) => (other.effectiveFrom > newest.effectiveFrom ? other : newest),
    qingpu2026,
  );

/** The policy that came into force last. */
export const newestPolicy = (): Policy => policyOn('9999-12-31');

/** The newest calendar, or the one of a version; undefined when this process knows none of it. */
export const calendarOfVersion = (version?: string): Calendar | undefined =>
  version === undefined ? CALENDARS.at(-1) : CALENDARS.find((one) => one.version === version);

export const newestCalendar = (): Calendar => calendarOfVersion() ?? cn2024to2026;

/** What a case opened at an instant is given: the newest policy in force on that day, and the newest calendar. */
export function rulesForNew(type: CaseType, at: Instant): Rules {
  const policy = policyOn(civilDate(dayOf(at)));
  return { type, policy, calendar: newestCalendar() };
}

/** Rules that this process does not know: published since it looked last, or not part of this release. */
export class UnknownRules extends Error {
  constructor(what: string) {
    super(`unknown rules: ${what}`);
    this.name = 'UnknownRules';
  }
}

/** The definition a case pinned. Throws UnknownRules when it is not part of this release: that is a deployment error. */
export function caseTypeOf({ id, version }: CaseTypeRef): CaseType {
  const type = CASE_TYPES.find((one) => one.id === id && one.version === version);
  if (!type) throw new UnknownRules(`${id} v${version}`);
  return type;
}

/** The policy of a version; undefined when this process knows none of it. */
export const policyOfVersion = (version: string): Policy | undefined =>
  POLICIES.find((one) => one.version === version);

/** Versions never change, and a case's states share what it pinned: asked at every step of every case. */
const FOUND = new WeakMap<PinnedRules, Rules>();

/** The rules a case pinned. Throws UnknownRules. */
export function rulesOf(pinned: PinnedRules): Rules {
  const known = FOUND.get(pinned);
  if (known) return known;
  const rules = findRules(pinned);
  FOUND.set(pinned, rules);
  return rules;
}

function findRules(pinned: PinnedRules): Rules {
  const policy = policyOfVersion(pinned.policy);
  const calendar = calendarOfVersion(pinned.calendar);
  if (!policy) throw new UnknownRules(`policy ${pinned.policy}`);
  if (!calendar) throw new UnknownRules(`calendar ${pinned.calendar}`);
  return { type: caseTypeOf(pinned.type), policy, calendar };
}

export const pinnedBy = ({ type, policy, calendar }: Rules): PinnedRules => ({
  type: { id: type.id, version: type.version },
  policy: policy.version,
  calendar: calendar.version,
});

/** Every policy and calendar that this process knows: those of the release, and those published since. */
export const RELEASED: {
  readonly policies: readonly Policy[];
  readonly calendars: readonly Calendar[];
} = {
  policies: POLICIES,
  calendars: CALENDARS,
};
