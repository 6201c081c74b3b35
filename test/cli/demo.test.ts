import { expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '../../domain/calendar/civil.ts';
import { currentCaseType } from '../../domain/registry.ts';
import { UNITS } from '../../prisma/organisation.ts';
import {
  durationOf,
  openingInput,
  parseTickets,
  readTickets,
  SCRIPTS,
} from '../../cli/demo/tickets.ts';

const tickets = readTickets('examples/tickets.csv');
const unitCodes = UNITS.map(({ code }) => code);
const townCodes = UNITS.filter(({ kind }) => kind === 'town').map(({ code }) => code);

test('there are at least sixty sample tickets, each with its own key and phone number', () => {
  expect(tickets.length).toBeGreaterThanOrEqual(60);
  expect(new Set(tickets.map(({ key }) => key)).size).toBe(tickets.length);
  expect(new Set(tickets.map(({ callerPhone }) => callerPhone)).size).toBe(tickets.length);
});

test('callers are invented: the names say so and the numbers come from one made-up range', () => {
  for (const { callerName, callerPhone } of tickets) {
    expect(callerName).toMatch(/化名$/);
    expect(callerPhone).toMatch(/^1390000\d{4}$/);
  }
});

test('every ticket opens by the schema of the newest ticket type', () => {
  const schema = currentCaseType('hotline-ticket')?.opens.input;
  const now = Date.parse('2026-11-23T10:00:00+08:00');
  for (const ticket of tickets) {
    const { receivedAt, ...input } = openingInput(ticket, now);
    const sent = { ...input, receivedAt: Date.parse(receivedAt ?? '') };
    expect({ key: ticket.key, problem: schema?.safeParse(sent).error?.issues }).toEqual({
      key: ticket.key,
      problem: undefined,
    });
    expect(sent.receivedAt).toBe(now - ticket.receivedBefore);
  }
});

test('towns and units exist, and all eleven towns appear', () => {
  expect(tickets.map(({ unit }) => unit).filter((unit) => !unitCodes.includes(unit))).toEqual([]);
  expect([...new Set(tickets.map(({ town }) => town))].sort()).toEqual([...townCodes].sort());
});

test('every script is walked by at least one ticket', () => {
  const walked = new Set(tickets.map(({ script }) => script));
  expect(SCRIPTS.filter((script) => !walked.has(script))).toEqual([]);
});

test('receipt times reach from now to long ago, so that all three lights show', () => {
  expect(tickets[0]?.receivedBefore).toBe(0);
  expect(tickets.some(({ receivedBefore }) => receivedBefore >= 9 * 24 * HOUR)).toBe(true);
  const recent = tickets.filter(({ receivedBefore }) => receivedBefore <= 48 * HOUR);
  expect(recent.length).toBeGreaterThan(tickets.length / 2);
});

test('the ticket whose breach is watched falls due a minute after it was opened', () => {
  const breaches = tickets.filter(({ script }) => script === 'breach');
  for (const { receivedBefore, urgency } of breaches) {
    expect(receivedBefore).toBe(14 * MINUTE);
    expect(urgency).not.toBe('NORMAL');
  }
});

test.each([
  ['0m', 0],
  ['14m', 14 * MINUTE],
  ['3h', 3 * HOUR],
  ['2d', 48 * HOUR],
  ['', undefined],
  ['3', undefined],
  ['3w', undefined],
  ['-1h', undefined],
  ['1.5h', undefined],
])('receivedBefore %j is %p milliseconds', (text, ms) => {
  expect(durationOf(text)).toBe(ms);
});

const HEAD =
  'key,receivedBefore,matter,urgency,town,unit,callerName,callerPhone,address,text,script';

test('a wrong cell is named by line and column', () => {
  const good = 'open-01,3h,CONSULT,NORMAL,xiayang,xiayang,王化名,13900000001,公园东路,咨询,';
  expect(parseTickets(`${HEAD}\n${good}\n`)).toHaveLength(1);
  const wrong = (from: string, to: string) => () =>
    parseTickets(`${HEAD}\n${good}\n${good.replace(from, to)}\n`);
  expect(wrong('3h', '3 hours')).toThrow('第 3 行“receivedBefore”列:应形如 0m、14m、3h、2d');
  expect(wrong('CONSULT', 'CONSLUT')).toThrow('第 3 行“matter”列');
  expect(wrong('咨询,', '咨询,fulll')).toThrow('第 3 行“script”列');
});
