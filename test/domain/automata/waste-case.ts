import { type CaseEvent, LEVEL_REACHED, type StepData } from '../../../domain/case-state.ts';
import type { Automaton } from './automaton.ts';

type Moves = Readonly<Record<string, readonly string[]>>;

/** Commands that leave a case where it is. */
const stays = (state: string, ...commands: readonly string[]): Moves =>
  Object.fromEntries(commands.map((command) => [command, [state]]));

/** What goes on in any state until the case ends: things that were taken, their limits, and the head's approval of them. */
const ANYWHERE = ['approveSeizure', 'refuseSeizure', 'lapseSeizure', 'lapseUnclaimed'];
const TAKING = ['registerEvidence', 'seize', 'seizeAtOnce'];
const GOODS = ['disposeEvidence', 'extendSeizure', 'disposeGoods', 'announceUnclaimed'];
/** Between filing and the end. */
const ALONG = [
  ...ANYWHERE,
  ...GOODS,
  'assignOfficers',
  'sendFeedback',
  'informInformant',
  'verifyRectification',
  'demandSubstitute',
  'substitute',
  'clearAtOnce',
  'withdrawPublication',
];
const BEFORE_DECISION = [
  ...ALONG,
  'replyAssistance',
  'postponeAssistance',
  'waiveAssistance',
  'askReconsideration',
  'extendDecision',
];
/** A repeated offender is reported from the decision on. */
const AFTER_DECISION = [...ALONG, 'publish', 'waivePublication', 'reportOffender'];
const REMEDY = [
  'acceptReview',
  'acceptLitigation',
  'extendReview',
  'reviewUpheld',
  'judgementUpheld',
  'lapseReviewWindow',
  'lapseLitigationWindow',
];
const REVOKED = { revokeToRedo: ['investigating'], revoke: ['withdrawn'] };
const PAYING = { payInFull: ['closing'] };

const filed = (state: string): Moves => stays(state, ...BEFORE_DECISION);
const decided = (state: string): Moves => stays(state, ...AFTER_DECISION);
const contestable = (state: string): Moves => ({
  ...decided(state),
  ...stays(state, ...REMEDY),
  ...REVOKED,
});
const ended = (state: string): Moves => ({
  ...stays(
    state,
    'sendFeedback',
    'informInformant',
    'sendFinalFeedback',
    'withdrawPublication',
    'reportOffender',
  ),
  archive: ['archived'],
});

const namesOf = (log: readonly CaseEvent[]): readonly string[] =>
  log.map(({ type }) => type).filter((type) => type !== LEVEL_REACHED);

/** The part of a log since an event, from its last time on. */
const since = (names: readonly string[], event: string): readonly string[] =>
  names.slice(names.lastIndexOf(event) + 1);

/** Persons whose acts are of a kind. */
const actorsOf = (log: readonly CaseEvent[], events: readonly string[]): readonly string[] =>
  log.filter(({ type }) => events.includes(type)).map(({ actor }) => actor);

const ACTS = [
  'VerificationRecorded',
  'EvidenceTaken',
  'InvestigationConcluded',
  'FilingProposed',
  'GoodsSeizedAtOnce',
];
const APPROVALS = [
  'CaseFiled',
  'FineDecided',
  'PenaltyDecided',
  'NoPenaltyDecided',
  'WasteCaseClosed',
  'LegalReviewPassed',
  'HearingHeld',
];
const PENALTIES = ['FineDecided', 'PenaltyDecided'];
const SETTLED = ['DefenceLapsed', 'DefenceWaived', 'DefenceConsidered'];

/** A penalty needs the notice served and the defence settled; a hearing right needs its window settled too. */
function procedureProblems(names: readonly string[]): readonly string[] {
  const decision = names.findLastIndex((name) => PENALTIES.includes(name));
  if (decision < 0) return [];
  const before = since(names.slice(0, decision), 'InvestigationConcluded');
  const told = before.some((name) => ['NoticeServed', 'NoticeAnnouncementOver'].includes(name));
  const settled = before.some((name) => SETTLED.includes(name));
  const heard = before.some((name) =>
    ['HearingLapsed', 'HearingWaived', 'HearingHeld', 'HearingWithdrawn'].includes(name),
  );
  return [
    ...(told ? [] : ['no prior notice']),
    ...(settled ? [] : ['defence not settled']),
    ...(before.includes('HearingRightIssued') && !heard ? ['hearing not settled'] : []),
  ];
}

/** 行政处罚案件 told once more, from the register D1 to D25 and the list of states (domain rules 4.3, 4.4, 1.4). */
export const wasteCase: Automaton = {
  type: 'waste-case',
  start: 'verifying',
  moves: {
    verifying: {
      ...stays(
        'verifying',
        ...ANYWHERE,
        ...TAKING,
        ...GOODS,
        'verify',
        'extendVerification',
        'assignOfficers',
        'informInformant',
        'clearAtOnce',
        'changeLead',
      ),
      proposeFiling: ['filingReview'],
      proposeNotFiling: ['filingReview'],
      askWithdrawal: ['withdrawalReview'],
      fineOnTheSpot: ['performance'],
      warnOnTheSpot: ['closing'],
    },
    filingReview: {
      ...stays('filingReview', ...ANYWHERE, ...GOODS, 'informInformant'),
      approveFiling: ['investigating'],
      approveNotFiling: ['notFiled'],
      returnProposal: ['verifying'],
    },
    investigating: {
      ...filed('investigating'),
      ...stays(
        'investigating',
        ...TAKING,
        'investigate',
        'inviteAssistance',
        'orderRectification',
        'takeOver',
      ),
      startTesting: ['testing'],
      suspend: ['suspended'],
      reportCrime: ['criminalReview'],
      askWithdrawal: ['withdrawalReview'],
      conclude: ['concluded'],
    },
    testing: { ...filed('testing'), endTesting: ['investigating'] },
    suspended: { ...filed('suspended'), resume: ['investigating'] },
    criminalReview: {
      ...filed('criminalReview'),
      approveTransfer: ['criminalHold'],
      refuseTransfer: ['investigating', 'concluded'],
    },
    criminalHold: {
      ...filed('criminalHold'),
      ...stays('criminalHold', 'handToPolice'),
      policeFiled: ['transferred'],
      policeDeclined: ['investigating'],
    },
    withdrawalReview: {
      ...filed('withdrawalReview'),
      approveWithdrawal: ['withdrawn'],
      refuseWithdrawal: ['verifying', 'investigating'],
    },
    concluded: {
      ...filed('concluded'),
      submitLegalReview: ['legalReview'],
      startDiscussion: ['discussion'],
      issueNotice: ['priorNotice'],
      issueHearingRight: ['priorNotice'],
      decideNoPenalty: ['decided'],
      sendBack: ['investigating'],
      reportCrime: ['criminalReview'],
    },
    legalReview: {
      ...filed('legalReview'),
      passReview: ['concluded', 'decisionApproval'],
      rejectReview: ['investigating'],
    },
    discussion: { ...filed('discussion'), recordDiscussion: ['concluded', 'decisionApproval'] },
    priorNotice: {
      ...filed('priorNotice'),
      serveNotice: ['defence'],
      announceNotice: ['noticeAnnounced'],
      sendBack: ['investigating'],
    },
    noticeAnnounced: { ...filed('noticeAnnounced'), noticeAnnouncementOver: ['defence'] },
    defence: {
      ...filed('defence'),
      ...stays(
        'defence',
        'waiveDefence',
        'recordDefence',
        'considerDefence',
        'lapseDefence',
        'waiveHearing',
        'lapseHearing',
      ),
      requestHearing: ['hearing'],
      submitDecision: ['decisionApproval'],
    },
    hearing: {
      ...filed('hearing'),
      ...stays(
        'hearing',
        'waiveDefence',
        'recordDefence',
        'considerDefence',
        'lapseDefence',
        'noticeHearing',
        'serveHearingNotice',
      ),
      holdHearing: ['defence'],
      withdrawHearing: ['defence'],
    },
    decisionApproval: {
      ...filed('decisionApproval'),
      submitLegalReview: ['legalReview'],
      startDiscussion: ['discussion'],
      decideFine: ['decided'],
      decidePenalty: ['decided'],
      decideNoPenalty: ['decided'],
      sendBack: ['investigating'],
    },
    decided: {
      ...decided('decided'),
      serveDecision: ['performance'],
      servePenalty: ['closing'],
      serveNoPenalty: ['closing'],
      announceDecision: ['decisionAnnounced'],
    },
    decisionAnnounced: {
      ...decided('decisionAnnounced'),
      decisionAnnouncementOver: ['performance'],
    },
    performance: {
      ...contestable('performance'),
      ...PAYING,
      ...stays('performance', 'payPart', 'grantDeferral'),
      lapsePayment: ['defaulted'],
      lapseDeferral: ['defaulted'],
    },
    defaulted: {
      ...contestable('defaulted'),
      ...PAYING,
      ...stays('defaulted', 'payPart', 'issueDemand'),
      serveDemand: ['demanded'],
    },
    demanded: {
      ...contestable('demanded'),
      ...PAYING,
      ...stays('demanded', 'payPart', 'issueDemand', 'lapseDemand'),
      applyToCourt: ['courtApplied'],
    },
    courtApplied: {
      ...decided('courtApplied'),
      ...stays(
        'courtApplied',
        'payPart',
        'courtAccepted',
        'lapseReviewWindow',
        'lapseLitigationWindow',
      ),
      courtRuled: ['enforcing'],
      courtRefused: ['closing'],
    },
    enforcing: {
      ...decided('enforcing'),
      ...stays('enforcing', 'payPart', 'lapseReviewWindow', 'lapseLitigationWindow'),
      enforced: ['closing'],
      terminated: ['closing'],
    },
    closing: {
      ...contestable('closing'),
      ...stays('closing', 'orderRectification', 'proposeClosing'),
      close: ['closed'],
    },
    closed: { ...ended('closed'), ...stays('closed', ...REMEDY), ...REVOKED },
    notFiled: ended('notFiled'),
    withdrawn: ended('withdrawn'),
    transferred: { ...ended('transferred'), ...stays('transferred', 'handOverGoods') },
    archived: {},
  },
  closed: ['closed'],
  handlingClocks: [
    'verify',
    'decision',
    'evidence',
    'seizure',
    'release',
    'emergencyApproval',
    'unclaimed',
    'legalReview',
    'defence',
    'hearingRequest',
    'delivery',
    'payment',
    'deferral',
    'demand',
    'courtApplication',
    'courtAcceptance',
    'courtRuling',
    'enforcement',
    'rectification',
    'closing',
    'publication',
    'orderReply',
    'assistance',
  ],
  atClose: ({ facts, log }) => {
    const names = namesOf(log);
    const closing = names.lastIndexOf('WasteCaseClosed');
    const acted = actorsOf(log, ACTS);
    const approved = actorsOf(
      log.slice(0, log.findLastIndex(({ type }) => type === 'WasteCaseClosed') + 1),
      APPROVALS,
    );
    const taken = names
      .slice(0, closing)
      .filter((name) =>
        ['GoodsSeized', 'GoodsSeizedAtOnce', 'EvidenceRegistered'].includes(name),
      ).length;
    const left = names
      .slice(0, closing)
      .filter((name) =>
        ['GoodsDisposed', 'SeizureRefused', 'EvidenceDisposed', 'GoodsUnclaimed'].includes(name),
      ).length;
    const fined = facts.fine > 0;
    const seconds = log.flatMap(({ type, data }) =>
      ACTS.includes(type) ? [(data as StepData & { input: { second?: string } }).input.second] : [],
    );
    return [
      ...procedureProblems(names),
      ...(approved.some((actor) => acted.includes(actor)) ? ['an investigator approved'] : []),
      ...(seconds.some((second, index) => second === undefined || second === acted[index])
        ? ['an act of one officer']
        : []),
      ...(taken === left ? [] : ['goods are held']),
      ...(fined &&
      facts.paid < facts.fine &&
      !['TERMINATED', 'COURT_REFUSED'].includes(facts.ending)
        ? ['fine not paid']
        : []),
      ...(facts.rectification !== undefined && facts.rectification !== 'DONE'
        ? ['not rectified']
        : []),
      ...(facts.publication === 'DUE' ? ['not published'] : []),
      ...(facts.publicReport && !names.includes('InformantInformed') ? ['informant not told'] : []),
      ...(facts.transferor !== undefined && !names.includes('FilingFedBack')
        ? ['transferor not told']
        : []),
      ...((facts.orders ?? []).some(({ closed }: { closed: boolean }) => !closed)
        ? ['an order is open']
        : []),
    ];
  },
};
