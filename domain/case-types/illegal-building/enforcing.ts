import { handledAnew, removed } from './facts.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import { OWED, phase, REMOVABLE, TO_SOURCE } from './phase.ts';
import { removalIncomplete } from './signing-guards.ts';

const REMEDY_RUNS = ['selfRemoval', 'demanded', 'annotated', 'acceptance'] as const;
const SUABLE = ['selfRemoval', 'demanded'] as const;

/** Removal: by the party, or by force when the law's time for review and suit is over (removal rules art. 8 to 11, Coercion Law art. 44). */
// biome-ignore format: a clerk reads each line from left to right
export const enforcing = phase({
  removeAtOnce: {
    label: '立即强制拆除', by: 'caseOfficer', from: 'stopped', to: 'acceptance', input: form.removedAtOnce, event: 'RemovedAtOnce',
    refuse: [guard.notOngoing, removalIncomplete], evolve: removed, notify: ['agencyHead', 'removalOffice'],
  },
  decide: {
    label: '作出限期拆除决定', by: 'agencyHead', from: 'classified', to: 'decided', input: form.decision, event: 'RemovalDecided', issues: 'removalDecision',
    refuse: [guard.classifierCannotDecide, guard.dateNotAhead],
    evolve: ({ removeBy: _date, ...facts }, { input }) => ({
      ...facts, partyKnown: input.party !== undefined, ...(input.removeBy !== undefined && { removeBy: input.removeBy }),
    }),
    notify: ['caseOfficer'], tells: TO_SOURCE,
  },
  serve: {
    label: '送达决定书', by: 'caseOfficer', from: 'decided', to: 'selfRemoval', input: form.service, event: 'DecisionServed', serves: 'removalDecision', happenedAt: 'servedAt',
    refuse: [guard.builderUnknown, guard.servedBeforeIssued], evolve: (facts) => ({ ...facts, remedy: 'OPEN' }),
  },
  announce: {
    label: '公告送达', by: 'caseOfficer', from: 'decided', to: 'announcing', input: form.announcement, event: 'DecisionAnnounced', serves: 'removalDecision', happenedAt: 'servedAt',
    refuse: [guard.builderKnown, guard.servedBeforeIssued],
  },
  lapseAnnouncement: {
    label: '公告期满', by: 'system', from: 'announcing', to: 'selfRemoval', input: form.nothing, event: 'AnnouncementLapsed',
    evolve: (facts) => ({ ...facts, remedy: 'OPEN' }), notify: ['caseOfficer'],
  },
  issueDemand: {
    label: '催告', by: 'caseOfficer', from: 'selfRemoval', to: 'demanded', input: form.demand, event: 'DemandIssued', issues: 'demandLetter',
    refuse: [guard.selfRemovalRunning], evolve: (facts) => ({ ...facts, demanded: true }), notify: ['agencyHead'],
  },
  recordSuit: {
    label: '登记复议、诉讼', by: 'caseOfficer', from: SUABLE, to: 'litigation', input: form.suit, event: 'SuitFiled',
    refuse: [guard.remedyNotOpen], evolve: (facts) => ({ ...facts, remedy: 'PENDING', standing: 'PROCEEDINGS' }), notify: ['agencyHead'],
  },
  recordUpheld: {
    label: '登记维持', by: 'caseOfficer', from: 'litigation', to: 'previous', input: form.judgement, event: 'DecisionUpheld',
    evolve: (facts) => ({ ...facts, remedy: 'OVER' }), notify: ['agencyHead'],
  },
  recordRevoked: {
    label: '登记撤销', by: 'caseOfficer', from: 'litigation', to: 'classified', input: form.judgement, event: 'DecisionRevoked',
    evolve: handledAnew, notify: ['agencyHead'], tells: TO_SOURCE,
  },
  lapseRemedy: {
    label: '复议、起诉期满', by: 'system', from: REMEDY_RUNS, input: form.nothing, event: 'RemedyLapsed',
    evolve: (facts) => ({ ...facts, remedy: 'OVER' }), notify: ['caseOfficer'],
  },
  applyForced: {
    label: '报请强制拆除', by: ['caseOfficer', 'agencyHead'], from: 'demanded', to: 'governmentOrder', input: form.note, event: 'ForcedApplied',
    refuse: [guard.remedyOpen], notify: ['districtLead', 'removalOffice'],
  },
  orderForced: {
    label: '责成强制拆除', by: 'districtLead', from: 'governmentOrder', to: 'forced', input: form.numberedNote, event: 'ForcedOrdered', issues: 'forcedOrder',
    notify: ['agencyHead', 'caseOfficer'], sends: true,
  },
  refuseForced: {
    label: '不予责成', by: 'districtLead', from: 'governmentOrder', to: 'demanded', input: form.note, event: 'ForcedRefused', notify: ['caseOfficer'],
  },
  recordRemoval: {
    label: '拆除完成', by: ['caseOfficer', 'townInspector'], from: REMOVABLE, to: 'acceptance', input: form.removal, event: 'RemovalRecorded',
    refuse: [removalIncomplete], evolve: removed, notify: ['removalOffice'],
  },
  annotate: {
    label: '产权注记', by: 'caseOfficer', from: OWED, to: 'annotated', input: form.annotation, event: 'BuildingAnnotated',
    evolve: (facts) => ({ ...facts, annotated: true, standing: 'ANNOTATED' }), notify: ['agencyHead'],
  },
  checkAnnotated: { label: '注记复查', by: ['caseOfficer', 'townInspector'], from: 'annotated', input: form.note, event: 'AnnotationChecked' },
  liftAnnotation: {
    label: '解除注记,恢复处置', by: 'caseOfficer', from: 'annotated', to: 'previous', input: form.note, event: 'AnnotationLifted',
    evolve: (facts) => ({ ...facts, annotated: false }), notify: ['agencyHead'],
  },
});
