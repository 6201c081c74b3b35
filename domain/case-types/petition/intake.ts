import * as close from './closing-guards.ts';
import { ticketOpening, TO_SOURCE } from './conversions.ts';
import { awaiting, givenTo, routed, withoutUnit } from './facts.ts';
import * as form from './inputs.ts';
import { phase } from './phase.ts';
import * as route from './route-guards.ts';
import { ACTIVE } from './stages.ts';
import * as time from './time-guards.ts';

/** From the registration to the organ's desk: checking, finding the route, forwarding and assigning, refusing (Q1 to Q5). */
// biome-ignore format: a clerk reads each line from left to right
export const intake = phase({
  completeRegistration: {
    label: '核对登记,甄别路径', by: 'petitionOffice', from: 'registered', to: 'routing', input: form.completion, event: 'RegistrationCompleted',
    refuse: [route.petitionerMissing, route.routeNotInTable],
    evolve: (facts, { input }) => routed(facts, input),
    tells: TO_SOURCE,
  },
  namePetitioner: {
    label: '补登信访人', by: 'petitionOffice', from: 'registered', input: form.petitioner, event: 'PetitionerNamed',
    refuse: [route.petitionerKnown], evolve: (facts, { input }) => ({ ...facts, petitioner: input.petitioner.sealed, anonymous: false }),
  },
  markAnonymous: {
    label: '注明匿名', by: 'petitionOffice', from: 'registered', input: form.note, event: 'MarkedAnonymous',
    refuse: [route.petitionerKnown, route.markedAnonymous], evolve: (facts) => ({ ...facts, anonymous: true }),
  },
  registerCollective: {
    label: '登记集体访', by: 'petitionOffice', from: ['registered', 'routing'], input: form.collective, event: 'CollectiveRegistered',
    refuse: [route.tooManyRepresentatives],
    evolve: (facts, { input }) => ({ ...facts, headcount: input.headcount, representatives: input.representatives }),
  },
  nameAccused: {
    label: '登记被反映单位', by: 'petitionOffice', from: ['registered', 'routing'], input: form.accused, event: 'AccusedNamed',
    refuse: [route.accusedHolds], evolve: (facts, { input }) => ({ ...facts, accusedUnit: input.unit }),
  },
  reportUrgent: {
    label: '重大紧急报告', by: 'petitionOffice', from: ACTIVE, input: form.note, event: 'UrgencyReported',
    evolve: (facts) => ({ ...facts, urgent: true }),
    notify: ['petitionInspector', 'convener'], sends: true,
  },
  giveReceipt: {
    label: '告知收件', by: 'petitionOffice', from: ACTIVE, input: form.told, event: 'ReceiptNoticed',
    refuse: [route.nobodyToTell, route.receiptNoticed],
    evolve: (facts) => ({ ...facts, receiptNoticed: true }),
  },
  linkRepeat: { label: '关联重复件', by: 'petitionOffice', from: ['registered', 'routing'], input: form.tie, event: 'RepeatLinked', links: 'repeat' },
  decideRoute: {
    label: '重新甄别路径', by: ['petitionOffice', 'coordinator'], from: ['routing', 'unitReceived'], input: form.routing, event: 'RouteDecided',
    refuse: [route.routeNotInTable],
    evolve: (facts, { input }) => routed(facts, input),
  },
  forward: {
    label: '转送', by: 'petitionOffice', from: 'routing', to: 'forwarded', input: form.forwarding, event: 'PetitionForwarded', issues: 'forwardLetter',
    refuse: [route.confidential, route.leadsTo('REPLY', 'PROCEDURE', 'OPINION'), route.accusedCannotHold('leadUnit'), close.holdsAlready('leadUnit')],
    evolve: (facts, { input }) => givenTo(facts, input.leadUnit),
    notify: ['coordinator'], sends: true, tells: TO_SOURCE,
  },
  assign: {
    label: '交办', by: 'petitionOffice', from: 'routing', to: 'forwarded', input: form.assignment, event: 'PetitionAssigned', issues: 'assignLetter',
    refuse: [route.confidential, route.leadsTo('REPLY', 'PROCEDURE', 'OPINION'), route.accusedCannotHold('leadUnit'), close.holdsAlready('leadUnit'), time.dateNotAhead('replyBy', '报告办结结果期限')],
    evolve: (facts, { input }) => ({ ...givenTo(facts, input.leadUnit), replyBy: input.replyBy, reported: false }),
    notify: ['coordinator', 'unitLead'], sends: true, tells: TO_SOURCE,
  },
  referOut: {
    label: '移送有权机关', by: 'petitionOffice', from: 'routing', to: 'routedOut', input: form.notice, event: 'PetitionReferredOut', issues: 'forwardLetter',
    refuse: [route.leadsTo('OUTSIDE')], tells: TO_SOURCE,
  },
  rejectAcceptance: {
    label: '不予受理', by: 'petitionOffice', from: 'routing', to: 'rejectionServing', input: form.refusal, event: 'PetitionRejected', issues: 'rejection',
    tells: TO_SOURCE,
  },
  rejectRepeat: {
    label: '重复件不予受理', by: 'petitionOffice', from: 'routing', to: 'rejectionServing', input: form.repeat, event: 'RepeatRejected', issues: 'rejection', links: 'repeat',
    refuse: [route.notARepeat], tells: TO_SOURCE,
  },
  rejectByUnit: {
    label: '不予受理(办理机关)', by: 'unitLead', from: 'unitReceived', to: 'rejectionServing', input: form.refusal, event: 'UnitRejected', issues: 'unitRejection',
    notify: ['petitionOffice'], tells: TO_SOURCE,
  },
  serveRejection: { label: '送达不予受理告知书', by: 'petitionOffice', from: 'rejectionServing', to: 'notAccepted', input: form.service, event: 'RejectionServed', serves: 'rejection', happenedAt: 'servedAt', refuse: [time.servesOnce('rejection')] },
  serveUnitRejection: { label: '送达不予受理告知书(办理机关)', by: 'coordinator', from: 'rejectionServing', to: 'notAccepted', input: form.service, event: 'UnitRejectionServed', serves: 'unitRejection', happenedAt: 'servedAt', refuse: [time.servesOnce('unitRejection')] },
  fileRejection: { label: '无法送达,存档', by: 'petitionOffice', from: 'rejectionServing', to: 'notAccepted', input: form.note, event: 'RejectionFiled', refuse: [route.somebodyToTell] },
  convertToTicket: {
    label: '转为 12345 工单', by: 'petitionOffice', from: 'routing', to: 'inProcedure', input: form.ticketConsent, event: 'ConvertedToTicket',
    refuse: [route.confidential, route.leadsTo('REPLY', 'PROCEDURE', 'OPINION'), route.nobodyToTell, time.dateNotAhead('dueOn', '答复期限')],
    evolve: (facts, { input }) => awaiting(facts, input.dueOn),
    converts: { to: 'hotline-ticket', opening: ticketOpening },
  },
  receive: { label: '签收', by: 'coordinator', from: 'forwarded', to: 'unitReceived', input: form.nothing, event: 'PetitionReceived', evolve: (facts, { at }) => ({ ...facts, unitReceivedAt: at }) },
  deemReceived: { label: '视为签收', by: 'system', from: 'forwarded', to: 'unitReceived', input: form.nothing, event: 'ReceiptDeemed', evolve: (facts, { occurredAt }) => ({ ...facts, unitReceivedAt: occurredAt }) },
  raiseObjection: {
    label: '提出异议', by: 'coordinator', from: 'unitReceived', to: 'objectionReview', input: form.objection, event: 'ObjectionRaised',
    refuse: [route.boundByReceipt], notify: ['petitionOffice'],
  },
  lapseObjection: { label: '异议期满', by: 'system', from: 'unitReceived', input: form.nothing, event: 'ObjectionLapsed', evolve: (facts) => ({ ...facts, bound: 'LAPSED' }) },
  approveObjection: {
    label: '同意异议', by: 'petitionOffice', from: 'objectionReview', to: 'routing', input: form.optionalNote, event: 'ObjectionApproved',
    refuse: [route.needsCoordination],
    evolve: (facts) => ({ ...withoutUnit(facts), objections: facts.objections + 1 }),
    notify: ['petitionOffice'],
  },
  rejectObjection: {
    label: '不同意异议', by: 'petitionOffice', from: 'objectionReview', to: 'unitReceived', input: form.note, event: 'ObjectionRejected',
    evolve: (facts) => ({ ...facts, bound: 'DECIDED' }), notify: ['coordinator'],
  },
  referJurisdiction: {
    label: '提请协调管辖', by: 'petitionOffice', from: ['routing', 'objectionReview'], to: 'coordination', input: form.note, event: 'JurisdictionReferred',
    refuse: [route.confidential, route.leadsTo('REPLY', 'PROCEDURE', 'OPINION')],
    evolve: withoutUnit, notify: ['convener'],
  },
  decideJurisdiction: {
    label: '决定管辖', by: 'convener', from: 'coordination', to: 'forwarded', input: form.jurisdiction, event: 'JurisdictionDecided',
    refuse: [route.accusedCannotHold('leadUnit'), close.holdsAlready('leadUnit')],
    evolve: (facts, { input }) => ({ ...givenTo(facts, input.leadUnit), bound: 'DECIDED', jurisdictionBy: input.decidedBy }),
    notify: ['coordinator', 'unitLead'], sends: true, tells: TO_SOURCE,
  },
});
