import { refuse } from '../../rejection.ts';
import { type Measured, onCityList } from './facts.ts';
import { CLASSES, PURSUED, type PursuedRoute, ROUTES_OF } from './labels.ts';
import type { BuildingGuard } from './phase.ts';

/** Some of it still stands. */
export const removalIncomplete: BuildingGuard<Measured> = ({ facts, input }) => {
  const { measured } = facts;
  if (!input || !measured) return undefined;
  const lacking =
    input.area < measured.area
      ? 'area'
      : input.buildings < measured.buildings
        ? 'buildings'
        : undefined;
  return lacking
    ? refuse('REMOVAL_INCOMPLETE', { field: `input.${lacking}`, details: { ...measured } })
    : undefined;
};

/** What must be removed is closed by removal alone. */
export const removalOnly: BuildingGuard = ({ facts }) =>
  facts.class && ROUTES_OF[facts.class].length > 0
    ? undefined
    : refuse('REMOVAL_ONLY', { details: { class: facts.class ? CLASSES[facts.class] : '未认定' } });

export const routeNotAllowed: BuildingGuard<{ route: PursuedRoute }> = ({ facts, input }) =>
  input && facts.class && !ROUTES_OF[facts.class].includes(input.route)
    ? refuse('ROUTE_NOT_ALLOWED', {
        field: 'input.route',
        details: { route: PURSUED[input.route], class: CLASSES[facts.class] },
      })
    : undefined;

/** Whoever recorded that it is gone does not sign it off. */
export const recorderCannotSign: BuildingGuard = ({ facts, actor }) =>
  facts.outcome?.by === actor.id ? refuse('RECORDER_CANNOT_SIGN') : undefined;

export const notOnCityList: BuildingGuard = ({ facts }) =>
  onCityList(facts) ? undefined : refuse('NOT_ON_CITY_LIST');

export const cityConfirmedAlready: BuildingGuard = ({ facts }) =>
  facts.cityConfirmed ? refuse('CITY_CONFIRMED_ALREADY') : undefined;

/** The district's signature and the city's are two facts. */
export const cityConfirmationMissing: BuildingGuard = ({ facts }) =>
  onCityList(facts) && !facts.cityConfirmed ? refuse('CITY_CONFIRMATION_MISSING') : undefined;
