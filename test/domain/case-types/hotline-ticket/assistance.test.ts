import { describe, expect, test } from '@jest/globals';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import type { CaseUnderTest } from '../../../support/given.ts';
import { person } from '../../../support/given.ts';
import {
  closed,
  coordinator,
  dispatcher,
  handler,
  inProgress,
  NOTE,
  received,
  RESULT,
  submitted,
  suspended,
} from './ticket.ts';

const liaisonOfWater = person('water-liaison', 'water', 'coordinator');
const liaisonOfHousing = person('housing-liaison', 'housing', 'coordinator');
const handlerOfWater = person('water-handler', 'water', 'handler');
const ask = (unit: string) => ({ unit, note: '请协助核查' });

const assisted = (): CaseUnderTest =>
  inProgress()
    .does('inviteAssistance', dispatcher, ask('water'))
    .does('inviteAssistance', dispatcher, ask('housing'));

const holders = ({ rules, state }: CaseUnderTest) => rules.type.holders(state.facts);
const duties = ({ state }: CaseUnderTest) =>
  state.clocks
    .filter(({ clock }) => clock === 'assist')
    .map((one) => [one.subject, one.round, isRunning(one), one.outcome]);

describe('units that assist', () => {
  test('hold the ticket beside the unit that leads, each with a limit of its own', () => {
    const ticket = assisted();
    expect(holders(ticket)).toEqual([
      { unit: 'greening', part: 'lead' },
      { unit: 'water', part: 'assisting' },
      { unit: 'housing', part: 'assisting' },
    ]);
    expect(duties(ticket)).toEqual([
      ['water', 1, true, undefined],
      ['housing', 2, true, undefined],
    ]);
    expect(ticket.clock('assist')?.nominal).toBe('2026-11-26');
  });

  test('answer each for themselves', () => {
    const ticket = assisted().does('replyAssistance', liaisonOfWater, NOTE);
    expect(duties(ticket)).toEqual([
      ['water', 1, false, 'met'],
      ['housing', 2, true, undefined],
    ]);
    expect(holders(ticket).map(({ unit }) => unit)).toEqual(['greening', 'housing']);
    expect(ticket.try('replyAssistance', liaisonOfWater, NOTE)?.code).toBe('FOREIGN_UNIT');
  });

  test('do nothing that is the lead unit’s, nor the lead unit what is theirs', () => {
    const ticket = assisted();
    expect(ticket.try('submitResult', handlerOfWater, RESULT)?.code).toBe('FOREIGN_UNIT');
    expect(ticket.try('recordProgress', liaisonOfWater, NOTE)?.code).toBe('FOREIGN_UNIT');
    expect(ticket.try('replyAssistance', coordinator, NOTE)?.code).toBe('FOREIGN_UNIT');
  });

  test('are heard before the result is handed in, or let off by name', () => {
    const ticket = assisted().does('replyAssistance', handlerOfWater, NOTE);
    expect(ticket.try('submitResult', handler, RESULT)).toMatchObject({
      code: 'ASSISTANCE_OPEN',
      details: { count: 1 },
    });
    ticket.does('waiveAssistance', dispatcher, ask('housing'));
    expect(duties(ticket).at(-1)).toEqual(['housing', 2, false, 'met']);
    expect(ticket.try('submitResult', handler, RESULT)).toBeUndefined();
  });

  test('have worked on the matter: they neither review it nor call back nor close it', () => {
    const ticket = assisted().does('replyAssistance', handlerOfWater, NOTE);
    expect(ticket.state.facts).toMatchObject({ handledBy: [handler.id, handlerOfWater.id] });
  });

  test('are late one by one', () => {
    const ticket = assisted()
      .does('replyAssistance', liaisonOfWater, NOTE)
      .when('2026-11-27 09:00');
    const late = ticket.state.clocks.filter(({ clock }) => clock === 'assist');
    expect(late.map(({ subject, fired }) => [subject, fired])).toEqual([
      ['water', []],
      ['housing', ['L0', 'L1', 'L2']],
    ]);
  });

  test('go on answering while the ticket stands still or is on its way back', () => {
    const still = suspended();
    expect(still.try('inviteAssistance', dispatcher, ask('water'))?.code).toBe('WRONG_STATE');
    const ticket = assisted().does('suspend', dispatcher, { ground: 'WEATHER', reply: '已告知' });
    expect(ticket.try('replyAssistance', liaisonOfHousing, NOTE)).toBeUndefined();
  });
});

describe('an invitation is refused', () => {
  const code = (ticket: CaseUnderTest, unit: string) =>
    ticket.try('inviteAssistance', dispatcher, ask(unit));

  test('to the unit that leads, and to one that assists already', () => {
    const again = { code: 'HOLDS_ALREADY', field: 'input.unit' };
    expect(code(inProgress(), 'greening')).toMatchObject(again);
    expect(code(assisted(), 'water')).toMatchObject(again);
  });

  test('before anybody leads and after the result', () => {
    expect(code(received(), 'water')?.code).toBe('WRONG_STATE');
    expect(code(submitted(), 'water')?.code).toBe('WRONG_STATE');
    expect(code(closed(), 'water')?.code).toBe('WRONG_STATE');
  });
});

describe('letting off', () => {
  test('names a unit that assists', () => {
    const letOff = (ticket: CaseUnderTest, unit: string) =>
      ticket.try('waiveAssistance', dispatcher, ask(unit))?.code;
    expect(letOff(inProgress(), 'water')).toBe('NOBODY_ASSISTS');
    expect(letOff(assisted(), 'greening')).toBe('ASSISTS_NOT');
  });
});

test('a unit that assists cannot be given the lead', () => {
  const ticket = inProgress()
    .does('inviteAssistance', dispatcher, ask('water'))
    .does('requestReturn', coordinator, { reason: 'NOT_COMPETENT', note: '不属本单位' })
    .does('approveReturn', dispatcher);
  expect(ticket.try('dispatch', dispatcher, { leadUnit: 'water' })).toMatchObject({
    code: 'HOLDS_ALREADY',
    field: 'input.leadUnit',
  });
  ticket.does('waiveAssistance', dispatcher, ask('water'));
  expect(ticket.try('dispatch', dispatcher, { leadUnit: 'water' })).toBeUndefined();
});
