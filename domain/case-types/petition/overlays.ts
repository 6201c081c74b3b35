import * as close from './closing-guards.ts';
import { TO_SOURCE } from './conversions.ts';
import { handledBy } from './facts.ts';
import * as form from './inputs.ts';
import { phase } from './phase.ts';
import * as route from './route-guards.ts';
import { ANSWERED, BEFORE_OPINION, LASTING, WITH_UNIT } from './stages.ts';

const AFTER = ['delivered', 'reviewDelivered', 'finalized', 'awaitingClose'] as const;

/** What may come at any time, and the end: report, execution, resolution, successor, withdrawal, closing (Q12, Q16 to Q18). */
// biome-ignore format: a clerk reads each line from left to right
export const overlays = phase({
  reportResult: { label: '报告办理结果', by: 'coordinator', from: ['investigating', 'inProcedure', ...ANSWERED], input: form.note, event: 'ResultReported', refuse: [close.noReportDue], evolve: (facts) => ({ ...facts, reported: true }), notify: ['petitionOffice'] },
  recordExecution: { label: '登记执行情况', by: ['handler', 'coordinator'], from: AFTER, input: form.evidence, event: 'OpinionExecuted', refuse: [close.nothingToExecute], evolve: (facts, event) => ({ ...handledBy(facts, event), executed: true }), notify: ['petitionOffice'] },
  proposeResolution: {
    label: '提出化解', by: ['handler', 'coordinator'], from: [...WITH_UNIT, 'inProcedure', ...ANSWERED, 'closed'], input: form.resolution, event: 'ResolutionProposed', refuse: [close.resolvedAlready],
    evolve: (facts, { actor, input }) => ({ ...facts, resolutionAsked: { evidence: input.kind, by: actor } }), notify: ['petitionOffice'],
  },
  confirmResolution: {
    label: '确认化解', by: 'petitionOffice', from: [...WITH_UNIT, 'inProcedure', ...ANSWERED, 'closed'], input: form.optionalNote, event: 'ResolutionConfirmed', refuse: [close.resolutionNotAsked],
    evolve: ({ resolutionAsked, ...facts }, { at }) => ({ ...facts, ...(resolutionAsked && { resolution: { evidence: resolutionAsked.evidence, at } }) }),
  },
  declineResolution: {
    label: '不予确认化解', by: 'petitionOffice', from: [...WITH_UNIT, 'inProcedure', ...ANSWERED, 'closed'], input: form.note, event: 'ResolutionDeclined', refuse: [close.resolutionNotAsked],
    evolve: ({ resolutionAsked: _asked, ...facts }) => facts, notify: ['coordinator'],
  },
  revokeResolution: {
    label: '撤销化解', by: 'petitionOffice', from: LASTING, input: form.note, event: 'ResolutionRevoked', refuse: [close.resolutionStands],
    evolve: ({ resolution: _fallen, ...facts }) => facts, notify: ['coordinator'],
  },
  nameSuccessor: {
    label: '变更承接机关', by: 'petitionOffice', from: ['forwarded', 'objectionReview', ...WITH_UNIT, 'opinionIssued', ...AFTER], input: form.successor, event: 'SuccessorNamed',
    refuse: [route.accusedCannotHold('leadUnit'), close.holdsAlready('leadUnit')],
    evolve: (facts, { input }) => ({ ...facts, leadUnit: input.leadUnit }), notify: ['coordinator', 'unitLead'], sends: true,
  },
  withdraw: { label: '信访人撤回', by: 'petitionOffice', from: BEFORE_OPINION, to: 'withdrawn', input: form.evidence, event: 'PetitionWithdrawn', tells: TO_SOURCE },
  close: {
    label: '结案', by: 'petitionOffice', from: ['awaitingClose', 'finalized', 'replied'], to: 'closed', input: form.optionalNote, event: 'PetitionClosed',
    refuse: [close.closerInvolved, close.notExecuted, close.reportMissing], evolve: (facts, { at }) => ({ ...facts, closedAt: at }), tells: TO_SOURCE,
  },
  archive: { label: '归档', by: 'system', from: 'closed', to: 'archived', input: form.nothing, event: 'PetitionArchived' },
  noteLinked: {
    label: '关联案件进展', by: 'system', from: LASTING, input: form.linkedStep, event: 'LinkedCaseMoved',
    evolve: (facts, { input }) => ({ ...facts, linked: [...facts.linked, { number: input.number, event: input.event }] }), notify: ['petitionOffice'],
  },
});
