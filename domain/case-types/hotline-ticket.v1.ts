import { defineCaseType } from '../define-case-type.ts';
import { overseen } from '../oversight/overseen.ts';
import { leadAssistsAlready } from './hotline-ticket/assistance.ts';
import { ticketCalls } from './hotline-ticket/calls.ts';
import { clocks } from './hotline-ticket/clocks.ts';
import { firstFacts, ledBy, type TicketFacts, withoutUnit } from './hotline-ticket/facts.ts';
import { ticketHandling } from './hotline-ticket/handling.ts';
import * as form from './hotline-ticket/inputs.ts';
import { MATTERS } from './hotline-ticket/labels.ts';
import { ticketReception } from './hotline-ticket/reception.ts';
import { ACTIVE, HELD, ROLES, STATES } from './hotline-ticket/shape.ts';
import { ticketTies } from './hotline-ticket/ties.ts';

/**
 * 12345 工单:受理 → 派单 → 签收 → 先行联系 → 办理 → 审核 → 回访 → 办结 → 归档(docs/rules.md). Its commands stand in the
 * order of its life: until a unit has it (reception), while a unit has it (handling), from the review to the archive
 * (calls), and what ties it to other cases (ties).
 */
// biome-ignore format: a clerk reads each line from left to right
const ticket = defineCaseType<TicketFacts>()({
  id: 'hotline-ticket',
  version: 1,
  label: '12345 工单',
  prefix: 'QPHT',
  roles: ROLES,
  escalatesTo: { lead: 'unitLead', supervisor: 'supervisor', leadership: 'districtLead' },
  states: STATES,
  opens: {
    label: '受理', by: 'dispatcher', to: 'pendingDispatch', input: form.receipt, event: 'TicketReceived',
    receivedAt: (input) => input.receivedAt, begin: firstFacts,
  },
  commands: { ...ticketReception, ...ticketHandling, ...ticketCalls, ...ticketTies },
  clocks,
  holders: (facts) => [
    ...(facts.leadUnit ? [{ unit: facts.leadUnit, part: 'lead' } as const] : []),
    ...facts.assisting.map((unit) => ({ unit, part: 'assisting' }) as const),
    ...facts.sections.map((unit) => ({ unit, part: 'section' }) as const),
  ],
  summary: (facts) => ({
    matter: MATTERS[facts.matter], urgent: facts.urgent, receivedAt: facts.receivedAt, text: facts.text, address: facts.address, person: facts.caller,
    ...(facts.town && { town: facts.town }),
  }),
});

/** What a supervisor takes or gives away binds: the promise to the citizen stays, the unit's own clocks go with the unit. */
export const hotlineTicketV1 = overseen<TicketFacts>(ticket, {
  during: ACTIVE,
  answers: ['unitLead', 'coordinator', 'dispatcher'],
  isUrgent: ({ urgent }) => urgent,
  takeOver: { from: HELD, to: 'coordination', evolve: withoutUnit },
  changeLead: {
    from: HELD,
    to: 'pendingAck',
    leadOf: ({ leadUnit }) => leadUnit,
    refuse: [leadAssistsAlready],
    evolve: (facts, to) => ({ ...ledBy(withoutUnit(facts), to), directed: true }),
  },
});
