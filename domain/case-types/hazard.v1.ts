import { defineCaseType } from '../define-case-type.ts';
import { overseen } from '../oversight/overseen.ts';
import { accepting } from './hazard/accepting.ts';
import { clocks } from './hazard/clocks.ts';
import { bureauOf, firstFacts, type HazardFacts, isUrgent } from './hazard/facts.ts';
import { finding } from './hazard/finding.ts';
import { handling } from './hazard/handling.ts';
import * as form from './hazard/inputs.ts';
import { KINDS } from './hazard/labels.ts';
import { OPEN, ROLES, STATES } from './hazard/phase.ts';

/** 隐患整改:上报 → 登记 → 定级 → 应急管控 → 通知 → 方案 → 整改 → 自查 → 镇街验收 → 主管部门销项 → 回头看 → 归档(docs/rules.md)。 */
// biome-ignore format: a clerk reads each line from left to right
const hazard = defineCaseType<HazardFacts>()({
  id: 'hazard',
  version: 1,
  label: '隐患整改',
  prefix: 'QPYH',
  roles: ROLES,
  escalatesTo: { lead: 'unitLead', supervisor: 'supervisor', leadership: 'districtLead' },
  states: STATES,
  opens: {
    label: '上报', by: ['townInspector', 'dispatcher'], to: 'found', input: form.finding, event: 'HazardFound',
    receivedAt: (input) => input.foundAt, begin: firstFacts,
  },
  commands: { ...finding, ...handling, ...accepting },
  clocks,
  documents: {
    rectificationNotice: { label: '整改通知书', series: '青隐改', signer: 'unitLead' },
    writeOffForm: { label: '隐患销项确认单', series: '青隐销', signer: 'bureauOfficer' },
    substituteNotice: { label: '代为维修通知书', series: '青隐修', signer: 'bureauOfficer' },
  },
  holders: (facts) => [{ unit: facts.town, part: 'lead' }, { unit: bureauOf(facts), part: 'bureau' }],
  summary: (facts) => ({
    matter: KINDS[facts.kind], urgent: isUrgent(facts), receivedAt: facts.foundAt, text: facts.text, address: facts.address, town: facts.town,
    ...(facts.reporter !== undefined && { person: facts.reporter }),
  }),
});

export const hazardV1 = overseen<HazardFacts>(hazard, {
  during: OPEN,
  answers: ['unitLead', 'coordinator'],
  isUrgent,
  changeLead: {
    from: ['found', 'registered'],
    to: 'found',
    leadOf: ({ town }) => town,
    evolve: (facts, { leadUnit }) => ({ ...facts, town: leadUnit }),
  },
});
