import { defineCaseType } from '../define-case-type.ts';
import { overseen } from '../oversight/overseen.ts';
import { clocks } from './waste-lead/clocks.ts';
import { criminal } from './waste-lead/criminal.ts';
import { accepted, firstFacts, givenTo, holders, type LeadFacts } from './waste-lead/facts.ts';
import * as form from './waste-lead/inputs.ts';
import { ACT_KINDS } from './waste-lead/labels.ts';
import { OPEN, ROLES, STATES } from './waste-lead/phase.ts';
import { transfer } from './waste-lead/transfer.ts';
import { verification } from './waste-lead/verification.ts';

/** 建筑垃圾线索:移送 → 接收 → 核查 → 立案(转案件)或不予立案 → 反馈 → 办结(《上海市城市管理行政执法条例》第26、28条)。 */
// biome-ignore format: a clerk reads each line from left to right
const lead = defineCaseType<LeadFacts>()({
  id: 'waste-lead',
  version: 1,
  label: '建筑垃圾线索',
  prefix: 'QPXS',
  roles: ROLES,
  escalatesTo: { lead: 'agencyHead', supervisor: 'supervisor', leadership: 'leadership' },
  states: STATES,
  opens: {
    label: '登记线索', by: ['mgmtOfficer', 'coordinator', 'dispatcher'], to: 'draft', input: form.opening, event: 'LeadReceived',
    receivedAt: (input) => input.receivedAt, begin: firstFacts,
  },
  commands: { ...transfer, ...verification, ...criminal },
  clocks,
  documents: {
    transferLetter: { label: '线索移送函', series: '青线移', signer: 'mgmtOfficer' },
    notFiledNotice: { label: '不予立案告知书', series: '青不立', signer: 'agencyHead' },
    crimeTransfer: { label: '涉嫌犯罪案件移送书', series: '青移司', signer: 'agencyHead' },
    feedbackLetter: { label: '反馈函', series: '青线反', signer: 'caseOfficer' },
  },
  holders,
  summary: (facts) => ({
    matter: ACT_KINDS[facts.actKind], urgent: false, receivedAt: facts.receivedAt, text: facts.text, address: facts.address,
    ...(facts.informant !== undefined && { person: facts.informant }),
    ...(facts.town !== undefined && { town: facts.town }),
  }),
});

/** The district's bureau, which may handle itself what a town did not (city enforcement rules art. 15). */
const DISTRICT = 'urban-enforcement';

export const wasteLeadV1 = overseen<LeadFacts>(lead, {
  during: OPEN,
  answers: ['agencyHead', 'intake', 'caseOfficer', 'dispatcher'],
  takeOver: {
    from: ['transferPending', 'verifying'],
    to: 'verifying',
    evolve: (facts, { at }) => accepted({ ...givenTo(facts, DISTRICT), team: [] }, { at }),
  },
  changeLead: {
    from: ['transferPending', 'verifying'],
    to: 'transferPending',
    leadOf: ({ leadUnit }) => leadUnit,
    evolve: (facts, { leadUnit }) => ({ ...givenTo(facts, leadUnit), team: [] }),
  },
});
