import { isSampled, rectified, sentBack, watchBy } from './facts.ts';
import * as grading from './grade-guards.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import { phase, TO_SOURCE } from './phase.ts';

const TOWN = ['townInspector', 'coordinator'] as const;
const AT_WORK = ['notified', 'rectifying'] as const;
const COST = ['rectifying', 'selfChecked', 'acceptance', 'writtenOff'] as const;

/** From the self-check to the write-off, the stable state under control, substitute repair (H7, H8, H10, H12). */
// biome-ignore format: a clerk reads each line from left to right
export const accepting = phase({
  recordSelfCheck: {
    label: '整改自查', by: TOWN, from: AT_WORK, to: 'selfChecked', input: form.selfCheck, event: 'SelfChecked',
    refuse: [guard.planMissing], evolve: (facts, { actor }) => rectified(facts, actor), notify: ['townInspector'],
  },
  recordRemoval: {
    label: '招牌已拆除', by: TOWN, from: ['graded', 'notified', 'rectifying'], to: 'removed', input: form.selfCheck, event: 'RemovalRecorded',
    refuse: [grading.signOnly],
    evolve: (facts, { actor }) => ({ ...rectified(facts, actor), control: 'LIFTED', removed: true }), notify: ['townInspector'],
  },
  passTownCheck: {
    label: '镇街验收合格', by: 'townInspector', from: ['selfChecked', 'removed'], to: 'acceptance', input: form.townCheck, event: 'TownCheckPassed',
    refuse: [guard.rectifierCannotInspect, guard.reportMissing],
    evolve: (facts, { actor, input }) => ({ ...facts, checkedBy: actor, reported: input.report !== undefined }), notify: ['bureauOfficer'],
  },
  failTownCheck: {
    label: '镇街验收不合格', by: 'townInspector', from: ['selfChecked', 'removed'], to: 'rectifying', input: form.note, event: 'TownCheckFailed',
    refuse: [guard.rectifierCannotInspect], evolve: sentBack, notify: ['coordinator'],
  },
  writeOff: {
    label: '确认销项', by: 'bureauOfficer', from: 'acceptance', to: 'writtenOff', input: form.writeOff, event: 'HazardWrittenOff', issues: 'writeOffForm',
    refuse: [guard.rectifierCannotInspect, guard.checkerCannotConfirm],
    evolve: (facts, { at, document }) => ({
      ...facts, control: facts.control === 'NONE' ? 'NONE' : 'LIFTED', writtenOffAt: at, ...(isSampled(document) && { sampled: true }),
    }),
    notify: ['townInspector', 'unitLead'], tells: TO_SOURCE,
  },
  refuseWriteOff: {
    label: '不予销项', by: 'bureauOfficer', from: 'acceptance', to: 'rectifying', input: form.note, event: 'AcceptanceFailed',
    refuse: [guard.rectifierCannotInspect, guard.checkerCannotConfirm], evolve: sentBack, notify: ['townInspector', 'coordinator'],
  },
  serveWriteOff: { label: '送达销项确认单', by: TOWN, from: 'writtenOff', input: form.service, event: 'WriteOffServed', serves: 'writeOffForm', happenedAt: 'servedAt' },
  requestControlled: {
    label: '申请可控认定', by: 'townInspector', from: AT_WORK, input: form.measures, event: 'ControlledRequested',
    refuse: [guard.notSignificant, guard.noControl, guard.controlledPending, guard.checkNotWithinWeek],
    evolve: (facts, { input }) => ({ ...facts, controlledAsked: watchBy(input.watcher, input.nextCheckOn) }), notify: ['bureauOfficer'],
  },
  confirmControlled: {
    label: '确认可控', by: 'bureauOfficer', from: AT_WORK, to: 'controlled', input: form.optionalNote, event: 'HazardControlled',
    refuse: [guard.noControlledAsked],
    evolve: ({ controlledAsked, ...facts }) => ({ ...facts, ...(controlledAsked && { watch: controlledAsked }) }), notify: ['townInspector'],
  },
  refuseControlled: {
    label: '不予认定可控', by: 'bureauOfficer', from: AT_WORK, input: form.note, event: 'ControlledRefused',
    refuse: [guard.noControlledAsked], evolve: ({ controlledAsked: _asked, ...facts }) => facts, notify: ['townInspector'],
  },
  recordWeeklyCheck: {
    label: '可控每周检查', by: 'townInspector', from: 'controlled', input: form.weeklyCheck, event: 'WeeklyChecked',
    refuse: [guard.checkNotWithinWeek],
    evolve: (facts, { input }) => ({ ...facts, ...(facts.watch && { watch: watchBy(facts.watch.watcher, input.nextCheckOn) }) }),
  },
  resumeRectifying: {
    label: '恢复整改(不再可控)', by: ['townInspector', 'bureauOfficer'], from: 'controlled', to: 'rectifying', input: form.resumption, event: 'RectifyingResumed',
    refuse: [guard.dateNotAhead],
    evolve: ({ watch: _watch, rectifyBy: _date, ...facts }, { input }) => ({ ...facts, ...(input.rectifyBy !== undefined && { rectifyBy: input.rectifyBy }) }),
    notify: ['coordinator'],
  },
  organiseRepair: {
    label: '组织维修(物业管理规定第73条)', by: 'bureauOfficer', from: 'rectifying', to: 'substituteRepair', input: form.fundRepair, event: 'RepairOrganised', issues: 'substituteNotice',
    refuse: [grading.facadeOnly, guard.fundNotLapsed], notify: ['townInspector', 'unitLead'],
  },
  orderSubstitute: {
    label: '代为维修(逾期)', by: 'bureauOfficer', from: AT_WORK, to: 'substituteRepair', input: form.substitute, event: 'SubstituteOrdered', issues: 'substituteNotice',
    refuse: [guard.notOverdue], evolve: (facts) => ({ ...facts, planned: true }), notify: ['townInspector', 'unitLead'],
  },
  serveSubstitute: { label: '送达代为维修通知书', by: 'bureauOfficer', from: 'substituteRepair', input: form.service, event: 'SubstituteServed', serves: 'substituteNotice', happenedAt: 'servedAt' },
  completeSubstitute: {
    label: '代为维修完成', by: 'bureauOfficer', from: 'substituteRepair', to: 'selfChecked', input: form.repaired, event: 'SubstituteCompleted',
    refuse: [guard.repairNoticeUnserved],
    evolve: (facts, { actor, at, input }) => ({ ...rectified(facts, actor), costDue: { amount: (facts.costDue?.amount ?? 0) + input.cost, since: at } }),
    notify: ['townInspector'],
  },
  recoverCost: {
    label: '费用追缴、列支完成', by: 'bureauOfficer', from: COST, input: form.recovered, event: 'CostRecovered',
    refuse: [guard.noCostDue], evolve: ({ costDue: _due, ...facts }) => facts,
  },
});
