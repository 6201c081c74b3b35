import { describe, expect, test } from '@jest/globals';
import { petitionV1 } from '../../../../domain/case-types/petition.v1.ts';
import type { PetitionFacts } from '../../../../domain/case-types/petition/facts.ts';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import { type CaseUnderTest, person } from '../../../support/given.ts';
import { at, moment } from '../../../support/moments.ts';
import {
  also,
  anonymous,
  archived,
  assigned,
  awaitingClose,
  closed,
  coordinator,
  delivered,
  DRAFT,
  EVIDENCE,
  finalized,
  FORWARD,
  handler,
  investigating,
  issued,
  MONDAY,
  NOTE,
  office,
  ORDINARY,
  otherOffice,
  recheckHearing,
  RECHECK,
  recheckIssued,
  recheckLead,
  recheckOfficer,
  rechecking,
  RESOLUTION,
  REVIEW,
  reviewDelivered,
  reviewing,
  reviewIssued,
  reviewLead,
  reviewOfficer,
  SERVED,
  unitLead,
  UPHELD,
} from './petition.ts';

const factsOf = ({ state }: CaseUnderTest) => state.facts as PetitionFacts;
const due = (petition: CaseUnderTest, clock: string) =>
  moment(petition.clock(clock)?.statutoryDue ?? 0);

function refused(petition: CaseUnderTest, command: string, actor = office, input: object = {}) {
  const { version } = petition.state;
  const code = petition.try(command, actor, input)?.code;
  expect(petition.state.version).toBe(version);
  return code;
}

/** Delivered on a day in 2025, so that 国庆 is at the end of the thirty days. */
const deliveredInAutumn = () =>
  investigating('2025-08-25 09:00')
    .does('draftOpinion', handler, DRAFT)
    .does('issueOpinion', unitLead)
    .when('2025-09-02 10:00')
    .does('deliverOpinion', coordinator, SERVED);

describe('Q12 after the opinion', () => {
  test('the thirty days lapse by themselves, after 国庆, and the petition office closes (P7)', () => {
    const petition = deliveredInAutumn();
    expect(due(petition, 'reviewWindow')).toBe('2025-10-09 23:59:59');
    petition.when('2025-10-10 09:00');
    expect(petition.state.stage).toBe('awaitingClose');
    expect(petition.clock('reviewWindow')?.outcome).toBe('met');
    expect(petition.clock('close')).toMatchObject({
      startedAt: at('2025-10-09 23:59:59'),
      nominal: '2025-10-15',
    });
    expect(petition.does('close', office).state.stage).toBe('closed');
    expect(petition.state.clocks.filter(isRunning).map(({ clock }) => clock)).toEqual(['archive']);
  });

  test('or the petitioner agrees in writing', () => {
    expect(awaitingClose().clock('reviewWindow')?.outcome).toBe('met');
    expect(refused(awaitingClose(), 'requestReview', office, REVIEW)).toBe('ACCEPTED_IN_WRITING');
    expect(refused(delivered(), 'acceptOpinion', office, {})).toBe('INVALID_INPUT');
  });

  test('what was supported is carried out before it is closed', () => {
    const petition = awaitingClose({ kind: 'SUPPORTED' });
    expect(refused(petition, 'close', office)).toBe('SUPPORTED_NOT_EXECUTED');
    petition.does('recordExecution', handler, EVIDENCE);
    expect(refused(petition, 'recordExecution', handler, EVIDENCE)).toBe('EXECUTED_ALREADY');
    expect(petition.does('close', office).state.stage).toBe('closed');
    expect(refused(awaitingClose(), 'recordExecution', handler, EVIDENCE)).toBe(
      'NOTHING_TO_EXECUTE',
    );
  });

  test('what was assigned is reported on before it is closed (P11)', () => {
    const petition = assigned()
      .does('receive', coordinator)
      .does('accept', coordinator, ORDINARY)
      .does('serveAcceptance', coordinator, SERVED);
    petition
      .does('draftOpinion', handler, DRAFT)
      .does('issueOpinion', unitLead)
      .does('deliverOpinion', coordinator, SERVED)
      .does('acceptOpinion', office, EVIDENCE);
    expect(refused(petition, 'close', office)).toBe('RESULT_REPORT_MISSING');
    petition.does('reportResult', coordinator, NOTE);
    expect(petition.clock('report')?.outcome).toBe('met');
    expect(refused(petition, 'reportResult', coordinator, NOTE)).toBe('REPORTED_ALREADY');
    expect(refused(awaitingClose(), 'reportResult', coordinator, NOTE)).toBe('NOT_ASSIGNED');
    expect(petition.does('close', office).state.stage).toBe('closed');
  });

  test('who handled or signed it does not close it', () => {
    const everything = { ...also(office, 'handler', 'unitLead'), id: handler.id };
    expect(refused(awaitingClose(), 'close', everything)).toBe('CLOSER_INVOLVED');
    expect(refused(awaitingClose(), 'close', { ...everything, id: unitLead.id })).toBe(
      'CLOSER_INVOLVED',
    );
    expect(refused(awaitingClose(), 'close', handler)).toBe('FORBIDDEN_ROLE');
  });
});

describe('Q13 a review is asked for', () => {
  test('within the thirty days; what came in time and is recorded later is in time', () => {
    const petition = delivered().when('2026-12-28 09:00');
    expect(petition.state.stage).toBe('awaitingClose');
    expect(refused(petition, 'requestReview', office, REVIEW)).toBe('REQUEST_TOO_LATE');
    petition.does('requestReview', office, { ...REVIEW, requestedAt: at('2026-12-23 16:00') });
    expect(petition.clock('review')).toMatchObject({
      startedAt: at('2026-12-23 16:00'),
      nominal: '2027-01-22',
    });
    expect(petition.clock('close')?.outcome).toBe('met');
  });

  test('or later with a good reason', () => {
    const petition = delivered().when('2026-12-28 09:00');
    expect(petition.try('requestReview', office, { ...REVIEW, excuse: '住院' })).toBeUndefined();
  });

  test('of a body that had no part in it', () => {
    expect(delivered().try('requestReview', office, { ...REVIEW, body: 'housing' })).toMatchObject({
      code: 'BODY_INVOLVED',
      field: 'input.body',
    });
    expect(petitionV1.holders(factsOf(reviewing()))).toContainEqual({
      unit: 'construction',
      part: 'reviewBody',
    });
  });

  test('not before the answer, nor of what was never delivered', () => {
    const petition = delivered().when('2026-11-25 09:00');
    const early = investigating()
      .when('2026-11-24 09:00')
      .does('draftOpinion', handler, DRAFT)
      .does('issueOpinion', unitLead)
      .does('deliverOpinion', coordinator, SERVED);
    expect(refused(early, 'requestReview', office, { ...REVIEW, requestedAt: at(MONDAY) })).toBe(
      'REQUEST_BEFORE_ANSWER',
    );
    expect(
      refused(petition, 'requestReview', office, { ...REVIEW, requestedAt: at('2026-11-26') }),
    ).toBe('INVALID_INPUT');
    expect(refused(issued(), 'requestReview', office, REVIEW)).toBe('WRONG_STATE');
    const nobody = anonymous()
      .does('forward', office, FORWARD)
      .does('receive', coordinator)
      .does('accept', coordinator, ORDINARY);
    nobody
      .does('draftOpinion', handler, DRAFT)
      .does('issueOpinion', unitLead)
      .does('fileOpinion', handler, NOTE);
    expect(refused(nobody, 'requestReview', office, REVIEW)).toBe('NOTHING_TO_EXAMINE');
  });
});

describe('Q14 a review', () => {
  test('has thirty days, and is signed by another than who drafted it (P8)', () => {
    const petition = reviewing();
    expect(due(petition, 'review')).toBe('2026-12-23 23:59:59');
    expect(refused(petition, 'issueReview', reviewLead, UPHELD)).toBe('EXAMINATION_DRAFT_MISSING');
    const both = also(reviewLead, 'reviewOfficer');
    petition.does('draftReview', both, NOTE);
    expect(refused(petition, 'issueReview', both, UPHELD)).toBe('SIGNER_DRAFTED');
    expect(refused(petition, 'revokeByReview', both)).toBe('SIGNER_DRAFTED');
    expect(refused(petition, 'issueReview', person('x', 'housing', 'reviewLead'), UPHELD)).toBe(
      'FOREIGN_UNIT',
    );
    petition.does('issueReview', person('review-3', 'construction', 'reviewLead'), UPHELD);
    expect(petition.clock('review')?.outcome).toBe('met');
    expect(petition.state.documents.at(-1)).toMatchObject({ kind: 'reviewOpinion' });
  });

  test('upholds, or modifies the opinion to what it says', () => {
    expect(factsOf(reviewIssued()).review?.outcome).toBe('UPHELD');
    const petition = reviewing().does('draftReview', reviewOfficer, NOTE);
    expect(petition.try('issueReview', reviewLead, { outcome: 'MODIFIED' })).toMatchObject({
      code: 'MODIFIED_KIND_MISSING',
      field: 'input.kind',
    });
    petition.does('issueReview', reviewLead, { outcome: 'MODIFIED', kind: 'SUPPORTED' });
    expect(factsOf(petition).opinion).toBe('SUPPORTED');
    petition.does('deliverReview', reviewOfficer, SERVED).when('2027-01-05');
    expect(refused(petition, 'close', office)).toBe('SUPPORTED_NOT_EXECUTED');
  });

  test('revokes: the matter is handled anew with sixty new days, a new opinion and new windows', () => {
    const petition = reviewing()
      .when('2026-12-01 09:00')
      .does('draftReview', reviewOfficer, NOTE)
      .does('revokeByReview', reviewLead);
    expect(petition.state.stage).toBe('investigating');
    expect(petition.clock('handle')).toMatchObject({
      round: 2,
      startedAt: at('2026-12-01 09:00'),
      nominal: '2027-01-30',
    });
    expect(factsOf(petition)).toMatchObject({ round: 2 });
    expect(factsOf(petition).review).toBeUndefined();
    petition.does('requestExtension', coordinator, { days: 30, reason: '复杂' });
    petition
      .does('draftOpinion', handler, DRAFT)
      .does('issueOpinion', unitLead)
      .does('deliverOpinion', coordinator, SERVED);
    expect(petition.clock('reviewWindow')?.round).toBe(2);
    expect(petition.try('requestReview', office, REVIEW)).toBeUndefined();
  });

  test('is asked for once, and its opinion is proven served', () => {
    expect(reviewDelivered().clock('recheckWindow')?.nominal).toBe('2026-12-23');
    const late = reviewDelivered().when('2026-12-28 09:00');
    expect(late.state.stage).toBe('awaitingClose');
    expect(refused(late, 'requestReview', office, { ...REVIEW, excuse: '住院' })).toBe(
      'EXAMINED_ALREADY',
    );
    expect(refused(late, 'requestRecheck', office, RECHECK)).toBe('REQUEST_TOO_LATE');
    expect(late.try('requestRecheck', office, { ...RECHECK, excuse: '住院' })).toBeUndefined();
    const lapsed = delivered().when('2026-12-28 09:00');
    expect(refused(lapsed, 'requestRecheck', office, RECHECK)).toBe('NOTHING_TO_EXAMINE');
  });
});

describe('Q15 a recheck', () => {
  test('has thirty days without its hearing, which stands still by days (P9, P10)', () => {
    const petition = rechecking();
    expect(petition.clock('recheck')?.nominal).toBe('2026-12-23');
    petition.when('2026-11-30 09:00').does('openRecheckHearing', recheckOfficer, NOTE);
    expect(petition.clock('recheck')?.pausedAt).toBe(at('2026-11-30 09:00'));
    petition.when('2026-12-07 09:00').does('closeRecheckHearing', recheckOfficer, NOTE);
    expect(petition.clock('recheck')).toMatchObject({
      nominal: '2026-12-30',
      facts: { pauses: [{ ground: '听证' }] },
    });
  });

  test('is of a third body, and signed by another than who drafted it', () => {
    expect(
      refused(reviewDelivered(), 'requestRecheck', office, { ...RECHECK, body: 'construction' }),
    ).toBe('BODY_INVOLVED');
    expect(refused(rechecking(), 'issueRecheck', recheckLead, UPHELD)).toBe(
      'EXAMINATION_DRAFT_MISSING',
    );
    const both = also(recheckLead, 'recheckOfficer');
    expect(
      refused(rechecking().does('draftRecheck', both, NOTE), 'issueRecheck', both, UPHELD),
    ).toBe('SIGNER_DRAFTED');
    expect(refused(rechecking().does('draftRecheck', both, NOTE), 'revokeByRecheck', both)).toBe(
      'SIGNER_DRAFTED',
    );
    expect(refused(recheckHearing(), 'issueRecheck', recheckLead, UPHELD)).toBe('WRONG_STATE');
  });

  test('is final: nothing more can be asked for, and it is closed', () => {
    const petition = finalized();
    expect(factsOf(petition).finalized).toBe(true);
    expect(refused(petition, 'requestReview', office, REVIEW)).toBe('WRONG_STATE');
    expect(refused(petition, 'requestRecheck', office, RECHECK)).toBe('WRONG_STATE');
    expect(petition.does('close', office).state.stage).toBe('closed');
    expect(recheckIssued().clock('recheck')?.outcome).toBe('met');
  });

  test('revokes as a review does', () => {
    const petition = rechecking()
      .does('draftRecheck', recheckOfficer, NOTE)
      .does('revokeByRecheck', recheckLead);
    expect(petition.state.stage).toBe('investigating');
    expect(petition.clock('handle')).toMatchObject({ round: 2, nominal: '2027-01-22' });
    expect(petitionV1.holders(factsOf(petition))).toEqual([{ unit: 'housing', part: 'lead' }]);
  });
});

describe('Q17 a resolution (化解)', () => {
  const proposed = () => delivered().does('proposeResolution', handler, RESOLUTION);
  const resolved = () => proposed().does('confirmResolution', office);

  test('is proposed by the unit with its evidence and confirmed by the petition office; the case stays where it is', () => {
    const petition = resolved();
    expect(petition.state.stage).toBe('delivered');
    expect(factsOf(petition).resolution).toEqual({ evidence: 'AGREEMENT', at: at(MONDAY) });
    expect(refused(petition, 'proposeResolution', handler, RESOLUTION)).toBe('RESOLVED_ALREADY');
    expect(refused(delivered(), 'proposeResolution', handler, { kind: 'AGREEMENT' })).toBe(
      'INVALID_INPUT',
    );
    expect(refused(delivered(), 'confirmResolution', office)).toBe('NO_RESOLUTION_AWAITS');
  });

  test('is decided by another than who proposed it', () => {
    const both = { ...also(office, 'handler'), id: handler.id };
    expect(refused(proposed(), 'confirmResolution', both)).toBe('RESOLUTION_SAME_PERSON');
    expect(refused(proposed(), 'declineResolution', both, NOTE)).toBe('RESOLUTION_SAME_PERSON');
    expect(refused(proposed(), 'proposeResolution', handler, RESOLUTION)).toBe('RESOLUTION_AWAITS');
    const petition = proposed().does('declineResolution', office, NOTE);
    expect(petition.try('proposeResolution', handler, RESOLUTION)).toBeUndefined();
  });

  test('falls within thirty days when the petitioner comes again, and not later', () => {
    const petition = resolved().when('2026-12-23 23:59:59');
    expect(petition.wouldRefuse('revokeResolution', otherOffice, NOTE)).toBeUndefined();
    expect(refused(petition.when('2026-12-24 00:00'), 'revokeResolution', office, NOTE)).toBe(
      'RESOLUTION_WINDOW_OVER',
    );
    const early = resolved().does('revokeResolution', office, NOTE);
    expect(factsOf(early).resolution).toBeUndefined();
    expect(refused(early, 'revokeResolution', office, NOTE)).toBe('NOT_RESOLVED');
  });

  test('is not counted while a review or recheck is open', () => {
    expect(
      refused(reviewing().does('reportUrgent', office, NOTE), 'confirmResolution', office),
    ).toBe('WRONG_STATE');
    expect(refused(rechecking(), 'proposeResolution', handler, RESOLUTION)).toBe('WRONG_STATE');
  });

  test('of a closed petition keeps it from the archive for sixty days more', () => {
    const petition = closed();
    expect(due(petition, 'archive')).toBe('2027-01-22 23:59:59');
    petition
      .when('2026-12-23 09:00')
      .does('proposeResolution', handler, RESOLUTION)
      .does('confirmResolution', office);
    expect(petition.clock('archive')).toMatchObject({ round: 2, nominal: '2027-02-21' });
    expect(archived().state.stage).toBe('archived');
    expect(refused(archived(), 'revokeResolution', office, NOTE)).toBe('WRONG_STATE');
  });
});
