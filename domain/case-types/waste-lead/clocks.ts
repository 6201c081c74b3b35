import type { Extension } from '../../clocks/facts.ts';
import { eitherKey, keyIf } from '../../definition/limit-choice.ts';
import type { LeadFacts } from './facts.ts';
import type { LeadClock } from './phase.ts';

/** Reports of the public are passed on within the limit of the city's rules (art. 26), others within the customary one. */
const transferLimit = eitherKey<LeadFacts>(
  ({ publicReport }) => publicReport,
  'waste.informantTransfer',
  'waste.lead.submit',
);

const informantLimit = keyIf<LeadFacts>(
  ({ publicReport, informantTold }) => publicReport && !informantTold,
  'waste.informantResult',
);

function grantedExtension({ extension }: LeadFacts): Extension {
  if (!extension) throw new Error('no extension has been granted');
  return extension;
}

/** Each receipt by an enforcement unit. */
const RECEIVED = [
  'LeadTransferred',
  'LeadSupplemented',
  'SupplementLapsed',
  'LeadDesignated',
] as const;
/** What ends the waiting for an outcome without a case. */
const DECIDED = ['NotFilingApproved', 'LeadRetransferred', 'LeadMerged'] as const;

/** L1 to L8; a change of the lead unit starts its limits anew, those promised to the informant go on. */
// biome-ignore format: a clerk reads each line from left to right
export const clocks = {
  transfer: { label: '移送时限', limit: transferLimit, duty: 'mgmtOfficer',
    starts: ['LeadReceived'], ends: ['LeadTransferred'] },
  accept: { label: '接收时限', limit: 'waste.lead.accept', duty: 'intake',
    starts: [...RECEIVED, 'LeadChanged'], ends: ['LeadAccepted', 'SupplementAsked', 'LeadRefused', 'LeadMerged', 'LeadChanged', 'CaseTakenOver'] },
  supplement: { label: '补正期限', limit: 'waste.lead.supplement', duty: 'mgmtOfficer', lapse: 'lapseSupplement',
    starts: ['SupplementAsked'], ends: ['LeadSupplemented', 'SupplementLapsed'] },
  designate: { label: '指定管辖时限', limit: 'waste.lead.designate', duty: 'supervisor',
    starts: ['LeadRefused'], ends: ['LeadDesignated', 'RefusalUpheld'] },
  verify: { label: '核查时限', limit: 'waste.verifyDays', duty: 'caseOfficer',
    starts: ['LeadAccepted', 'CaseTakenOver'], ends: ['CaseOpened', ...DECIDED, 'PoliceFiled', 'LeadChanged', 'CaseTakenOver'],
    extendedBy: { event: 'VerificationExtended', by: grantedExtension } },
  informant: { label: '告知举报人时限', limit: informantLimit, duty: 'caseOfficer', promised: true,
    starts: RECEIVED, ends: ['InformantTold', 'SupplementAsked', 'LeadRefused'] },
  filingFeedback: { label: '立案结果反馈时限', limit: 'waste.lead.filingFeedback', duty: 'caseOfficer',
    starts: ['CaseOpened', ...DECIDED, 'RefusalUpheld', 'GoodsHandedOver'], ends: ['FilingFeedbackSent', 'FeedbackSent', 'FinalFeedbackSent'] },
  finalFeedback: { label: '处理结果反馈时限', limit: keyIf(({ ending }) => ending !== undefined, 'waste.lead.finalFeedback'), duty: 'caseOfficer', inEnded: true, continues: true,
    starts: ['LinkedCaseMoved'], ends: ['FinalFeedbackSent', 'LinkedDecisionRevoked'] },
  crimeDecision: { label: '是否移送司法的决定时限', limit: 'waste.criminal.decide', duty: 'agencyHead',
    starts: ['CrimeReported'], ends: ['CrimeTransferApproved', 'CrimeTransferDenied'] },
  crimeTransfer: { label: '移送公安时限', limit: 'waste.criminal.transfer', duty: 'caseOfficer',
    starts: ['CrimeTransferApproved'], ends: ['CrimeTransferred'] },
  policeForward: { label: '公安转送时限', limit: 'waste.criminal.policeForward', duty: 'caseOfficer',
    starts: ['CrimeTransferred'], ends: ['PoliceForwarded', 'PoliceFiled', 'PoliceDeclined'] },
  policeFiling: { label: '公安立案决定时限', limit: 'waste.criminal.policeFiling', duty: 'caseOfficer',
    starts: ['CrimeTransferred', 'PoliceForwarded', 'ReconsiderationAsked'], ends: ['PoliceForwarded', 'PoliceFiled', 'PoliceDeclined'] },
  reconsider: { label: '提请复议时限', limit: keyIf(({ reconsidered }) => !reconsidered, 'waste.criminal.reconsider'), duty: 'caseOfficer',
    starts: ['PoliceDeclined'], ends: ['ReconsiderationAsked', 'DeclineAccepted'] },
  handOver: { label: '移交涉案物品时限', limit: 'waste.criminal.handOver', duty: 'caseOfficer',
    starts: ['PoliceFiled'], ends: ['GoodsHandedOver'] },
} as const satisfies Readonly<Record<string, LeadClock>>;
