import { describe, expect, test } from '@jest/globals';
import { hotlineTicketV1 as type } from '../../../../domain/case-types/hotline-ticket.v1.ts';
import { SYSTEM } from '../../../../domain/step-events.ts';
import type { Actor } from '../../../../domain/define-case-type.ts';
import { CENTRE } from '../../../../domain/definition/parts.ts';
import { person, tryOpen } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';
import {
  CALLBACK,
  CONTACT,
  COORDINATION,
  coordinator,
  DIFFICULT,
  DIRECT,
  DISPATCH,
  EXTENSION,
  dispatched,
  dispatcher,
  handler,
  inEachState,
  MERGE,
  MONDAY,
  NOTE,
  RECEIPT,
  received,
  REJECTION,
  RESULT,
  RETURN,
  REWORK,
  REWORKED,
  SECTION,
  SUSPENSION,
  TO_BUILDING,
  TO_HAZARD,
  TO_LEAD,
  TO_PETITION,
  VOID,
} from './ticket.ts';

interface Permission {
  readonly by: readonly string[];
  readonly from: readonly string[];
  readonly input?: object;
}

const unit = ['coordinator', 'handler'];
const reviewers = ['coordinator', 'unitLead'];
const confirmers = ['dispatcher', 'supervisor'];
const EARLY = ['pendingDispatch', 'pendingAck', 'acknowledged', 'inProgress'];
const HELD = ['pendingAck', 'acknowledged', 'inProgress', 'returnReview', 'suspended'];
const ACTIVE = [
  'pendingDispatch',
  ...HELD,
  'coordination',
  'unitReview',
  'callbackPending',
  'calledBack',
  'voidReview',
];
const TOLD = { number: 'QPHT2026-000001', event: 'PetitionAccepted' };
const ORDER = { source: 'INTERNAL', grounds: 'OVERDUE', requirement: '限期办理' };

/** Who may do what from where, as a clerk would tell it; a rule of its own may still say no. */
const PERMISSIONS: Readonly<Record<string, Permission>> = {
  dispatch: { by: ['dispatcher'], from: ['pendingDispatch'], input: DISPATCH },
  rejectAcceptance: { by: ['dispatcher'], from: ['pendingDispatch'], input: REJECTION },
  acknowledge: { by: unit, from: ['pendingAck'] },
  requestReturn: {
    by: reviewers,
    from: ['pendingAck', 'acknowledged', 'inProgress'],
    input: RETURN,
  },
  approveReturn: { by: ['dispatcher'], from: ['returnReview'] },
  openCoordination: { by: ['dispatcher'], from: ['returnReview'], input: NOTE },
  convene: {
    by: ['dispatcher'],
    from: ['pendingDispatch', 'pendingAck', 'acknowledged', 'inProgress'],
    input: NOTE,
  },
  answerDirectly: { by: ['dispatcher'], from: ['pendingDispatch'], input: DIRECT },
  decideCoordination: { by: ['supervisor'], from: ['coordination'], input: COORDINATION },
  rejectReturn: { by: ['dispatcher'], from: ['returnReview'], input: NOTE },
  recordContact: { by: unit, from: ['acknowledged'], input: CONTACT },
  recordContactFailed: { by: unit, from: ['acknowledged'] },
  recordOnSite: { by: unit, from: ['acknowledged', 'inProgress'], input: NOTE },
  recordInterimReport: { by: unit, from: ['acknowledged', 'inProgress'], input: NOTE },
  assignSection: { by: ['coordinator'], from: ['acknowledged', 'inProgress'], input: SECTION },
  waiveSection: { by: ['coordinator'], from: HELD, input: SECTION },
  recordProgress: { by: unit, from: ['inProgress'], input: NOTE },
  inviteAssistance: {
    by: ['dispatcher'],
    from: ['pendingAck', 'acknowledged', 'inProgress'],
    input: { unit: 'water', note: '请协助' },
  },
  requestExtension: { by: ['coordinator'], from: ['inProgress'], input: EXTENSION },
  grantExtension: { by: ['dispatcher'], from: ['inProgress'] },
  refuseExtension: { by: ['dispatcher'], from: ['inProgress'], input: NOTE },
  suspend: { by: ['dispatcher'], from: ['inProgress'], input: SUSPENSION },
  resume: { by: ['coordinator', 'dispatcher'], from: ['suspended'] },
  submitResult: { by: ['handler'], from: ['inProgress'], input: RESULT },
  submitRework: { by: ['unitLead'], from: ['inProgress'], input: REWORKED },
  approveResult: { by: reviewers, from: ['unitReview'] },
  rejectResult: { by: reviewers, from: ['unitReview'], input: NOTE },
  recordUnreached: { by: ['callbackAgent'], from: ['callbackPending', 'merged'] },
  recordCallback: { by: ['callbackAgent'], from: ['callbackPending'], input: CALLBACK },
  orderRework: { by: ['callbackAgent'], from: ['callbackPending'], input: REWORK },
  coordinateRework: { by: ['supervisor'], from: ['callbackPending'], input: NOTE },
  declareDifficult: { by: ['supervisor'], from: ['callbackPending'], input: DIFFICULT },
  close: { by: ['dispatcher'], from: ['calledBack'] },
  reopen: { by: confirmers, from: ['closed'], input: NOTE },
  reopenForDispatch: { by: confirmers, from: ['closed'], input: NOTE },
  archive: { by: ['system'], from: ['closed'] },
  merge: {
    by: ['dispatcher'],
    from: ['pendingDispatch', 'pendingAck', 'acknowledged', 'inProgress'],
    input: MERGE,
  },
  unmerge: { by: ['dispatcher'], from: ['merged'], input: NOTE },
  takeInMerged: { by: ['system'], from: ACTIVE, input: TOLD },
  mergedLeft: { by: ['system'], from: ACTIVE, input: TOLD },
  noteMasterClosed: { by: ['system'], from: ['merged'], input: TOLD },
  callBackMerged: { by: ['callbackAgent'], from: ['merged'], input: CALLBACK },
  joinIncident: { by: ['dispatcher'], from: ACTIVE, input: { other: MERGE.other } },
  leaveIncident: { by: ['dispatcher'], from: ACTIVE, input: NOTE },
  markRepeat: { by: ['dispatcher'], from: ACTIVE, input: MERGE },
  convertToLead: { by: ['coordinator', 'dispatcher'], from: EARLY, input: TO_LEAD },
  convertToHazard: { by: ['coordinator', 'dispatcher'], from: EARLY, input: TO_HAZARD },
  convertToBuilding: { by: ['coordinator', 'dispatcher'], from: EARLY, input: TO_BUILDING },
  convertToPetition: { by: ['dispatcher'], from: EARLY, input: TO_PETITION },
  transferOut: {
    by: ['dispatcher'],
    from: ['pendingDispatch', ...HELD, 'coordination'],
    input: { reply: '已转信访' },
  },
  noteLinked: { by: ['system'], from: [...ACTIVE, 'closed', 'merged'], input: TOLD },
  urge: { by: ['supervisor'], from: ACTIVE, input: NOTE },
  issueOrder: { by: ['supervisor'], from: ACTIVE, input: ORDER },
  replyOrder: { by: ['unitLead', 'coordinator', 'dispatcher'], from: ACTIVE, input: NOTE },
  acceptReply: { by: ['supervisor'], from: ACTIVE },
  rejectReply: { by: ['supervisor'], from: ACTIVE, input: NOTE },
  takeOver: { by: ['supervisor'], from: HELD, input: NOTE },
  changeLead: { by: ['supervisor'], from: HELD, input: { leadUnit: 'water', note: '改派' } },
  requestVoid: {
    by: ['dispatcher'],
    from: ['pendingDispatch', 'pendingAck', 'acknowledged', 'inProgress'],
    input: VOID,
  },
  confirmVoid: { by: confirmers, from: ['voidReview'] },
  rejectVoid: { by: confirmers, from: ['voidReview'], input: NOTE },
};

/** What concerns units that assist and sections has tests of its own. */
const OF_OTHERS = ['replyAssistance', 'waiveAssistance', 'replySection'];

const WORKER_OF: Readonly<Record<string, Actor>> = Object.fromEntries([
  ['system', SYSTEM],
  ...Object.entries(type.roles).map(([role, { at: place }]) => [
    role,
    person(`new-${role}`, place === 'centre' ? CENTRE : 'greening', role),
  ]),
]);

const TICKETS = Object.entries(inEachState).map(([state, given]) => [state, given()] as const);

/** Refusals by the rules of one command, not by role, unit or state. */
const OWN_RULE = new Set([
  'REWORK_LEFT',
  'INVALID_INPUT',
  'NO_EXTENSION_ASKED',
  'NOT_URGENT',
  'NO_SECTION_HAS_IT',
  'NOT_A_REWORK',
  'MASTER_OPEN',
  'NOT_LINKED',
  'PETITION_NOT_ACCEPTED',
  'CONVERTED_ALREADY',
  'NO_ORDER_TO_REPLY',
  'NO_REPLY_TO_DECIDE',
]);

describe('who may do what from where', () => {
  test('is told of every command', () => {
    const told = [...Object.keys(PERMISSIONS), ...OF_OTHERS];
    expect(told.toSorted()).toEqual(Object.keys(type.commands).toSorted());
  });

  test('ends with the closing, and finally with the archive or the voiding', () => {
    const states = Object.entries(type.states);
    const ended = states.filter(([, state]) => state.ended).map(([name]) => name);
    const final = states.filter(([, state]) => state.final).map(([name]) => name);
    expect([ended, final]).toEqual([
      ['closed', 'merged', 'transferredOut', 'archived', 'voided', 'rejected'],
      ['transferredOut', 'archived', 'voided', 'rejected'],
    ]);
  });

  test('is tried in every state', () => {
    expect(Object.keys(inEachState).sort()).toEqual(Object.keys(type.states).sort());
    for (const [state, ticket] of TICKETS) expect(ticket.state.stage).toBe(state);
  });

  test.each(Object.entries(PERMISSIONS))(
    '%s: only by its roles and from its states',
    (command, { by, from, input = {} }) => {
      for (const [state, ticket] of TICKETS) {
        for (const [role, actor] of Object.entries(WORKER_OF)) {
          const unheld =
            type.roles[role]?.at === 'unit' &&
            (type.roles[role]?.part === 'section' ||
              ['pendingDispatch', 'coordination', 'rejected', 'transferredOut'].includes(state));
          const no = unheld ? 'FOREIGN_UNIT' : from.includes(state) ? undefined : 'WRONG_STATE';
          const expected = by.includes(role) ? no : 'FORBIDDEN_ROLE';
          const code = ticket.wouldRefuse(command, actor, input)?.code;
          const found = expected === undefined && code && OWN_RULE.has(code) ? undefined : code;
          expect({ state, role, found }).toEqual({ state, role, found: expected });
        }
      }
    },
  );

  test('another unit does nothing to a ticket that it does not hold', () => {
    const ticket = dispatched();
    expect(ticket.try('acknowledge', { ...coordinator, unit: 'water' })?.code).toBe('FOREIGN_UNIT');
    expect(ticket.try('acknowledge', coordinator)).toBeUndefined();
  });

  test('the unit that gave a ticket back holds it no more', () => {
    const ticket = dispatched()
      .does('requestReturn', coordinator, RETURN)
      .does('approveReturn', dispatcher)
      .does('dispatch', dispatcher, { leadUnit: 'water' });
    expect(ticket.try('acknowledge', handler)?.code).toBe('FOREIGN_UNIT');
    expect(ticket.try('acknowledge', { ...handler, unit: 'water' })).toBeUndefined();
  });

  test.each(['unknown', 'constructor', '__proto__', 'toString'])('%s is no command', (command) => {
    expect(received().try(command, dispatcher)?.code).toBe('UNKNOWN_COMMAND');
  });
});

describe('receiving a ticket', () => {
  const open = (actor: Actor, input: object = {}) =>
    tryOpen(type, at(MONDAY), actor, { ...RECEIPT, ...input });

  test('is the dispatcher’s alone', () => {
    for (const [role, actor] of Object.entries(WORKER_OF)) {
      if (role === 'dispatcher') continue;
      expect(open(actor)).toMatchObject({ code: 'FORBIDDEN_ROLE' });
    }
    expect(open(dispatcher)).toMatchObject({ state: { stage: 'pendingDispatch' } });
  });

  test.each([
    ['a moment to come', { receivedAt: at(MONDAY) + 1 }, 'input.receivedAt'],
    ['a year without a calendar', { receivedAt: at('2023-12-31 23:59:59') }, 'input.receivedAt'],
    [
      'a number that is no telephone’s',
      { caller: { name: '陈测试', phone: '12' } },
      'input.caller.phone',
    ],
    ['no text', { text: '  ' }, 'input.text'],
    ['an unknown matter', { matter: 'OTHER' }, 'input.matter'],
    ['a field of its own', { colour: 'red' }, 'input.colour'],
  ])('is refused with %s', (_, input, field) => {
    expect(open(dispatcher, input)).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  test('takes a receipt time from the first covered day to now', () => {
    for (const receivedAt of [at('2024-01-01'), at(MONDAY)]) {
      expect(open(dispatcher, { receivedAt })).toMatchObject({ state: { facts: { receivedAt } } });
    }
  });
});
