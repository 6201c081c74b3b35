import type { CaseEvent } from '../../../domain/case-state.ts';
import type { Automaton } from './automaton.ts';

type Moves = Readonly<Record<string, readonly string[]>>;

/** Commands that leave the case in a state. */
const stay = (state: string, ...commands: readonly string[]): Moves =>
  Object.fromEntries(commands.map((command) => [command, [state]]));

/** Possible wherever the petition has not ended: urgent reports, the receipt's notice, what linked cases tell, a fallen resolution. */
const always = (state: string): Moves =>
  stay(state, 'reportUrgent', 'giveReceipt', 'noteLinked', 'revokeResolution');
const resolution = (state: string): Moves =>
  stay(state, 'proposeResolution', 'confirmResolution', 'declineResolution');
const joint = (state: string): Moves =>
  stay(state, 'inviteAssistance', 'replyAssistance', 'waiveAssistance');
const unitLoses: Moves = { takeOver: ['routing'], changeLead: ['forwarded'] };
const withdraw: Moves = { withdraw: ['withdrawn'] };

/** The organ works on it: notices, extension, joint handling, the petitioner's resolution; it may be taken away. */
const working = (state: string): Moves => ({
  ...always(state),
  ...resolution(state),
  ...joint(state),
  ...stay(
    state,
    'serveAcceptance',
    'makeOrdinary',
    'requestExtension',
    'grantExtension',
    'refuseExtension',
    'serveExtension',
    'nameSuccessor',
  ),
  ...unitLoses,
  ...withdraw,
});

/** An opinion or an answer is out. */
const answered = (state: string): Moves => ({
  ...always(state),
  ...resolution(state),
  ...stay(state, 'reportResult'),
});

const afterOpinion = (state: string): Moves => ({
  ...answered(state),
  ...stay(state, 'recordExecution', 'nameSuccessor'),
});

// biome-ignore format: a table reads state by state
const moves: Automaton['moves'] = {
  registered: { ...always('registered'), ...stay('registered', 'namePetitioner', 'markAnonymous', 'registerCollective', 'linkRepeat', 'nameAccused'), completeRegistration: ['routing'], ...withdraw },
  routing: {
    ...always('routing'), ...stay('routing', 'registerCollective', 'linkRepeat', 'nameAccused', 'decideRoute', 'replyAssistance', 'waiveAssistance'), ...withdraw,
    forward: ['forwarded'], assign: ['forwarded'], referOut: ['routedOut'], rejectAcceptance: ['rejectionServing'], rejectRepeat: ['rejectionServing'],
    convertToTicket: ['inProcedure'], convertToWasteLead: ['inProcedure'], convertToBuilding: ['inProcedure'], referJurisdiction: ['coordination'],
  },
  coordination: { ...always('coordination'), ...stay('coordination', 'replyAssistance', 'waiveAssistance'), decideJurisdiction: ['forwarded'], ...withdraw },
  forwarded: { ...always('forwarded'), ...joint('forwarded'), ...stay('forwarded', 'nameSuccessor'), receive: ['unitReceived'], deemReceived: ['unitReceived'], ...withdraw },
  unitReceived: {
    ...always('unitReceived'), ...resolution('unitReceived'), ...joint('unitReceived'), ...stay('unitReceived', 'decideRoute', 'lapseObjection', 'nameSuccessor'), ...unitLoses, ...withdraw,
    raiseObjection: ['objectionReview'], accept: ['investigating'], rejectByUnit: ['rejectionServing'], startProcedure: ['inProcedure'], convertToWasteLead: ['inProcedure'], convertToBuilding: ['inProcedure'], answerSuggestion: ['replied'],
  },
  objectionReview: { ...always('objectionReview'), ...joint('objectionReview'), ...stay('objectionReview', 'nameSuccessor'), approveObjection: ['routing'], rejectObjection: ['unitReceived'], referJurisdiction: ['coordination'], ...withdraw },
  investigating: { ...working('investigating'), ...stay('investigating', 'recordInvestigation', 'reportResult'), startMediation: ['mediation'], openHearing: ['hearing'], draftOpinion: ['opinionDraft'] },
  mediation: { ...working('mediation'), endMediation: ['investigating'] },
  hearing: { ...working('hearing'), closeHearing: ['investigating'] },
  opinionDraft: { ...working('opinionDraft'), returnDraft: ['investigating'], issueOpinion: ['opinionIssued'] },
  opinionIssued: { ...answered('opinionIssued'), ...stay('opinionIssued', 'nameSuccessor'), deliverOpinion: ['delivered'], fileOpinion: ['awaitingClose'] },
  delivered: { ...afterOpinion('delivered'), acceptOpinion: ['awaitingClose'], lapseReviewWindow: ['awaitingClose'], requestReview: ['review'] },
  review: { ...always('review'), ...stay('review', 'draftReview'), issueReview: ['reviewIssued'], revokeByReview: ['investigating'] },
  reviewIssued: { ...answered('reviewIssued'), deliverReview: ['reviewDelivered'] },
  reviewDelivered: { ...afterOpinion('reviewDelivered'), acceptOpinion: ['awaitingClose'], lapseRecheckWindow: ['awaitingClose'], requestRecheck: ['recheck'] },
  recheck: { ...always('recheck'), ...stay('recheck', 'draftRecheck'), openRecheckHearing: ['recheckHearing'], issueRecheck: ['recheckIssued'], revokeByRecheck: ['investigating'] },
  recheckHearing: { ...always('recheckHearing'), closeRecheckHearing: ['recheck'] },
  recheckIssued: { ...always('recheckIssued'), deliverRecheck: ['finalized'] },
  finalized: { ...afterOpinion('finalized'), close: ['closed'] },
  awaitingClose: { ...afterOpinion('awaitingClose'), requestReview: ['review'], requestRecheck: ['recheck'], close: ['closed'] },
  inProcedure: { ...answered('inProcedure'), ...joint('inProcedure'), ...stay('inProcedure', 'convertToWasteLead', 'convertToBuilding'), answerProcedure: ['replied'], ...withdraw },
  replied: { ...answered('replied'), close: ['closed'] },
  rejectionServing: { ...always('rejectionServing'), serveRejection: ['notAccepted'], serveUnitRejection: ['notAccepted'], fileRejection: ['notAccepted'] },
  closed: { ...resolution('closed'), ...stay('closed', 'revokeResolution', 'noteLinked'), archive: ['archived'] },
  archived: {}, notAccepted: {}, routedOut: {}, withdrawn: {},
};

const HANDLING = [
  'InvestigationRecorded',
  'MediationStarted',
  'MediationEnded',
  'HearingClosed',
  'OpinionDrafted',
  'OpinionDelivered',
  'OpinionFiled',
  'OpinionExecuted',
  'AssistanceReplied',
  'ProcedureAnswered',
  'SuggestionAnswered',
];
const SIGNING = [
  'OpinionIssued',
  'ReviewIssued',
  'ReviewRevoked',
  'RecheckIssued',
  'RecheckRevoked',
];
const ANSWERS = ['OpinionDelivered', 'OpinionFiled', 'ProcedureAnswered', 'SuggestionAnswered'];
const REVOKED = ['ReviewRevoked', 'RecheckRevoked'];

const inputOf = ({ data }: CaseEvent): Readonly<Record<string, string>> =>
  (data as { input: Record<string, string> }).input;
const actorsOf = (log: readonly CaseEvent[], events: readonly string[]): readonly string[] =>
  log.filter(({ type }) => events.includes(type)).map(({ actor }) => actor);
const last = (log: readonly CaseEvent[], ...events: readonly string[]): number =>
  log.findLastIndex(({ type }) => events.includes(type));

/** The opinion that stands at the end: the last draft, or what a review or recheck made of it. */
function opinionOf(log: readonly CaseEvent[]): string | undefined {
  const since = log.slice(last(log, ...REVOKED) + 1);
  return since.reduce<string | undefined>((kind, event) => {
    const { kind: named, outcome } =
      event.type === 'OpinionDrafted' || event.type.endsWith('Issued') ? inputOf(event) : {};
    const changes = event.type === 'OpinionDrafted' || outcome === 'MODIFIED';
    return changes && named !== undefined ? named : kind;
  }, undefined);
}

function assistingAt(log: readonly CaseEvent[]): readonly string[] {
  return log.reduce<readonly string[]>((units, event) => {
    const { unit = '' } = event.type.startsWith('Assistance') ? inputOf(event) : {};
    if (event.type === 'AssistanceInvited') return [...units, unit];
    if (event.type === 'AssistanceReplied') return units.filter((one) => one !== event.unit);
    return event.type === 'AssistanceWaived' ? units.filter((one) => one !== unit) : units;
  }, []);
}

/** What a petition owes when it is closed (1.4, Q12): another signs than handles and another closes, an answer is out, what was supported is done. */
const atClose: Automaton['atClose'] = ({ facts, log }) => {
  const end = last(log, 'PetitionClosed');
  const before = log.slice(0, end);
  const handlers = actorsOf(before, HANDLING);
  const signers = actorsOf(before, SIGNING);
  const closer = log[end]?.actor ?? '';
  const drafts = new Set(
    actorsOf(before.slice(0, last(before, 'OpinionIssued')), ['OpinionDrafted']),
  );
  const executed = last(before, 'OpinionExecuted') > last(before, ...REVOKED, 'OpinionDrafted');
  const assigned = last(before, 'PetitionAssigned');
  const unassigned = last(before, 'ObjectionApproved', 'JurisdictionReferred', 'CaseTakenOver');
  const open = (facts.orders ?? []).filter(({ closed }: { closed: boolean }) => !closed);
  const wrong: readonly (readonly [boolean, string])[] = [
    [end < 0, 'closed without a closing'],
    [
      last(before, ...ANSWERS) < last(before, ...REVOKED) || last(before, ...ANSWERS) < 0,
      'no answer is out',
    ],
    [handlers.includes(closer), 'the closer handled it'],
    [signers.includes(closer), 'the closer signed it'],
    [
      actorsOf(before, ['OpinionIssued']).some((signer) => drafts.has(signer)),
      'the signer drafted it',
    ],
    [opinionOf(before) === 'SUPPORTED' && !executed, 'what was supported is not carried out'],
    [
      assigned > unassigned && last(before, 'ResultReported') < assigned,
      'what was assigned is not reported on',
    ],
    [
      assistingAt(before).length > 0 &&
        last(before, ...ANSWERS) > last(before, 'AssistanceInvited'),
      'a unit that assists has not answered',
    ],
    [
      last(before, 'ReviewRequested') > last(before, 'ReviewDelivered', 'ReviewRevoked'),
      'a review is open',
    ],
    [
      last(before, 'RecheckRequested') > last(before, 'RecheckDelivered', 'RecheckRevoked'),
      'a recheck is open',
    ],
    [open.length > 0, 'an order is open'],
  ];
  return wrong.filter(([is]) => is).map(([, words]) => words);
};

/** Petitions, as section 3 of the rules has them: rows Q1 to Q18. */
export const petition: Automaton = {
  type: 'petition',
  start: 'registered',
  moves,
  closed: ['closed', 'archived'],
  handlingClocks: [
    'route',
    'noticeDirect',
    'notice',
    'objectionWindow',
    'handle',
    'simpleAnswer',
    'assist',
    'report',
    'procedure',
    'serve',
    'reviewWindow',
    'review',
    'recheckWindow',
    'recheck',
    'close',
  ],
  atClose,
};
