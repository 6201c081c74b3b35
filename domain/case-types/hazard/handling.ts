import { passOn } from '../../definition/links.ts';
import * as grading from './grade-guards.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import { phase, TO_SOURCE, UNRECTIFIED } from './phase.ts';

const CONTROLLABLE = ['found', 'registered', ...UNRECTIFIED] as const;
const CHECKED_DAILY = [
  ...CONTROLLABLE,
  'notAHazardReview',
  'substituteRepair',
  'selfChecked',
  'acceptance',
] as const;
const AT_WORK = ['notified', 'rectifying'] as const;

/** Emergency control, the notice, the plan, appraisal, funds, pauses (H3 to H6). */
// biome-ignore format: a clerk reads each line from left to right
export const handling = phase({
  recordArrival: {
    label: '到场', by: 'townInspector', from: ['found', 'registered', 'graded'], input: form.arrival, event: 'SiteReached', happenedAt: 'arrivedAt',
    evolve: (facts) => ({ ...facts, arrived: true }),
  },
  postWarning: {
    label: '设置警示', by: ['townInspector', 'coordinator'], from: CONTROLLABLE, input: form.note, event: 'WarningPosted',
    evolve: (facts) => ({ ...facts, warned: true }),
  },
  establishControl: {
    label: '应急管控到位', by: ['townInspector', 'coordinator'], from: CONTROLLABLE, input: form.control, event: 'EmergencyControlled',
    refuse: [guard.controlInPlace], evolve: (facts) => ({ ...facts, control: 'IN_PLACE', arrived: true, warned: true }),
    notify: ['unitLead'], tells: TO_SOURCE,
  },
  recordDailyCheck: {
    label: '管控每日检查', by: ['townInspector', 'coordinator'], from: CHECKED_DAILY, input: form.dailyCheck, event: 'DailyChecked',
    refuse: [guard.noControl],
  },
  issueNotice: {
    label: '签发整改通知书', by: 'unitLead', from: 'graded', input: form.notice, event: 'NoticeIssued', issues: 'rectificationNotice',
    refuse: [guard.controlFirst, guard.dateNotAhead],
    evolve: ({ rectifyBy: _date, ...facts }, { input }) => ({
      ...facts, noticeIssued: true, partyKnown: input.party !== undefined, ...(input.rectifyBy !== undefined && { rectifyBy: input.rectifyBy }),
    }),
    notify: ['townInspector'],
  },
  serveNotice: {
    label: '送达整改通知书', by: ['townInspector', 'coordinator'], from: 'graded', to: 'notified', input: form.service, event: 'NoticeServed', serves: 'rectificationNotice', happenedAt: 'servedAt',
    refuse: [guard.noticeMissing, guard.partyUnknown, guard.servedBeforeIssued],
  },
  announceNotice: {
    label: '公告送达', by: ['townInspector', 'coordinator'], from: 'graded', to: 'notified', input: form.announcement, event: 'NoticeAnnounced', serves: 'rectificationNotice', happenedAt: 'servedAt',
    refuse: [guard.noticeMissing, guard.partyKnown, guard.servedBeforeIssued],
  },
  submitPlan: {
    label: '提交整改方案', by: ['coordinator', 'townInspector'], from: AT_WORK, to: 'rectifying', input: form.plan, event: 'PlanSubmitted',
    refuse: [guard.planThere], evolve: (facts) => ({ ...facts, planned: true }),
  },
  commissionAppraisal: {
    label: '委托鉴定', by: 'townInspector', from: AT_WORK, to: 'appraisal', input: form.commission, event: 'AppraisalCommissioned',
    refuse: [guard.pauseTooLate], evolve: (facts) => ({ ...facts, pausedFor: 'APPRAISAL' }),
  },
  recordAppraisal: {
    label: '登记鉴定结论', by: 'townInspector', from: 'appraisal', to: 'previous', input: form.appraisal, event: 'AppraisalRecorded',
    evolve: (facts, { input }) => ({ ...facts, appraised: input.conclusion }), notify: ['unitLead', 'bureauOfficer'],
  },
  submitFunding: {
    label: '提交业委会', by: ['coordinator', 'townInspector'], from: 'rectifying', to: 'fundingApproval', input: form.funding, event: 'FundingSubmitted',
    refuse: [grading.facadeOnly, guard.pauseTooLate], evolve: (facts) => ({ ...facts, pausedFor: 'FUNDING' }),
  },
  approveFunding: {
    label: '业委会同意', by: ['coordinator', 'townInspector'], from: 'fundingApproval', to: 'rectifying', input: form.note, event: 'FundingApproved',
    evolve: (facts) => ({ ...facts, fundingLapsed: false }),
  },
  lapseFunding: {
    label: '业委会逾期未同意', by: 'system', from: 'fundingApproval', to: 'rectifying', input: form.nothing, event: 'FundingLapsed',
    evolve: (facts) => ({ ...facts, fundingLapsed: true }), notify: ['bureauOfficer', 'unitLead'],
  },
  pause: {
    label: '暂停整改', by: 'townInspector', from: AT_WORK, to: 'paused', input: form.pause, event: 'RectificationPaused',
    refuse: [guard.pauseTooLate], evolve: (facts, { input }) => ({ ...facts, pausedFor: input.ground }), notify: ['unitLead'],
  },
  resume: {
    label: '恢复整改', by: ['townInspector', 'unitLead'], from: 'paused', to: 'previous', input: form.optionalNote, event: 'RectificationResumed',
    notify: ['coordinator'],
  },
  refer: {
    label: '移送执法', by: ['townInspector', 'unitLead'], from: [...AT_WORK, 'controlled'], input: form.referral, event: 'ReferredToEnforcement',
    refuse: [guard.notOverdue], notify: ['bureauOfficer'],
    converts: {
      to: 'waste-lead',
      opening: ({ text, address, town, foundAt }) => ({
        source: 'HAZARD', text: passOn(text), address: passOn(address), town, actKind: 'OTHER', occurredAt: foundAt,
      }),
    },
  },
});
