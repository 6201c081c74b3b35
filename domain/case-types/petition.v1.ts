import { type CaseType, defineCaseType } from '../define-case-type.ts';
import { overseen } from '../oversight/overseen.ts';
import { clocks } from './petition/clocks.ts';
import { documents } from './petition/documents.ts';
import { examining } from './petition/examining.ts';
import { firstFacts, givenTo, holders, type PetitionFacts, withoutUnit } from './petition/facts.ts';
import { handling } from './petition/handling.ts';
import * as form from './petition/inputs.ts';
import { intake } from './petition/intake.ts';
import { CATEGORIES } from './petition/labels.ts';
import { overlays } from './petition/overlays.ts';
import { holdsAlready } from './petition/closing-guards.ts';
import { accusedCannotHold } from './petition/route-guards.ts';
import { ACTIVE, roles, states, WITH_UNIT } from './petition/stages.ts';

/** 信访件:登记 → 甄别 → 转送、交办 → 告知受理 → 办理 → 处理意见书 → 复查 → 复核 → 结案 → 归档(《信访工作条例》)。 */
// biome-ignore format: a clerk reads each line from left to right
const petition = defineCaseType<PetitionFacts>()({
  id: 'petition',
  version: 1,
  label: '信访件',
  prefix: 'QPXF',
  roles,
  escalatesTo: { lead: 'unitLead', supervisor: 'petitionInspector', leadership: 'convener' },
  states,
  opens: {
    label: '登记', by: 'petitionOffice', to: 'registered', input: form.registration, event: 'PetitionRegistered',
    receivedAt: (input) => input.receivedAt, begin: firstFacts,
  },
  commands: { ...intake, ...handling, ...examining, ...overlays },
  clocks,
  documents,
  holders,
  summary: (facts) => ({
    matter: CATEGORIES[facts.category], urgent: facts.urgent, receivedAt: facts.receivedAt, text: facts.text, address: facts.address,
    ...(facts.petitioner !== undefined && facts.category !== 'REPORT' && { person: facts.petitioner }),
    ...(facts.town && { town: facts.town }),
  }),
});

const supervised = overseen<PetitionFacts>(petition, {
  during: ACTIVE,
  answers: ['unitLead', 'coordinator', 'petitionOffice'],
  isUrgent: ({ urgent }) => urgent,
  takeOver: { from: WITH_UNIT, to: 'routing', evolve: withoutUnit },
  changeLead: {
    from: WITH_UNIT,
    to: 'forwarded',
    leadOf: ({ leadUnit }) => leadUnit,
    evolve: (facts, { leadUnit }) => givenTo(facts, leadUnit),
  },
});

/** A new lead unit is neither the one complained of nor one that has a part already. */
function withLeadGuards(type: CaseType): CaseType {
  const { changeLead } = type.commands;
  if (!changeLead) throw new Error('a petition changes its lead unit');
  const guards = [accusedCannotHold('leadUnit'), holdsAlready('leadUnit')] as never[];
  const refuse = [...(changeLead.refuse ?? []), ...guards];
  return { ...type, commands: { ...type.commands, changeLead: { ...changeLead, refuse } } };
}

export const petitionV1 = withLeadGuards(supervised);
