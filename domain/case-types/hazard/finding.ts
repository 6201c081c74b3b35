import { recurred } from './facts.ts';
import * as grading from './grade-guards.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import { LASTING, phase, TO_MASTER, TO_SOURCE, TO_SOURCE_IF_SAFE, UNRECTIFIED } from './phase.ts';
import { LOWER, raised } from './facts.ts';

const DISMISSABLE = ['found', 'registered'] as const;
const CAN_LOWER = ['graded', 'notified', 'rectifying'] as const;
const CAN_RAISE = [...UNRECTIFIED, 'controlled'] as const;

/** From the discovery to its grade: registering, merging, dismissing, grading up freely and down with the bureau (H1, H2). */
// biome-ignore format: a clerk reads each line from left to right
export const finding = phase({
  register: {
    label: '登记', by: ['coordinator', 'townInspector'], from: 'found', to: 'registered', input: form.registration, event: 'HazardRegistered',
    notify: ['townInspector'], tells: TO_SOURCE,
  },
  merge: {
    label: '并入已有隐患', by: ['coordinator', 'townInspector'], from: DISMISSABLE, to: 'merged', input: form.merging, event: 'HazardMerged',
    links: 'merge', tells: [...TO_MASTER, ...TO_SOURCE], refuse: [guard.otherThing, guard.masterOver],
  },
  unmerge: {
    label: '撤销合并', by: ['coordinator', 'townInspector'], from: 'merged', to: 'registered', input: form.note, event: 'HazardUnmerged',
    unlinks: 'merge', tells: [...TO_MASTER, ...TO_SOURCE],
  },
  proposeDismissal: {
    label: '提出非隐患', by: 'townInspector', from: DISMISSABLE, to: 'notAHazardReview', input: form.note, event: 'DismissalProposed',
    evolve: (facts, { actor }) => ({ ...facts, dismissalBy: actor }), notify: ['unitLead'],
  },
  confirmDismissal: {
    label: '确认非隐患', by: ['unitLead', 'townInspector'], from: 'notAHazardReview', to: 'notAHazard', input: form.note, event: 'DismissalConfirmed',
    refuse: [guard.dismissalBySame], tells: TO_SOURCE,
  },
  rejectDismissal: {
    label: '不认定非隐患', by: ['unitLead', 'townInspector'], from: 'notAHazardReview', to: 'previous', input: form.note, event: 'DismissalRejected',
    refuse: [guard.dismissalBySame], evolve: ({ dismissalBy: _by, ...facts }) => facts, notify: ['townInspector'],
  },
  gradeFacade: {
    label: '外墙定级', by: 'townInspector', from: 'registered', to: 'graded', input: form.facadeGrade, event: 'FacadeGraded',
    refuse: [grading.facadeOnly, grading.sameGrader, grading.opinionMissing],
    evolve: (facts, { actor, input }) => ({ ...facts, grade: input.grade, gradedBy: [actor, input.second] }),
    notify: ['unitLead', 'bureauOfficer'], tells: TO_SOURCE_IF_SAFE,
  },
  gradeSign: {
    label: '招牌定级', by: 'townInspector', from: 'registered', to: 'graded', input: form.signGrade, event: 'SignGraded',
    refuse: [grading.signOnly, grading.sameGrader],
    evolve: (facts, { actor, input }) => ({ ...facts, grade: input.grade, gradedBy: [actor, input.second] }),
    notify: ['unitLead', 'bureauOfficer'], tells: TO_SOURCE_IF_SAFE,
  },
  raiseFacade: {
    label: '上调等级', by: 'townInspector', from: CAN_RAISE, to: 'graded', input: form.facadeRaise, event: 'FacadeRaised',
    refuse: [grading.facadeOnly, grading.gradeHighest, grading.sameGrader, grading.gradeNotHigher, grading.opinionMissing],
    evolve: (facts, event) => raised(facts, event.input.grade, event, event.input.second),
    notify: ['unitLead', 'bureauOfficer'], sends: true,
  },
  raiseSign: {
    label: '上调为高风险', by: 'townInspector', from: CAN_RAISE, to: 'graded', input: form.signRaise, event: 'SignRaised',
    refuse: [grading.signOnly, grading.gradeHighest, grading.sameGrader],
    evolve: (facts, event) => raised(facts, 'HIGH', event, event.input.second),
    notify: ['unitLead', 'bureauOfficer'], sends: true,
  },
  requestLowering: {
    label: '申请下调一级', by: 'townInspector', from: CAN_LOWER, input: form.lowering, event: 'LoweringRequested',
    refuse: [grading.gradeLowest, grading.loweringPending, grading.sameGrader],
    evolve: (facts, { actor }) => ({ ...facts, loweringAskedBy: actor }), notify: ['bureauOfficer'],
  },
  approveLowering: {
    label: '同意下调', by: 'bureauOfficer', from: CAN_LOWER, input: form.note, event: 'GradeLowered',
    refuse: [grading.noLoweringAsked],
    evolve: ({ loweringAskedBy: _asked, ...facts }) => {
      const lower = facts.grade && LOWER[facts.grade];
      return lower ? { ...facts, grade: lower } : facts;
    },
    notify: ['townInspector'],
  },
  refuseLowering: {
    label: '不同意下调', by: 'bureauOfficer', from: CAN_LOWER, input: form.note, event: 'LoweringRefused',
    refuse: [grading.noLoweringAsked], evolve: ({ loweringAskedBy: _asked, ...facts }) => facts, notify: ['townInspector'],
  },
  followUp: {
    label: '回头看', by: 'bureauOfficer', from: 'writtenOff', input: form.note, event: 'FollowUpRecorded',
    evolve: (facts) => ({ ...facts, followedUp: true }),
  },
  reopen: {
    label: '复发重启', by: ['bureauOfficer', 'townInspector'], from: 'writtenOff', to: 'registered', input: form.note, event: 'HazardReopened',
    evolve: (facts, { at }) => recurred(facts, at), notify: ['townInspector', 'unitLead'], sends: true,
  },
  archive: { label: '归档', by: 'system', from: 'writtenOff', to: 'archived', input: form.nothing, event: 'HazardArchived' },
  noteLinked: {
    label: '关联案件进展', by: 'system', from: LASTING, input: form.told, event: 'LinkedCaseMoved',
    evolve: (facts, { input: { event } }) =>
      event === 'HazardMerged' ? { ...facts, merged: facts.merged + 1 }
      : event === 'HazardUnmerged' ? { ...facts, merged: Math.max(0, facts.merged - 1) }
      : { ...facts, enforcement: event },
    notify: ['townInspector'],
  },
});
