import type { CaseDetail, Precedent, SimilarCase } from '../server/case-detail.ts';
import { type RecordColumn, RecordPanel } from './record-panel.tsx';
import { CaseLinkTo, Moment } from './records.tsx';

/** What helps to decide: other cases of the same person, and where matters like this were decided to belong. */
export function Likeness({ detail }: { detail: CaseDetail }) {
  return (
    <>
      <RecordPanel
        id="similar"
        title="同一人的其他案件"
        hint={`${detail.similar.length} 件`}
        rows={detail.similar}
        keyOf={({ number }) => number}
        columns={SIMILAR}
      />
      <RecordPanel
        id="precedents"
        title="归属先例"
        hint="同类事项经会商确定的主办单位"
        rows={detail.precedents}
        keyOf={({ number, at }) => `${number} ${at}`}
        columns={PRECEDENTS}
      />
    </>
  );
}

const SIMILAR: readonly RecordColumn<SimilarCase>[] = [
  { title: '编号', cell: ({ number }) => <CaseLinkTo number={number} /> },
  { title: '类型', cell: ({ typeLabel, matter }) => `${typeLabel} · ${matter}` },
  { title: '街镇', cell: ({ town }) => town?.short ?? '—' },
  { title: '相同', cell: sameness },
  { title: '环节', cell: ({ stageLabel }) => stageLabel },
  { title: '受理', cell: ({ receivedAt }) => <Moment at={receivedAt} /> },
];

function sameness({ sameMatter, sameTown }: SimilarCase): string {
  const same = [...(sameMatter ? ['类型'] : []), ...(sameTown ? ['街镇'] : [])];
  return same.join('、') || '—';
}

const PRECEDENTS: readonly RecordColumn<Precedent>[] = [
  { title: '事项', cell: ({ topicLabel }) => topicLabel },
  { title: '街镇', cell: ({ town }) => town?.short ?? '全区' },
  { title: '主办单位', cell: ({ leadUnit }) => leadUnit?.short ?? '—' },
  { title: '出自', cell: precedentCase },
  { title: '确定时间', cell: ({ at }) => <Moment at={at} /> },
];

function precedentCase({ caseId, number }: Precedent) {
  return caseId === null ? number : <CaseLinkTo number={number} />;
}
