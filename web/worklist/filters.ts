import { type DayNumber, isoInstant, instantOf } from '../../domain/calendar/civil.ts';
import type { Light } from '../server/contract.ts';

export type Due = 'today' | '3days' | 'any';

/** What the worklist is narrowed to; lives in the address bar. */
export interface Filters {
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
    stages: params.getAll('stage'),
    unit: params.get('unit'),
    light: light !== null && LIGHTS.includes(light) ? (light as Light) : null,
    due: due === 'today' || due === '3days' ? due : 'any',
    ended: params.get('ended') === 'true',
    pages: params.getAll('after'),
  };
}

/** The console's own address of a filtered list. */
export function writeFilters(filters: Filters): string {
  const params = new URLSearchParams([
    ...filters.stages.map((stage) => ['stage', stage]),
    ...(filters.unit ? [['unit', filters.unit]] : []),
    ...(filters.light ? [['light', filters.light]] : []),
    ...(filters.due === 'any' ? [] : [['due', filters.due]]),
    ...(filters.ended ? [['ended', 'true']] : []),
    ...filters.pages.map((cursor) => ['after', cursor]),
  ]);
  const search = params.toString();
  return search ? `/?${search}` : '/';
}

/** The API's query of a filtered list. Days are those of Asia/Shanghai, today included. */
export function apiSearch(filters: Filters, today: DayNumber): string {
  const days = filters.due === 'today' ? 1 : 3;
  const cursor = filters.pages.at(-1);
  return new URLSearchParams([
    ...filters.stages.map((stage) => ['stage', stage]),
    ...(filters.unit ? [['unit', filters.unit]] : []),
    ...(filters.light ? [['light', filters.light]] : []),
    ...(filters.due === 'any'
      ? []
      : [
          ['dueAfter', isoInstant(instantOf(today, 0))],
          ['dueBefore', isoInstant(instantOf(today + days, 0))],
        ]),
    ['ended', String(filters.ended)],
    ['limit', String(PAGE_SIZE)],
    ...(cursor ? [['after', cursor]] : []),
  ]).toString();
}
