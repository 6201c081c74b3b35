import { describe, expect, test } from '@jest/globals';
import type { LeadFacts } from '../../../../domain/case-types/waste-lead/facts.ts';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import { currentCaseType } from '../../../../domain/registry.ts';
import type { CaseUnderTest } from '../../../support/given.ts';
import { person } from '../../../support/given.ts';
import { moment } from '../../../support/moments.ts';
import {
  agencyHead,
  awaiting,
  caseOfficer,
  filed,
  FILING,
  FINAL,
  intake,
  MERGING,
  mgmtOfficer,
  NOT_FILING,
  notFiled,
  notFiling,
  NOTE,
  REPORTED,
  RESULT,
  supervisor,
  TOLD,
  transferred,
  verifying,
} from './lead.ts';

const due = (lead: CaseUnderTest, clock: string): string =>
  moment(lead.clock(clock)?.statutoryDue ?? 0);
const facts = (lead: CaseUnderTest): LeadFacts => lead.state.facts as LeadFacts;
const runs = (lead: CaseUnderTest, clock: string): boolean => {
  const found = lead.clock(clock);
  return found !== undefined && isRunning(found);
};
const EXTENSION = { days: 10, askedBy: caseOfficer.id, note: '需协查车主' };

describe('L5 verification', () => {
  test('has fifteen days, rolled over the national holiday', () => {
    expect(due(verifying({}, '2026-09-21 10:00'), 'verify')).toBe('2026-10-08 23:59:59');
  });

  test('is extended once, by ten days at the most, before it is due, by another person', () => {
    const lead = verifying();
    expect(due(lead, 'verify')).toBe('2026-12-08 23:59:59');
    const before = lead.state;
    const head = person(caseOfficer.id, 'xiayang', 'agencyHead');
    const tooLong = { ...EXTENSION, days: 11 };
    expect(lead.try('extendVerification', agencyHead, tooLong)).toMatchObject({
      code: 'VERIFICATION_EXTENDED_TOO_LONG',
      field: 'input.days',
    });
    expect(lead.try('extendVerification', head, EXTENSION)?.code).toBe('ASKER_CANNOT_GRANT');
    expect(lead.try('extendVerification', agencyHead, { ...EXTENSION, days: 0 })?.code).toBe(
      'INVALID_INPUT',
    );
    expect(lead.state).toBe(before);
    lead.does('extendVerification', agencyHead, EXTENSION);
    expect(due(lead, 'verify')).toBe('2026-12-18 23:59:59');
    expect(lead.try('extendVerification', agencyHead, EXTENSION)?.code).toBe(
      'VERIFICATION_EXTENDED_ALREADY',
    );
    const late = verifying().when('2026-12-09');
    expect(late.try('extendVerification', agencyHead, EXTENSION)?.code).toBe(
      'VERIFICATION_EXTENDED_TOO_LATE',
    );
  });

  test('is not filed only with a reason, an approval of another person and a notice', () => {
    const lead = notFiling();
    const both = person(caseOfficer.id, 'xiayang', 'agencyHead');
    expect(lead.try('approveNotFiling', both, NOTE)?.code).toBe('NOT_FILING_NEEDS_ANOTHER');
    expect(lead.try('rejectNotFiling', both, NOTE)?.code).toBe('NOT_FILING_NEEDS_ANOTHER');
    expect(
      verifying().try('proposeNotFiling', caseOfficer, { ...NOT_FILING, reason: 'X' })?.code,
    ).toBe('INVALID_INPUT');
    lead.does('approveNotFiling', agencyHead, NOTE);
    expect(lead.state.documents.at(-1)?.kind).toBe('notFiledNotice');
    expect(facts(lead).outcome).toBe('NOT_FILED');
    expect(due(lead, 'filingFeedback')).toBe('2026-11-26 23:59:59');
    expect(runs(lead, 'verify')).toBe(false);
  });

  test('goes on where the head sends a proposal back', () => {
    const lead = notFiling().does('rejectNotFiling', agencyHead, NOTE);
    expect(lead.state.stage).toBe('verifying');
    expect(runs(lead, 'verify')).toBe(true);
    expect(facts(lead).notFilingBy).toBeUndefined();
  });
});

describe('a lead that is filed', () => {
  test('opens a case with what it knows, received when the lead was accepted', () => {
    const lead = filed({ plate: '沪A00000', town: 'xiayang' });
    const [conversion] = lead.converted;
    expect(conversion).toMatchObject({
      type: 'waste-case',
      input: {
        actKind: 'DUMPING',
        actEndedOn: '2026-11-22',
        partyKind: 'PERSON',
        publicReport: false,
        leadUnit: 'xiayang',
        town: 'xiayang',
        receivedAt: facts(lead).acceptedAt,
        party: FILING.party,
        text: { sealed: facts(lead).text },
        address: { sealed: facts(lead).address },
        plate: { sealed: facts(lead).plate },
      },
    });
    const plain = Object.entries(conversion?.input ?? {}).map(([name, value]) =>
      typeof value === 'object' && value !== null && 'sealed' in value
        ? [name, '样例']
        : [name, value as unknown],
    );
    const parsed = currentCaseType('waste-case')?.opens.input.safeParse(Object.fromEntries(plain));
    expect(parsed?.success ?? true).toBe(true);
  });

  test('is refused for an act that ends in the future', () => {
    const lead = verifying();
    expect(
      lead.try('openCase', caseOfficer, { ...FILING, actEndedOn: '2026-11-24' }),
    ).toMatchObject({ code: 'ACT_NOT_ENDED', field: 'input.actEndedOn' });
    expect(lead.converted).toEqual([]);
  });

  test('L6 tells the filing in three working days over the national holiday', () => {
    const lead = verifying({}, '2026-09-28 10:00').when('2026-09-30 10:00');
    lead.does('openCase', caseOfficer, { ...FILING, actEndedOn: '2026-09-27' });
    expect(due(lead, 'filingFeedback')).toBe('2026-10-10 23:59:59');
    lead.when('2026-10-10 16:00').does('sendFilingFeedback', caseOfficer, RESULT);
    expect(lead.clock('filingFeedback')?.outcome).toBe('met');
    expect(lead.state.stage).toBe('awaitingOutcome');
  });

  test('L6 tells the final disposition in five working days after the case ended', () => {
    const lead = verifying({}, '2026-02-10 10:00').does('openCase', caseOfficer, {
      ...FILING,
      actEndedOn: '2026-02-09',
    });
    lead.does('sendFilingFeedback', caseOfficer, RESULT);
    expect(lead.state.clocks.filter(isRunning)).toEqual([]);
    expect(lead.try('sendFinalFeedback', caseOfficer, FINAL)?.code).toBe('NO_FINAL_RESULT');
    lead.when('2026-02-11 10:00').told('noteLinked', 'QPJC2026-000001', 'CaseFiled');
    expect(runs(lead, 'finalFeedback')).toBe(false);
    lead.when('2026-02-12 10:00').told('noteLinked', 'QPJC2026-000001', 'WasteCaseClosed');
    expect(due(lead, 'finalFeedback')).toBe('2026-02-26 23:59:59');
    lead.does('sendFinalFeedback', caseOfficer, FINAL);
    expect(lead.state.stage).toBe('closed');
    expect(lead.clock('finalFeedback')?.outcome).toBe('met');
  });

  test('tells filing and disposition at once where the case ended first', () => {
    const lead = filed().told('noteLinked', 'QPJC2026-000001', 'CaseNotFiled');
    expect(lead.try('sendFilingFeedback', caseOfficer, RESULT)?.code).toBe('FINAL_RESULT_KNOWN');
    lead.does('sendFinalFeedback', caseOfficer, FINAL);
    expect(lead.state.stage).toBe('closed');
    expect(lead.state.clocks.filter(isRunning)).toEqual([]);
  });

  test('takes no end from what is told before it was filed, nor a second one', () => {
    const lead = verifying().told('noteLinked', 'QPXS2026-000002', 'WasteCaseClosed');
    expect(facts(lead).ending).toBeUndefined();
    const ended = awaiting().told('noteLinked', 'QPJC2026-000001', 'WasteCaseClosed');
    ended.told('noteLinked', 'QPJC2026-000001', 'CaseWithdrawn');
    expect(facts(ended).ending).toBe('WasteCaseClosed');
  });

  test('tells whoever it came from, each time', () => {
    const { commands } = filed().rules.type;
    for (const name of ['accept', 'sendFeedback', 'sendFilingFeedback', 'sendFinalFeedback']) {
      expect(commands[name]?.tells).toEqual([
        { link: 'conversion', end: 'from', command: 'noteLinked' },
      ]);
    }
  });
});

describe('D23 a report of the public', () => {
  test('is answered in five working days over the national holiday', () => {
    const lead = transferred(REPORTED, '2026-09-28 10:00');
    expect(due(lead, 'informant')).toBe('2026-10-10 23:59:59');
    lead.does('accept', intake).when('2026-10-10 23:00').does('tellInformant', caseOfficer, TOLD);
    expect(lead.clock('informant')?.outcome).toBe('met');
    expect(lead.try('tellInformant', caseOfficer, TOLD)?.code).toBe('INFORMANT_TOLD');
  });

  test('closes only when the informant was told', () => {
    const lead = verifying(REPORTED).does('openCase', caseOfficer, FILING);
    const before = lead.state;
    expect(lead.try('sendFilingFeedback', caseOfficer, RESULT)?.code).toBe('INFORMANT_NOT_TOLD');
    expect(lead.state).toBe(before);
    lead.does('tellInformant', caseOfficer, TOLD).does('sendFilingFeedback', caseOfficer, RESULT);
    lead.told('noteLinked', 'QPJC2026-000001', 'WasteCaseClosed');
    expect(lead.try('sendFinalFeedback', caseOfficer, RESULT)).toMatchObject({
      code: 'INFORMANT_REPLY_MISSING',
      field: 'input.informant',
    });
    expect(lead.try('sendFinalFeedback', caseOfficer, FINAL)).toBeUndefined();
  });

  test('is no duty where nobody of the public reported it', () => {
    expect(transferred().clock('informant')).toBeUndefined();
    expect(verifying().try('tellInformant', caseOfficer, TOLD)?.code).toBe('NO_PUBLIC_REPORT');
  });
});

describe('other ends', () => {
  test('a lead is merged into another one, and the transferor told', () => {
    const lead = verifying().does('mergeInto', caseOfficer, MERGING);
    expect(lead.state.links).toMatchObject([{ kind: 'merge', end: 'to', type: 'waste-lead' }]);
    expect(facts(lead).outcome).toBe('MERGED');
    lead.does('sendFeedback', caseOfficer, RESULT);
    expect(lead.state.stage).toBe('closed');
  });

  test('a lead goes on to the authority that is competent', () => {
    const input = { authority: 'TRAFFIC_POLICE', note: '属道路运输' };
    const lead = verifying().does('retransfer', caseOfficer, input);
    expect(facts(lead).outcome).toBe('RETRANSFERRED');
    expect(due(lead, 'filingFeedback')).toBe('2026-11-26 23:59:59');
  });

  test('L7 enforcement turns to management, which sees the lead from then on', () => {
    const input = { bureau: 'construction', suggestion: 'PERMIT_REVOCATION', note: '情节严重' };
    const lead = filed().does('reverseTransfer', caseOfficer, input);
    lead.does('reverseTransfer', caseOfficer, { ...input, suggestion: 'CREDIT' });
    expect(lead.rules.type.holders(lead.state.facts)).toContainEqual({
      unit: 'construction',
      part: 'bureau',
    });
    expect(facts(lead).bureaus).toEqual(['construction']);
    expect(lead.state.stage).toBe('filed');
  });

  test('nothing closes while a supervision order is open', () => {
    const order = { source: 'INTERNAL', grounds: 'OVERDUE', requirement: '限期反馈' };
    const lead = notFiled().does('issueOrder', supervisor, order);
    expect(lead.try('sendFeedback', caseOfficer, RESULT)?.code).toBe('SUPERVISION_ORDER_OPEN');
    lead.does('replyOrder', agencyHead, NOTE).does('acceptReply', supervisor);
    expect(lead.try('sendFeedback', caseOfficer, RESULT)).toBeUndefined();
    expect(lead.try('sendFeedback', mgmtOfficer, RESULT)?.code).toBe('FORBIDDEN_ROLE');
  });
});

describe('a final feedback that is late', () => {
  test('climbs its ladder, and starts no escalation in a state that has ended', () => {
    const lead = awaiting().told('noteLinked', 'QPJC2026-000001', 'WasteCaseClosed');
    lead.when('2026-12-15 09:00');
    expect(lead.clock('finalFeedback')?.fired).toContain('L3');
    expect(runs(lead, 'escalation')).toBe(false);
    lead.does('sendFinalFeedback', caseOfficer, FINAL);
    expect(lead.clock('finalFeedback')?.outcome).toBe('breached');
  });
});
