import { describe, expect, test } from '@jest/globals';
import { illegalBuildingV1 } from '../../../../domain/case-types/illegal-building.v1.ts';
import { at } from '../../../support/moments.ts';
import { due, expectRefused, facts, runs } from '../questions.ts';
import * as b from './building.ts';

describe('the states of an illegal building', () => {
  test.each(Object.entries(b.inEachState))('%s is where its builder leads', (state, build) => {
    expect(build().state.stage).toBe(state);
  });

  test('are all come to', () => {
    expect(Object.keys(b.inEachState).toSorted()).toEqual(
      Object.keys(illegalBuildingV1.states).toSorted(),
    );
  });
});

describe('arrival (removal rules art. 7)', () => {
  test('is due 24 hours after the report, 2 where somebody is building, over a holiday too', () => {
    const holiday = '2026-10-01 22:30';
    expect(due(b.reported({}, holiday), 'arrive')).toBe('2026-10-02 22:30');
    expect(due(b.reported({ build: 'ONGOING' }, holiday), 'arrive')).toBe('2026-10-02 00:30');
  });

  test('counts from the receipt of the report, not from when it was recorded', () => {
    const reportedAt = at('2026-11-23 08:00');
    expect(due(b.reported({ build: 'ONGOING', reportedAt }), 'arrive')).toBe('2026-11-23 10:00');
  });

  test('is not put off by giving it to another town', () => {
    const building = b.reported().when('2026-11-23 20:00');
    building.does('changeLead', b.supervisor, { leadUnit: 'xujing', note: '属徐泾' });
    expect([due(building, 'arrive'), facts(building)['town']]).toEqual([
      '2026-11-24 09:00',
      'xujing',
    ]);
  });

  test('takes up again where a wrong merge is undone, from the same report', () => {
    const building = b.merged().when('2026-11-23 15:00').does('unmerge', b.inspector, b.NOTE);
    expect([building.state.stage, due(building, 'arrive')]).toEqual([
      'reported',
      '2026-11-24 09:00',
    ]);
    const seen = b.onSite().does('merge', b.inspector, b.MERGING);
    seen.does('unmerge', b.inspector, b.NOTE);
    expect([seen.state.stage, runs(seen, 'arrive'), due(seen, 'judge')]).toEqual([
      'onSite',
      false,
      '2026-11-30 23:59:59',
    ]);
  });

  test('finds whether it is being built: urgent until it is stopped', () => {
    const urgent = ({ rules, state }: ReturnType<typeof b.reported>): boolean =>
      rules.type.summary(state.facts as never).urgent;
    expect(urgent(b.ongoing())).toBe(true);
    expect(urgent(b.stopped())).toBe(false);
    const quiet = b.reported({ build: 'ONGOING' }).does('recordArrival', b.officer, b.ARRIVAL);
    expect(urgent(quiet)).toBe(false);
  });
});

describe('whoever reported it (removal rules art. 5)', () => {
  const REPORTER = { reporter: b.PARTY };

  test('is told within a month, rolled over the spring festival', () => {
    expect(due(b.reported({ ...REPORTER }, '2026-01-15 10:00'), 'informant')).toBe(
      '2026-02-24 23:59:59',
    );
    expect(b.reported().clock('informant')).toBeUndefined();
  });

  test.each(['HOTLINE', 'PETITION', 'REPORT'])('is somebody where it came by %s', (source) => {
    expect(runs(b.reported({ source }), 'informant')).toBe(true);
  });

  test('is told before anything ends', () => {
    expectRefused(
      b.reported({ ...REPORTER }),
      ['merge', b.inspector, b.MERGING],
      'REPORTER_NOT_TOLD',
    );
    expectRefused(
      b.dismissing({ ...REPORTER }),
      ['confirmNotIllegal', b.head, b.NOTE],
      'REPORTER_NOT_TOLD',
    );
    const gone = b.onSite({ ...REPORTER }).does('classify', b.officer, b.CLASSIFIED);
    gone.does('recordRemoval', b.officer, b.REMOVAL);
    expectRefused(gone, ['writeOff', b.office], 'REPORTER_NOT_TOLD');
    gone.does('tellReporter', b.inspector, b.TOLD);
    expect(gone.does('writeOff', b.office).state.stage).toBe('writtenOff');
  });

  test('is told in the same step when it goes to another authority', () => {
    const transfer = { authority: 'PLANNING', note: '属规划资源部门' };
    const building = b.reported({ ...REPORTER });
    expectRefused(building, ['transferOut', b.inspector, transfer], 'REPORTER_NOT_TOLD');
    building.does('transferOut', b.inspector, { ...transfer, told: '已告知移送' });
    expect(building.state.stage).toBe('transferred');
  });

  test('is told once, and only where there is one', () => {
    expectRefused(b.reported(), ['tellReporter', b.inspector, b.TOLD], 'NO_REPORTER');
    const told = b.reported({ ...REPORTER }).does('tellReporter', b.inspector, b.TOLD);
    expectRefused(told, ['tellReporter', b.inspector, b.TOLD], 'REPORTER_TOLD');
  });
});

describe('what it is', () => {
  test('is said within five working days of the arrival', () => {
    expect(due(b.onSite(), 'judge')).toBe('2026-11-30 23:59:59');
  });

  test('nothing illegal, say two people', () => {
    const both = { ...b.head, id: b.inspector.id };
    expectRefused(b.dismissing(), ['confirmNotIllegal', both, b.NOTE], 'NOT_ILLEGAL_BY_SAME');
    expectRefused(b.dismissing(), ['rejectNotIllegal', both, b.NOTE], 'NOT_ILLEGAL_BY_SAME');
    const back = b.dismissing().does('rejectNotIllegal', b.unitLead, b.NOTE);
    expect([back.state.stage, runs(back, 'judge')]).toEqual(['onSite', true]);
  });

  test('another officer says so too', () => {
    const alone = { second: b.officer.id };
    expectRefused(b.ongoing(), ['stop', b.officer, { ...b.STOP, ...alone }], 'SAME_OFFICER');
    expectRefused(
      b.onSite(),
      ['classify', b.officer, { ...b.CLASSIFIED, ...alone }],
      'SAME_OFFICER',
    );
  });

  test('what is being built is stopped first, and only that (removal rules art. 11)', () => {
    expectRefused(b.ongoing(), ['classify', b.officer, b.CLASSIFIED], 'STOP_FIRST');
    expectRefused(b.onSite(), ['stop', b.officer, b.STOP], 'NOT_ONGOING');
    const stopped = b.stopped();
    expect([stopped.state.documents.at(-1)?.kind, due(stopped, 'followStop')]).toEqual([
      'stopNotice',
      '2026-11-26 23:59:59',
    ]);
    expect(stopped.does('classify', b.officer, b.CLASSIFIED).state.stage).toBe('classified');
  });

  test('may be said anew before a decision, within the same limit', () => {
    const building = b.classified();
    const limit = due(building, 'decide');
    building.when('2026-11-26 09:00').does('classify', b.officer, { ...b.LEGACY, area: 60 });
    expect([due(building, 'decide'), facts(building)['measured']]).toEqual([
      limit,
      { area: 60, buildings: 2 },
    ]);
  });
});

describe('the same building twice', () => {
  test('is merged into a case that goes on, and counted there', () => {
    const building = b.reported();
    building.other = { ...building.other, stage: 'writtenOff' };
    expectRefused(building, ['merge', b.inspector, b.MERGING], 'BUILDING_OVER');
    const master = b.reported().told('noteLinked', 'QPWJ2026-000008', 'BuildingMerged');
    expect(facts(master)['merged']).toBe(1);
    expectRefused(master, ['merge', b.inspector, b.MERGING], 'BUILDINGS_HANG');
    master.told('noteLinked', 'QPWJ2026-000008', 'BuildingUnmerged');
    expect(facts(master)['merged']).toBe(0);
  });
});
