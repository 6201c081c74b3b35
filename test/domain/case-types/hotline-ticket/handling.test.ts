import { describe, expect, test } from '@jest/globals';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import { at } from '../../../support/moments.ts';
import {
  acknowledged,
  also,
  approved,
  CONTACT,
  coordinator,
  handler,
  inProgress,
  NOTE,
  reworked,
  RESULT,
  submitted,
  unitLead,
} from './ticket.ts';

const PROVEN = {
  ACTUALLY_RESOLVED: { before: '不亮', after: '已亮' },
  EXPLAINED: { explanation: '依据规定说明' },
  REFERRED: { channel: '物业热线' },
  UNFOUNDED: { check: '现场已核查' },
} as const;

const MISSING = {
  ACTUALLY_RESOLVED: ['处置前情况', '处置后情况'],
  EXPLAINED: ['解释说明内容与依据'],
  REFERRED: ['引导渠道'],
  UNFOUNDED: ['现场核查情况'],
} as const;

const RESULT_TYPES = Object.keys(PROVEN) as (keyof typeof PROVEN)[];

describe('submitting a result', () => {
  test.each(RESULT_TYPES)('%s is taken with its evidence', (resultType) => {
    const input = { resultType, note: '已办', ...PROVEN[resultType] };
    const ticket = inProgress().does('submitResult', handler, input);
    expect(ticket.state).toMatchObject({ stage: 'unitReview', facts: { resultType } });
  });

  test.each(RESULT_TYPES)('%s is refused without it, and every piece is named', (resultType) => {
    expect(inProgress().try('submitResult', handler, { resultType, note: '已办' })).toMatchObject({
      code: 'EVIDENCE_MISSING',
      field: `input.${Object.keys(PROVEN[resultType])[0]}`,
      details: { missing: MISSING[resultType] },
    });
  });

  test('half of the evidence is not enough', () => {
    const { after: _left, ...half } = RESULT;
    expect(inProgress().try('submitResult', handler, half)).toMatchObject({
      code: 'EVIDENCE_MISSING',
      field: 'input.after',
      details: { result: '实际解决', missing: ['处置后情况'] },
    });
  });

  test('evidence of blanks is no evidence', () => {
    const refused = inProgress().try('submitResult', handler, { ...RESULT, after: '   ' });
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', field: 'input.after' });
  });
});

describe('reviewing a result', () => {
  test('is refused to whoever submitted it', () => {
    const both = also(handler, 'unitLead');
    const ticket = inProgress().does('submitResult', both, RESULT);
    expect(ticket.try('approveResult', both)?.code).toBe('HANDLER_CANNOT_REVIEW');
    expect(ticket.try('rejectResult', both, NOTE)?.code).toBe('HANDLER_CANNOT_REVIEW');
    expect(ticket.try('approveResult', unitLead)).toBeUndefined();
  });

  test.each([
    ['contacted the citizen', () => acknowledged().does('recordContact', coordinator, CONTACT)],
    ['noted progress', () => inProgress().does('recordProgress', coordinator, NOTE)],
  ])('is refused to a liaison who %s', (_, given) => {
    const ticket = given().does('submitResult', handler, RESULT);
    expect(ticket.try('approveResult', coordinator)?.code).toBe('HANDLER_CANNOT_REVIEW');
  });

  test('is open to a liaison who only signed for the ticket', () => {
    expect(submitted().try('approveResult', coordinator)).toBeUndefined();
  });

  test('leads on to the call-back, or back to the handler', () => {
    expect(approved().state.stage).toBe('callbackPending');
    expect(submitted().does('rejectResult', unitLead, NOTE).state.stage).toBe('inProgress');
  });
});

describe('the handling clock', () => {
  test('goes on while the result is under review', () => {
    expect(submitted().clock('handle')).not.toHaveProperty('endedAt');
  });

  test('stops when the review passes the result', () => {
    const ticket = submitted().when('2026-11-25 10:00').does('approveResult', unitLead);
    expect(ticket.clock('handle')).toMatchObject({
      endedAt: at('2026-11-25 10:00'),
      outcome: 'met',
    });
  });

  test('never stopped where the result was rejected', () => {
    const before = submitted().clock('handle');
    const ticket = submitted().does('rejectResult', unitLead, NOTE);
    expect(ticket.clock('handle')).toEqual(before);
    expect(ticket.clock('unitReview')).toMatchObject({ round: 1, outcome: 'met' });
  });

  test('a second result is reviewed in a round of its own', () => {
    const ticket = submitted()
      .does('rejectResult', unitLead, NOTE)
      .does('submitResult', handler, RESULT);
    expect(ticket.clock('unitReview')).toMatchObject({ round: 2 });
  });

  test('is breached by an approval at its very instant, and met a second before', () => {
    const due = at('2026-11-30 23:59:59');
    const approvedAt = (moment: number) =>
      submitted().when(moment).does('approveResult', unitLead).clock('handle')?.outcome;
    expect([approvedAt(due - 1000), approvedAt(due)]).toEqual(['met', 'breached']);
  });

  test('is not started again by a rework, which has three working days of its own', () => {
    const ticket = reworked(approved());
    expect(ticket.state.clocks.filter(({ clock }) => clock === 'handle')).toHaveLength(1);
    expect(ticket.clock('rework')).toMatchObject({ nominal: '2026-11-26', outcome: 'met' });
    expect(ticket.state.clocks.filter(isRunning).map(({ clock }) => clock)).toEqual(['callback']);
  });
});
