import { describe, expect, test } from '@jest/globals';
import * as h from './hazard.ts';
import { expectRefused, facts, runs } from '../questions.ts';

describe('H7, H8 acceptance', () => {
  test.each(['before', 'after'])('needs the photo %s', (field) => {
    const { [field]: _left, ...input } = h.PHOTOS as Record<string, string>;
    expect(h.rectifying('GENERAL').try('recordSelfCheck', h.coordinator, input)).toMatchObject({
      code: 'INVALID_INPUT',
      field: `input.${field}`,
    });
  });

  test('is by nobody who rectified', () => {
    const hazard = h.rectifying('GENERAL').does('recordSelfCheck', h.inspector, h.PHOTOS);
    for (const [command, input] of [
      ['passTownCheck', h.CHECK],
      ['failTownCheck', h.NOTE],
    ] as const) {
      expectRefused(hazard, [command, h.inspector, input], 'RECTIFIER_CANNOT_INSPECT');
    }
  });

  test.each(['MAJOR', 'SIGNIFICANT'])('of %s needs a report', (grade) => {
    const { report: _left, ...input } = h.CHECK;
    expectRefused(
      h.selfChecked(grade),
      ['passTownCheck', h.inspector, input],
      'APPRAISAL_REPORT_MISSING',
    );
  });

  test('of lower grades needs none', () => {
    const { report: _left, ...input } = h.CHECK;
    const hazard = h.selfChecked('GENERAL').does('passTownCheck', h.inspector, input);
    expect(hazard.state.stage).toBe('acceptance');
  });

  test('has two levels: the town checks, the competent bureau signs', () => {
    const hazard = h.accepted('GENERAL');
    expectRefused(hazard, ['writeOff', h.greening], 'FOREIGN_UNIT');
    expectRefused(hazard, ['writeOff', h.inspector], 'FORBIDDEN_ROLE');
    hazard.does('writeOff', h.housing);
    expect(hazard.state.stage).toBe('writtenOff');
    expect(hazard.state.documents.map(({ kind }) => kind)).toContain('writeOffForm');
    hazard.does('serveWriteOff', h.inspector, h.served(hazard));
    expect(hazard.state.documents.at(-1)?.servedAt).toBe(hazard.now);
  });

  test('of a sign is signed by the greening bureau', () => {
    const sign = h.removed().does('passTownCheck', h.inspector, { form: '验收表' });
    expectRefused(sign, ['writeOff', h.housing], 'FOREIGN_UNIT');
    expect(sign.does('writeOff', h.greening).state.stage).toBe('writtenOff');
  });

  test('is never signed by the person who checked', () => {
    const both = { ...h.otherInspector, unit: 'housing', roles: ['bureauOfficer'] };
    const hazard = h.accepted('GENERAL');
    expectRefused(hazard, ['writeOff', both], 'CHECKER_CANNOT_CONFIRM');
    expectRefused(hazard, ['refuseWriteOff', both, h.NOTE], 'CHECKER_CANNOT_CONFIRM');
  });

  test.each([
    ['failTownCheck', h.otherInspector, () => h.selfChecked('GENERAL')],
    ['refuseWriteOff', h.housing, () => h.accepted('GENERAL')],
  ])('%s sends it back for another round, and the limit never ended', (command, actor, given) => {
    const hazard = given().does(command, actor, h.NOTE);
    expect(hazard.state.stage).toBe('rectifying');
    expect(facts(hazard)['rounds']).toBe(2);
    expect(hazard.clock('rectify')).toMatchObject({ round: 1 });
    expect(runs(hazard, 'rectify')).toBe(true);
  });

  test('ends every handling clock in time or not', () => {
    expect(h.writtenOff().clock('rectify')?.outcome).toBe('met');
    const late = h.rectifying('GENERAL').when('2027-01-26');
    late.does('recordSelfCheck', h.coordinator, h.PHOTOS);
    late.does('passTownCheck', h.inspector, h.CHECK).does('writeOff', h.housing);
    expect(late.clock('rectify')?.outcome).toBe('breached');
  });

  test('waits for open orders', () => {
    const hazard = h.accepted('GENERAL');
    hazard.does('issueOrder', h.supervisor, {
      source: 'INTERNAL',
      grounds: 'OVERDUE',
      requirement: '尽快',
    });
    expectRefused(hazard, ['writeOff', h.housing], 'SUPERVISION_ORDER_OPEN');
  });

  test('a removal is of signs only', () => {
    expectRefused(
      h.rectifying('GENERAL'),
      ['recordRemoval', h.coordinator, h.PHOTOS],
      'NOT_A_SIGN',
    );
  });
});
