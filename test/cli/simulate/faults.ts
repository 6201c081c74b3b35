import type { CaseEvent, CaseState, LevelData, StepData } from '../../../domain/case-state.ts';
import { LEVEL_REACHED } from '../../../domain/case-state.ts';
import { CORE, type Core } from '../../../cli/simulate/core.ts';
import type { Violation } from '../../../cli/simulate/violation.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Check = Violation['check'];

const stepsDone = (change: (event: CaseEvent, state: CaseState) => CaseEvent): Partial<Core> => ({
  stepEvent: (rules, state, step, now) => change(CORE.stepEvent(rules, state, step, now), state),
});

const levelsDone = (change: (event: CaseEvent) => CaseEvent): Partial<Core> => ({
  dueEvent: (...told) => {
    const event = CORE.dueEvent(...told);
    return event.type === LEVEL_REACHED ? change(event) : event;
  },
});

const withData = (event: CaseEvent, data: object): CaseEvent => ({
  ...event,
  data: { ...event.data, ...data },
});

const clocksAfter = (change: (clock: CaseState['clocks'][number]) => object): Partial<Core> => ({
  evolve: (state, event) => {
    const next = CORE.evolve(state, event);
    return { ...next, clocks: next.clocks.map((clock) => ({ ...clock, ...change(clock) })) };
  },
});

/** Broken cores, and the check that finds each out. */
export const FAULTS: readonly (readonly [string, Check, Partial<Core>])[] = [
  [
    'an event takes the version of the last one',
    'version',
    {
      ...stepsDone((event) => ({ ...event, version: event.version - 1 })),
      evolve: (state, event) =>
        CORE.evolve(state, state ? { ...event, version: state.version + 1 } : event),
    },
  ],
  [
    'a recording time goes back',
    'time',
    stepsDone((event, { lastAt }) => ({ ...event, at: Math.min(event.at, lastAt - 1) })),
  ],
  ['a level counts as not fired', 'broken', clocksAfter(() => ({ fired: [] }))],
  ['a level is recorded twice', 'level-once', levelsTwice()],
  [
    'the live state knows more than the log',
    'fold',
    clocksAfter((clock) => ({ statutoryDue: clock.statutoryDue + 1 })),
  ],
  [
    'people go before what is due',
    'due-first',
    {
      nextDueStep: (type, state, now) => CORE.nextDueStep(type, state, now - HOUR),
      wakeAt: (type, state) => {
        const wake = CORE.wakeAt(type, state);
        return wake === undefined ? undefined : wake + HOUR;
      },
    },
  ],
  [
    'timers fire early',
    'early',
    {
      wakeAt: (type, state) => {
        const wake = CORE.wakeAt(type, state);
        return wake === undefined ? undefined : wake - 1000;
      },
      nextDueStep: (type, state, now) => CORE.nextDueStep(type, state, now + 1000),
      dueEvent: (rules, state, due, now) => ({
        ...CORE.dueEvent(rules, state, due, now),
        at: Math.max(now, state.lastAt),
      }),
    },
  ],
  ['timers fire a day late', 'late', levelsDone((event) => ({ ...event, at: event.at + DAY }))],
  [
    'a level tells of another instant',
    'instant',
    levelsDone((event) => ({ ...event, dueAt: (event.dueAt ?? 0) - 1 })),
  ],
  [
    'the last level of every ladder is left out',
    'owed',
    {
      nextDueStep: (type, state, now) => CORE.nextDueStep(type, withoutTop(state), now),
      wakeAt: (type, state) => CORE.wakeAt(type, withoutTop(state)),
    },
  ],
  [
    'a late end counts as met',
    'outcome',
    stepsDone((event) => {
      const { ended } = event.data as StepData;
      return ended
        ? withData(event, { ended: ended.map((one) => ({ ...one, outcome: 'met' })) })
        : event;
    }),
  ],
  [
    'a clock is due a day late',
    'plan',
    stepsDone((event) => {
      const { started } = event.data as StepData;
      return started
        ? withData(event, {
            started: started.map((one) => ({ ...one, statutoryDue: one.statutoryDue + DAY })),
          })
        : event;
    }),
  ],
  ['a pause is forgotten', 'paused', stepsDone((event) => withData(event, { moved: undefined }))],
  [
    'clocks run on in ended states',
    'ended-state',
    stepsDone((event) => withData(event, { ended: undefined })),
  ],
  [
    'every round is the first',
    'rounds',
    stepsDone((event) => {
      const { started } = event.data as StepData;
      return started
        ? withData(event, { started: started.map((one) => ({ ...one, round: 1 })) })
        : event;
    }),
  ],
  ['a step stays where it was', 'step', stepsDone((event) => withData(event, { to: undefined }))],
  [
    'an event names another role',
    'actor',
    stepsDone((event) => (event.actorKind === 'person' ? { ...event, role: 'gardener' } : event)),
  ],
  ['a text is not sealed', 'privacy', stepsDone((event) => withData(event, { note: '私语' }))],
  [
    'no step starts a clock',
    'clockless',
    stepsDone((event) => withData(event, { started: undefined })),
  ],
  ['a guard is not asked', 'menu', unguarded()],
  ['every light is green', 'light', { caseLight: () => 'green' }],
  [
    'a ledger leaves its last day out',
    'ledger',
    { ledgerOf: (...asked) => CORE.ledgerOf(...asked).slice(0, -1) },
  ],
];

function levelsTwice(): Partial<Core> {
  return {
    evolve: (state, event) => {
      const next = CORE.evolve(state, event);
      if (event.type !== LEVEL_REACHED) return next;
      const { clock, level } = event.data as LevelData;
      const again = next.version % 5 === 0;
      const clocks = next.clocks.map((one) =>
        again && one.clock === clock
          ? { ...one, fired: one.fired.filter((l) => l !== level) }
          : one,
      );
      return { ...next, clocks };
    },
  };
}

function withoutTop(state: CaseState): CaseState {
  const clocks = state.clocks.map((clock) => ({ ...clock, levels: clock.levels.slice(0, -1) }));
  return { ...state, clocks };
}

function unguarded(): Partial<Core> {
  return {
    decide: ({ type, ...rules }, state, asked, now, other) => {
      const commands = Object.fromEntries(
        Object.entries(type.commands).map(([name, spec]) => [name, { ...spec, refuse: [] }]),
      );
      return CORE.decide({ ...rules, type: { ...type, commands } }, state, asked, now, other);
    },
  };
}
