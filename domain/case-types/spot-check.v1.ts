import { defineCaseType } from '../define-case-type.ts';
import { keyIf } from '../definition/limit-choice.ts';
import { overseen } from '../oversight/overseen.ts';
import { KINDS } from './hazard/labels.ts';
import * as batch from './spot-check/facts.ts';
import * as form from './spot-check/inputs.ts';

/** 抽检批次:下达 → 逐件检查(不合格的各立一件隐患)→ 他人复核结束 → 跟踪问题清单 → 归档。 */
// biome-ignore format: a clerk reads each line from left to right
const spotCheck = defineCaseType<batch.BatchFacts>()({
  id: 'spot-check',
  version: 1,
  label: '抽检批次',
  prefix: 'QPCJ',
  roles: {
    dispatcher: { label: '派单员', at: 'centre' },
    supervisor: { label: '督办员', at: 'centre' },
    districtLead: { label: '分管区领导', at: 'centre' },
    coordinator: { label: '联络员', at: 'unit' },
    inspector: { label: '抽检员', at: 'unit' },
    unitLead: { label: '分管领导', at: 'unit' },
  },
  escalatesTo: { lead: 'unitLead', supervisor: 'supervisor', leadership: 'districtLead' },
  states: {
    inspecting: { label: '抽检中' },
    closed: { label: '已结束', ended: true },
    archived: { label: '已归档', ended: true, final: true },
  },
  opens: {
    label: '下达批次', by: ['dispatcher', 'coordinator'], to: 'inspecting', input: form.batch, event: 'BatchOpened',
    receivedAt: (input) => input.receivedAt, begin: batch.firstFacts,
  },
  commands: {
    recordInspection: {
      label: '检查(合格、未找到)', by: 'inspector', from: 'inspecting', input: form.inspection, event: 'InspectionRecorded',
      refuse: [batch.batchFull, batch.inspectedAlready],
      evolve: (facts, { actor, input }) => batch.counted(batch.inspected(facts, input.objectId, actor), input.result),
    },
    recordFailure: {
      label: '检查不合格,立隐患', by: 'inspector', from: 'inspecting', input: form.failure, event: 'FailureRecorded',
      refuse: [batch.batchFull, batch.inspectedAlready],
      evolve: (facts, { actor, input }) => ({ ...batch.inspected(facts, input.objectId, actor), failed: [...facts.failed, input.objectId] }),
      converts: {
        to: 'hazard',
        object: ({ objectId }) => objectId,
        opening: ({ kind }, { objectId, partName, text, address, town }) => ({ source: 'SPOT_CHECK', kind, objectId, partName, text, address, town }),
      },
      notify: ['unitLead'],
    },
    close: {
      label: '复核结束', by: ['unitLead', 'coordinator'], from: 'inspecting', to: 'closed', input: form.optionalNote, event: 'BatchClosed',
      refuse: [batch.batchIncomplete, batch.inspectorCannotClose],
    },
    archive: { label: '归档', by: 'system', from: 'closed', to: 'archived', input: form.nothing, event: 'BatchArchived' },
    noteLinked: {
      label: '隐患进展', by: 'system', from: ['inspecting', 'closed'], input: form.told, event: 'LinkedCaseMoved',
      evolve: (facts, { input }) => batch.told(facts, input.number, input.event),
    },
  },
  clocks: {
    inspect: { label: '抽检期限', limit: batch.limitOfKind, until: ({ dueOn }) => dueOn, duty: 'inspector', promised: true,
      starts: ['BatchOpened'], ends: ['BatchClosed'] },
    close: { label: '复核结束时限', limit: keyIf(batch.isComplete, 'hazard.spotCheckClose'), duty: 'unitLead',
      starts: ['InspectionRecorded', 'FailureRecorded'], ends: ['BatchClosed'] },
    follow: { label: '问题清单跟踪', limit: 'hazard.spotCheckArchive', duty: 'coordinator', lapse: 'archive', inEnded: true,
      starts: ['BatchClosed'], ends: ['BatchArchived'] },
  },
  holders: (facts) => [{ unit: facts.leadUnit, part: 'lead' }],
  summary: (facts) => ({ matter: KINDS[facts.kind], urgent: false, receivedAt: facts.receivedAt, text: facts.text, address: facts.address }),
});

export const spotCheckV1 = overseen<batch.BatchFacts>(spotCheck, {
  during: ['inspecting'],
  answers: ['unitLead', 'coordinator', 'inspector'],
});
