import { choiceIf, keyIf } from '../../definition/limit-choice.ts';
import {
  byMatter,
  grantedExtension,
  legEnds,
  suspensionGround,
  type TicketFacts,
  urgentOr,
} from './facts.ts';
import { ticketClocks } from './shape.ts';

const STANDS = { states: ['suspended'], ground: suspensionGround } as const;
const EXTENDED = { event: 'ExtensionGranted', by: grantedExtension } as const;

/** A unit has got it. */
const GIVEN = ['TicketDispatched', 'CoordinationDecided', 'LeadChanged'];
/** A unit has it no more. */
const TAKEN = [
  'ReturnApproved',
  'CoordinationOpened',
  'CoordinationConvened',
  'CaseTakenOver',
  'LeadChanged',
];

const receipt = ({ receivedAt }: TicketFacts) => receivedAt;
const neverHandled = ({ handled }: TicketFacts): boolean => !handled;
const ifUrgent = (key: string, isDone: (facts: TicketFacts) => boolean | undefined = () => false) =>
  keyIf<TicketFacts>((facts) => facts.urgent && !facts.handled && !isDone(facts), key);

/** Promised ones count from the receipt and are never reset; those of a unit begin and end with it. */
// biome-ignore format: a clerk reads each line from left to right
export const clocks = ticketClocks({
  dispatch: { label: '派单时限', limit: urgentOr('hotline.dispatch'), duty: 'dispatcher',
    starts: ['TicketReceived', 'ReturnApproved', 'TicketReopenedForDispatch', 'MergeUndone'],
    ends: ['TicketDispatched', 'AcceptanceRejected', 'AnsweredDirectly', 'CoordinationConvened'] },
  acknowledge: { label: '签收时限', limit: urgentOr('hotline.ack'), duty: 'coordinator',
    starts: GIVEN, ends: ['TicketAcknowledged', ...TAKEN] },
  firstContact: { label: '先行联系时限', limit: keyIf(({ contacted }) => !contacted, 'hotline.firstContact'), duty: 'handler', countsFrom: receipt,
    starts: ['TicketReceived', 'MergeUndone'], ends: ['CitizenContacted', 'AnsweredDirectly'] },
  handle: { label: '办理时限', limit: byMatter('hotline.handle'), duty: 'handler', promised: true, countsFrom: receipt,
    starts: ['TicketReceived', 'MergeUndone'], ends: ['ResultApproved', 'AnsweredDirectly'],
    pausedIn: STANDS, extendedBy: EXTENDED },
  unitHandle: { label: '本单位办理时限', limit: choiceIf(neverHandled, byMatter('hotline.handle')), duty: 'handler', continues: true,
    starts: GIVEN, ends: ['ResultApproved', ...TAKEN], endsIf: legEnds,
    pausedIn: STANDS, extendedBy: EXTENDED },
  onSite: { label: '紧急件到场时限', limit: ifUrgent('hotline.urgent.onSite', ({ onSite }) => onSite), duty: 'handler',
    starts: GIVEN, ends: ['ArrivedOnSite', 'ResultApproved', ...TAKEN] },
  feedback: { label: '紧急件反馈时限', limit: ifUrgent('hotline.urgent.feedback', ({ reported }) => reported), duty: 'handler',
    starts: GIVEN, ends: ['InterimReported', ...TAKEN] },
  formal: { label: '紧急件正式处置时限', limit: ifUrgent('hotline.urgent.formal'), duty: 'handler', continues: true,
    starts: ['InterimReported'], ends: ['ResultApproved'] },
  returnDecision: { label: '退单审核时限', limit: 'hotline.returnDecision', duty: 'dispatcher',
    starts: ['ReturnRequested'], ends: ['ReturnRejected', ...TAKEN] },
  section: { label: '科室、居村反馈时限', limit: 'hotline.sectionReply', duty: 'sectionStaff', perSubject: true,
    starts: ['SectionAssigned'], ends: ['SectionReplied', 'SectionWaived', ...TAKEN] },
  assist: { label: '协办答复时限', limit: 'hotline.assistReply', duty: 'coordinator', perSubject: true,
    starts: ['AssistanceInvited'], ends: ['AssistanceReplied', 'AssistanceWaived'] },
  coordination: { label: '会商时限', limit: 'hotline.coordination', duty: 'supervisor',
    starts: ['CoordinationOpened', 'CoordinationConvened', 'ReworkCoordinated', 'CaseTakenOver'], ends: ['CoordinationDecided'] },
  unitReview: { label: '单位审核时限', limit: 'hotline.unitReview', duty: 'unitLead',
    starts: ['ResultSubmitted', 'ReworkSubmitted'], ends: ['ResultApproved', 'ResultRejected'] },
  rework: { label: '重办时限', limit: keyIf(({ handled }) => handled, 'hotline.rework'), duty: 'unitLead', promised: true, continues: true,
    starts: ['ReworkOrdered', 'TicketReopened', 'TicketReopenedForDispatch', 'CoordinationDecided'], ends: ['ResultApproved', 'AnsweredDirectly'],
    pausedIn: STANDS },
  suspensionReview: { label: '挂起复核期限', limit: 'hotline.suspensionReview', duty: 'dispatcher', lapse: 'resume',
    starts: ['TicketSuspended'], ends: ['TicketResumed', 'CaseTakenOver', 'LeadChanged'] },
  callback: { label: '回访时限', limit: 'hotline.callback', duty: 'callbackAgent',
    starts: ['ResultApproved'], ends: ['CallbackRecorded', 'ReworkOrdered', 'ReworkCoordinated', 'DifficultyDeclared'] },
  close: { label: '办结时限', limit: 'hotline.close', duty: 'dispatcher',
    starts: ['CallbackRecorded', 'DifficultyDeclared', 'AnsweredDirectly'], ends: ['TicketClosed'] },
  mergedCallback: { label: '并件回访时限', limit: 'hotline.callback', duty: 'callbackAgent', inEnded: true, continues: true,
    starts: ['MasterClosed'], ends: ['MergedCalledBack'] },
  voidConfirm: { label: '作废复核时限', limit: 'hotline.voidConfirm', duty: 'supervisor',
    starts: ['VoidRequested'], ends: ['TicketVoided', 'VoidRejected'] },
  reopenWindow: { label: '重新办理期限', limit: 'hotline.reopenWindow', duty: 'dispatcher', lapse: 'archive', inEnded: true,
    starts: ['TicketClosed'], ends: ['TicketReopened', 'TicketReopenedForDispatch', 'TicketArchived'] },
});
