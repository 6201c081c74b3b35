import { describe, expect, test } from '@jest/globals';
import { petitionV1 } from '../../../../domain/case-types/petition.v1.ts';
import { wasteLeadV1 } from '../../../../domain/case-types/waste-lead.v1.ts';
import type { PetitionFacts } from '../../../../domain/case-types/petition/facts.ts';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import { type CaseUnderTest, person } from '../../../support/given.ts';
import { at, moment } from '../../../support/moments.ts';
import {
  also,
  anonymous,
  ASSISTANT,
  checked,
  coordinator,
  delivered,
  DRAFT,
  drafted,
  FORWARD,
  handler,
  inProcedure,
  inspector,
  investigating,
  issued,
  MONDAY,
  NOTE,
  office,
  ORDINARY,
  PROCEDURE,
  REGISTRATION,
  replied,
  REPLY,
  SERVED,
  unitLead,
  unitReceived,
  WASTE,
  waterCoordinator,
} from './petition.ts';

const factsOf = ({ state }: CaseUnderTest) => state.facts as PetitionFacts;
const due = (petition: CaseUnderTest, clock: string) =>
  moment(petition.clock(clock)?.statutoryDue ?? 0);
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

describe('Q10, Q11 the opinion', () => {
  test('is signed by another than who handled it', () => {
    const petition = investigating();
    const both = also(unitLead, 'handler');
    petition.does('draftOpinion', both, DRAFT);
    expect(refused(petition, 'issueOpinion', both)).toBe('SIGNER_HANDLED');
    expect(refused(petition, 'returnDraft', both, NOTE)).toBe('SIGNER_HANDLED');
    expect(refused(petition, 'issueOpinion', handler)).toBe('FORBIDDEN_ROLE');
    petition.does('issueOpinion', person('lead-2', 'housing', 'unitLead'));
    expect(petition.state.documents.at(-1)).toMatchObject({ kind: 'opinion' });
    expect(drafted().does('returnDraft', unitLead, NOTE).state.stage).toBe('investigating');
  });

  test('keeps a number that was written by hand', () => {
    const petition = drafted().does('issueOpinion', unitLead, {
      documentNumber: '青信意〔2026〕99号',
    });
    expect(petition.state.documents.at(-1)?.number).toBe('青信意〔2026〕99号');
    expect(refused(drafted(), 'issueOpinion', unitLead, { documentNumber: '99' })).toBe(
      'INVALID_INPUT',
    );
  });

  test.each(['EXPLAINED', 'SUPPORTED', 'NOT_SUPPORTED'])('is of the kind %s', (kind) => {
    expect(factsOf(drafted({ kind })).opinion).toBe(kind);
  });

  test('issued and delivered is 办结: the sixty days end, the petitioner’s thirty begin at the delivery', () => {
    const petition = issued();
    expect(petition.clock('handle')?.endedAt).toBeUndefined();
    petition
      .when('2026-11-27 09:00')
      .does('deliverOpinion', coordinator, { ...SERVED, servedAt: at('2026-11-25 15:00') });
    expect(petition.clock('handle')?.outcome).toBe('met');
    expect(petition.clock('reviewWindow')).toMatchObject({
      startedAt: at('2026-11-25 15:00'),
      nominal: '2026-12-25',
    });
    expect(petition.state.documents.at(-1)?.servedAt).toBe(at('2026-11-25 15:00'));
  });

  test('late is late, and says so', () => {
    const petition = issued()
      .when('2027-01-22 23:59:59')
      .does('deliverOpinion', coordinator, SERVED);
    expect(petition.clock('handle')?.outcome).toBe('breached');
  });

  test('of whom nobody knows is filed, of others not', () => {
    expect(refused(issued(), 'fileOpinion', handler, NOTE)).toBe('SOMEBODY_TO_TELL');
    const petition = anonymous()
      .does('forward', office, FORWARD)
      .does('receive', coordinator)
      .does('accept', coordinator, ORDINARY);
    petition.does('draftOpinion', handler, DRAFT).does('issueOpinion', unitLead);
    expect(refused(petition, 'deliverOpinion', handler, SERVED)).toBe('NOBODY_TO_TELL');
    expect(petition.does('fileOpinion', handler, NOTE).state.stage).toBe('awaitingClose');
    expect(petition.clock('handle')?.outcome).toBe('met');
  });

  test('needs all it has to say', () => {
    expect(refused(investigating(), 'draftOpinion', handler, { ...DRAFT, remedy: '' })).toBe(
      'INVALID_INPUT',
    );
    expect(refused(delivered(), 'draftOpinion', handler, DRAFT)).toBe('WRONG_STATE');
  });
});

describe('P6 another legal procedure', () => {
  test('has the time that it names, or ninety days, and no sixty', () => {
    expect(due(inProcedure(), 'procedure')).toBe('2027-02-22 23:59:59');
    const petition = unitReceived('ADMINISTRATIVE').does('startProcedure', coordinator, {
      ...PROCEDURE,
      dueOn: '2026-12-05',
    });
    expect(due(petition, 'procedure')).toBe('2026-12-05 23:59:59');
    expect(petition.clock('handle')).toBeUndefined();
    expect(
      refused(unitReceived('ADMINISTRATIVE'), 'startProcedure', coordinator, {
        ...PROCEDURE,
        dueOn: '2026-11-23',
      }),
    ).toBe('DATE_NOT_AHEAD');
    expect(refused(unitReceived(), 'startProcedure', coordinator, PROCEDURE)).toBe('WRONG_ROUTE');
  });

  test('is answered with its result', () => {
    expect(replied().clock('procedure')?.outcome).toBe('met');
    expect(replied().does('close', office).state.stage).toBe('closed');
  });

  test('a suggestion is answered without an opinion (article 29)', () => {
    const petition = unitReceived('OTHER', { category: 'SUGGESTION' });
    expect(refused(petition, 'accept', coordinator, ORDINARY)).toBe('WRONG_ROUTE');
    petition.does('answerSuggestion', handler, REPLY);
    expect(petition.state.stage).toBe('replied');
    expect(petition.clock('handle')).toBeUndefined();
    expect(refused(unitReceived(), 'answerSuggestion', handler, REPLY)).toBe('WRONG_ROUTE');
  });

  test('a violation becomes a waste lead with the petitioner as its informant (article 31, 5)', () => {
    const petition = checked('VIOLATION', { town: 'xiayang' }).does(
      'convertToWasteLead',
      office,
      WASTE,
    );
    expect(petition.converted).toMatchObject([
      {
        type: 'waste-lead',
        input: {
          source: 'PETITION',
          text: { sealed: 'text-2' },
          address: { sealed: 'text-3' },
          town: 'xiayang',
          actKind: 'DUMPING',
          plate: '沪A00000',
          informant: { sealed: 'text-1' },
          occurredAt: at(MONDAY),
        },
      },
    ]);
    const [{ input: asked } = { input: {} }] = petition.converted;
    const opening = { ...asked, text: '文本', address: '地址', informant: REGISTRATION.petitioner };
    expect(wasteLeadV1.opens.input.safeParse(opening).error).toBeUndefined();
    expect(petition.state.stage).toBe('inProcedure');
    expect(refused(petition, 'convertToWasteLead', office, WASTE)).toBe('CONVERTED_ALREADY');
    expect(refused(checked(), 'convertToWasteLead', office, WASTE)).toBe('WRONG_ROUTE');
    petition
      .told('noteLinked', 'QPJZ2026-000001', 'LeadFiled')
      .does('answerProcedure', office, REPLY);
    expect(factsOf(petition).linked).toEqual([{ number: 'QPJZ2026-000001', event: 'LeadFiled' }]);
    expect(petition.does('close', { ...office, id: 'office-2' }).state.stage).toBe('closed');
  });

  test('what was built without a permit becomes an illegal building, its petitioner the one to tell', () => {
    const input = { kind: 'ROOF', build: 'EXISTING', town: 'xiayang', notice: '已转处置' };
    const petition = checked('VIOLATION').does('convertToBuilding', office, input);
    expect(petition.converted).toEqual([
      {
        type: 'illegal-building',
        input: {
          source: 'PETITION',
          kind: 'ROOF',
          build: 'EXISTING',
          text: { sealed: 'text-2' },
          address: { sealed: 'text-3' },
          town: 'xiayang',
          reporter: { sealed: 'text-1' },
          reportedAt: at(MONDAY),
        },
      },
    ]);
    expect([petition.state.stage, petition.clock('procedure')?.endedAt]).toEqual([
      'inProcedure',
      undefined,
    ]);
    expect(refused(checked(), 'convertToBuilding', office, input)).toBe('WRONG_ROUTE');
  });
});

describe('Q16 supervision', () => {
  const ORDER = { source: 'INTERNAL', grounds: 'BUCK_PASSING', requirement: '限期办理' };

  test('nothing closes, is withdrawn or sent out while an order is open', () => {
    const petition = replied().does('issueOrder', inspector, ORDER);
    expect(refused(petition, 'close', office)).toBe('SUPERVISION_ORDER_OPEN');
    petition.does('replyOrder', coordinator, NOTE).does('acceptReply', inspector, {});
    expect(petition.does('close', office).state.stage).toBe('closed');
    expect(
      refused(investigating().does('issueOrder', inspector, ORDER), 'withdraw', office, {
        evidence: '信',
      }),
    ).toBe('SUPERVISION_ORDER_OPEN');
    expect(
      refused(checked('LITIGATION').does('issueOrder', inspector, ORDER), 'referOut', office, {
        notice: '告知',
      }),
    ).toBe('SUPERVISION_ORDER_OPEN');
  });

  test('a petition taken over is routed anew; the sixty days go on, and count from the first acceptance', () => {
    const petition = investigating().when('2026-12-01 09:00').does('takeOver', inspector, NOTE);
    expect(petition.state.stage).toBe('routing');
    expect(petition.clock('route')).toMatchObject({ round: 2, limitKey: 'petition.reroute' });
    petition
      .does('forward', office, { leadUnit: 'water' })
      .does('receive', waterCoordinator)
      .does('accept', waterCoordinator, ORDINARY);
    expect(petition.clock('handle')).toMatchObject({ round: 1, nominal: '2027-01-22' });
    expect(factsOf(petition).acceptedAt).toBe(at(MONDAY));
  });

  test('a new lead unit is another one, without a part yet, and not the one complained of', () => {
    const petition = investigating().does('inviteAssistance', office, ASSISTANT);
    const to = (leadUnit: string) => ({ leadUnit, note: '改派' });
    expect(refused(petition, 'changeLead', inspector, to('housing'))).toBe('SAME_LEAD');
    expect(refused(petition, 'changeLead', inspector, to('water'))).toBe('HAS_A_PART_ALREADY');
    const complaint = checked()
      .does('nameAccused', office, { unit: 'greening' })
      .does('forward', office, FORWARD)
      .does('receive', coordinator);
    expect(refused(complaint, 'changeLead', inspector, to('greening'))).toBe('ACCUSED_CANNOT_HOLD');
    petition.does('changeLead', inspector, to('construction'));
    expect(petition.state.stage).toBe('forwarded');
    expect(petition.state.clocks.filter(isRunning).map(({ clock }) => clock)).toEqual(
      expect.arrayContaining(['handle', 'receive']),
    );
  });
});

test('Q18 a successor goes on where the organ stood, and no clock moves', () => {
  const petition = investigating();
  const before = petition.state.clocks;
  const successor = { leadUnit: 'construction', basis: '机构改革' };
  expect(refused(petition, 'nameSuccessor', office, { ...successor, leadUnit: 'housing' })).toBe(
    'HAS_A_PART_ALREADY',
  );
  petition.does('nameSuccessor', office, successor);
  expect(petition.state).toMatchObject({ stage: 'investigating', clocks: before });
  expect(refused(petition, 'recordInvestigation', handler, NOTE)).toBe('FOREIGN_UNIT');
  expect(
    petition.try('recordInvestigation', person('h', 'construction', 'handler'), NOTE),
  ).toBeUndefined();
});

test('who opens a petition of a ticket needs no more than the ticket has', () => {
  expect(petitionV1.opens.input.safeParse({ ...REGISTRATION, channel: 'CALL' }).success).toBe(true);
});
