import { describe, expect, test } from '@jest/globals';
import type { LeadFacts } from '../../../../domain/case-types/waste-lead/facts.ts';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import type { CaseUnderTest } from '../../../support/given.ts';
import { person } from '../../../support/given.ts';
import { at, moment } from '../../../support/moments.ts';
import {
  agencyHead,
  caseOfficer,
  crimeApproved,
  crimeReported,
  declined,
  HANDED,
  NOTE,
  NOTICE,
  policeFiled,
  REPORT,
  RESULT,
  secondOfficer,
  verifying,
  withPolice,
} from './lead.ts';

const due = (lead: CaseUnderTest, clock: string): string =>
  moment(lead.clock(clock)?.statutoryDue ?? 0);
const facts = (lead: CaseUnderTest): LeadFacts => lead.state.facts as LeadFacts;
const runs = (lead: CaseUnderTest, clock: string): boolean => {
  const found = lead.clock(clock);
  return found !== undefined && isRunning(found);
};

describe('L8 a suspected crime', () => {
  test('is reported by a task force of two at the least', () => {
    const lead = verifying();
    const before = lead.state;
    const alone = { ...REPORT, second: caseOfficer.id };
    expect(lead.try('reportCrime', caseOfficer, alone)).toMatchObject({
      code: 'TEAM_TOO_SMALL',
      details: { count: 1, least: 2 },
    });
    expect(lead.state).toBe(before);
    lead.does('reportCrime', caseOfficer, REPORT);
    expect(facts(lead).team).toEqual([caseOfficer.id, secondOfficer.id]);
  });

  test('is decided by the head in three days, rolled over the holiday, not by the task force', () => {
    const lead = verifying({}, '2026-09-29 10:00').does('reportCrime', caseOfficer, REPORT);
    expect(due(lead, 'crimeDecision')).toBe('2026-10-08 23:59:59');
    const member = person(secondOfficer.id, 'xiayang', 'agencyHead');
    expect(lead.try('approveCrimeTransfer', member, NOTE)?.code).toBe('TEAM_CANNOT_DECIDE');
    expect(lead.try('denyCrimeTransfer', member, NOTE)?.code).toBe('TEAM_CANNOT_DECIDE');
    lead.does('denyCrimeTransfer', agencyHead, NOTE);
    expect(lead.state.stage).toBe('verifying');
    expect(runs(lead, 'verify')).toBe(true);
  });

  test('goes to the police within 24 hours of the approval, with its own document', () => {
    const lead = crimeApproved();
    expect(due(lead, 'crimeTransfer')).toBe('2026-11-24 09:00');
    expect(lead.state.documents.at(-1)?.kind).toBe('crimeTransfer');
    lead.when('2026-11-24 08:30');
    lead.does('transferToPolice', caseOfficer, { ...HANDED, handedAt: at('2026-11-24 08:00') });
    expect(lead.clock('crimeTransfer')?.outcome).toBe('met');
    expect(lead.state.documents.at(-1)?.servedAt).toBe(at('2026-11-24 08:00'));
    expect(due(lead, 'policeForward')).toBe('2026-11-25 08:00');
    expect(due(lead, 'policeFiling')).toBe('2026-11-27 23:59:59');
  });

  test('is late after 24 hours, Sunday or not', () => {
    const lead = crimeApproved().when('2026-11-24 09:01');
    expect(lead.try('transferToPolice', caseOfficer, HANDED)).toBeUndefined();
    expect(lead.clock('crimeTransfer')?.outcome).toBe('breached');
  });

  test('was not handed over before the lead, nor in the future', () => {
    const lead = crimeApproved();
    for (const handedAt of [at('2026-11-22 09:00'), at('2026-11-23 09:01')]) {
      expect(lead.try('transferToPolice', caseOfficer, { ...HANDED, handedAt })).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'input.handedAt',
      });
    }
  });

  test('is forwarded once where the venue is wrong, and the filing counts from then', () => {
    const lead = withPolice()
      .when('2026-11-24 08:00')
      .does('recordForwarding', caseOfficer, NOTICE);
    expect(lead.clock('policeForward')?.outcome).toBe('met');
    expect(due(lead, 'policeFiling')).toBe('2026-11-27 23:59:59');
    expect(lead.try('recordForwarding', caseOfficer, NOTICE)?.code).toBe(
      'POLICE_FORWARDED_ALREADY',
    );
  });

  test('once filed by the police hands its goods over in three days and closes with feedback', () => {
    const lead = policeFiled();
    expect(due(lead, 'handOver')).toBe('2026-11-26 23:59:59');
    expect(runs(lead, 'verify')).toBe(false);
    lead.does('handOverGoods', caseOfficer, { goods: '装载机一台' });
    expect(facts(lead).outcome).toBe('CRIMINAL');
    lead.does('sendFeedback', caseOfficer, RESULT);
    expect(lead.state.stage).toBe('closed');
  });

  test('once declined is reconsidered in three days, once', () => {
    const lead = declined();
    const ask = { route: 'POLICE', note: '事实清楚' };
    expect(due(lead, 'reconsider')).toBe('2026-11-26 23:59:59');
    lead.does('askReconsideration', caseOfficer, ask);
    expect(lead.state.stage).toBe('policeReview');
    expect(due(lead, 'policeFiling')).toBe('2026-11-26 23:59:59');
    lead.does('recordPoliceDecline', caseOfficer, NOTICE);
    expect(runs(lead, 'reconsider')).toBe(false);
    expect(lead.try('askReconsideration', caseOfficer, ask)?.code).toBe('RECONSIDERED_ALREADY');
  });

  test('once declined for good is verified on, in the time that is left', () => {
    const lead = declined().when('2026-11-25 09:00').does('acceptDecline', caseOfficer, NOTE);
    expect(lead.state.stage).toBe('verifying');
    expect(due(lead, 'verify')).toBe('2026-12-08 23:59:59');
    expect(facts(lead).team).toEqual([]);
  });

  test('does nothing out of order', () => {
    expect(verifying().try('transferToPolice', caseOfficer, HANDED)?.code).toBe('WRONG_STATE');
    expect(crimeReported().try('recordPoliceFiling', caseOfficer, NOTICE)?.code).toBe(
      'WRONG_STATE',
    );
    expect(crimeReported().try('approveCrimeTransfer', caseOfficer, NOTE)?.code).toBe(
      'FORBIDDEN_ROLE',
    );
  });
});
