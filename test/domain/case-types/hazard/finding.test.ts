import { describe, expect, test } from '@jest/globals';
import { hazardV1 } from '../../../../domain/case-types/hazard.v1.ts';
import { linked } from '../../../../domain/definition/links.ts';
import { expectComplete, tryOpen } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';
import * as h from './hazard.ts';
import { due, expectRefused, facts } from '../questions.ts';

describe('states', () => {
  test.each(Object.entries(h.inEachState))('%s is come to', (state, given) => {
    expect(given().state.stage).toBe(state);
  });

  test('are all come to', () => {
    expect(Object.keys(h.inEachState).sort()).toEqual(Object.keys(hazardV1.states).sort());
  });
});

describe('H1 registering', () => {
  test('keeps object and part as the key by which duplicates are known', () => {
    expect(facts(h.registered())['key']).toBe('LD-000123/北立面三层');
  });

  test('is due half a working day after the discovery, weekends not counted', () => {
    expect(due(h.found(), 'register')).toBe('2026-11-23 15:00');
    expect(due(h.found({}, '2026-11-20 16:00'), 'register')).toBe('2026-11-23 14:00');
  });

  test('counts from the discovery, not from the recording', () => {
    const hazard = h.found({ foundAt: at('2026-11-23 08:00') }, '2026-11-23 10:00');
    expect(facts(hazard)['foundAt']).toBe(at('2026-11-23 08:00'));
  });

  test.each(['objectId', 'partName', 'text', 'address', 'town', 'kind', 'source'])(
    'is not opened without %s',
    (field) => {
      const { [field]: _left, ...input } = h.FINDING as Record<string, unknown>;
      const refusal = tryOpen(hazardV1, at(h.MONDAY), h.inspector, input);
      expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: `input.${field}` });
    },
  );

  test('is not opened with a discovery to come', () => {
    const input = { ...h.FINDING, foundAt: at('2026-11-24') };
    const refusal = tryOpen(hazardV1, at(h.MONDAY), h.inspector, input);
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'input.foundAt' });
    expectComplete(refusal as never);
  });

  test.each([
    ['photo', { location: '北门' }],
    ['location', { photo: '照片' }],
  ])('needs a %s', (field, input) => {
    expect(h.found().try('register', h.coordinator, input)).toMatchObject({
      code: 'INVALID_INPUT',
      field: `input.${field}`,
    });
  });

  test('tells the ticket from which it came of registration, control and write-off', () => {
    for (const command of ['register', 'establishControl', 'writeOff']) {
      expect(hazardV1.commands[command]?.tells).toEqual([
        { link: 'conversion', end: 'from', command: 'noteLinked' },
      ]);
    }
  });
});

describe('merging duplicates', () => {
  const MERGE = { other: 'QPYH2026-000009', ...h.NOTE };

  test('ends the duplicate, and undoing it begins the grading', () => {
    const hazard = h.merged();
    expect(linked(hazard.state.links, 'merge', 'to')).toHaveLength(1);
    expect(hazard.does('unmerge', h.coordinator, h.NOTE).state.stage).toBe('registered');
    expect(hazard.clock('grade')?.endedAt).toBeUndefined();
  });

  test('is refused for another thing', () => {
    const hazard = h.registered();
    hazard.other = { ...hazard.other, facts: { ...hazard.other.facts, key: 'LD-9/南立面' } };
    expectRefused(hazard, ['merge', h.coordinator, MERGE], 'OTHER_THING');
  });

  test.each(['writtenOff', 'merged'])('is refused into one that is %s', (stage) => {
    const hazard = h.registered();
    hazard.other = { ...hazard.other, stage };
    expectRefused(hazard, ['merge', h.coordinator, MERGE], 'MASTER_OVER');
  });

  test('is counted by the master', () => {
    const master = h.registered().told('noteLinked', 'QPYH2026-000008', 'HazardMerged');
    expect(facts(master)['merged']).toBe(1);
    master.told('noteLinked', 'QPYH2026-000008', 'HazardUnmerged');
    expect(facts(master)['merged']).toBe(0);
  });
});

describe('what is no hazard', () => {
  test('is said by two people', () => {
    const hazard = h.dismissalAsked();
    expectRefused(hazard, ['confirmDismissal', h.inspector, h.NOTE], 'DISMISSAL_BY_SAME');
    expectRefused(hazard, ['rejectDismissal', h.inspector, h.NOTE], 'DISMISSAL_BY_SAME');
    expect(hazard.does('confirmDismissal', h.otherInspector, h.NOTE).state.stage).toBe(
      'notAHazard',
    );
  });

  test('goes back where it came from when the second does not agree', () => {
    const hazard = h.dismissalAsked().does('rejectDismissal', h.unitLead, h.NOTE);
    expect(hazard.state.stage).toBe('registered');
    expect(hazard.clock('grade')?.endedAt).toBeUndefined();
  });
});

describe('H2 grading', () => {
  test('is done by two', () => {
    const input = { ...h.gradedAs('GENERAL'), second: h.inspector.id };
    expectRefused(h.registered(), ['gradeFacade', h.inspector, input], 'SAME_GRADER');
    expect(facts(h.graded('GENERAL'))['gradedBy']).toEqual(['inspector-1', 'inspector-2']);
  });

  test.each(['MAJOR', 'SIGNIFICANT'])('needs an opinion for %s', (grade) => {
    const { opinion: _left, ...input } = h.gradedAs(grade);
    expectRefused(h.registered(), ['gradeFacade', h.inspector, input], 'OPINION_MISSING');
  });

  test('needs none for lower grades', () => {
    const { opinion: _left, ...input } = h.gradedAs('GENERAL');
    expect(h.registered().try('gradeFacade', h.inspector, input)).toBeUndefined();
  });

  test('keeps façades and signs apart', () => {
    expectRefused(h.registered(), ['gradeSign', h.inspector, h.SIGN_HIGH], 'NOT_A_SIGN');
    const facade = h.gradedAs('MINOR');
    expectRefused(h.signRegistered(), ['gradeFacade', h.inspector, facade], 'NOT_A_FACADE');
  });

  test('goes up freely, and begins the notice anew', () => {
    const hazard = h.rectifying('GENERAL').when('2026-12-01 10:00');
    hazard.does('raiseFacade', h.inspector, h.RAISE);
    expect(hazard.state.stage).toBe('graded');
    expect(facts(hazard)).toMatchObject({ grade: 'MAJOR', noticeIssued: false, planned: false });
    expect(due(hazard, 'arrive')).toBe('2026-12-01 12:00');
    expect(due(hazard, 'isolate')).toBe('2026-12-01 14:00');
    expect(hazard.clock('rectify')?.endedAt).toBeDefined();
  });

  test('does not go up to the same grade, nor beyond the highest', () => {
    const same = { ...h.RAISE, grade: 'GENERAL' };
    expectRefused(h.graded('GENERAL'), ['raiseFacade', h.inspector, same], 'GRADE_NOT_HIGHER');
    expectRefused(h.graded('MAJOR'), ['raiseFacade', h.inspector, h.RAISE], 'GRADE_HIGHEST');
    expectRefused(h.signGraded(), ['raiseSign', h.inspector, h.LOWERING], 'GRADE_HIGHEST');
  });

  test('raises an ordinary sign to a high-risk one', () => {
    const hazard = h.signGraded(h.SIGN_NORMAL).does('raiseSign', h.inspector, h.LOWERING);
    expect(facts(hazard)['grade']).toBe('HIGH');
    expect(hazard.clock('secure')?.endedAt).toBeUndefined();
  });

  test('goes down only with the competent bureau', () => {
    const hazard = h.graded('SIGNIFICANT').does('requestLowering', h.inspector, h.LOWERING);
    expect(facts(hazard)['grade']).toBe('SIGNIFICANT');
    expectRefused(hazard, ['requestLowering', h.inspector, h.LOWERING], 'LOWERING_PENDING');
    expectRefused(hazard, ['approveLowering', h.greening, h.NOTE], 'FOREIGN_UNIT');
    expectRefused(hazard, ['approveLowering', h.inspector, h.NOTE], 'FORBIDDEN_ROLE');
    expect(due(hazard, 'lowering')).toBe('2026-11-26 23:59:59');
    hazard.does('approveLowering', h.housing, h.NOTE);
    expect(facts(hazard)['grade']).toBe('GENERAL');
    expect(hazard.clock('isolate')?.endedAt).toBeDefined();
    expect(due(hazard, 'warn')).toBe('2026-11-25 09:00');
  });

  test('stays when the bureau refuses, and nothing is decided unasked', () => {
    const hazard = h.graded('SIGNIFICANT');
    expectRefused(hazard, ['approveLowering', h.housing, h.NOTE], 'NO_LOWERING_ASKED');
    expectRefused(hazard, ['refuseLowering', h.housing, h.NOTE], 'NO_LOWERING_ASKED');
    hazard
      .does('requestLowering', h.inspector, h.LOWERING)
      .does('refuseLowering', h.housing, h.NOTE);
    expect(facts(hazard)['grade']).toBe('SIGNIFICANT');
  });

  test('does not go below the lowest', () => {
    expectRefused(h.graded('MINOR'), ['requestLowering', h.inspector, h.LOWERING], 'GRADE_LOWEST');
  });
});

describe('the lead town', () => {
  test('changes before the grading, and registers anew', () => {
    const hazard = h
      .registered()
      .does('changeLead', h.supervisor, { leadUnit: 'yingpu', ...h.NOTE });
    expect(hazard.state.stage).toBe('found');
    expectRefused(hazard, ['register', h.coordinator, h.REGISTRATION], 'FOREIGN_UNIT');
    expect(hazard.clock('grade')?.endedAt).toBeDefined();
  });
});
