import type { CaseEvent } from '../../../domain/case-state.ts';
import type { Automaton, ClosedCase } from './automaton.ts';

const staying = (state: string, ...commands: readonly string[]) =>
  Object.fromEntries(commands.map((command) => [command, [state]]));

const ANY = ['tellReporter', 'noteLinked'];
const GONE = { recordRemoval: ['acceptance'] };
const OWED = { annotate: ['annotated'], chooseRoute: ['pursuing'] };

/** Illegal buildings: stopped or found to be something, removed by whom it takes, or closed by another route. */
export const illegalBuilding: Automaton = {
  type: 'illegal-building',
  start: 'reported',
  moves: {
    reported: {
      recordArrival: ['onSite'],
      transferOut: ['transferred'],
      merge: ['merged'],
      ...staying('reported', 'changeLead', ...ANY),
    },
    onSite: {
      stop: ['stopped'],
      classify: ['classified'],
      proposeNotIllegal: ['notIllegalReview'],
      transferOut: ['transferred'],
      merge: ['merged'],
      ...staying('onSite', ...ANY),
    },
    notIllegalReview: {
      confirmNotIllegal: ['notIllegal'],
      rejectNotIllegal: ['onSite'],
      ...staying('notIllegalReview', ...ANY),
    },
    stopped: {
      removeAtOnce: ['acceptance'],
      classify: ['classified'],
      ...GONE,
      ...staying('stopped', ...ANY),
    },
    classified: {
      decide: ['decided'],
      ...OWED,
      ...GONE,
      ...staying('classified', 'classify', ...ANY),
    },
    decided: {
      serve: ['selfRemoval'],
      announce: ['announcing'],
      ...GONE,
      ...staying('decided', ...ANY),
    },
    announcing: {
      lapseAnnouncement: ['selfRemoval'],
      ...GONE,
      ...staying('announcing', ...ANY),
    },
    selfRemoval: {
      issueDemand: ['demanded'],
      recordSuit: ['litigation'],
      ...OWED,
      ...GONE,
      ...staying('selfRemoval', 'lapseRemedy', ...ANY),
    },
    demanded: {
      applyForced: ['governmentOrder'],
      recordSuit: ['litigation'],
      ...OWED,
      ...GONE,
      ...staying('demanded', 'lapseRemedy', ...ANY),
    },
    litigation: {
      recordUpheld: ['selfRemoval', 'demanded'],
      recordRevoked: ['classified'],
      ...staying('litigation', ...ANY),
    },
    governmentOrder: {
      orderForced: ['forced'],
      refuseForced: ['demanded'],
      ...staying('governmentOrder', ...ANY),
    },
    forced: { ...GONE, ...staying('forced', ...ANY) },
    pursuing: {
      completeRoute: ['acceptance'],
      abandonRoute: ['classified'],
      ...staying('pursuing', ...ANY),
    },
    annotated: {
      liftAnnotation: ['classified', 'selfRemoval', 'demanded'],
      ...staying('annotated', 'checkAnnotated', 'lapseRemedy', ...ANY),
    },
    acceptance: {
      writeOff: ['writtenOff'],
      refuseWriteOff: [
        'stopped',
        'classified',
        'decided',
        'announcing',
        'selfRemoval',
        'demanded',
        'forced',
        'pursuing',
      ],
      ...staying('acceptance', 'lapseRemedy', ...ANY),
    },
    writtenOff: {
      recordCityRefusal: ['classified'],
      archive: ['archived'],
      reopen: ['onSite'],
      ...staying('writtenOff', 'recordCityConfirmation', 'noteLinked'),
    },
    merged: { unmerge: ['reported', 'onSite'], noteLinked: ['merged'] },
    archived: {},
    notIllegal: {},
    transferred: {},
  },
  closed: ['writtenOff', 'archived'],
  handlingClocks: [
    'arrive',
    'informant',
    'judge',
    'dismissal',
    'followStop',
    'decide',
    'serve',
    'announcement',
    'selfRemoval',
    'remedy',
    'proceedings',
    'apply',
    'order',
    'force',
    'route',
    'annotationCheck',
    'signOff',
    'redo',
  ],
  atClose: buildingAtClose,
};

const ENDINGS = ['RemovalRecorded', 'RemovedAtOnce', 'RouteCompleted'];
const COMPLAINTS = ['HOTLINE', 'PETITION', 'REPORT'];

/** Gone or allowed, recorded by one and signed by another, its reporter told, nobody forced before the law's time was over. */
function buildingAtClose({ facts, log }: ClosedCase): readonly string[] {
  const last = (...types: readonly string[]): CaseEvent | undefined =>
    log.findLast(({ type }) => types.includes(type));
  const ending = last(...ENDINGS);
  const signature = last('BuildingWrittenOff');
  const complained = COMPLAINTS.includes(facts.source) || facts.reporter !== undefined;
  const stock = facts.build === 'EXISTING';
  return [
    ...(ending ? [] : ['nothing came of it']),
    ...(ending && signature?.actor === ending.actor ? ['one person recorded and signed'] : []),
    ...(complained && !last('ReporterTold') ? ['its reporter was not told'] : []),
    ...(ending?.type === 'RouteCompleted' && facts.class === 'MUST_REMOVE'
      ? ['what must go was allowed to stay']
      : []),
    ...forcedTooEarly(log),
    ...(last('BuildingArchived') && stock && !last('CityConfirmed')
      ? ['the city has not confirmed it']
      : []),
    ...((facts.orders ?? []).some(({ closed }: { closed: boolean }) => !closed)
      ? ['an order is open']
      : []),
  ];
}

/** Applications for removal by force that no lapse and no judgement since the service allowed. */
function forcedTooEarly(log: readonly CaseEvent[]): readonly string[] {
  let free = false;
  return log.flatMap(({ type }) => {
    if (['DecisionServed', 'AnnouncementLapsed'].includes(type)) free = false;
    if (['RemedyLapsed', 'DecisionUpheld'].includes(type)) free = true;
    return type === 'ForcedApplied' && !free ? ['it was forced while a suit was possible'] : [];
  });
}
