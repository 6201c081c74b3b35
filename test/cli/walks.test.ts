import { expect, test } from '@jest/globals';
import type { CaseEvent, CaseState } from '../../domain/case-state.ts';
import { decide, decideOpening } from '../../domain/decider.ts';
import { openingEvent, stepEvent } from '../../domain/step-events.ts';
import type { Actor } from '../../domain/define-case-type.ts';
import { fold } from '../../domain/evolve.ts';
import { currentCaseType, rulesForNew } from '../../domain/registry.ts';
import { DEMO_PEOPLE } from '../../prisma/demo-people.ts';
import { openingInput, readTickets, type Script, type Ticket } from '../../cli/demo/tickets.ts';
import { type Act, DISPATCHER, walkOf } from '../../cli/demo/walks.ts';

const type = currentCaseType('hotline-ticket');
if (!type) throw new Error('no ticket type');
const MONDAY = Date.parse('2026-11-23T10:00:00+08:00');
const rules = rulesForNew(type, MONDAY);
const tickets = readTickets('examples/tickets.csv');

function actorOf(account: string): Actor {
  const person = DEMO_PEOPLE.find((one) => one.account === account);
  if (!person) throw new Error(`no demo person ${account}`);
  return { id: account, kind: 'person', unit: person.unit, roles: person.roles };
}

function opened(ticket: Ticket): readonly CaseEvent[] {
  const actor = actorOf(DISPATCHER);
  const receivedAt = MONDAY - ticket.receivedBefore;
  const input = { ...openingInput(ticket), receivedAt };
  const opening = decideOpening(rules.type, { input, actor }, MONDAY);
  if (!opening.ok) throw new Error(`${ticket.key}: ${opening.refusal.code}`);
  const who = { actor, role: opening.role };
  return [openingEvent(rules, ticket.key, who, opening.input, { now: MONDAY, receivedAt })];
}

/** Each act one second after the last, as the domain itself decides it. */
function step(log: readonly CaseEvent[], { account, command, input }: Act): readonly CaseEvent[] {
  const state = fold(log);
  const now = MONDAY + log.length * 1000;
  const actor = actorOf(account);
  const decision = decide(rules, state, { type: command, input, actor }, now);
  if (!decision.ok) {
    throw new Error(`${state.caseId} ${command} by ${account}: ${decision.refusal.code}`);
  }
  const { role, input: accepted } = decision;
  return [...log, stepEvent(rules, state, { command, actor, role, input: accepted }, now)];
}

const walked = (ticket: Ticket): CaseState => fold(walkOf(ticket).reduce(step, opened(ticket)));

const ENDS: Readonly<Record<Script, string>> = {
  full: 'closed',
  returnTwice: 'closed',
  rework: 'closed',
  breach: 'pendingDispatch',
  ackOnly: 'acknowledged',
  contact: 'inProgress',
  submitted: 'unitReview',
  void: 'voided',
};

test.each(tickets.map((ticket) => [ticket.key, ticket] as const))(
  'the walk of %s is allowed step by step and ends where its script says',
  (_key, ticket) => {
    expect(walked(ticket).stage).toBe(ticket.script ? ENDS[ticket.script] : 'pendingDispatch');
  },
);

const withScript = (script: Script): Ticket => {
  const ticket = tickets.find((one) => one.script === script);
  if (!ticket) throw new Error(`no ticket with the script ${script}`);
  return ticket;
};

test('two units return the ticket, the second by its head, and then it is directed', () => {
  const ticket = withScript('returnTwice');
  expect(walked(ticket).facts).toMatchObject({
    returnCount: 2,
    directed: true,
    leadUnit: ticket.unit,
  });
  const returns = walkOf(ticket).filter(({ command }) => command === 'requestReturn');
  expect(returns.map(({ account }) => actorOf(account).roles)).toEqual([
    ['coordinator'],
    ['unitLead'],
  ]);
  expect(new Set(returns.map(({ account }) => actorOf(account).unit)).size).toBe(2);
});

test('a dissatisfied caller costs a second round with a clock of its own', () => {
  const state = walked(withScript('rework'));
  expect(state.facts).toMatchObject({ reworkRounds: 1 });
  expect(state.clocks.find(({ clock }) => clock === 'rework')?.outcome).toBe('met');
});

test('one dispatcher asks for voiding, another confirms', () => {
  const accounts = walkOf(withScript('void')).map(({ account }) => account);
  expect(new Set(accounts).size).toBe(2);
});
