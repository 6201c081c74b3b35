import { describe, expect, test } from '@jest/globals';
import { due, expectRefused, facts, runs } from '../questions.ts';
import * as b from './building.ts';

describe('what is being built', () => {
  test('goes at once when its builder does not stop', () => {
    const refusal = { refusal: '拒不停工', ...b.REMOVAL };
    const building = b.stopped().does('removeAtOnce', b.officer, refusal);
    expect([building.state.stage, facts(building)['outcome']]).toEqual([
      'acceptance',
      { route: 'REMOVED', by: 'officer-1', ...b.SIZE },
    ]);
  });

  test('and no other', () => {
    const existing = b.stopped().does('classify', b.officer, b.CLASSIFIED);
    expect(existing.try('removeAtOnce', b.officer, { refusal: 'x', ...b.REMOVAL })?.code).toBe(
      'WRONG_STATE',
    );
  });
});

describe('the decision', () => {
  test('is not taken by whoever classified it', () => {
    const both = { ...b.head, id: b.officer.id };
    expectRefused(b.classified(), ['decide', both, b.DECISION], 'CLASSIFIER_CANNOT_DECIDE');
  });

  test('sets a day that lies ahead, and that day prevails', () => {
    const on = (removeBy: string) => ({ ...b.DECISION, removeBy });
    expectRefused(b.classified(), ['decide', b.head, on('2026-11-23')], 'DATE_NOT_AHEAD');
    const building = b.decided({ removeBy: '2026-12-31' }).does('serve', b.officer, b.SERVICE);
    expect(due(building, 'selfRemoval')).toBe('2026-12-31 23:59:59');
  });

  test('gives fifteen days from its service, and six months for review and suit', () => {
    expect([due(b.served(), 'selfRemoval'), due(b.served(), 'remedy')]).toEqual([
      '2026-12-08 23:59:59',
      '2027-05-24 23:59:59',
    ]);
  });

  test('is served on whoever is known, and announced for ten days where nobody is', () => {
    expectRefused(b.unknownParty(), ['serve', b.officer, b.SERVICE], 'BUILDER_UNKNOWN');
    expectRefused(b.decided(), ['announce', b.officer, b.ANNOUNCEMENT], 'BUILDER_KNOWN');
    const building = b.announcing();
    expect(due(building, 'announcement')).toBe('2026-12-03 23:59:59');
    building.when('2026-12-04 00:00');
    expect([building.state.stage, due(building, 'selfRemoval')]).toEqual([
      'selfRemoval',
      '2026-12-18 23:59:59',
    ]);
  });

  test('is not served on a day before it was issued', () => {
    const served = { ...b.SERVICE, servedAt: Date.parse('2026-11-23T09:00:00+08:00') };
    const late = b.classified().when('2026-11-25 09:00').does('decide', b.head, b.DECISION);
    expectRefused(late, ['serve', b.officer, served], 'SERVED_BEFORE_ISSUE');
  });
});

describe('removal by force (Coercion Law art. 44)', () => {
  test('is demanded only when the days of self-removal are over', () => {
    expectRefused(b.served(), ['issueDemand', b.officer, b.NOTE], 'SELF_REMOVAL_RUNNING');
    expect(b.demanded().state.documents.at(-1)?.kind).toBe('demandLetter');
  });

  test('waits for the end of the time for review and suit', () => {
    expectRefused(b.demanded(), ['applyForced', b.officer, b.NOTE], 'REMEDY_OPEN');
    expect(b.demanded().clock('apply')).toBeUndefined();
    const free = b.free();
    expect(facts(free)['remedy']).toBe('OVER');
    expect(due(free, 'apply')).toBe('2027-06-07 23:59:59');
    expect(free.does('applyForced', b.officer, b.NOTE).state.stage).toBe('governmentOrder');
  });

  test('waits for the end of a suit, in which the days stand still', () => {
    const building = b.suing();
    expect(building.clock('selfRemoval')?.pausedAt).toBeDefined();
    expect(runs(building, 'remedy')).toBe(false);
    building.when('2027-02-01 09:00').does('recordUpheld', b.officer, b.RESULT);
    expect([building.state.stage, facts(building)['remedy']]).toEqual(['selfRemoval', 'OVER']);
    expect(due(building, 'selfRemoval')).toBe('2027-02-15 23:59:59');
    building.when('2027-02-16 09:00').does('issueDemand', b.officer, b.NOTE);
    expect(runs(building, 'apply')).toBe(true);
  });

  test('comes to nothing when the decision is revoked: it is decided anew', () => {
    const building = b.suing().does('recordRevoked', b.officer, b.RESULT);
    expect([building.state.stage, runs(building, 'decide'), runs(building, 'selfRemoval')]).toEqual(
      ['classified', true, false],
    );
    expect(facts(building)).toMatchObject({ remedy: 'NONE', demanded: false });
  });

  test('is sued against once, and in time', () => {
    expectRefused(b.free(), ['recordSuit', b.officer, b.SUIT], 'REMEDY_NOT_OPEN');
  });

  test('is ordered by the district, which may also refuse', () => {
    expect(b.forced().state.documents.at(-1)?.kind).toBe('forcedOrder');
    const refused = b.applied().does('refuseForced', b.districtLead, b.NOTE);
    expect([refused.state.stage, runs(refused, 'apply')]).toEqual(['demanded', true]);
  });
});

describe('removal', () => {
  test('is of all that was measured', () => {
    const less = { ...b.REMOVAL, area: 45 };
    expectRefused(b.served(), ['recordRemoval', b.officer, less], 'REMOVAL_INCOMPLETE');
    const fewer = { ...b.REMOVAL, buildings: 1 };
    expectRefused(b.served(), ['recordRemoval', b.officer, fewer], 'REMOVAL_INCOMPLETE');
    const more = b.served().does('recordRemoval', b.officer, { ...b.REMOVAL, area: 50 });
    expect(facts(more)['outcome']).toMatchObject({ area: 50, buildings: 2 });
  });

  test.each([
    'stopped',
    'classified',
    'decided',
    'announcing',
    'selfRemoval',
    'demanded',
    'forced',
  ])('is recorded in %s', (state) => {
    const building = b.inEachState[state]?.().does('recordRemoval', b.officer, b.REMOVAL);
    expect(building?.state.stage).toBe('acceptance');
  });
});

describe('annotation', () => {
  test('is a state, no end: the duties stand still and it is looked at every six months', () => {
    const building = b.annotated();
    expect(building.clock('decide')?.pausedAt).toBeDefined();
    expect(due(building, 'annotationCheck')).toBe('2027-05-24 23:59:59');
    building.when('2027-05-20 09:00').does('checkAnnotated', b.officer, b.NOTE);
    expect(due(building, 'annotationCheck')).toBe('2027-11-22 23:59:59');
    expect(building.rules.type.states['annotated']?.ended).toBeUndefined();
  });

  test('lifted, the days go on where they stood', () => {
    const building = b.classified();
    const before = due(building, 'decide');
    building.when('2026-11-25 09:00').does('annotate', b.officer, b.ANNOTATION);
    building.when('2026-12-02 09:00').does('liftAnnotation', b.officer, b.NOTE);
    expect([building.state.stage, before, due(building, 'decide')]).toEqual([
      'classified',
      '2026-12-21 23:59:59',
      '2026-12-28 23:59:59',
    ]);
  });

  test('does not stop the party’s time, after which it may be forced when it is lifted', () => {
    const building = b.demanded().does('annotate', b.officer, b.ANNOTATION);
    building.when('2027-06-01 09:00');
    expect([facts(building)['remedy'], building.clock('apply')]).toEqual(['OVER', undefined]);
    building.does('liftAnnotation', b.officer, b.NOTE);
    expect([building.state.stage, runs(building, 'apply')]).toEqual(['demanded', true]);
  });
});
