import * as assistance from './assistance.ts';
import { handledBy } from './facts.ts';
import * as form from './inputs.ts';
import * as result from './result-guards.ts';
import * as section from './sections.ts';
import { HANDLING, HELD, OPEN, ticketCommands } from './shape.ts';
import * as time from './time-guards.ts';
import * as urgent from './urgent.ts';

const AT_WORK = ['acknowledged', 'inProgress'] as const;

/** While a unit has it: contact, first steps of urgent ones, sections and assistants, extension and suspension, result (T9 to T13). */
// biome-ignore format: a clerk reads each line from left to right
export const ticketHandling = ticketCommands({
  recordContact: {
    label: '先行联系', by: ['handler', 'coordinator'], from: 'acknowledged', to: 'inProgress', input: form.contactMade, event: 'CitizenContacted',
    refuse: [result.contactAttemptsMissing],
    evolve: (facts, event) => ({ ...handledBy(facts, event), contacted: true }),
  },
  recordContactFailed: {
    label: '登记联系未果', by: ['handler', 'coordinator'], from: 'acknowledged', input: form.optionalNote, event: 'ContactFailed',
    evolve: (facts, event) => ({ ...handledBy(facts, event), contactAttempts: facts.contactAttempts + 1 }),
  },
  recordOnSite: {
    label: '到场处置', by: ['handler', 'coordinator'], from: AT_WORK, input: form.arrival, event: 'ArrivedOnSite', happenedAt: 'arrivedAt',
    refuse: [urgent.notUrgent, urgent.onSiteAlready],
    evolve: (facts, event) => ({ ...handledBy(facts, event), onSite: true }),
  },
  recordInterimReport: {
    label: '中途汇报', by: ['handler', 'coordinator'], from: AT_WORK, input: form.note, event: 'InterimReported',
    refuse: [urgent.notUrgent],
    evolve: (facts, event) => ({ ...handledBy(facts, event), reported: true }),
    notify: ['dispatcher'],
  },
  recordProgress: { label: '办理记录', by: ['handler', 'coordinator'], from: 'inProgress', input: form.note, event: 'ProgressRecorded', evolve: handledBy },
  assignSection: {
    label: '派发科室、居村', by: 'coordinator', from: AT_WORK, input: form.sectionTask, event: 'SectionAssigned', subject: ({ input }) => input.section,
    refuse: [section.hasItAlready],
    evolve: (facts, { input }) => ({ ...facts, sections: [...facts.sections, input.section] }),
    notify: ['sectionStaff'], notifyAt: 'subject',
  },
  replySection: {
    label: '科室、居村反馈', by: 'sectionStaff', from: HELD, input: form.note, event: 'SectionReplied', subject: ({ unit }) => unit,
    evolve: (facts, event) => handledBy(section.done(facts, event.unit), event),
    notify: ['coordinator', 'handler'],
  },
  waiveSection: {
    label: '免除科室、居村', by: 'coordinator', from: HELD, input: form.sectionTask, event: 'SectionWaived', subject: ({ input }) => input.section,
    refuse: [section.nobodyHasIt, section.hasItNot],
    evolve: (facts, { input }) => section.done(facts, input.section),
  },
  inviteAssistance: {
    label: '增派协办', by: 'dispatcher', from: HANDLING, input: form.assistant, event: 'AssistanceInvited', subject: ({ input }) => input.unit,
    refuse: [assistance.holdsAlready],
    evolve: assistance.invited,
    notify: ['coordinator'], notifyAt: 'subject', sends: true,
  },
  replyAssistance: {
    label: '协办答复', by: ['coordinator', 'handler'], part: 'assisting', from: OPEN, input: form.note, event: 'AssistanceReplied', subject: ({ unit }) => unit,
    evolve: (facts, event) => handledBy(assistance.done(facts, event.unit), event),
    notify: ['handler'],
  },
  waiveAssistance: {
    label: '免除协办', by: 'dispatcher', from: OPEN, input: form.assistant, event: 'AssistanceWaived', subject: ({ input }) => input.unit,
    refuse: [assistance.nobodyAssists, assistance.assistsNot],
    evolve: (facts, { input }) => assistance.done(facts, input.unit),
  },
  requestExtension: {
    label: '申请延期', by: 'coordinator', from: 'inProgress', input: form.extensionRequest, event: 'ExtensionRequested',
    refuse: [time.extensionPending, time.extensionsExhausted, time.extensionTooLate, time.extensionTooLong],
    evolve: (facts, { at, actor, input }) => ({ ...facts, extensionAsked: { days: input.days, askedAt: at, by: actor } }),
    notify: ['dispatcher'],
  },
  grantExtension: {
    label: '同意延期', by: 'dispatcher', from: 'inProgress', input: form.optionalNote, event: 'ExtensionGranted',
    refuse: [time.noExtensionAsked, time.requesterCannotApprove],
    evolve: ({ extensionAsked, ...facts }) => ({ ...facts, extensions: [...facts.extensions, ...(extensionAsked ? [extensionAsked] : [])] }),
    notify: ['coordinator', 'handler'],
  },
  refuseExtension: {
    label: '不同意延期', by: 'dispatcher', from: 'inProgress', input: form.note, event: 'ExtensionRefused',
    refuse: [time.noExtensionAsked, time.requesterCannotApprove],
    evolve: ({ extensionAsked: _asked, ...facts }) => facts,
    notify: ['coordinator'],
  },
  suspend: {
    label: '挂起', by: 'dispatcher', from: 'inProgress', to: 'suspended', input: form.suspension, event: 'TicketSuspended',
    refuse: [time.suspensionTooLate],
    evolve: (facts, { input }) => ({ ...facts, suspendedFor: input.ground }),
    notify: ['coordinator', 'handler'],
  },
  resume: {
    label: '恢复办理', by: ['dispatcher', 'coordinator'], from: 'suspended', to: 'inProgress', input: form.optionalNote, event: 'TicketResumed',
    notify: ['coordinator', 'handler'],
  },
  submitResult: {
    label: '提交办理结果', by: 'handler', from: 'inProgress', to: 'unitReview', input: form.result, event: 'ResultSubmitted',
    refuse: [result.reworkNeedsLead, ...result.beforeResult, urgent.interimReportMissing, result.convertedIsExplained, result.evidenceMissing],
    evolve: (facts, event) => ({ ...handledBy(facts, event), resultType: event.input.resultType, inReview: true }),
    notify: ['unitLead'],
  },
  submitRework: {
    label: '提交重办结果', by: 'unitLead', from: 'inProgress', to: 'unitReview', input: form.reworkResult, event: 'ReworkSubmitted',
    refuse: [result.notARework, ...result.beforeResult, result.convertedIsExplained, result.evidenceMissing],
    evolve: (facts, event) => ({ ...handledBy(facts, event), resultType: event.input.resultType, inReview: true }),
    notify: ['coordinator'],
  },
});
