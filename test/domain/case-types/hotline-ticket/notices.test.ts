import { describe, expect, test } from '@jest/globals';
import { hotlineTicketV1 as type } from '../../../../domain/case-types/hotline-ticket.v1.ts';
import { levelSpecOf } from '../../../../domain/timekeeping.ts';
import { received } from './ticket.ts';

/** Who finds a notice of which step, as a clerk would tell it. */
const NOTICES = {
  dispatch: ['coordinator'],
  requestReturn: ['dispatcher'],
  convene: ['supervisor'],
  recordInterimReport: ['dispatcher'],
  assignSection: ['sectionStaff'],
  replySection: ['coordinator', 'handler'],
  submitRework: ['coordinator'],
  reopenForDispatch: ['dispatcher'],
  merge: ['coordinator'],
  noteMasterClosed: ['callbackAgent'],
  markRepeat: ['supervisor'],
  noteLinked: ['dispatcher'],
  urge: ['unitLead', 'coordinator', 'dispatcher'],
  issueOrder: ['unitLead', 'coordinator', 'dispatcher'],
  replyOrder: ['supervisor'],
  rejectReply: ['unitLead', 'coordinator', 'dispatcher'],
  takeOver: ['unitLead', 'coordinator', 'dispatcher'],
  changeLead: ['unitLead', 'coordinator', 'dispatcher'],
  openCoordination: ['supervisor'],
  decideCoordination: ['coordinator', 'unitLead'],
  rejectReturn: ['coordinator'],
  inviteAssistance: ['coordinator'],
  replyAssistance: ['handler'],
  requestExtension: ['dispatcher'],
  grantExtension: ['coordinator', 'handler'],
  refuseExtension: ['coordinator'],
  suspend: ['coordinator', 'handler'],
  resume: ['coordinator', 'handler'],
  submitResult: ['unitLead'],
  approveResult: ['callbackAgent'],
  rejectResult: ['handler'],
  recordCallback: ['dispatcher'],
  orderRework: ['unitLead', 'handler'],
  reopen: ['unitLead', 'handler'],
};

/** Whose duty each clock measures. */
const DUTIES = {
  dispatch: 'dispatcher',
  acknowledge: 'coordinator',
  firstContact: 'handler',
  handle: 'handler',
  unitHandle: 'handler',
  onSite: 'handler',
  feedback: 'handler',
  formal: 'handler',
  section: 'sectionStaff',
  returnDecision: 'dispatcher',
  coordination: 'supervisor',
  assist: 'coordinator',
  unitReview: 'unitLead',
  rework: 'unitLead',
  suspensionReview: 'dispatcher',
  callback: 'callbackAgent',
  close: 'dispatcher',
  mergedCallback: 'callbackAgent',
  orderReply: 'unitLead',
  escalation: 'supervisor',
  voidConfirm: 'supervisor',
  reopenWindow: 'dispatcher',
};

describe('who is told', () => {
  const commands = Object.entries(type.commands);

  test('of which step', () => {
    const told = commands.flatMap(([command, { notify }]) => (notify ? [[command, notify]] : []));
    expect(Object.fromEntries(told)).toEqual(NOTICES);
  });

  test('outside the house: of what gives a unit work', () => {
    expect(commands.filter(([, { sends }]) => sends).map(([command]) => command)).toEqual([
      'dispatch',
      'decideCoordination',
      'inviteAssistance',
      'urge',
      'issueOrder',
      'changeLead',
    ]);
  });

  test('first of lateness: whoever has the duty', () => {
    const duties = Object.entries(type.clocks).map(([clock, { duty }]) => [clock, duty]);
    expect(Object.fromEntries(duties)).toEqual(DUTIES);
  });

  test('next of lateness: the unit’s head, then the supervisor, and then outside the house', () => {
    expect(type.escalatesTo).toEqual({
      lead: 'unitLead',
      supervisor: 'supervisor',
      leadership: 'districtLead',
    });
    for (const urgency of ['NORMAL', 'SAFETY']) {
      const { rules, state } = received({ urgency });
      for (const clock of state.clocks) {
        const rungs = clock.levels.map(({ level }) => levelSpecOf(rules, { clock, level }));
        const told = rungs.map(({ level, notify, sends }) => [level, notify, sends === true]);
        expect(told.slice(-5)).toEqual([
          ['L1', ['responsible'], false],
          ['L2', ['responsible', 'lead'], false],
          ['L3', ['lead', 'supervisor'], true],
          ['L4', ['supervisor', 'leadership'], false],
          ['L5', ['supervisor', 'leadership'], false],
        ]);
      }
    }
  });
});

describe('the citizen', () => {
  test('is promised a date for the handling and for a rework, and no other', () => {
    const promised = Object.entries(type.clocks).filter(([, clock]) => clock.promised);
    expect(promised.map(([clock]) => clock)).toEqual(['handle', 'rework']);
  });
});
