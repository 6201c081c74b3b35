import type { CaseEvent } from '../../../domain/case-state.ts';
import type { Automaton, ClosedCase } from './automaton.ts';

const OWN = ['remind', 'order', 'inspect', 'warn'];
const APPROVED = [
  'circulate',
  'interview',
  'list',
  'holdAccountable',
  'proposePenalty',
  'reportCredit',
];

const leadingTo = (state: string, commands: readonly string[]) =>
  Object.fromEntries(commands.map((command) => [command, [state]]));

const CLIMBS = { ...leadingTo('answering', OWN), ...leadingTo('approval', APPROVED) };
const REEXAM = ['askReexam', 'waiveReexam', 'lapseReexam', 'uphold'];

/** The ladder of supervision, towards units and enterprises. */
export const supervisionMatter: Automaton = {
  type: 'supervision-matter',
  start: 'opened',
  moves: {
    opened: { nameSubject: ['opened'], ...CLIMBS },
    approval: {
      approve: ['answering'],
      disapprove: ['opened', 'answering'],
      lapseReexam: ['approval'],
    },
    answering: {
      ...CLIMBS,
      report: ['reported'],
      revoke: ['verified'],
      ...leadingTo('answering', ['recordInterview', ...REEXAM]),
    },
    reported: {
      verify: ['verified'],
      reject: ['answering'],
      revoke: ['verified'],
      ...leadingTo('reported', REEXAM),
    },
    verified: { close: ['closed'], revoke: ['verified'], ...leadingTo('verified', REEXAM) },
    closed: {},
  },
  closed: ['closed'],
  handlingClocks: [
    'start',
    'approval',
    'answer',
    'interview',
    'verify',
    'close',
    'reexamRequest',
    'reexamAnswer',
  ],
  atClose: matterAtClose,
};

/** Rungs by the events that take or propose them, from the lowest. */
const UNIT = [
  'UnitReminded',
  'UnitOrdered',
  'UnitInspected',
  'CircularProposed',
  'InterviewProposed',
  'ListingProposed',
  'AccountabilityProposed',
];
const ENTERPRISE = [
  'EnterpriseWarned',
  'InterviewProposed',
  'PenaltyProposed',
  'CreditReportProposed',
];
const DIRECT = ['UnitReminded', 'UnitOrdered', 'UnitInspected', 'EnterpriseWarned'];

/** Rungs that came to hold, in order. */
function heldRungs(log: readonly CaseEvent[]): readonly CaseEvent[] {
  const held: CaseEvent[] = [];
  let proposal: CaseEvent | undefined;
  for (const event of log) {
    if (DIRECT.includes(event.type)) held.push(event);
    if (event.type.endsWith('Proposed')) proposal = event;
    if (event.type === 'RungApproved' && proposal) held.push(proposal);
  }
  return held;
}

/** Climbed only upward, approved by others, rectified and verified unless revoked, closed by somebody who issued nothing. */
function matterAtClose({ facts, log }: ClosedCase): readonly string[] {
  const last = (...types: readonly string[]): CaseEvent | undefined =>
    log.findLast(({ type }) => types.includes(type));
  const held = heldRungs(log);
  const ladder = facts.subjectKind === 'UNIT' ? UNIT : ENTERPRISE;
  const heights = held.map(({ type }) => ladder.indexOf(type));
  const closer = last('MatterClosed')?.actor ?? '';
  const end = last('RectificationVerified', 'ConclusionRevoked');
  const pending = last('ReexamAsked', 'ConclusionUpheld', 'ConclusionRevoked');
  const approvals = log.flatMap(({ type, actor }, index) =>
    type === 'RungApproved'
      ? [actor === log.slice(0, index).findLast((one) => one.type.endsWith('Proposed'))?.actor]
      : [],
  );
  return [
    ...(held.length > 0 ? [] : ['no rung was taken']),
    ...(heights.some((height, index) => height < 0 || height <= (heights[index - 1] ?? -1))
      ? ['the ladder was not climbed upward']
      : []),
    ...(approvals.includes(true) ? ['its proposer approved it'] : []),
    ...(held.some(({ actor }) => actor === closer) ? ['its issuer closed it'] : []),
    ...(end ? [] : ['nobody verified it']),
    ...(pending?.type === 'ReexamAsked' ? ['a re-examination is pending'] : []),
    ...((facts.orders ?? []).some(({ closed }: { closed: boolean }) => !closed)
      ? ['an order is open']
      : []),
  ];
}
