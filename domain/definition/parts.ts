/** In what part a unit holds a case. */
export const PARTS = {
  lead: '主办',
  assisting: '协办',
  section: '科室、居村',
  bureau: '主管部门',
  transferor: '移送单位',
  reviewBody: '复查机关',
  recheckBody: '复核机关',
} as const;

export type Part = keyof typeof PARTS;

export interface HeldUnit {
  readonly unit: string;
  readonly part: Part;
}

/** The part in which a unit must hold a case for its staff to give a command in a role. */
export const partOf = (
  command: { readonly part?: Part },
  role: { readonly part?: Part } | undefined,
): Part => command.part ?? role?.part ?? 'lead';

/** Code of the unit that dispatches and supervises: 区城运中心. */
export const CENTRE = 'ops-centre';

/** `centre`: 区城运中心; `unit`: the unit that holds the case; `office:CODE`: one unit whose staff it is. */
export type Place = 'centre' | 'unit' | `office:${string}`;

/** The unit at which a role sits that is no holding unit's; undefined for roles of holding units. */
export const officeOf = (place: Place): string | undefined =>
  place === 'centre' ? CENTRE : place === 'unit' ? undefined : place.slice('office:'.length);
