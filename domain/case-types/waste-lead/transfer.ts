import {
  accepted,
  endUndone,
  givenTo,
  supplemented,
  told,
  transferred,
  withoutRefusal,
} from './facts.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import { OPEN, phase, TO_SOURCE } from './phase.ts';
import { z } from 'zod';

/** L1 to L4: transfer, acceptance, supplement, refusal and who designates. */
// biome-ignore format: a clerk reads each line from left to right
export const transfer = phase({
  transfer: {
    label: '移送线索', by: ['mgmtOfficer', 'coordinator', 'dispatcher'], from: 'draft', to: 'transferPending', input: form.transfer, event: 'LeadTransferred',
    refuse: [guard.fieldsMissing], evolve: transferred, issues: 'transferLetter', notify: ['intake'], sends: true,
  },
  accept: {
    label: '接收线索', by: 'intake', from: 'transferPending', to: 'verifying', input: form.optionalNote, event: 'LeadAccepted',
    evolve: accepted, notify: ['caseOfficer', 'mgmtOfficer', 'coordinator'], tells: TO_SOURCE,
  },
  askSupplement: {
    label: '退回补正', by: 'intake', from: 'transferPending', to: 'supplement', input: form.note, event: 'SupplementAsked',
    refuse: [guard.boundByDesignation, guard.supplementedOnce],
    evolve: (facts) => ({ ...withoutRefusal(facts), returned: true }), notify: ['mgmtOfficer', 'coordinator', 'dispatcher'], sends: true,
  },
  supplement: {
    label: '补正', by: ['mgmtOfficer', 'coordinator', 'dispatcher'], from: 'supplement', to: 'transferPending', input: form.supplement, event: 'LeadSupplemented',
    evolve: supplemented, notify: ['intake'],
  },
  lapseSupplement: {
    label: '逾期未补正', by: 'system', from: 'supplement', to: 'transferPending', input: z.strictObject({}), event: 'SupplementLapsed',
    evolve: (facts) => ({ ...facts, notSupplemented: true }), notify: ['intake', 'mgmtOfficer', 'coordinator'],
  },
  proposeRefusal: {
    label: '拟拒收', by: 'intake', from: 'transferPending', input: form.refusal, event: 'RefusalProposed',
    refuse: [guard.boundByDesignation, guard.refusalPending],
    evolve: (facts, { actor, input }) => ({ ...facts, refusal: { by: actor, reason: input.reason } }), notify: ['legalReviewer'],
  },
  denyRefusal: {
    label: '不同意拒收', by: 'legalReviewer', from: 'transferPending', input: form.note, event: 'RefusalDenied',
    refuse: [guard.noRefusalProposed, guard.refuserCannotReview], evolve: withoutRefusal, notify: ['intake'],
  },
  refuse: {
    label: '拒收', by: 'legalReviewer', from: 'transferPending', to: 'dispute', input: form.note, event: 'LeadRefused',
    refuse: [guard.noRefusalProposed, guard.refuserCannotReview], notify: ['mgmtOfficer', 'coordinator', 'supervisor'],
  },
  designate: {
    label: '指定管辖', by: 'supervisor', from: 'dispute', to: 'transferPending', input: form.designation, event: 'LeadDesignated',
    evolve: (facts, { input }) => givenTo(facts, input.leadUnit), notify: ['intake'], sends: true,
  },
  upholdRefusal: {
    label: '维持拒收', by: 'supervisor', from: 'dispute', to: 'feedbackDue', input: form.note, event: 'RefusalUpheld',
    evolve: (facts) => ({ ...facts, outcome: 'REFUSED' }), notify: ['intake', 'mgmtOfficer', 'coordinator'],
  },
  noteLinked: {
    label: '关联案件进展', by: 'system', from: [...OPEN, 'awaitingOutcome'], input: form.told, event: 'LinkedCaseMoved',
    evolve: told, notify: ['caseOfficer'],
  },
  noteRevoked: {
    label: '关联案件决定被撤销', by: 'system', from: ['filed', 'awaitingOutcome'], input: form.told, event: 'LinkedDecisionRevoked',
    evolve: endUndone, notify: ['caseOfficer'],
  },
});
