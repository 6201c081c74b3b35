import { describe, expect, test } from '@jest/globals';
import { wasteLeadV1 } from '../../../../domain/case-types/waste-lead.v1.ts';
import { CONVERSIONS } from '../../../../domain/conversions.ts';
import { at } from '../../../support/moments.ts';
import * as h from './hazard.ts';
import { due, expectRefused, facts, runs } from '../questions.ts';

describe('H9 overdue', () => {
  test('becomes a lead, and the hazard stays open', () => {
    const hazard = h.rectifying('GENERAL');
    expectRefused(hazard, ['refer', h.inspector, h.NOTE], 'NOT_OVERDUE');
    hazard.when('2027-01-26').does('refer', h.inspector, h.NOTE);
    expect(hazard.state.stage).toBe('rectifying');
    expect(runs(hazard, 'rectify')).toBe(true);
    expect(hazard.converted).toEqual([
      {
        type: 'waste-lead',
        input: {
          source: 'HAZARD',
          text: { sealed: facts(hazard)['text'] },
          address: { sealed: facts(hazard)['address'] },
          town: 'xiayang',
          actKind: 'OTHER',
          occurredAt: at(h.MONDAY),
        },
      },
    ]);
    expectRefused(hazard, ['refer', h.inspector, h.NOTE], 'CONVERTED_ALREADY');
    hazard.told('noteLinked', 'QPXS2027-000001', 'LeadAccepted');
    expect(facts(hazard)['enforcement']).toBe('LeadAccepted');
  });

  test('opens the lead with what a lead needs', () => {
    const hazard = h.rectifying('GENERAL').when('2027-01-26').does('refer', h.inspector, h.NOTE);
    const input = { ...hazard.converted[0]?.input, text: '面砖空鼓', address: '公园路 100 号' };
    expect(wasteLeadV1.opens.input.safeParse(input)).toMatchObject({ success: true });
  });

  test('is a conversion that the matrix lists', () => {
    expect(CONVERSIONS).toContainEqual(
      expect.objectContaining({ from: 'hazard', to: 'waste-lead' }),
    );
  });

  test('cannot lead back to where it came from', () => {
    const hazard = h.rectifying('GENERAL').when('2027-01-26');
    const link = {
      kind: 'conversion',
      end: 'from',
      caseId: 'c',
      number: 'X',
      type: 'waste-lead',
      path: ['waste-lead'],
      at: 0,
    } as const;
    hazard.state = { ...hazard.state, links: [link] };
    expect(hazard.try('refer', h.inspector, h.NOTE)?.code).toBe('CONVERSION_CYCLE');
  });
});

describe('H10 substitute repair', () => {
  const ORDER = { basis: 'COERCION_50', note: '委托维修' };

  test('of an overdue hazard names its legal basis', () => {
    const hazard = h.rectifying('GENERAL');
    expectRefused(hazard, ['orderSubstitute', h.housing, ORDER], 'NOT_OVERDUE');
    hazard.when('2027-01-26');
    expect(hazard.try('orderSubstitute', h.housing, { note: '…' })?.code).toBe('INVALID_INPUT');
    hazard.does('orderSubstitute', h.housing, ORDER);
    expect(hazard.state.documents.at(-1)?.kind).toBe('substituteNotice');
  });

  test('is served before it is done, asks its cost back in sixty days, and is accepted by others', () => {
    const hazard = h.repairing();
    expectRefused(hazard, ['completeSubstitute', h.housing, h.REPAIRED], 'REPAIR_NOTICE_UNSERVED');
    hazard.does('serveSubstitute', h.housing, h.served(hazard));
    hazard.when('2026-12-10 10:00').does('completeSubstitute', h.housing, h.REPAIRED);
    // 60 days after 2026-12-10.
    expect(due(hazard, 'costRecovery')).toBe('2027-02-08 23:59:59');
    hazard.does('passTownCheck', h.inspector, h.CHECK);
    expectRefused(hazard, ['writeOff', h.housing], 'RECTIFIER_CANNOT_INSPECT');
    hazard.when('2026-12-15').does('writeOff', { ...h.housing, id: 'housing-2' });
    expect(due(hazard, 'costRecovery')).toBe('2027-02-08 23:59:59');
    expect(runs(hazard, 'costRecovery')).toBe(true);
    hazard.does('recoverCost', h.housing, { receipt: '缴款凭证' });
    expect(runs(hazard, 'costRecovery')).toBe(false);
    expectRefused(hazard, ['recoverCost', h.housing, { receipt: '…' }], 'NO_COST_DUE');
  });
});
