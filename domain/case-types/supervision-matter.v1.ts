import { defineCaseType } from '../define-case-type.ts';
import { overseen } from '../oversight/overseen.ts';
import { answers } from './supervision-matter/answers.ts';
import { clocks } from './supervision-matter/clocks.ts';
import { firstFacts, holders, type MatterFacts } from './supervision-matter/facts.ts';
import * as form from './supervision-matter/inputs.ts';
import { GROUNDS, RUNGS } from './supervision-matter/labels.ts';
import { OFFICERS, OPEN, ROLES, STATES } from './supervision-matter/phase.ts';
import { rungs } from './supervision-matter/rungs.ts';

/** 督查事项:对单位 催办 → 督办单 → 现场督导 → 通报 → 约谈 → 挂牌督办 → 问责建议,对企业 警示函 → 约谈 → 处罚建议 → 信用(《政府督查工作条例》)。 */
// biome-ignore format: a clerk reads each line from left to right
const matter = defineCaseType<MatterFacts>()({
  id: 'supervision-matter',
  version: 1,
  label: '督查事项',
  prefix: 'QPDC',
  roles: ROLES,
  escalatesTo: { lead: 'unitLead', supervisor: 'supervisor', leadership: 'districtLead' },
  states: STATES,
  opens: {
    label: '立项督查', by: OFFICERS, to: 'opened', input: form.opening, event: 'MatterOpened',
    receivedAt: (input) => input.receivedAt, begin: firstFacts,
  },
  commands: { ...rungs, ...answers },
  clocks,
  documents: {
    order: { label: '督办单', series: '青督办', signer: 'supervisor' },
    warning: { label: '警示函', series: '青警示', signer: 'supervisor' },
    conclusion: { label: '督查结论', series: '青督查', signer: 'districtLead' },
  },
  holders,
  summary: (facts) => ({
    matter: facts.step ? RUNGS[facts.step.rung] : GROUNDS[facts.grounds],
    urgent: false, receivedAt: facts.receivedAt, text: facts.text, address: facts.address,
    ...(facts.town !== undefined && { town: facts.town }),
  }),
});

export const supervisionMatterV1 = overseen<MatterFacts>(matter, {
  during: OPEN,
  answers: ['unitLead', 'coordinator', 'supervisor'],
});
