import { defineCaseType } from '../define-case-type.ts';
import { overseen } from '../oversight/overseen.ts';
import { clocks } from './warning/clocks.ts';
import { firstFacts, givenTo, holders, isGrave, type WarningFacts } from './warning/facts.ts';
import { handling } from './warning/handling.ts';
import * as form from './warning/inputs.ts';
import { LEVELS, SOURCES } from './warning/labels.ts';
import { OPEN, ROLES, STATES } from './warning/phase.ts';
import { pushing } from './warning/pushing.ts';

/** 体征预警:触发 → 推送 → 确认 → 核实(属实、误报、重复、测试)→ 派遣 → 到场处置 → 恢复 → 关闭;漏推送即报警。 */
// biome-ignore format: a clerk reads each line from left to right
const warning = defineCaseType<WarningFacts>()({
  id: 'warning',
  version: 1,
  label: '体征预警',
  prefix: 'QPYJ',
  roles: ROLES,
  escalatesTo: { lead: 'unitLead', supervisor: 'supervisor', leadership: 'districtLead' },
  states: STATES,
  opens: {
    label: '触发预警', by: ['platform', 'desk'], to: 'triggered', input: form.trigger, event: 'WarningTriggered',
    receivedAt: (input) => input.triggeredAt, begin: firstFacts,
  },
  commands: { ...pushing, ...handling },
  clocks,
  holders,
  summary: (facts) => ({
    matter: `${SOURCES[facts.source]}${LEVELS[facts.level]}预警`, urgent: isGrave(facts), receivedAt: facts.triggeredAt, text: facts.text, address: facts.address,
    ...(facts.town !== undefined && { town: facts.town }),
  }),
});

export const warningV1 = overseen<WarningFacts>(warning, {
  during: OPEN,
  answers: ['unitLead', 'coordinator', 'desk'],
  isUrgent: isGrave,
  changeLead: {
    from: ['dispatched', 'handling'],
    to: 'dispatched',
    leadOf: ({ leadUnit }) => leadUnit,
    evolve: (facts, { leadUnit }) => givenTo(facts, leadUnit),
  },
});
