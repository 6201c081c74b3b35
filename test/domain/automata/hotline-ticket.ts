import type { CaseEvent } from '../../../domain/case-state.ts';
import type { Automaton, ClosedCase } from './automaton.ts';

/** Commands that leave a case in the state in which they are given. */
const staying = (state: string, commands: readonly string[]) =>
  Object.fromEntries(commands.map((command) => [command, [state]]));

/** Ties that stay possible until the ticket ends, and what linked cases tell. */
const TIES = [
  'joinIncident',
  'leaveIncident',
  'markRepeat',
  'takeInMerged',
  'mergedLeft',
  'noteLinked',
];
const CONVERSIONS = ['convertToLead', 'convertToHazard', 'convertToBuilding', 'convertToPetition'];
const ASSISTANTS = ['replyAssistance', 'waiveAssistance'];
const SECTIONS = ['replySection', 'waiveSection'];
const HELP = ['inviteAssistance', ...ASSISTANTS, ...SECTIONS];
const FIRST_STEPS = ['recordOnSite', 'recordInterimReport', 'assignSection'];

const VOIDABLE = { requestVoid: ['voidReview'] };
const OUT = { transferOut: ['transferredOut'] };
const MERGEABLE = { merge: ['merged'], convene: ['coordination'] };
/** The supervisor takes it from its unit, or gives it to another. */
const TAKEN = { takeOver: ['coordination'], changeLead: ['pendingAck'] };

/** The ticket as rows T1 to T21 tell it. */
export const hotlineTicket: Automaton = {
  type: 'hotline-ticket',
  start: 'pendingDispatch',
  moves: {
    pendingDispatch: {
      dispatch: ['pendingAck'],
      rejectAcceptance: ['rejected'],
      answerDirectly: ['calledBack'],
      ...VOIDABLE,
      ...OUT,
      ...MERGEABLE,
      ...staying('pendingDispatch', [...ASSISTANTS, ...TIES, ...CONVERSIONS]),
    },
    pendingAck: {
      acknowledge: ['acknowledged'],
      requestReturn: ['returnReview'],
      ...VOIDABLE,
      ...OUT,
      ...MERGEABLE,
      ...TAKEN,
      ...staying('pendingAck', [...HELP, ...TIES, ...CONVERSIONS]),
    },
    returnReview: {
      approveReturn: ['pendingDispatch'],
      openCoordination: ['coordination'],
      rejectReturn: ['pendingAck', 'acknowledged', 'inProgress'],
      ...OUT,
      ...TAKEN,
      ...staying('returnReview', [...ASSISTANTS, ...SECTIONS, ...TIES]),
    },
    coordination: {
      decideCoordination: ['pendingAck'],
      ...OUT,
      ...staying('coordination', [...ASSISTANTS, ...TIES]),
    },
    acknowledged: {
      recordContact: ['inProgress'],
      requestReturn: ['returnReview'],
      ...VOIDABLE,
      ...OUT,
      ...MERGEABLE,
      ...TAKEN,
      ...staying('acknowledged', [
        'recordContactFailed',
        ...FIRST_STEPS,
        ...HELP,
        ...TIES,
        ...CONVERSIONS,
      ]),
    },
    inProgress: {
      requestReturn: ['returnReview'],
      suspend: ['suspended'],
      submitResult: ['unitReview'],
      submitRework: ['unitReview'],
      ...VOIDABLE,
      ...OUT,
      ...MERGEABLE,
      ...TAKEN,
      ...staying('inProgress', [
        'recordProgress',
        'requestExtension',
        'grantExtension',
        'refuseExtension',
        ...FIRST_STEPS,
        ...HELP,
        ...TIES,
        ...CONVERSIONS,
      ]),
    },
    suspended: {
      resume: ['inProgress'],
      ...OUT,
      ...TAKEN,
      ...staying('suspended', [...ASSISTANTS, ...SECTIONS, ...TIES]),
    },
    unitReview: {
      approveResult: ['callbackPending'],
      rejectResult: ['inProgress'],
      ...staying('unitReview', TIES),
    },
    callbackPending: {
      recordCallback: ['calledBack'],
      orderRework: ['inProgress'],
      declareDifficult: ['calledBack'],
      coordinateRework: ['coordination'],
      ...staying('callbackPending', ['recordUnreached', ...TIES]),
    },
    calledBack: { close: ['closed'], ...staying('calledBack', TIES) },
    voidReview: {
      confirmVoid: ['voided'],
      rejectVoid: ['pendingDispatch', 'pendingAck', 'acknowledged', 'inProgress'],
      ...staying('voidReview', TIES),
    },
    closed: {
      reopen: ['inProgress'],
      reopenForDispatch: ['pendingDispatch'],
      archive: ['archived'],
      noteLinked: ['closed'],
    },
    merged: {
      unmerge: ['pendingDispatch'],
      callBackMerged: ['archived'],
      ...staying('merged', ['recordUnreached', 'noteMasterClosed', 'noteLinked']),
    },
    transferredOut: {},
    archived: {},
    voided: {},
    rejected: {},
  },
  closed: ['closed', 'archived', 'merged', 'transferredOut'],
  handlingClocks: [
    'dispatch',
    'acknowledge',
    'firstContact',
    'handle',
    'unitHandle',
    'onSite',
    'feedback',
    'formal',
    'section',
    'assist',
    'coordination',
    'unitReview',
    'rework',
    'callback',
    'close',
    'orderReply',
    'escalation',
  ],
  atClose: ticketAtClose,
};

const EVIDENCE: Readonly<Record<string, readonly string[]>> = {
  ACTUALLY_RESOLVED: ['before', 'after'],
  EXPLAINED: ['explanation'],
  REFERRED: ['channel'],
  UNFOUNDED: ['check'],
};

/** Events of those who work on the matter. */
const HANDLING = [
  'AnsweredDirectly',
  'CitizenContacted',
  'ContactFailed',
  'ArrivedOnSite',
  'InterimReported',
  'ProgressRecorded',
  'SectionReplied',
  'AssistanceReplied',
  'ResultSubmitted',
  'ReworkSubmitted',
];

const RESULTS = ['ResultSubmitted', 'ReworkSubmitted', 'AnsweredDirectly', 'DifficultyDeclared'];

function ticketAtClose(closed: ClosedCase): readonly string[] {
  const { facts, log } = closed;
  const orders: readonly { readonly closed: boolean }[] = facts.orders ?? [];
  const ended = log.findLast(({ data }) => 'to' in data && data.to !== 'archived');
  const how = ended?.type ?? '';
  return [
    ...(orders.some((order) => !order.closed) ? ['an order is open'] : []),
    ...(how === 'TicketClosed' ? closedInOrder(closed) : []),
    ...(how === 'TicketTransferredOut' && !(facts.acceptedPetitions?.length > 0)
      ? ['no petition was accepted']
      : []),
  ];
}

/** The signer did not handle it, the last result proves what it says, nobody still owes anything. */
function closedInOrder({ facts, log }: ClosedCase): readonly string[] {
  const last = (types: readonly string[]): CaseEvent | undefined =>
    log.findLast(({ type }) => types.includes(type));
  const did = (person: string | undefined): boolean =>
    log.some(({ type, actor }) => HANDLING.includes(type) && actor === person);
  const result = last(RESULTS);
  const given = inputOf(result);
  const caller = last(['CallbackRecorded', 'DifficultyDeclared']);
  const direct = result?.type === 'AnsweredDirectly';
  return [
    ...(did(last(['TicketClosed'])?.actor) ? ['its handler closed it'] : []),
    ...(direct ? [] : calledBack(caller, did)),
    ...(direct || last(['CitizenContacted']) ? [] : ['nobody contacted the citizen']),
    ...proofOf(result?.type ?? '', given)
      .filter((field) => given[field] === undefined)
      .map((field) => `no ${field}`),
    ...(facts.assisting.length > 0 ? ['a unit still assists'] : []),
    ...(facts.sections.length > 0 ? ['a section still has it'] : []),
  ];
}

/** Somebody who did not handle it called back, and the caller was neither dissatisfied nor left alone. */
function calledBack(
  call: CaseEvent | undefined,
  did: (person: string | undefined) => boolean,
): readonly string[] {
  const { satisfaction, contacted } = inputOf(call);
  return [
    ...(call ? [] : ['nobody called back']),
    ...(did(call?.actor) ? ['its handler called back'] : []),
    ...(satisfaction === 'DISSATISFIED' || contacted === 'NO'
      ? ['the caller was not content']
      : []),
  ];
}

/** What the result that stands must have proved. */
function proofOf(event: string, given: Readonly<Record<string, unknown>>): readonly string[] {
  if (event === 'AnsweredDirectly') return ['reply'];
  if (event === 'DifficultyDeclared') return ['explanation'];
  const record = event === 'ReworkSubmitted' ? ['record'] : [];
  return [...record, ...(EVIDENCE[String(given['resultType'])] ?? ['result'])];
}

const inputOf = (event: CaseEvent | undefined): Readonly<Record<string, unknown>> =>
  (event?.data as { input?: Record<string, unknown> } | undefined)?.input ?? {};
