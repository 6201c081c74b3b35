import { describe, expect, test } from '@jest/globals';
import type { MatterFacts } from '../../../../domain/case-types/supervision-matter/facts.ts';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import type { CaseUnderTest } from '../../../support/given.ts';
import { person } from '../../../support/given.ts';
import { at, moment } from '../../../support/moments.ts';
import {
  circulated,
  coordinator,
  districtLead,
  ENTERPRISE,
  inEachState,
  interviewing,
  leadership,
  LISTING,
  MINUTES,
  NOTE,
  opened,
  OPENING,
  ordered,
  proposed,
  REPORT,
  RUNG,
  supervisor,
  taskforce,
  unitLead,
} from './matter.ts';

const due = (matter: CaseUnderTest, clock: string): string =>
  moment(matter.clock(clock)?.statutoryDue ?? 0);
const facts = (matter: CaseUnderTest): MatterFacts => matter.state.facts as MatterFacts;
const title = ({ rules, state }: CaseUnderTest): string =>
  rules.type.summary(state.facts as never).matter;

describe('the states of a matter', () => {
  test.each(Object.entries(inEachState))('%s is where its builder leads', (state, build) => {
    expect(build().state.stage).toBe(state);
  });
});

describe('the ladder towards a unit', () => {
  test('begins within a working day of the opening, over the spring festival', () => {
    expect(due(opened(OPENING, '2026-02-14 10:00'), 'start')).toBe('2026-02-24 23:59:59');
  });

  test('is climbed rung by rung, each with a ground and an answer of its own', () => {
    const matter = opened().does('remind', supervisor, RUNG);
    expect([title(matter), due(matter, 'answer')]).toEqual(['催办', '2026-11-24 23:59:59']);
    matter.does('order', supervisor, RUNG);
    expect([title(matter), due(matter, 'answer')]).toEqual(['督办单', '2026-11-26 23:59:59']);
    expect(matter.state.documents.at(-1)?.kind).toBe('order');
    matter.does('inspect', taskforce, RUNG);
    expect([title(matter), due(matter, 'answer')]).toEqual(['现场督导', '2026-11-30 23:59:59']);
    matter.does('circulate', supervisor, RUNG).does('approve', districtLead);
    expect(title(matter)).toBe('通报');
    matter.does('interview', supervisor, RUNG).does('approve', leadership);
    expect(title(matter)).toBe('约谈');
    matter.does('list', supervisor, LISTING).does('approve', districtLead);
    expect([title(matter), due(matter, 'answer')]).toEqual(['挂牌督办', '2026-12-31 23:59:59']);
    matter.does('holdAccountable', supervisor, RUNG).does('approve', districtLead);
    expect([title(matter), due(matter, 'answer')]).toEqual(['问责建议', '2026-12-07 23:59:59']);
  });

  test('goes only upward, also by leaps', () => {
    const matter = circulated();
    const before = matter.state;
    for (const command of ['remind', 'order', 'inspect', 'circulate']) {
      expect(matter.try(command, supervisor, RUNG)?.code).toBe('RUNG_NOT_UPWARD');
    }
    expect(matter.state).toBe(before);
    expect(matter.try('holdAccountable', supervisor, RUNG)).toBeUndefined();
  });

  test('needs a ground from the list', () => {
    expect(opened().try('order', supervisor, { requirement: '整改' })?.code).toBe('INVALID_INPUT');
    expect(opened().try('order', supervisor, { ...RUNG, grounds: 'ANY' })?.code).toBe(
      'INVALID_INPUT',
    );
  });

  test('has no rungs that are meant for enterprises', () => {
    for (const command of ['warn', 'proposePenalty', 'reportCredit']) {
      expect(opened().try(command, supervisor, RUNG)?.code).toBe('RUNG_NOT_FOR_SUBJECT');
    }
  });

  test('is climbed by supervisors only', () => {
    expect(opened().try('order', coordinator, RUNG)?.code).toBe('FORBIDDEN_ROLE');
    const foreign = person('s-9', 'petition', 'supervisor');
    expect(opened().try('order', foreign, RUNG)?.code).toBe('FOREIGN_UNIT');
  });
});

describe('from a circular on', () => {
  test('another person approves, within two working days', () => {
    const matter = proposed();
    expect(due(matter, 'approval')).toBe('2026-11-25 23:59:59');
    const both = person(supervisor.id, 'ops-centre', 'districtLead');
    expect(matter.try('approve', both)?.code).toBe('RUNG_NEEDS_ANOTHER');
    expect(matter.try('disapprove', both, NOTE)?.code).toBe('RUNG_NEEDS_ANOTHER');
    matter.does('approve', districtLead);
    expect(matter.state.documents.at(-1)).toMatchObject({ kind: 'conclusion' });
    expect(facts(matter).step?.rung).toBe('CIRCULAR');
  });

  test('what is not approved leaves everything as it was', () => {
    const matter = ordered().does('circulate', supervisor, RUNG);
    matter.does('disapprove', districtLead, NOTE);
    expect(matter.state.stage).toBe('answering');
    expect(facts(matter).step?.rung).toBe('ORDER');
    expect(facts(matter).proposed).toBeUndefined();
    expect(isRunning(matter.clock('answer') as never)).toBe(true);
    const first = proposed().does('disapprove', districtLead, NOTE);
    expect(first.state.stage).toBe('opened');
  });

  test('an interview is held and the plan due five working days after it, over the holiday', () => {
    const matter = opened(OPENING, '2026-09-28 09:00').does('interview', supervisor, RUNG);
    matter.does('approve', districtLead);
    expect(due(matter, 'interview')).toBe('2026-10-10 23:59:59');
    expect(matter.try('report', coordinator, REPORT)?.code).toBe('INTERVIEW_NOT_HELD');
    matter.when('2026-09-30 17:00');
    matter.does('recordInterview', supervisor, { ...MINUTES, heldAt: at('2026-09-29 15:00') });
    expect(due(matter, 'answer')).toBe('2026-10-12 23:59:59');
    expect(matter.try('recordInterview', supervisor, MINUTES)?.code).toBe('NO_INTERVIEW_DUE');
    expect(matter.try('report', coordinator, { note: '已整改' })).toMatchObject({
      code: 'WRITTEN_ANSWER_MISSING',
      field: 'input.written',
    });
    matter.does('report', coordinator, REPORT);
    expect(matter.clock('answer')?.outcome).toBe('met');
  });

  test('an interview was not held before the matter, nor in the future', () => {
    for (const heldAt of [at('2026-11-22 09:00'), at('2026-11-24 09:00')]) {
      expect(
        interviewing().try('recordInterview', supervisor, { ...MINUTES, heldAt }),
      ).toMatchObject({ code: 'INVALID_INPUT', field: 'input.heldAt' });
    }
  });

  test('a listing has its own day, which lies ahead', () => {
    expect(opened().try('list', supervisor, { ...LISTING, dueOn: '2026-11-23' })).toMatchObject({
      code: 'DATE_NOT_AHEAD',
      field: 'input.dueOn',
    });
    expect(opened().try('list', supervisor, RUNG)?.code).toBe('INVALID_INPUT');
  });

  test('a proposal of accountability is answered in writing', () => {
    const matter = opened().does('holdAccountable', supervisor, RUNG).does('approve', districtLead);
    expect(matter.try('report', unitLead, { note: '已整改' })?.code).toBe('WRITTEN_ANSWER_MISSING');
    expect(matter.try('report', unitLead, REPORT)).toBeUndefined();
  });
});

describe('the ladder towards an enterprise', () => {
  test('has rungs of its own, and the supervisor records its reports', () => {
    const matter = opened(ENTERPRISE).does('warn', supervisor, RUNG);
    expect(title(matter)).toBe('警示函');
    expect(matter.state.documents.at(-1)?.kind).toBe('warning');
    expect(matter.try('order', supervisor, RUNG)?.code).toBe('RUNG_NOT_FOR_SUBJECT');
    matter.does('interview', supervisor, RUNG).does('approve', districtLead);
    expect(matter.clock('reexamRequest')).toBeUndefined();
    matter.does('recordInterview', taskforce, MINUTES);
    matter.does('proposePenalty', supervisor, RUNG).does('approve', districtLead);
    expect(matter.try('interview', supervisor, RUNG)?.code).toBe('RUNG_NOT_UPWARD');
    matter.does('reportCredit', supervisor, RUNG).does('approve', districtLead);
    matter.does('report', supervisor, REPORT);
    expect(matter.state.stage).toBe('reported');
  });

  test('takes the place of the matter for its text where none is told', () => {
    const { text, address } = facts(opened());
    expect(address).toBe(text);
    const told = facts(opened(ENTERPRISE));
    expect(told.address).not.toBe(told.text);
  });
});

describe('the subject', () => {
  const UNNAMED = { subjectKind: 'UNIT', grounds: 'OTHER', text: '待定' };

  test('is named before any rung is taken', () => {
    const matter = opened(UNNAMED);
    expect(matter.try('remind', supervisor, RUNG)?.code).toBe('SUBJECT_UNKNOWN');
    expect(matter.try('nameSubject', supervisor, { enterprise: '测试公司' })).toMatchObject({
      code: 'SUBJECT_UNKNOWN',
      field: 'input.leadUnit',
    });
    matter.does('nameSubject', supervisor, { leadUnit: 'xujing' });
    expect(matter.try('nameSubject', supervisor, { leadUnit: 'huaxin' })?.code).toBe(
      'SUBJECT_KNOWN',
    );
    expect(matter.try('remind', supervisor, RUNG)).toBeUndefined();
  });
});
