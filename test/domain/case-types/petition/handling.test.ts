import { describe, expect, test } from '@jest/globals';
import { petitionV1 } from '../../../../domain/case-types/petition.v1.ts';
import type { PetitionFacts } from '../../../../domain/case-types/petition/facts.ts';
import { type CaseUnderTest, person } from '../../../support/given.ts';
import { at, moment } from '../../../support/moments.ts';
import {
  accepted,
  also,
  anonymous,
  ASSISTANT,
  checked,
  coordinator,
  DRAFT,
  EXTENSION,
  FORWARD,
  handler,
  hearing,
  investigating,
  mediating,
  MONDAY,
  NOTE,
  office,
  ORDINARY,
  SERVED,
  unitLead,
  unitReceived,
  waterCoordinator,
} from './petition.ts';

const factsOf = ({ state }: CaseUnderTest) => state.facts as PetitionFacts;
const due = (petition: CaseUnderTest, clock: string) =>
  moment(petition.clock(clock)?.statutoryDue ?? 0);
const SIMPLE = { procedure: 'SIMPLE' };
const GRANT = { notice: '因案情复杂延期三十日' };
const moved = (petition: CaseUnderTest, days: number) =>
  petition
    .does('requestExtension', coordinator, { ...EXTENSION, days })
    .does('grantExtension', unitLead, GRANT);

/** The refusal's code, and that nothing was recorded. */
function refused(
  petition: CaseUnderTest,
  command: string,
  actor = coordinator,
  input: object = {},
) {
  const { version } = petition.state;
  const code = petition.try(command, actor, input)?.code;
  expect(petition.state.version).toBe(version);
  return code;
}

describe('Q6 acceptance', () => {
  test('fixes 受理之日 and arms sixty days, 国庆 at their end (P3, P5)', () => {
    const petition = accepted('2025-08-04 09:00');
    expect(petition.clock('notice')?.outcome).toBe('met');
    expect(petition.clock('handle')).toMatchObject({
      nominal: '2025-10-03',
      statutoryDue: at('2025-10-09 23:59:59'),
      internalDue: at('2025-09-30 17:00'),
    });
    expect(petition.state.documents.at(-1)).toMatchObject({
      kind: 'acceptance',
      number: '青信受〔2026〕2号',
    });
  });

  test('counts from the day it names, and the notice’s clock ends when it is recorded', () => {
    const petition = unitReceived('OTHER', {}, '2025-01-17 09:00');
    expect(petition.clock('notice')).toMatchObject({
      nominal: '2025-02-01',
      statutoryDue: at('2025-02-05 23:59:59'),
      internalDue: at('2025-01-27 17:00'),
    });
    petition
      .when('2025-02-06 09:00')
      .does('accept', coordinator, { ...ORDINARY, acceptedAt: at('2025-01-20 09:00') });
    expect(petition.clock('notice')?.outcome).toBe('breached');
    expect(factsOf(petition).acceptedAt).toBe(at('2025-01-20 09:00'));
    expect(petition.clock('handle')?.nominal).toBe('2025-03-21');
  });

  test('is refused before the case began, in the future, on another route, by others', () => {
    const on = (acceptedAt: number) => ({ ...ORDINARY, acceptedAt });
    expect(unitReceived().try('accept', coordinator, on(at('2026-11-22')))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'input.acceptedAt',
    });
    expect(unitReceived().try('accept', coordinator, on(at(MONDAY) + 1))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'input.acceptedAt',
    });
    expect(refused(unitReceived('ADMINISTRATIVE'), 'accept', coordinator, ORDINARY)).toBe(
      'WRONG_ROUTE',
    );
    expect(refused(unitReceived(), 'accept', unitLead, ORDINARY)).toBe('FORBIDDEN_ROLE');
    expect(refused(unitReceived(), 'accept', waterCoordinator, ORDINARY)).toBe('FOREIGN_UNIT');
    expect(refused(checked(), 'accept', coordinator, ORDINARY)).toBe('FOREIGN_UNIT');
    expect(refused(unitReceived(), 'accept', coordinator, { procedure: 'QUICK' })).toBe(
      'INVALID_INPUT',
    );
  });

  test('is told in writing before there is an opinion, but for whom nobody knows', () => {
    expect(refused(accepted(), 'draftOpinion', handler, DRAFT)).toBe('NOT_SERVED_YET');
    const petition = investigating();
    expect(refused(petition, 'serveAcceptance', coordinator, SERVED)).toBe('SERVED_ALREADY');
    const nobody = anonymous()
      .does('forward', office, FORWARD)
      .does('receive', coordinator)
      .does('accept', coordinator, ORDINARY);
    expect(refused(nobody, 'serveAcceptance', coordinator, SERVED)).toBe('NOBODY_TO_TELL');
    expect(nobody.does('draftOpinion', handler, DRAFT).state.stage).toBe('opinionDraft');
  });
});

describe('P13 the simple procedure', () => {
  test('has ten working days besides the sixty days', () => {
    const petition = unitReceived().does('accept', coordinator, SIMPLE);
    expect(due(petition, 'simpleAnswer')).toBe('2026-12-07 23:59:59');
    expect(due(petition, 'handle')).toBe('2027-01-22 23:59:59');
  });

  test('is chosen within three working days of the receipt', () => {
    const petition = unitReceived().when('2026-11-26 23:59:59');
    expect(petition.wouldRefuse('accept', coordinator, SIMPLE)).toBeUndefined();
    petition.when(at('2026-11-26 23:59:59') + 1);
    expect(petition.try('accept', coordinator, SIMPLE)).toMatchObject({
      code: 'SIMPLE_TOO_LATE',
      field: 'input.procedure',
    });
  });

  test('can be left for the ordinary one', () => {
    const petition = unitReceived()
      .does('accept', coordinator, SIMPLE)
      .does('makeOrdinary', coordinator, NOTE);
    expect(petition.clock('simpleAnswer')?.outcome).toBe('met');
    expect(petition.clock('handle')?.endedAt).toBeUndefined();
    expect(refused(petition, 'makeOrdinary', coordinator, NOTE)).toBe('NOT_SIMPLE');
  });
});

describe('Q7 mediation', () => {
  test('has its document when it comes to something, and stops no clock', () => {
    expect(mediating().try('endMediation', handler, { outcome: 'AGREED' })).toMatchObject({
      code: 'AGREEMENT_MISSING',
      field: 'input.agreement',
    });
    const before = investigating().clock('handle');
    const petition = mediating()
      .when('2026-11-30 09:00')
      .does('endMediation', handler, { outcome: 'AGREED', agreement: '协议书 1 号' });
    expect(factsOf(petition).agreement).toBe(true);
    expect(petition.clock('handle')?.statutoryDue).toBe(before?.statutoryDue);
    expect(
      factsOf(mediating().does('endMediation', handler, { outcome: 'FAILED' })).agreement,
    ).toBe(false);
  });
});

test('Q8 a hearing is opened by the head and stops no clock of the organ', () => {
  const petition = hearing();
  expect(petition.clock('handle')?.pausedAt).toBeUndefined();
  petition.when('2026-12-01 09:00').does('closeHearing', handler, NOTE);
  expect(petition.clock('handle')?.nominal).toBe('2027-01-22');
  expect(refused(investigating(), 'openHearing', handler, { ground: 'MAJOR', note: '会' })).toBe(
    'FORBIDDEN_ROLE',
  );
  expect(refused(investigating(), 'openHearing', unitLead, { ground: 'SMALL', note: '会' })).toBe(
    'INVALID_INPUT',
  );
});

describe('Q9 an extension', () => {
  test('adds up to thirty days to the nominal date, across 春节, with a notice', () => {
    const petition = moved(investigating('2025-11-20 09:00'), 30);
    expect(petition.clock('handle')).toMatchObject({
      nominal: '2026-02-18',
      statutoryDue: at('2026-02-24 23:59:59'),
      internalDue: at('2026-02-14 17:00'),
      revision: 1,
    });
    expect(petition.state.documents.at(-1)).toMatchObject({ kind: 'extensionNotice' });
    expect(refused(petition, 'draftOpinion', handler, DRAFT)).toBe('NOT_SERVED_YET');
    petition.does('serveExtension', handler, SERVED);
    expect(petition.try('draftOpinion', handler, DRAFT)).toBeUndefined();
  });

  test.each([0, -1, 1.5, 31, 91])('is not for %d days', (days) => {
    expect(
      investigating().try('requestExtension', coordinator, { ...EXTENSION, days }),
    ).toMatchObject({ field: 'input.days' });
  });

  test('is not for more days than the rule has', () => {
    expect(
      refused(investigating(), 'requestExtension', coordinator, { ...EXTENSION, days: 31 }),
    ).toBe('HANDLING_EXTENSION_TOO_LONG');
  });

  test('comes once, asked for and granted before the sixty days are over, by two persons', () => {
    const petition = investigating();
    expect(refused(petition, 'grantExtension', unitLead, GRANT)).toBe('NO_EXTENSION_AWAITS');
    expect(refused(petition, 'refuseExtension', unitLead, NOTE)).toBe('NO_EXTENSION_AWAITS');
    const both = also(unitLead, 'coordinator');
    petition.does('requestExtension', both, EXTENSION);
    expect(refused(petition, 'requestExtension', coordinator, EXTENSION)).toBe('EXTENSION_AWAITS');
    expect(refused(petition, 'grantExtension', both, GRANT)).toBe('EXTENSION_SAME_PERSON');
    petition.does('refuseExtension', person('lead-2', 'housing', 'unitLead'), NOTE);
    expect(petition.clock('handle')?.revision).toBe(0);
    moved(petition, 10);
    expect(refused(petition, 'requestExtension', coordinator, EXTENSION)).toBe('EXTENDED_ONCE');
  });

  test('cannot cure lateness: neither asked for nor granted at the due instant', () => {
    const late = investigating().when('2027-01-22 23:59:59');
    expect(refused(late, 'requestExtension', coordinator, EXTENSION)).toBe('HANDLING_OVER');
    const asked = investigating()
      .when(at('2027-01-22 23:59:59') - 1)
      .does('requestExtension', coordinator, EXTENSION);
    expect(asked.wouldRefuse('grantExtension', unitLead, GRANT)).toBeUndefined();
    expect(refused(asked.when('2027-01-22 23:59:59'), 'grantExtension', unitLead, GRANT)).toBe(
      'HANDLING_OVER',
    );
  });
});

describe('handled jointly (article 24)', () => {
  const joint = () => investigating().does('inviteAssistance', office, ASSISTANT);

  test('each unit that assists has its own date and answers for itself', () => {
    const petition = joint();
    expect(petition.clock('assist')).toMatchObject({ subject: 'water', nominal: '2026-12-07' });
    expect(petitionV1.holders(factsOf(petition))).toEqual([
      { unit: 'housing', part: 'lead' },
      { unit: 'water', part: 'assisting' },
    ]);
    expect(refused(petition, 'draftOpinion', handler, DRAFT)).toBe('JOINT_UNIT_OPEN');
    expect(refused(petition, 'replyAssistance', coordinator, NOTE)).toBe('FOREIGN_UNIT');
    petition.does('replyAssistance', waterCoordinator, NOTE);
    expect(petition.clock('assist')?.outcome).toBe('met');
    expect(petition.try('draftOpinion', handler, DRAFT)).toBeUndefined();
  });

  test('is let off by name', () => {
    expect(refused(joint(), 'waiveAssistance', office, { ...ASSISTANT, unit: 'greening' })).toBe(
      'NOT_A_JOINT_UNIT',
    );
    expect(refused(investigating(), 'waiveAssistance', office, ASSISTANT)).toBe('NO_JOINT_UNIT');
    expect(factsOf(joint().does('waiveAssistance', office, ASSISTANT)).assisting).toEqual([]);
    expect(refused(joint(), 'inviteAssistance', office, ASSISTANT)).toBe('HAS_A_PART_ALREADY');
  });
});
