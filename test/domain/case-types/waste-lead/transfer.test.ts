import { describe, expect, test } from '@jest/globals';
import type { LeadFacts } from '../../../../domain/case-types/waste-lead/facts.ts';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import type { CaseUnderTest } from '../../../support/given.ts';
import { person, tryOpen } from '../../../support/given.ts';
import { at, moment } from '../../../support/moments.ts';
import { wasteLeadV1 } from '../../../../domain/case-types/waste-lead.v1.ts';
import {
  caseOfficer,
  DESIGNATION,
  dispatcher,
  inEachState,
  intake,
  legalReviewer,
  mgmtOfficer,
  NOTE,
  OPENING,
  otherIntake,
  received,
  REFUSAL,
  refused,
  REPORTED,
  SUPPLEMENT,
  supervisor,
  supplementing,
  TRANSFER,
  transferred,
  verifying,
} from './lead.ts';

const due = (lead: CaseUnderTest, clock: string): string =>
  moment(lead.clock(clock)?.statutoryDue ?? 0);
const facts = (lead: CaseUnderTest): LeadFacts => lead.state.facts as LeadFacts;

describe('the states of a lead', () => {
  test.each(Object.entries(inEachState))('%s is where its builder leads', (state, build) => {
    expect(build().state.stage).toBe(state);
  });
});

describe('L1 the transfer', () => {
  test('goes to the enforcement unit that was chosen, with a numbered letter', () => {
    const lead = transferred();
    expect(lead.state.stage).toBe('transferPending');
    expect(lead.rules.type.holders(lead.state.facts)).toEqual([
      { unit: 'greening', part: 'transferor' },
      { unit: 'xiayang', part: 'lead' },
    ]);
    expect(lead.state.documents).toMatchObject([
      { kind: 'transferLetter', number: '青线移〔2026〕1号' },
    ]);
  });

  test('is refused while a required field is missing, and nothing changes', () => {
    const { suggestedClause: _clause, ...bare } = OPENING;
    const input = { ...bare, actKind: 'UNLICENSED_TRUCK', occurredAt: at('2026-11-20') };
    const lead = tryOpen(wasteLeadV1, at('2026-11-23 09:00'), mgmtOfficer, input) as CaseUnderTest;
    const before = lead.state;
    expect(lead.try('transfer', mgmtOfficer, { leadUnit: 'xiayang' })).toMatchObject({
      code: 'LEAD_FIELDS_MISSING',
      field: 'input.plate',
      details: { missing: ['车牌号', '证据', '建议适用条款'] },
    });
    expect(lead.state).toBe(before);
    const complete = { ...TRANSFER, plate: '沪A00000', suggestedClause: '第五十条' };
    expect(lead.try('transfer', mgmtOfficer, complete)).toBeUndefined();
  });

  test('is refused while the act lies after the report, until that is put right', () => {
    const lead = received({ occurredAt: at('2026-11-24 09:00') });
    expect(lead.try('transfer', mgmtOfficer, TRANSFER)).toMatchObject({
      code: 'LEAD_FIELDS_MISSING',
      field: 'input.occurredAt',
    });
    const righted = { ...TRANSFER, occurredAt: at('2026-11-22 23:00') };
    expect(lead.try('transfer', mgmtOfficer, righted)).toBeUndefined();
    expect(facts(lead).occurredAt).toBe(at('2026-11-22 23:00'));
  });

  test('has three working days: by law for reports of the public, by custom for others', () => {
    const reported = received(REPORTED, '2026-09-29 10:00');
    expect(reported.clock('transfer')?.limitKey).toBe('waste.informantTransfer');
    expect(due(reported, 'transfer')).toBe('2026-10-09 23:59:59');
    expect(received().clock('transfer')?.limitKey).toBe('waste.lead.submit');
  });

  test('may be made by the centre too, where it opened the lead', () => {
    const input = { ...OPENING, occurredAt: at('2026-11-20') };
    const lead = tryOpen(wasteLeadV1, at('2026-11-23 09:00'), dispatcher, input) as CaseUnderTest;
    expect(facts(lead).transferor).toBe('ops-centre');
    expect(lead.rules.type.holders(lead.state.facts)).toEqual([]);
    expect(lead.try('transfer', dispatcher, TRANSFER)).toBeUndefined();
  });

  test('may be made by the liaison of a unit that has no management staff', () => {
    const liaison = person('liaison-1', 'petition', 'coordinator');
    const input = { ...OPENING, source: 'PETITION', occurredAt: at('2026-11-20') };
    const lead = tryOpen(wasteLeadV1, at('2026-11-23 09:00'), liaison, input) as CaseUnderTest;
    lead.does('transfer', liaison, TRANSFER).does('askSupplement', intake, NOTE);
    expect(lead.try('supplement', liaison, SUPPLEMENT)).toBeUndefined();
  });

  test('is refused to another management unit and to enforcement', () => {
    const other = person('mgmt-9', 'construction', 'mgmtOfficer');
    expect(received().try('transfer', other, TRANSFER)?.code).toBe('FOREIGN_UNIT');
    expect(received().try('transfer', intake, TRANSFER)?.code).toBe('FORBIDDEN_ROLE');
  });
});

describe('L2 acceptance', () => {
  test('has two working days over a holiday, and starts verification', () => {
    const national = transferred({}, '2026-09-29 10:00');
    expect(due(national, 'accept')).toBe('2026-10-08 23:59:59');
    const spring = transferred({}, '2026-02-13 10:00');
    expect(due(spring, 'accept')).toBe('2026-02-24 23:59:59');
    spring.when('2026-02-14 09:00').does('accept', intake);
    expect(spring.clock('accept')?.outcome).toBe('met');
    expect(spring.state.stage).toBe('verifying');
  });

  test('is for the unit that it went to', () => {
    expect(transferred().try('accept', otherIntake)?.code).toBe('FOREIGN_UNIT');
    expect(received().try('accept', intake)?.code).toBe('FOREIGN_UNIT');
    expect(verifying().try('accept', intake)?.code).toBe('WRONG_STATE');
  });
});

describe('L3 the return for a supplement', () => {
  test('gives the transferor three working days', () => {
    const lead = supplementing();
    expect(due(lead, 'supplement')).toBe('2026-11-26 23:59:59');
    lead.does('supplement', mgmtOfficer, SUPPLEMENT);
    expect(lead.state.stage).toBe('transferPending');
    expect(isRunning(lead.clock('accept') as never)).toBe(true);
  });

  test('happens once', () => {
    const lead = supplementing().does('supplement', mgmtOfficer, SUPPLEMENT);
    const before = lead.state;
    expect(lead.try('askSupplement', intake, NOTE)?.code).toBe('SUPPLEMENT_ONCE');
    expect(lead.state).toBe(before);
  });

  test('lapses by itself, which is on record, and nobody is late for it', () => {
    const lead = supplementing().when('2026-11-27 08:00');
    expect(lead.state.stage).toBe('transferPending');
    expect(facts(lead).notSupplemented).toBe(true);
    const lapse = lead.events.find(({ type }) => type === 'SupplementLapsed');
    expect(lapse?.dueAt).toBe(at('2026-11-26 23:59:59'));
    expect(lead.clock('supplement')?.outcome).toBe('met');
    expect(lead.try('supplement', mgmtOfficer, SUPPLEMENT)?.code).toBe('WRONG_STATE');
  });
});

describe('L4 refusal', () => {
  test('is proposed by intake for a reason of the list and decided by legal review', () => {
    const lead = transferred();
    expect(lead.try('proposeRefusal', intake, { ...REFUSAL, reason: 'BUSY' })?.code).toBe(
      'INVALID_INPUT',
    );
    expect(lead.try('refuse', legalReviewer, NOTE)?.code).toBe('NO_REFUSAL_PROPOSED');
    lead.does('proposeRefusal', intake, REFUSAL);
    expect(lead.try('proposeRefusal', intake, REFUSAL)?.code).toBe('REFUSAL_PENDING');
    lead.does('refuse', legalReviewer, NOTE);
    expect(lead.state.stage).toBe('dispute');
  });

  test('is not reviewed by whoever proposes it', () => {
    const both = person('both', 'xiayang', 'intake', 'legalReviewer');
    const lead = transferred().does('proposeRefusal', both, REFUSAL);
    expect(lead.try('refuse', both, NOTE)?.code).toBe('REFUSER_CANNOT_REVIEW');
    expect(lead.try('denyRefusal', both, NOTE)?.code).toBe('REFUSER_CANNOT_REVIEW');
    lead.does('denyRefusal', legalReviewer, NOTE);
    expect(facts(lead).refusal).toBeUndefined();
  });

  test('leads to a superior’s designation, which binds', () => {
    const lead = refused();
    expect(due(lead, 'designate')).toBe('2026-11-26 23:59:59');
    lead.does('designate', supervisor, DESIGNATION);
    expect(lead.state.stage).toBe('transferPending');
    expect(facts(lead).leadUnit).toBe('xujing');
    expect(lead.try('proposeRefusal', otherIntake, REFUSAL)?.code).toBe('LEAD_BOUND');
    expect(lead.try('askSupplement', otherIntake, NOTE)?.code).toBe('LEAD_BOUND');
    expect(lead.try('accept', otherIntake)).toBeUndefined();
  });

  test('is upheld where nobody is competent; the transferor is told before it closes', () => {
    const lead = refused().does('upholdRefusal', supervisor, NOTE);
    expect(lead.state.stage).toBe('feedbackDue');
    expect(facts(lead).outcome).toBe('REFUSED');
    lead.does('sendFeedback', intake, { result: '不属本机关管辖' });
    expect(lead.state.stage).toBe('closed');
  });

  test('ends the informant’s limit, which starts again at the unit designated', () => {
    const lead = transferred(REPORTED);
    lead.does('proposeRefusal', intake, REFUSAL).does('refuse', legalReviewer, NOTE);
    expect(isRunning(lead.clock('informant') as never)).toBe(false);
    lead.when('2026-11-25 09:00').does('designate', supervisor, DESIGNATION);
    expect(due(lead, 'informant')).toBe('2026-12-02 23:59:59');
  });
});

describe('the supervisor', () => {
  test('gives the lead to another unit, whose limits begin anew', () => {
    const lead = verifying().when('2026-11-25 09:00');
    lead.does('changeLead', supervisor, { leadUnit: 'xujing', note: '跨镇' });
    expect(lead.state.stage).toBe('transferPending');
    expect(due(lead, 'accept')).toBe('2026-11-27 23:59:59');
    expect(isRunning(lead.clock('verify') as never)).toBe(false);
    expect(lead.try('proposeRefusal', otherIntake, REFUSAL)?.code).toBe('LEAD_BOUND');
  });

  test('takes it to the district’s bureau', () => {
    const lead = verifying().when('2026-11-25 09:00').does('takeOver', supervisor, NOTE);
    expect(facts(lead).leadUnit).toBe('urban-enforcement');
    expect(due(lead, 'verify')).toBe('2026-12-10 23:59:59');
    expect(lead.try('openCase', caseOfficer, {})?.code).toBe('FOREIGN_UNIT');
  });
});
