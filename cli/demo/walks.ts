import { DEMO_PEOPLE } from '../../prisma/demo-people.ts';
import type { Script, Ticket } from './tickets.ts';

/** One command of a walk, and who gives it. */
export interface Act {
  readonly account: string;
  readonly command: string;
  readonly input: object;
}

type Walk = (ticket: Ticket) => readonly Act[];

/** The demo person who holds a role. Throws when the unit has none: the ticket then needs another unit. */
function holderOf(role: string, unit = 'ops-centre', which = 0): string {
  const holders = DEMO_PEOPLE.filter((one) => one.unit === unit && one.roles.includes(role));
  const account = holders[which]?.account;
  if (!account) throw new Error(`演示人员中没有 ${unit} 的 ${role}`);
  return account;
}

/** Opens and dispatches. */
export const DISPATCHER = holderOf('dispatcher');
const SECOND_DISPATCHER = holderOf('dispatcher', 'ops-centre', 1);
const CALLBACK_AGENT = holderOf('callbackAgent');

const byCentre =
  (account: string) =>
  (command: string, input: object = {}): Act => ({ account, command, input });
const dispatcher = byCentre(DISPATCHER);
const callbackAgent = byCentre(CALLBACK_AGENT);
const supervisor = byCentre(holderOf('supervisor'));

const byUnit =
  (role: string) =>
  (unit: string, command: string, input: object = {}): Act => ({
    account: holderOf(role, unit),
    command,
    input,
  });
const coordinator = byUnit('coordinator');
const handler = byUnit('handler');
const unitLead = byUnit('unitLead');

const ackOnly: Walk = ({ unit }) => [
  dispatcher('dispatch', { leadUnit: unit }),
  coordinator(unit, 'acknowledge'),
];

const contactCitizen: Walk = ({ unit }) => [
  handler(unit, 'recordContact', {
    channel: 'PHONE',
    note: '已电话联系来电人，核实诉求，告知办理时限。',
  }),
];

const contact: Walk = (ticket) => [...ackOnly(ticket), ...contactCitizen(ticket)];

/** Urgent tickets are reported on before there is a result. */
const reportInterim: Walk = ({ unit, urgency }) =>
  urgency === 'NORMAL'
    ? []
    : [handler(unit, 'recordInterimReport', { note: '已到场核查，正在组织处置。' })];

const resultOf = ({ matter, address }: Ticket) =>
  matter === 'CONSULT'
    ? {
        resultType: 'EXPLAINED',
        note: '已向来电人逐项说明。',
        explanation: '按现行办事指南说明所需材料、受理窗口和办理时限，并发送指南链接。',
      }
    : {
        resultType: 'ACTUALLY_RESOLVED',
        note: `${address}：问题已处置。`,
        before: '现场核查，来电人所反映的情况属实。',
        after: '处置完毕，现场复查正常，已告知来电人。',
      };

const submitted: Walk = (ticket) => [
  ...contact(ticket),
  ...reportInterim(ticket),
  handler(ticket.unit, 'submitResult', resultOf(ticket)),
];

const approve: Walk = ({ unit }) => [unitLead(unit, 'approveResult', { note: '同意办理结果。' })];

const callBackAndClose: Walk = () => [
  callbackAgent('recordCallback', {
    outcome: 'REACHED',
    contacted: 'YES',
    resolved: 'YES',
    satisfaction: 'SATISFIED',
    note: '来电人表示问题已解决。',
  }),
  dispatcher('close', { note: '回访满意，予以办结。' }),
];

const full: Walk = (ticket) => [
  ...submitted(ticket),
  ...approve(ticket),
  ...callBackAndClose(ticket),
];

/** The liaison returns it first; the second return is the head's and leads into coordination, which binds. */
const returnTwice: Walk = (ticket) => [
  dispatcher('dispatch', { leadUnit: 'xiayang' }),
  coordinator('xiayang', 'requestReturn', {
    reason: 'WRONG_PLACE',
    note: '经现场核对，点位不在本街道辖区。',
    suggestedUnit: 'housing',
  }),
  dispatcher('approveReturn', { note: '点位属实，同意退单。' }),
  dispatcher('dispatch', { leadUnit: 'housing' }),
  unitLead('housing', 'requestReturn', {
    reason: 'NOT_COMPETENT',
    note: '点位为公路桥下公共空间，不属物业管理区域。',
    suggestedUnit: ticket.unit,
  }),
  dispatcher('openCoordination', { note: '两个单位均认为不属本单位，提请会商。' }),
  supervisor('decideCoordination', {
    leadUnit: ticket.unit,
    topic: 'WASTE',
    note: '属地负责，签派办理。',
  }),
  ...full(ticket).slice(1),
];

/** The head of the unit hands in what was done anew; the liaison reviews it. */
const rework: Walk = (ticket) => [
  ...submitted(ticket),
  ...approve(ticket),
  callbackAgent('orderRework', {
    reason: 'DISSATISFIED',
    note: '来电人表示只管了一天又恢复原样，不满意。',
  }),
  unitLead(ticket.unit, 'submitRework', {
    ...resultOf(ticket),
    record: '分管领导现场督办，落实夜间值守。',
  }),
  coordinator(ticket.unit, 'approveResult', { note: '同意重办结果。' }),
  ...callBackAndClose(ticket),
];

const voided: Walk = () => [
  dispatcher('requestVoid', { reason: 'MIS_ENTRY', note: '录入有误，没有可办理的诉求。' }),
  { account: SECOND_DISPATCHER, command: 'confirmVoid', input: { note: '已核对，同意作废。' } },
];

const WALKS: Readonly<Record<Script, Walk>> = {
  full,
  returnTwice,
  rework,
  ackOnly,
  contact,
  submitted,
  void: voided,
  // Nobody dispatches it: its clock is what one watches.
  breach: () => [],
};

/** The commands that take a ticket from its opening to where its script ends. */
export const walkOf = (ticket: Ticket): readonly Act[] =>
  ticket.script === undefined ? [] : WALKS[ticket.script](ticket);
