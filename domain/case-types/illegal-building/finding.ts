import { builtAgain, classified, measuredAs } from './facts.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import { LASTING, OPEN, phase, TO_MASTER, TO_SOURCE } from './phase.ts';

const FIELD = ['townInspector', 'caseOfficer'] as const;
const EARLY = ['reported', 'onSite'] as const;
const SIGNERS = ['agencyHead', 'unitLead'] as const;

/** From the report to what it is found to be (removal rules art. 5, 7, 11). */
// biome-ignore format: a clerk reads each line from left to right
export const finding = phase({
  recordArrival: {
    label: '到场', by: FIELD, from: 'reported', to: 'onSite', input: form.arrival, event: 'SiteReached', happenedAt: 'arrivedAt',
    evolve: (facts, { input }) => ({ ...facts, arrived: true, build: input.build }), notify: ['caseOfficer'], tells: TO_SOURCE,
  },
  transferOut: {
    label: '移送有权机关', by: FIELD, from: EARLY, to: 'transferred', input: form.transfer, event: 'BuildingTransferred',
    refuse: [guard.reporterReplyMissing], evolve: (facts, { input }) => (input.told === undefined ? facts : { ...facts, reporterTold: true }),
    notify: ['unitLead'], tells: TO_SOURCE,
  },
  merge: {
    label: '并入已有案件', by: ['townInspector', 'coordinator'], from: EARLY, to: 'merged', input: form.merging, event: 'BuildingMerged',
    links: 'merge', tells: [...TO_MASTER, ...TO_SOURCE], refuse: [guard.othersHang, guard.reporterNotTold, guard.masterOver],
  },
  unmerge: {
    label: '撤销合并', by: ['townInspector', 'coordinator'], from: 'merged', to: 'previous', input: form.note, event: 'BuildingUnmerged',
    unlinks: 'merge', tells: [...TO_MASTER, ...TO_SOURCE],
  },
  proposeNotIllegal: {
    label: '提出非违建', by: FIELD, from: 'onSite', to: 'notIllegalReview', input: form.note, event: 'NotIllegalProposed',
    evolve: (facts, { actor }) => ({ ...facts, dismissalBy: actor }), notify: SIGNERS,
  },
  confirmNotIllegal: {
    label: '确认非违建', by: SIGNERS, from: 'notIllegalReview', to: 'notIllegal', input: form.note, event: 'NotIllegalConfirmed',
    refuse: [guard.proposerCannotConfirm, guard.reporterNotTold], tells: TO_SOURCE,
  },
  rejectNotIllegal: {
    label: '不认定非违建', by: SIGNERS, from: 'notIllegalReview', to: 'onSite', input: form.note, event: 'NotIllegalRejected',
    refuse: [guard.proposerCannotConfirm], evolve: ({ dismissalBy: _by, ...facts }) => facts, notify: FIELD,
  },
  tellReporter: {
    label: '告知举报人', by: [...FIELD, 'coordinator'], from: OPEN, input: form.toldReporter, event: 'ReporterTold',
    refuse: [guard.noReporter, guard.reporterTold], evolve: (facts) => ({ ...facts, reporterTold: true }),
  },
  stop: {
    label: '责令停工', by: 'caseOfficer', from: 'onSite', to: 'stopped', input: form.stop, event: 'ConstructionStopped', issues: 'stopNotice',
    refuse: [guard.notOngoing, guard.sameOfficer], evolve: (facts, { input }) => ({ ...measuredAs(facts, input), stopped: true }), notify: ['unitLead'],
  },
  classify: {
    label: '认定', by: 'caseOfficer', from: ['onSite', 'stopped', 'classified'], to: 'classified', input: form.classification, event: 'BuildingClassified',
    refuse: [guard.stopFirst, guard.sameOfficer], evolve: classified, notify: ['agencyHead'],
  },
  reopen: {
    label: '复建重启', by: ['townInspector', 'caseOfficer', 'removalOffice'], from: 'writtenOff', to: 'onSite', input: form.rebuilt, event: 'BuildingRebuilt',
    evolve: (facts, { input }) => builtAgain(facts, input.build), notify: ['caseOfficer', 'unitLead'], sends: true,
  },
  noteLinked: {
    label: '关联案件进展', by: 'system', from: LASTING, input: form.told, event: 'LinkedCaseMoved',
    evolve: (facts, { input: { event } }) =>
      event === 'BuildingMerged' ? { ...facts, merged: facts.merged + 1 }
      : event === 'BuildingUnmerged' ? { ...facts, merged: Math.max(0, facts.merged - 1) }
      : facts,
    notify: ['townInspector'],
  },
});
