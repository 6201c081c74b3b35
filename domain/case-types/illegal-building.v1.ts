import { defineCaseType } from '../define-case-type.ts';
import { overseen } from '../oversight/overseen.ts';
import { clocks } from './illegal-building/clocks.ts';
import { enforcing } from './illegal-building/enforcing.ts';
import { type BuildingFacts, firstFacts, isUrgent } from './illegal-building/facts.ts';
import { finding } from './illegal-building/finding.ts';
import * as form from './illegal-building/inputs.ts';
import { BUILDS, KINDS } from './illegal-building/labels.ts';
import { OPEN, ROLES, STATES } from './illegal-building/phase.ts';
import { signing } from './illegal-building/signing.ts';

/** 违法建筑:接报 → 到场 → 停工或认定 → 决定 → 送达 → 自拆、催告、强拆,或补证、转性、政策途径 → 区级销项 → 市库确认 → 归档(《上海市拆除违法建筑若干规定》)。 */
// biome-ignore format: a clerk reads each line from left to right
const building = defineCaseType<BuildingFacts>()({
  id: 'illegal-building',
  version: 1,
  label: '违法建筑',
  prefix: 'QPWJ',
  roles: ROLES,
  escalatesTo: { lead: 'unitLead', supervisor: 'supervisor', leadership: 'districtLead' },
  states: STATES,
  opens: {
    label: '登记', by: ['townInspector', 'coordinator', 'dispatcher'], to: 'reported', input: form.report, event: 'BuildingReported',
    receivedAt: (input) => input.reportedAt, begin: firstFacts,
  },
  commands: { ...finding, ...enforcing, ...signing },
  clocks,
  documents: {
    stopNotice: { label: '责令停工通知书', series: '青停工', signer: 'caseOfficer' },
    removalDecision: { label: '限期拆除决定书', series: '青限拆', signer: 'agencyHead' },
    demandLetter: { label: '催告书', series: '青拆催', signer: 'caseOfficer' },
    forcedOrder: { label: '责成强制拆除决定书', series: '青强拆', signer: 'districtLead' },
    writeOffForm: { label: '违法建筑销项确认单', series: '青违销', signer: 'removalOffice' },
  },
  holders: (facts) => [{ unit: facts.town, part: 'lead' }],
  summary: (facts) => ({
    matter: `${KINDS[facts.kind]}(${BUILDS[facts.build]})`, urgent: isUrgent(facts), receivedAt: facts.reportedAt, text: facts.text, address: facts.address, town: facts.town,
    ...(facts.reporter !== undefined && { person: facts.reporter }),
  }),
});

export const illegalBuildingV1 = overseen<BuildingFacts>(building, {
  during: OPEN,
  answers: ['unitLead', 'coordinator'],
  isUrgent,
  changeLead: {
    from: ['reported'],
    to: 'reported',
    leadOf: ({ town }) => town,
    evolve: (facts, { leadUnit }) => ({ ...facts, town: leadUnit }),
  },
});
