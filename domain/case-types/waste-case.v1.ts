import { defineCaseType } from '../define-case-type.ts';
import { overseen } from '../oversight/overseen.ts';
import { decision, decisionClocks } from './waste-case/decision.ts';
import { firstFacts, type WasteFacts } from './waste-case/facts.ts';
import { filing, filingClocks } from './waste-case/filing.ts';
import * as form from './waste-case/inputs.ts';
import { investigation, investigationClocks } from './waste-case/investigation.ts';
import { ACT_KINDS } from './waste-case/labels.ts';
import { measureClocks, measures } from './waste-case/measures.ts';
import { performance, performanceClocks } from './waste-case/performance.ts';
import { service, serviceClocks } from './waste-case/service.ts';
import { OPEN, ROLES, STATES } from './waste-case/shape.ts';

/**
 * 建筑垃圾案件,按《行政处罚法》《行政强制法》办理:
 * 核查 → 立案 → 调查(先行登记保存、扣押)→ 调查终结 → 法制审核、集体讨论 → 告知 → 陈述申辩、听证 → 决定 → 送达 → 履行
 * (缴纳、催告、申请强制执行)→ 结案 → 反馈 → 归档。各阶段的操作与期限见同名文件夹。
 */
// biome-ignore format: a clerk reads each line from left to right
const wasteCase = defineCaseType<WasteFacts>()({
  id: 'waste-case',
  version: 1,
  label: '建筑垃圾案件',
  prefix: 'QPZF',
  roles: ROLES,
  escalatesTo: { lead: 'agencyHead', supervisor: 'supervisor', leadership: 'leadership' },
  states: STATES,
  opens: {
    label: '登记线索', by: ['intake', 'caseOfficer'], to: 'verifying', input: form.opening, event: 'WasteCaseOpened',
    receivedAt: (input) => input.receivedAt, begin: firstFacts,
  },
  commands: {
    ...filing,        // 核查、立案、撤案、当场处罚、反馈
    ...measures,      // 先行登记保存、扣押
    ...investigation, // 调查、协助认定、中止、移送司法、调查终结
    ...decision,      // 法制审核、集体讨论、告知、听证、决定
    ...service,       // 送达、缴纳、公开
    ...performance,   // 复议诉讼、催告、强制执行、改正与代履行、结案归档
  },
  clocks: {
    ...filingClocks,
    ...measureClocks,
    ...investigationClocks,
    ...decisionClocks,
    ...serviceClocks,
    ...performanceClocks,
  },
  documents: {
    evidenceNotice: { label: '先行登记保存通知书', series: '青城登', signer: 'agencyHead' },
    seizureDecision: { label: '扣押决定书', series: '青城扣', signer: 'agencyHead' },
    seizureList: { label: '扣押财物清单', series: '青城扣清', signer: 'caseOfficer' },
    priorNotice: { label: '行政处罚事先告知书', series: '青城告', signer: 'agencyHead' },
    hearingNotice: { label: '听证通知书', series: '青城听', signer: 'agencyHead' },
    penaltyDecision: { label: '行政处罚决定书', series: '青城罚', signer: 'agencyHead' },
    noPenaltyDecision: { label: '不予处罚决定书', series: '青城不罚', signer: 'agencyHead' },
    spotDecision: { label: '当场处罚决定书', series: '青城当罚', signer: 'caseOfficer' },
    demand: { label: '催告书', series: '青城催', signer: 'agencyHead' },
    courtApplication: { label: '强制执行申请书', series: '青城申执', signer: 'agencyHead' },
  },
  holders: (facts) => [
    { unit: facts.leadUnit, part: 'lead' },
    ...facts.assisting.map((unit) => ({ unit, part: 'assisting' }) as const),
  ],
  summary: (facts) => ({
    matter: ACT_KINDS[facts.actKind], urgent: false, receivedAt: facts.receivedAt, text: facts.text, address: facts.address,
    ...(facts.party !== undefined && { person: facts.party }), ...(facts.town !== undefined && { town: facts.town }),
  }),
});

export const wasteCaseV1 = overseen<WasteFacts>(wasteCase, {
  during: OPEN,
  answers: ['agencyHead', 'caseOfficer', 'coordinator'],
  takeOver: {
    from: ['investigating'],
    to: 'investigating',
    evolve: (facts) => ({ ...facts, leadUnit: 'urban-enforcement', officers: [] }),
  },
  changeLead: {
    from: ['verifying'],
    to: 'verifying',
    leadOf: ({ leadUnit }) => leadUnit,
    evolve: (facts, { leadUnit }) => ({ ...facts, leadUnit, officers: [] }),
  },
});
