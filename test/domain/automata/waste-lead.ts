import type { CaseEvent } from '../../../domain/case-state.ts';
import type { Automaton, ClosedCase } from './automaton.ts';

/** Commands that leave a lead in the state in which they are given. */
const staying = (state: string, ...commands: readonly string[]) =>
  Object.fromEntries(commands.map((command) => [command, [state]]));

/** The lead as rows L1 to L8 tell it. */
export const wasteLead: Automaton = {
  type: 'waste-lead',
  start: 'draft',
  moves: {
    draft: { transfer: ['transferPending'], ...staying('draft', 'noteLinked') },
    transferPending: {
      accept: ['verifying'],
      askSupplement: ['supplement'],
      refuse: ['dispute'],
      mergeInto: ['feedbackDue'],
      takeOver: ['verifying'],
      changeLead: ['transferPending'],
      ...staying('transferPending', 'proposeRefusal', 'denyRefusal', 'noteLinked'),
    },
    supplement: {
      supplement: ['transferPending'],
      lapseSupplement: ['transferPending'],
      ...staying('supplement', 'noteLinked'),
    },
    dispute: {
      designate: ['transferPending'],
      upholdRefusal: ['feedbackDue'],
      ...staying('dispute', 'noteLinked'),
    },
    verifying: {
      openCase: ['filed'],
      proposeNotFiling: ['notFilingReview'],
      mergeInto: ['feedbackDue'],
      retransfer: ['feedbackDue'],
      reportCrime: ['criminalReview'],
      takeOver: ['verifying'],
      changeLead: ['transferPending'],
      ...staying(
        'verifying',
        'extendVerification',
        'reverseTransfer',
        'tellInformant',
        'noteLinked',
      ),
    },
    notFilingReview: {
      approveNotFiling: ['feedbackDue'],
      rejectNotFiling: ['verifying'],
      ...staying('notFilingReview', 'tellInformant', 'noteLinked'),
    },
    criminalReview: {
      approveCrimeTransfer: ['crimeApproved'],
      denyCrimeTransfer: ['verifying'],
      ...staying('criminalReview', 'tellInformant', 'noteLinked'),
    },
    crimeApproved: {
      transferToPolice: ['policeReview'],
      ...staying('crimeApproved', 'tellInformant', 'noteLinked'),
    },
    policeReview: {
      recordPoliceFiling: ['criminalHold'],
      recordPoliceDecline: ['policeDeclined'],
      ...staying('policeReview', 'recordForwarding', 'tellInformant', 'noteLinked'),
    },
    policeDeclined: {
      askReconsideration: ['policeReview'],
      acceptDecline: ['verifying'],
      ...staying('policeDeclined', 'tellInformant', 'noteLinked'),
    },
    criminalHold: {
      handOverGoods: ['feedbackDue'],
      ...staying('criminalHold', 'tellInformant', 'noteLinked'),
    },
    filed: {
      sendFilingFeedback: ['awaitingOutcome'],
      sendFinalFeedback: ['closed'],
      ...staying('filed', 'reverseTransfer', 'tellInformant', 'noteLinked', 'noteRevoked'),
    },
    feedbackDue: {
      sendFeedback: ['closed'],
      ...staying('feedbackDue', 'reverseTransfer', 'tellInformant', 'noteLinked'),
    },
    awaitingOutcome: {
      sendFinalFeedback: ['closed'],
      ...staying('awaitingOutcome', 'noteLinked', 'noteRevoked'),
    },
    closed: {},
  },
  closed: ['closed'],
  handlingClocks: [
    'transfer',
    'accept',
    'designate',
    'verify',
    'informant',
    'filingFeedback',
    'finalFeedback',
    'crimeDecision',
    'crimeTransfer',
    'policeForward',
    'policeFiling',
    'reconsider',
    'handOver',
  ],
  atClose: leadAtClose,
};

/** What each way out of a lead rests on. */
const DECIDED = [
  'CaseOpened',
  'NotFilingApproved',
  'LeadRetransferred',
  'LeadMerged',
  'RefusalUpheld',
  'GoodsHandedOver',
];
const LAST_FEEDBACK = ['FeedbackSent', 'FinalFeedbackSent'];

/** Decided and fed back, a filed one by its final disposition; whoever reported it was told; nobody approved himself. */
function leadAtClose({ facts, log }: ClosedCase): readonly string[] {
  const last = (...types: readonly string[]): CaseEvent | undefined =>
    log.findLast(({ type }) => types.includes(type));
  const decision = last(...DECIDED);
  const feedback = last(...LAST_FEEDBACK);
  const filed = decision?.type === 'CaseOpened';
  const told = last('InformantTold') !== undefined || inputOf(feedback)['informant'] !== undefined;
  const public_ =
    inputOf(log[0])['informant'] !== undefined ||
    ['HOTLINE', 'PETITION'].includes(String(inputOf(log[0])['source']));
  const proposer = last('NotFilingProposed')?.actor;
  return [
    ...(decision ? [] : ['nobody decided it']),
    ...(feedback ? [] : ['no feedback']),
    ...(filed && feedback?.type !== 'FinalFeedbackSent' ? ['no final disposition'] : []),
    ...(filed && !last('LinkedCaseMoved') ? ['the case has not ended'] : []),
    ...(public_ && !told ? ['the informant was not told'] : []),
    ...(decision?.type === 'NotFilingApproved' && decision.actor === proposer
      ? ['its proposer approved it']
      : []),
    ...(decision?.type === 'GoodsHandedOver' && !last('PoliceFiled')
      ? ['the police did not file']
      : []),
    ...(last('LeadTransferred') ? [] : ['it was never transferred']),
    ...((facts.orders ?? []).some(({ closed }: { closed: boolean }) => !closed)
      ? ['an order is open']
      : []),
  ];
}

const inputOf = (event: CaseEvent | undefined): Readonly<Record<string, unknown>> =>
  (event?.data as { input?: Record<string, unknown> } | undefined)?.input ?? {};
