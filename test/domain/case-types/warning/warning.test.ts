import { describe, expect, test } from '@jest/globals';
import { warningV1 } from '../../../../domain/case-types/warning.v1.ts';
import type { WarningFacts } from '../../../../domain/case-types/warning/facts.ts';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import { worklistInstants } from '../../../../domain/views.ts';
import type { CaseUnderTest } from '../../../support/given.ts';
import { at, moment } from '../../../support/moments.ts';
import { due, expectRefused } from '../questions.ts';
import * as w from './alarm.ts';

const facts = (warning: CaseUnderTest): WarningFacts => warning.state.facts as WarningFacts;
const levels = ({ events }: CaseUnderTest): readonly string[] =>
  events.flatMap(({ data, dueAt }) =>
    'level' in data ? [`${data.clock} ${data.level} ${moment(dueAt ?? 0)}`] : [],
  );

describe('the states of a warning', () => {
  test.each(Object.entries(w.inEachState))('%s is where its builder leads', (state, build) => {
    expect(build().state.stage).toBe(state);
  });

  test('are all come to', () => {
    expect(Object.keys(w.inEachState).toSorted()).toEqual(Object.keys(warningV1.states).toSorted());
  });
});

describe('the push', () => {
  test('is owed within a minute, over midnight and holidays', () => {
    expect(due(w.triggered(), 'push')).toBe('2026-10-03 23:59');
  });

  test('in its minute is no miss', () => {
    const warning = w.triggered().when('2026-10-03 23:58:59').does('push', w.platform, w.PUSH);
    expect([warning.state.stage, facts(warning).missed, facts(warning).delivered]).toEqual([
      'pushed',
      false,
      true,
    ]);
    expect(warning.clock('push')?.outcome).toBe('met');
  });

  test('that is missed is an alarm of its own, told at the desk, the shift leader and the supervisor', () => {
    const warning = w.missed();
    const miss = warning.events.find(({ type }) => type === 'PushMissed');
    expect(moment(miss?.dueAt ?? 0)).toBe('2026-10-03 23:59');
    expect(warningV1.commands['missPush']).toMatchObject({
      notify: ['desk', 'shiftLead', 'supervisor'],
      sends: true,
    });
    expect(due(warning, 'repush')).toBe('2026-10-04 00:04');
    expect(warning.clock('push')).toMatchObject({ outcome: 'breached', fired: ['L2'] });
    expect(facts(warning)).toMatchObject({ missed: true, delivered: false });
  });

  test('made up for later is delivered, and the miss stays on record', () => {
    const warning = w.missed().does('push', w.desk, { ...w.PUSH, channel: 'CALL' });
    expect(facts(warning)).toMatchObject({ missed: true, delivered: true });
    expect(warning.state.stage).toBe('pushed');
  });

  test('counts from the trigger, however late that was told', () => {
    const warning = w.triggered({ triggeredAt: at('2026-10-03 23:50') });
    expect(warning.state.stage).toBe('pushMissed');
    expect(due(warning, 'push')).toBe('2026-10-03 23:51');
  });

  test('is what the worklist goes by while it is owed', () => {
    const { rules, state } = w.triggered();
    expect(worklistInstants(rules, state)).toMatchObject({
      dueClock: 'push',
      redAt: at('2026-10-03 23:59'),
    });
  });

  test('needs a receipt', () => {
    expect(w.triggered().try('push', w.platform, { channel: 'PLATFORM' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'input.receipt',
    });
  });
});

describe('the four levels', () => {
  test.each([
    ['RED', '2026-10-04 00:03', '2026-10-04 00:13'],
    ['ORANGE', '2026-10-04 00:08', '2026-10-04 00:28'],
    ['YELLOW', '2026-10-04 00:28', '2026-10-04 00:58'],
    ['BLUE', '2026-10-04 01:58', '2026-10-04 03:58'],
  ])('%s has minutes of its own to acknowledge and to verify', (level, ack, verify) => {
    const warning = w.pushed({ level });
    expect([due(warning, 'acknowledge'), due(warning, 'verify')]).toEqual([ack, verify]);
  });

  test('red alone has half an hour to the site', () => {
    expect(due(w.dispatched({ level: 'RED' }), 'onsite')).toBe('2026-10-04 00:28');
    expect(w.dispatched({ level: 'ORANGE' }).clock('onsite')).toBeUndefined();
  });

  test('nobody who acknowledges climbs by quarters of an hour', () => {
    const warning = w.pushed({ level: 'RED' }).when('2026-10-04 01:10');
    expect(levels(warning).filter((line) => line.startsWith('acknowledge'))).toEqual([
      'acknowledge L1 2026-10-04 00:02',
      'acknowledge L2 2026-10-04 00:03',
      'acknowledge L3 2026-10-04 00:18',
      'acknowledge L4 2026-10-04 00:33',
      'acknowledge L5 2026-10-04 01:03',
    ]);
  });

  test.each([
    ['RED', true],
    ['ORANGE', true],
    ['YELLOW', false],
    ['BLUE', false],
  ])('%s is urgent: %s', (level, urgent) => {
    const { rules, state } = w.triggered({ level });
    const { urgent: is, matter } = rules.type.summary(state.facts as never);
    expect([is, matter]).toEqual([
      urgent,
      `智慧水表${{ RED: '红色', ORANGE: '橙色', YELLOW: '黄色', BLUE: '蓝色' }[level]}预警`,
    ]);
  });
});

describe('verification', () => {
  test('of a real one leads to a unit within a quarter of an hour', () => {
    expect(due(w.verified(), 'dispatch')).toBe('2026-10-04 00:13');
    expect(w.dispatched().state.stage).toBe('dispatched');
  });

  test('of a false one is looked at by somebody else, who says what is tuned', () => {
    const review = ['closeFalse', w.desk, w.TUNING] as const;
    expectRefused(w.falseAlarm(), review, 'VERIFIER_CANNOT_REVIEW');
    expectRefused(w.falseAlarm(), ['rejectFalse', w.desk, w.CHECK], 'VERIFIER_CANNOT_REVIEW');
    expect(w.falseAlarm().try('closeFalse', w.otherDesk, { cause: 'SENSOR' })?.code).toBe(
      'INVALID_INPUT',
    );
    expect(w.falseAlarm().does('closeFalse', w.otherDesk, w.TUNING).state.stage).toBe('closed');
  });

  test('that was wrong is verified again, in minutes of its own', () => {
    const warning = w
      .falseAlarm()
      .when('2026-10-04 00:10')
      .does('rejectFalse', w.otherDesk, w.CHECK);
    expect([warning.state.stage, due(warning, 'verify')]).toEqual([
      'acknowledged',
      '2026-10-04 01:10',
    ]);
  });

  test('as a test closes it, grave ones by the shift leader', () => {
    const plan = { plan: '月度演练' };
    expect(w.acknowledged().does('closeTest', w.desk, plan).state.stage).toBe('closed');
    const grave = w.acknowledged({ level: 'RED' });
    expectRefused(grave, ['closeTest', w.desk, plan], 'SHIFT_LEAD_CLOSES');
    expect(grave.does('closeTest', w.shiftLead, plan).state.stage).toBe('closed');
  });

  test('of a duplicate hangs it on the first one, with which it counts', () => {
    const first = w.pushed().told('noteLinked', 'QPYJ2026-000010', 'WarningMerged');
    expect(facts(first).duplicates).toEqual(['QPYJ2026-000010']);
    expectRefused(first, ['merge', w.desk, w.MERGING], 'DUPLICATES_HANG');
    first.told('noteLinked', 'QPYJ2026-000010', 'WarningUnmerged');
    expect(facts(first).duplicates).toEqual([]);
  });

  test('finds no duplicate in another thing, or in one that is over', () => {
    const warning = w.pushed();
    const { other } = warning;
    warning.other = { ...other, facts: { ...other.facts, objectId: 'SB-9' } };
    expectRefused(warning, ['merge', w.desk, w.MERGING], 'OTHER_DEVICE');
    warning.other = { ...other, stage: 'closed' };
    expectRefused(warning, ['merge', w.desk, w.MERGING], 'WARNING_OVER');
  });

  test('can be done after all when it was merged by mistake', () => {
    const warning = w.merged().does('unmerge', w.desk, w.NOTE);
    expect(warning.state.stage).toBe('acknowledged');
    expect(warning.state.clocks.filter(isRunning).map(({ clock }) => clock)).toEqual(['verify']);
  });
});

describe('at a unit', () => {
  test('it may be returned once, and goes out again at once', () => {
    const back = { reason: 'NOT_COMPETENT', note: '不属水务' };
    const warning = w.dispatched().does('returnTask', w.coordinator, back);
    expect([warning.state.stage, facts(warning).leadUnit]).toEqual(['verified', undefined]);
    warning.does('dispatch', w.desk, w.DISPATCH);
    expectRefused(warning, ['returnTask', w.coordinator, back], 'TASK_RETURNED_ALREADY');
  });

  test('it recovers with a cause, a measure and a reading', () => {
    for (const field of ['cause', 'measure', 'reading'] as const) {
      const { [field]: _left, ...input } = w.RECOVERY;
      expect(w.handling().try('recover', w.handler, input)).toMatchObject({
        code: 'INVALID_INPUT',
        field: `input.${field}`,
      });
    }
    expect(w.recovered().state.stage).toBe('recovered');
  });

  test('it goes back when the desk sees that it has not', () => {
    const warning = w.recovered().does('rejectRecovery', w.desk, w.CHECK);
    expect([warning.state.stage, facts(warning).rounds]).toEqual(['handling', 2]);
    expect(warning.clock('recover')).toMatchObject({ round: 2 });
  });

  test('another unit starts with hours of its own', () => {
    const warning = w.handling({ level: 'RED' }).when('2026-10-04 00:20');
    warning.does('changeLead', w.supervisor, { leadUnit: 'housing', note: '改派' });
    expect([warning.state.stage, due(warning, 'onsite')]).toEqual([
      'dispatched',
      '2026-10-04 00:50',
    ]);
  });

  test('something to rectify becomes a hazard, and the warning closes on recovery', () => {
    const warning = w.handling().does('convertToHazard', w.desk, w.TO_HAZARD);
    expect(warning.converted).toEqual([
      {
        type: 'hazard',
        input: {
          source: 'WARNING',
          kind: 'FACADE',
          objectId: 'SB-000123',
          partName: '北立面三层',
          text: { sealed: facts(warning).text },
          address: { sealed: facts(warning).address },
          town: 'xiayang',
        },
      },
    ]);
    warning.does('recover', w.handler, w.RECOVERY).does('close', w.desk);
    expect(warning.state.stage).toBe('closed');
  });
});

describe('the end', () => {
  test('of a grave one is the shift leader’s', () => {
    const warning = w.recovered({ level: 'ORANGE' });
    expectRefused(warning, ['close', w.desk], 'SHIFT_LEAD_CLOSES');
    expect(warning.does('close', w.shiftLead).state.stage).toBe('closed');
  });

  test('is not said by whoever handled it', () => {
    const both = { ...w.desk, id: w.handler.id };
    expectRefused(w.recovered(), ['close', both], 'HANDLER_CANNOT_CLOSE_WARNING');
    expectRefused(w.recovered(), ['rejectRecovery', both, w.CHECK], 'HANDLER_CANNOT_CLOSE_WARNING');
  });

  test('waits for an order to be answered, before any unit has it by the desk', () => {
    const warning = w.acknowledged();
    warning.does('issueOrder', w.supervisor, w.ORDER);
    expect(warning.try('closeTest', w.desk, { plan: '演练' })?.code).toBe('SUPERVISION_ORDER_OPEN');
    expect(warning.try('replyOrder', w.desk, w.NOTE)).toBeUndefined();
  });
});
