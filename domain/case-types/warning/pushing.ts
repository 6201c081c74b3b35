import { handled, told } from './facts.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import { OPEN, phase, TO_MASTER } from './phase.ts';

const NOT_VERIFIED = ['triggered', 'pushMissed', 'pushed', 'acknowledged'] as const;

/** From the trigger to what the desk makes of it. */
// biome-ignore format: a clerk reads each line from left to right
export const pushing = phase({
  push: {
    label: '推送', by: ['platform', 'desk'], from: ['triggered', 'pushMissed'], to: 'pushed', input: form.push, event: 'WarningPushed', happenedAt: 'pushedAt',
    evolve: (facts) => ({ ...facts, delivered: true }), notify: ['desk'],
  },
  missPush: {
    label: '漏推送', by: 'system', from: 'triggered', to: 'pushMissed', input: form.nothing, event: 'PushMissed',
    evolve: (facts) => ({ ...facts, missed: true }), notify: ['desk', 'shiftLead', 'supervisor'], sends: true,
  },
  acknowledge: {
    label: '确认', by: 'desk', from: 'pushed', to: 'acknowledged', input: form.nothing, event: 'WarningAcknowledged',
  },
  verifyReal: {
    label: '核实属实', by: 'desk', from: 'acknowledged', to: 'verified', input: form.check, event: 'WarningVerified',
    evolve: (facts, { actor }) => ({ ...facts, verifiedBy: actor }), notify: ['shiftLead'],
  },
  verifyFalse: {
    label: '核实为误报', by: 'desk', from: 'acknowledged', to: 'falseAlarm', input: form.check, event: 'FalseAlarmFound',
    evolve: (facts, { actor }) => ({ ...facts, verifiedBy: actor }), notify: ['shiftLead'],
  },
  rejectFalse: {
    label: '误报不成立', by: ['desk', 'shiftLead'], from: 'falseAlarm', to: 'acknowledged', input: form.check, event: 'FalseAlarmRejected',
    refuse: [guard.verifierCannotReview], evolve: ({ verifiedBy: _by, ...facts }) => facts, notify: ['desk'],
  },
  closeFalse: {
    label: '关闭误报', by: ['desk', 'shiftLead'], from: 'falseAlarm', to: 'closed', input: form.tuning, event: 'FalseAlarmClosed',
    refuse: [guard.shiftLeadCloses, guard.verifierCannotReview], notify: ['platform'],
  },
  closeTest: {
    label: '测试、演练', by: ['desk', 'shiftLead'], from: 'acknowledged', to: 'closed', input: form.test, event: 'TestClosed',
    refuse: [guard.shiftLeadCloses], evolve: handled,
  },
  merge: {
    label: '并入同一预警', by: ['platform', 'desk'], from: NOT_VERIFIED, to: 'merged', input: form.merging, event: 'WarningMerged',
    links: 'merge', tells: TO_MASTER, refuse: [guard.duplicatesHang, guard.otherThing, guard.masterOver],
  },
  unmerge: {
    label: '撤销合并', by: 'desk', from: 'merged', to: 'acknowledged', input: form.note, event: 'WarningUnmerged',
    unlinks: 'merge', tells: TO_MASTER,
  },
  noteLinked: { label: '关联案件进展', by: 'system', from: OPEN, input: form.told, event: 'LinkedCaseMoved', evolve: told, notify: ['desk'] },
});
