import { dayNumber, dayOf } from '../../calendar/civil.ts';
import { minuteText } from '../../calendar/text.ts';
import { type ClockState, isRunning } from '../../clocks/clock.ts';
import { deadlineOf, type Policy } from '../../policy/policy.ts';
import { type Refusal, refuse } from '../../rejection.ts';
import type { Item } from './facts.ts';
import { fenOf, lastInstant, yuanText } from './figures.ts';
import { extendable, named } from './items.ts';
import type { WasteGuard } from './shape.ts';
import type { WasteFacts } from './facts.ts';

/** Two years after the act ended nothing is punished any more, five where it harmed life or health (Penalty Law art. 36). */
export const timeBarred: WasteGuard<{ readonly harm?: boolean | undefined }> = (step) => {
  const { facts, input } = step;
  const harm = input ? input.harm === true : true;
  const key = harm ? 'waste.limitation.HARM' : 'waste.limitation';
  const last = lastInstant(step, key, facts.actEndedOn);
  return facts.receivedAt > last
    ? refuse('TIME_BARRED', { details: { lastDay: minuteText(last).slice(0, 10) } })
    : undefined;
};

/** What is decided on the spot has no such exception. */
export const timeBarredOnTheSpot: WasteGuard = (step) =>
  step.facts.receivedAt > lastInstant(step, 'waste.limitation', step.facts.actEndedOn)
    ? timeBarred({ ...step, input: {} })
    : undefined;

export const notProposed =
  (proposal: NonNullable<WasteFacts['proposal']>): WasteGuard =>
  ({ facts }) =>
    facts.proposal === proposal
      ? undefined
      : refuse('NOT_PROPOSED', {
          details: { proposal: proposal === 'FILE' ? '立案' : '不予立案' },
        });

/** On the spot: a warning, or a small fine (Penalty Law art. 51). */
export const fineTooHigh: WasteGuard<{ readonly amount: number }> = ({ facts, input, policy }) => {
  const key = facts.partyKind === 'PERSON' ? 'waste.simplePerson' : 'waste.simpleOrg';
  const limit = fenOf(policy, key);
  return input && input.amount > limit
    ? refuse('SIMPLE_FINE_TOO_HIGH', {
        field: 'input.amount',
        details: { amount: yuanText(input.amount), limit: yuanText(limit) },
      })
    : undefined;
};

/** More time is given once, before the limit is over, and no more than the rule has. */
const longer = (
  policy: Policy,
  clock: ClockState | undefined,
  given: boolean,
  now: number,
  days: number | undefined,
): Refusal | undefined => {
  if (!clock || given) return refuse('WASTE_EXTENSION_EXHAUSTED');
  if (clock.pausedAt === undefined && now >= clock.statutoryDue) {
    return refuse('WASTE_EXTENSION_TOO_LATE', {
      details: { dueAt: minuteText(clock.statutoryDue) },
    });
  }
  const max = deadlineOf(policy, clock.limitKey).extension?.steps[0]?.max ?? 0;
  return days !== undefined && days > max
    ? refuse('WASTE_EXTENSION_TOO_LONG', { field: 'input.days', details: { days, max } })
    : undefined;
};

type Days = { readonly days: number };

const running = (clocks: readonly ClockState[], name: string, object?: string) =>
  clocks.find((one) => one.clock === name && isRunning(one) && one.object === object);

export const verifyNotExtendable: WasteGuard<Days> = ({ facts, input, clocks, policy, now }) =>
  longer(policy, running(clocks, 'verify'), facts.verifyExtension !== undefined, now, input?.days);

export const disputeNotExtendable: WasteGuard<Days> = ({ facts, input, clocks, policy, now }) =>
  longer(policy, running(clocks, 'dispute'), facts.remedyExtension !== undefined, now, input?.days);

export const seizureNotExtendable: WasteGuard<Days & { readonly item?: string | undefined }> = (
  step,
) => {
  const { facts, input, clocks, policy, now } = step;
  const item = named(extendable(facts), input?.item);
  if (!item) return undefined;
  return longer(
    policy,
    running(clocks, 'seizure', item.number),
    item.extended === true,
    now,
    input?.days,
  );
};

/** There is such a thing among those that the step is for, and the input names one of them. */
export const noSuchItem =
  (
    among: (facts: WasteFacts) => readonly Item[],
  ): WasteGuard<{ readonly item?: string | undefined }> =>
  ({ facts, input }) =>
    named(among(facts), input?.item)
      ? undefined
      : refuse('NO_SUCH_MEASURE', input?.item === undefined ? {} : { field: 'input.item' });

/** The law has steps of extension (30, then 60 days) that this policy does not use. */
export const decisionExtensionOff: WasteGuard = ({ policy }) => {
  const rule = deadlineOf(policy, 'waste.decisionDays');
  return rule.extension?.off === true
    ? refuse('DECISION_EXTENSION_OFF', { details: { clause: rule.clause } })
    : undefined;
};

export const dateNotAhead =
  <Field extends string>(
    field: Field,
    title: string,
  ): WasteGuard<{ readonly [K in Field]: string }> =>
  ({ input, now }) =>
    input && dayNumber(input[field]) <= dayOf(now)
      ? refuse('DATE_NOT_AHEAD', { field: `input.${field}`, details: { title } })
      : undefined;

export const informedAlready: WasteGuard = ({ facts }) =>
  !facts.publicReport || facts.informed ? refuse('NOBODY_TO_INFORM') : undefined;
export const fedBackAlready: WasteGuard = ({ facts }) =>
  facts.transferor === undefined || facts.fedBack ? refuse('NO_FEEDBACK_DUE') : undefined;
export const assistanceOpen: WasteGuard = ({ facts }) =>
  facts.assisting.length > 0
    ? refuse('WASTE_ASSISTANCE_OPEN', { details: { count: facts.assisting.length } })
    : undefined;
export const holdsAlready: WasteGuard<{ readonly unit: string }> = ({ facts, input }) =>
  input && [facts.leadUnit, ...facts.assisting].includes(input.unit)
    ? refuse('HOLDS_ALREADY', { field: 'input.unit' })
    : undefined;
export const nobodyAssists: WasteGuard = ({ facts }) =>
  facts.assisting.length === 0 ? refuse('NOBODY_ASSISTS') : undefined;
export const assistsNot: WasteGuard<{ readonly unit: string }> = ({ facts, input }) =>
  input && !facts.assisting.includes(input.unit)
    ? refuse('ASSISTS_NOT', { field: 'input.unit' })
    : undefined;
export const goodsHeld: WasteGuard = ({ facts }) => {
  const count = facts.items.filter(({ disposed }) => !disposed).length;
  return count > 0 ? refuse('GOODS_HELD', { details: { count } }) : undefined;
};

export const nothingHeld: WasteGuard = ({ facts }) =>
  facts.items.every(({ disposed }) => disposed) ? refuse('NO_SUCH_MEASURE') : undefined;
export const policeNotDeclined: WasteGuard = ({ facts }) =>
  facts.policeDeclined ? undefined : refuse('POLICE_NOT_DECLINED');
export const handedAlready: WasteGuard = ({ clocks }) =>
  running(clocks, 'criminalTransfer') ? undefined : refuse('HANDED_ALREADY');

/** What lapses happens when its clock says so, and at nobody's bidding. */
export const happensByItself: WasteGuard = () => refuse('HAPPENS_BY_ITSELF');
