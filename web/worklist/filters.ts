import { type DayNumber, isoInstant, instantOf } from '../../domain/calendar/civil.ts';
import type { Light } from '../server/contract.ts';

export type Due = 'today' | '3days' | 'any';

/** What the worklist is narrowed to; lives in the address bar. */
export interface Filters {
  /** Id of a case type. */
  readonly type: string | null;
  readonly stages: readonly string[];
  readonly unit: string | null;
  readonly light: Light | null;
  readonly due: Due;
  readonly ended: boolean;
  /** Cursors of the pages turned so far; the last one is shown. */
  readonly pages: readonly string[];
}

export const PAGE_SIZE = 50;

const LIGHTS: readonly string[] = ['red', 'yellow', 'green'];

export function readFilters(search: string): Filters {
  const params = new URLSearchParams(search);
  const light = params.get('light');
  const due = params.get('due');
  return {
    type: params.get('type'),
    stages: params.getAll('stage'),
    unit: params.get('unit'),
    light: light !== null && LIGHTS.includes(light) ? (light as Light) : null,
    due: due === 'today' || due === '3days' ? due : 'any',
    ended: params.get('ended') === 'true',
    pages: params.getAll('after'),
  };
}

/** Something but the choice between open and ended cases narrows the list. */
export const isNarrowed = ({ type, stages, unit, light, due }: Filters): boolean =>
  type !== null || stages.length > 0 || unit !== null || light !== null || due !== 'any';

type Param = [name: string, value: string];

const given = (name: string, value: string | null | undefined): Param[] =>
  value ? [[name, value]] : [];
const each = (name: string, values: readonly string[]): Param[] =>
  values.map((value): Param => [name, value]);

/** What both addresses say in the same way. */
const shared = ({ type, stages, unit, light }: Filters): Param[] => [
  ...given('type', type),
  ...each('stage', stages),
  ...given('unit', unit),
  ...given('light', light),
];

/** The console's own address of a filtered list. */
export function writeFilters(filters: Filters): string {
  const { due, ended, pages } = filters;
  const search = new URLSearchParams([
    ...shared(filters),
    ...given('due', due === 'any' ? null : due),
    ...given('ended', ended ? 'true' : null),
    ...each('after', pages),
  ]).toString();
  return search ? `/?${search}` : '/';
}

/** The API's query of a filtered list. Days are those of Asia/Shanghai, today included. */
export function apiSearch(filters: Filters, today: DayNumber): string {
  const { due, ended, pages } = filters;
  const until = today + (due === 'today' ? 1 : 3);
  const bound = (day: number) => (due === 'any' ? null : isoInstant(instantOf(day, 0)));
  return new URLSearchParams([
    ...shared(filters),
    ...given('dueAfter', bound(today)),
    ...given('dueBefore', bound(until)),
    ...given('ended', String(ended)),
    ...given('limit', String(PAGE_SIZE)),
    ...given('after', pages.at(-1)),
  ]).toString();
}
