import { momentText } from '../light/due-text.ts';
import { LightChip, ProvisionalMark, UrgentMark } from '../light/light-chip.tsx';
import type { CaseDetail } from '../server/case-detail.ts';

export function CaseHeader({ detail, asOf }: { detail: CaseDetail; asOf: string }) {
  const { dueAt, dueLabel } = detail;
  return (
    <header className="case-header">
      <h1>{detail.number}</h1>
      <span className="stage">{detail.stageLabel}</span>
      {detail.urgent && <UrgentMark />}
      {dueAt && (
        <span className="due">
          <LightChip light={detail.light} due={dueAt} asOf={asOf} />
          <span className="quiet">
            {dueLabel} {momentText(dueAt, asOf)}
          </span>
          {detail.provisional && <ProvisionalMark />}
        </span>
      )}
      <span className="spring" />
      <dl className="facts">
        <Fact title="类型" value={`${detail.typeLabel} · ${detail.matter}`} />
        <Fact title="街镇" value={detail.town?.short} />
        <Fact title="主办" value={detail.leadUnit?.short} />
        <Fact title="受理" value={momentText(detail.receivedAt, asOf)} />
      </dl>
    </header>
  );
}

function Fact({ title, value }: { title: string; value: string | undefined }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{value ?? '—'}</dd>
    </div>
  );
}
