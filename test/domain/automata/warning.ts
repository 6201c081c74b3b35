import type { Automaton, ClosedCase } from './automaton.ts';

/** City vital-sign warnings: pushed within a minute or missed, verified, sent to a unit, recovered. */
export const warning: Automaton = {
  type: 'warning',
  start: 'triggered',
  moves: {
    triggered: {
      push: ['pushed'],
      missPush: ['pushMissed'],
      merge: ['merged'],
      noteLinked: ['triggered'],
    },
    pushMissed: { push: ['pushed'], merge: ['merged'], noteLinked: ['pushMissed'] },
    pushed: { acknowledge: ['acknowledged'], merge: ['merged'], noteLinked: ['pushed'] },
    acknowledged: {
      verifyReal: ['verified'],
      verifyFalse: ['falseAlarm'],
      closeTest: ['closed'],
      merge: ['merged'],
      noteLinked: ['acknowledged'],
    },
    falseAlarm: {
      rejectFalse: ['acknowledged'],
      closeFalse: ['closed'],
      noteLinked: ['falseAlarm'],
    },
    verified: {
      dispatch: ['dispatched'],
      convertToHazard: ['verified'],
      noteLinked: ['verified'],
    },
    dispatched: {
      returnTask: ['verified'],
      reachSite: ['handling'],
      changeLead: ['dispatched'],
      convertToHazard: ['dispatched'],
      noteLinked: ['dispatched'],
    },
    handling: {
      reportProgress: ['handling'],
      recover: ['recovered'],
      changeLead: ['dispatched'],
      convertToHazard: ['handling'],
      noteLinked: ['handling'],
    },
    recovered: {
      rejectRecovery: ['handling'],
      close: ['closed'],
      convertToHazard: ['recovered'],
      noteLinked: ['recovered'],
    },
    merged: { unmerge: ['acknowledged'] },
    closed: {},
  },
  closed: ['closed'],
  handlingClocks: [
    'push',
    'repush',
    'acknowledge',
    'verify',
    'review',
    'dispatch',
    'onsite',
    'recover',
    'close',
  ],
  atClose: warningAtClose,
};

const ENDS = ['WarningClosed', 'FalseAlarmClosed', 'TestClosed'];

/** Delivered, verified by somebody, ended by somebody else where it was grave or handled; a miss is never forgotten. */
function warningAtClose({ facts, log }: ClosedCase): readonly string[] {
  const types = log.map(({ type }) => type);
  const end = log.findLast(({ type }) => ENDS.includes(type));
  const grave = facts.level === 'RED' || facts.level === 'ORANGE';
  const finder = log.findLast(({ type }) => type === 'FalseAlarmFound')?.actor;
  const handlers = log
    .filter(({ type }) => ['SiteReached', 'ProgressReported', 'WarningRecovered'].includes(type))
    .map(({ actor }) => actor);
  return [
    ...(types.includes('WarningPushed') || types.includes('WarningUnmerged')
      ? []
      : ['it was never pushed']),
    ...(types.includes('PushMissed') === facts.missed ? [] : ['a missed push is forgotten']),
    ...(end?.type === 'WarningClosed' && !types.includes('WarningRecovered')
      ? ['it did not recover']
      : []),
    ...(end?.type === 'WarningClosed' && handlers.includes(end.actor)
      ? ['its handler closed it']
      : []),
    ...(end?.type === 'FalseAlarmClosed' && end.actor === finder ? ['its verifier closed it'] : []),
    ...(grave && end?.actor.startsWith('desk-') ? ['the desk closed a grave one'] : []),
    ...((facts.orders ?? []).some(({ closed }: { closed: boolean }) => !closed)
      ? ['an order is open']
      : []),
  ];
}
