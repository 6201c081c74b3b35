import type { ClockSpec } from '../../define-case-type.ts';
import { eitherKey, keyIf } from '../../definition/limit-choice.ts';
import { grantedExtension, type PetitionFacts } from './facts.ts';
import type { Role, State } from './stages.ts';

/** Events by which the case leaves the office's desk for a unit. */
const GIVEN = ['PetitionForwarded', 'PetitionAssigned', 'JurisdictionDecided'] as const;
/** Events by which it leaves the sixty days' track: another way was found for it. */
const OFF_TRACK = [
  'ProcedureStarted',
  'ConvertedToWasteLead',
  'ConvertedToBuilding',
  'ConvertedToTicket',
  'ProcedureAnswered',
  'SuggestionAnswered',
  'UnitRejected',
  'PetitionRejected',
  'RepeatRejected',
] as const;
/** Events by which a unit loses it. */
const TAKEN = ['CaseTakenOver', 'LeadChanged'] as const;
/** Events by which a unit has answered for what it was given. */
const TAKEN_UP = [
  'PetitionAccepted',
  'UnitRejected',
  'ProcedureStarted',
  'ConvertedToWasteLead',
  'ConvertedToBuilding',
  'SuggestionAnswered',
] as const;

const hasPetitioner = ({ petitioner }: PetitionFacts): boolean => petitioner !== undefined;

/** P1 to P13, and the management limits in between, so that no petition is ever without a date. */
// biome-ignore format: a register reads row by row
export const clocks: Readonly<Record<string, ClockSpec<PetitionFacts, State, Role>>> = {
  route: { label: '转送交办期限', limit: eitherKey(({ given }) => given, 'petition.reroute', 'petition.route15'), duty: 'petitionOffice',
    starts: ['PetitionRegistered', 'ObjectionApproved', 'CaseTakenOver'], ends: [...GIVEN, 'PetitionRejected', 'RepeatRejected', 'PetitionReferredOut', 'ConvertedToTicket', 'ConvertedToWasteLead', 'ConvertedToBuilding'] },
  noticeDirect: { label: '收件告知期限', limit: keyIf((facts) => hasPetitioner(facts) && !facts.receiptNoticed, 'petition.noticeDirect15'), duty: 'petitionOffice', continues: true,
    starts: ['PetitionRegistered', 'PetitionerNamed'], ends: ['ReceiptNoticed', 'PetitionReferredOut', 'RejectionServed', 'UnitRejectionServed'] },
  coordination: { label: '协调管辖期限', limit: 'petition.coordination', duty: 'convener',
    starts: ['JurisdictionReferred'], ends: ['JurisdictionDecided'] },
  receive: { label: '签收期限', limit: 'petition.receive', duty: 'coordinator', lapse: 'deemReceived',
    starts: [...GIVEN, 'LeadChanged'], ends: ['PetitionReceived', 'ReceiptDeemed'] },
  notice: { label: '书面告知期限', limit: eitherKey(hasPetitioner, 'petition.notice15', 'petition.anonymous15'), duty: 'coordinator',
    starts: ['PetitionReceived', 'ReceiptDeemed'], ends: [...TAKEN_UP, 'ObjectionApproved', 'JurisdictionReferred', ...TAKEN] },
  objectionWindow: { label: '异议期限', limit: keyIf(({ bound }) => bound === undefined, 'petition.objection5wd'), duty: 'coordinator', lapse: 'lapseObjection',
    starts: ['PetitionReceived', 'ReceiptDeemed'], ends: ['ObjectionRaised', 'ObjectionLapsed', ...TAKEN_UP, ...TAKEN] },
  objectionDecision: { label: '异议审核期限', limit: 'petition.objectionDecision', duty: 'petitionOffice',
    starts: ['ObjectionRaised'], ends: ['ObjectionApproved', 'ObjectionRejected', 'JurisdictionReferred'] },
  handle: { label: '办理期限', limit: 'petition.handle60', duty: 'handler', promised: true, continues: true,
    starts: ['PetitionAccepted', 'ReviewRevoked', 'RecheckRevoked'], ends: ['OpinionDelivered', 'OpinionFiled', ...OFF_TRACK],
    extendedBy: { event: 'ExtensionGranted', by: grantedExtension } },
  simpleAnswer: { label: '简易办理答复期限', limit: keyIf(({ procedure }) => procedure === 'SIMPLE', 'petition.simpleAnswer'), duty: 'handler',
    starts: ['PetitionAccepted'], ends: ['OpinionDelivered', 'OpinionFiled', 'MadeOrdinary', ...TAKEN] },
  assist: { label: '协办答复期限', limit: 'petition.assistReply', duty: 'coordinator', perSubject: true,
    starts: ['AssistanceInvited'], ends: ['AssistanceReplied', 'AssistanceWaived'] },
  report: { label: '办结报告期限', limit: keyIf(({ replyBy }) => replyBy !== undefined, 'petition.assignedReport'), until: ({ replyBy }) => replyBy, duty: 'coordinator',
    starts: ['PetitionAssigned'], ends: ['ResultReported', 'ObjectionApproved', 'JurisdictionReferred', 'CaseTakenOver', 'UnitRejected'] },
  procedure: { label: '程序办理期限', limit: 'petition.procedureDue', until: ({ procedureDueOn }) => procedureDueOn, duty: 'coordinator',
    starts: ['ProcedureStarted', 'ConvertedToWasteLead', 'ConvertedToBuilding', 'ConvertedToTicket'], ends: ['ProcedureAnswered'], continues: true },
  serve: { label: '文书送达期限', limit: 'petition.serve', duty: 'petitionOffice',
    starts: ['PetitionRejected', 'RepeatRejected', 'UnitRejected', 'ReviewIssued', 'RecheckIssued'], ends: ['RejectionServed', 'UnitRejectionServed', 'RejectionFiled', 'ReviewDelivered', 'RecheckDelivered'] },
  reviewWindow: { label: '请求复查期限', limit: 'petition.reviewRequest30', duty: 'petitionOffice', lapse: 'lapseReviewWindow',
    starts: ['OpinionDelivered'], ends: ['ReviewRequested', 'OpinionAccepted', 'ReviewWindowLapsed'] },
  review: { label: '复查期限', limit: 'petition.review30', duty: 'reviewOfficer',
    starts: ['ReviewRequested'], ends: ['ReviewIssued', 'ReviewRevoked'] },
  recheckWindow: { label: '请求复核期限', limit: 'petition.recheckRequest30', duty: 'petitionOffice', lapse: 'lapseRecheckWindow',
    starts: ['ReviewDelivered'], ends: ['RecheckRequested', 'OpinionAccepted', 'RecheckWindowLapsed'] },
  recheck: { label: '复核期限', limit: 'petition.recheck30', duty: 'recheckOfficer',
    starts: ['RecheckRequested'], ends: ['RecheckIssued', 'RecheckRevoked'], pausedIn: { states: ['recheckHearing'], ground: () => '听证' } },
  close: { label: '结案期限', limit: 'petition.close', duty: 'petitionOffice', continues: true,
    starts: ['OpinionAccepted', 'ReviewWindowLapsed', 'RecheckWindowLapsed', 'RecheckDelivered', 'OpinionFiled', 'ProcedureAnswered', 'SuggestionAnswered'], ends: ['PetitionClosed', 'ReviewRequested', 'RecheckRequested'] },
  archive: { label: '归档期限', limit: keyIf(({ closedAt }) => closedAt !== undefined, 'petition.archive'), duty: 'petitionOffice', lapse: 'archive', inEnded: true,
    starts: ['PetitionClosed', 'ResolutionConfirmed'], ends: ['PetitionArchived', 'ResolutionConfirmed'] },
};
