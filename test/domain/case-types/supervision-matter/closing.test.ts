import { describe, expect, test } from '@jest/globals';
import type { MatterFacts } from '../../../../domain/case-types/supervision-matter/facts.ts';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import type { CaseUnderTest } from '../../../support/given.ts';
import { person } from '../../../support/given.ts';
import { at, moment } from '../../../support/moments.ts';
import {
  CHECK,
  circulated,
  coordinator,
  districtLead,
  leadership,
  NOTE,
  ordered,
  otherSupervisor,
  REPORT,
  reported,
  RUNG,
  supervisor,
  unitLead,
  verified,
} from './matter.ts';

const due = (matter: CaseUnderTest, clock: string): string =>
  moment(matter.clock(clock)?.statutoryDue ?? 0);
const reexam = (matter: CaseUnderTest) => (matter.state.facts as MatterFacts).reexam;
const runs = (matter: CaseUnderTest, clock: string): boolean => {
  const found = matter.clock(clock);
  return found !== undefined && isRunning(found);
};
const concluded = (): CaseUnderTest =>
  circulated().does('report', coordinator, REPORT).does('verify', supervisor, CHECK);

describe('the rectification', () => {
  test('is reported by the unit itself', () => {
    expect(ordered().try('report', supervisor, REPORT)?.code).toBe('UNIT_ANSWERS_ITSELF');
    const other = person('c-9', 'huaxin', 'coordinator');
    expect(ordered().try('report', other, REPORT)?.code).toBe('FOREIGN_UNIT');
  });

  test('is verified by somebody who did not report it, in three working days', () => {
    const matter = reported();
    expect(due(matter, 'verify')).toBe('2026-11-26 23:59:59');
    const same = person(coordinator.id, 'ops-centre', 'supervisor');
    expect(matter.try('verify', same, CHECK)?.code).toBe('REPORTER_CANNOT_VERIFY');
    expect(matter.try('reject', same, CHECK)?.code).toBe('REPORTER_CANNOT_VERIFY');
    expect(matter.try('verify', supervisor, CHECK)).toBeUndefined();
  });

  test('that is not accepted is due again', () => {
    const matter = reported().when('2026-11-25 09:00').does('reject', supervisor, CHECK);
    expect(matter.state.stage).toBe('answering');
    expect(due(matter, 'answer')).toBe('2026-11-30 23:59:59');
  });
});

describe('closing', () => {
  test('is done by somebody other than whoever issued a rung', () => {
    const matter = verified();
    const before = matter.state;
    expect(matter.try('close', supervisor)?.code).toBe('ISSUER_CANNOT_CLOSE');
    expect(matter.state).toBe(before);
    matter.does('close', otherSupervisor);
    expect(matter.state.clocks.filter(isRunning)).toEqual([]);
  });

  test('needs a rectification that was verified, and no open order', () => {
    expect(ordered().try('close', otherSupervisor)?.code).toBe('WRONG_STATE');
    const order = { source: 'INTERNAL', grounds: 'OVERDUE', requirement: '限期' };
    const matter = verified().does('issueOrder', otherSupervisor, order);
    expect(matter.try('close', otherSupervisor)?.code).toBe('SUPERVISION_ORDER_OPEN');
  });
});

describe('a re-examination (督查条例 art. 17)', () => {
  test('may be asked for thirty days after the conclusion, then lapses by itself', () => {
    const matter = concluded();
    expect(due(matter, 'reexamRequest')).toBe('2026-12-23 23:59:59');
    expect(matter.try('close', otherSupervisor)?.code).toBe('REEXAM_WINDOW_OPEN');
    matter.when('2026-12-24 09:00');
    expect(reexam(matter)).toBe('over');
    expect(matter.events.find(({ type }) => type === 'ReexamLapsed')?.dueAt).toBe(
      at('2026-12-23 23:59:59'),
    );
    expect(matter.try('askReexam', unitLead, NOTE)?.code).toBe('REEXAM_WINDOW_OVER');
    expect(matter.try('close', otherSupervisor)).toBeUndefined();
  });

  test('is answered in thirty days by another leader; nothing goes on before', () => {
    const matter = circulated().does('askReexam', unitLead, NOTE);
    expect(due(matter, 'reexamAnswer')).toBe('2026-12-23 23:59:59');
    expect(runs(matter, 'reexamRequest')).toBe(false);
    expect(matter.try('interview', supervisor, RUNG)?.code).toBe('REEXAM_PENDING');
    expect(matter.try('uphold', districtLead, NOTE)?.code).toBe('APPROVER_CANNOT_REEXAMINE');
    matter.does('uphold', leadership, NOTE);
    expect(matter.clock('reexamAnswer')?.outcome).toBe('met');
    expect(matter.try('uphold', leadership, NOTE)?.code).toBe('NO_REEXAM_ASKED');
    expect(matter.try('askReexam', unitLead, NOTE)?.code).toBe('REEXAM_WINDOW_OVER');
    expect(matter.state.stage).toBe('answering');
  });

  test('that revokes the conclusion leaves nothing to rectify', () => {
    const matter = circulated().does('askReexam', unitLead, NOTE);
    expect(matter.try('revoke', districtLead, NOTE)?.code).toBe('APPROVER_CANNOT_REEXAMINE');
    matter.does('revoke', leadership, NOTE);
    expect(matter.state.stage).toBe('verified');
    expect(runs(matter, 'answer')).toBe(false);
    expect(matter.try('close', otherSupervisor)).toBeUndefined();
  });

  test('blocks the closing while it is pending, and is waived by the head of the unit', () => {
    const asked = concluded().does('askReexam', unitLead, NOTE);
    expect(asked.try('close', otherSupervisor)?.code).toBe('REEXAM_PENDING');
    const waived = concluded().does('waiveReexam', unitLead);
    expect(waived.try('waiveReexam', unitLead)?.code).toBe('REEXAM_WINDOW_OVER');
    expect(waived.try('close', otherSupervisor)).toBeUndefined();
  });

  test('is not asked for where nothing was concluded', () => {
    expect(ordered().try('askReexam', unitLead, NOTE)?.code).toBe('REEXAM_WINDOW_OVER');
    expect(ordered().clock('reexamRequest')).toBeUndefined();
  });

  test('of each newer conclusion has a window of its own', () => {
    const matter = circulated().when('2026-11-30 09:00').does('interview', supervisor, RUNG);
    matter.does('approve', districtLead);
    expect(due(matter, 'reexamRequest')).toBe('2026-12-30 23:59:59');
    expect(matter.state.clocks.filter(({ clock }) => clock === 'reexamRequest')).toHaveLength(2);
  });
});
