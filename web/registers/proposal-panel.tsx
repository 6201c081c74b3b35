import { Button } from 'antd';
import { useState } from 'react';
import { CaseLinkTo, Moment } from '../case/records.tsx';
import { momentText } from '../light/due-text.ts';
import type { Decision, Incident, Proposal } from '../server/registers.ts';
import { DecisionForm } from './decision-form.tsx';

/** More incidents than this are folded away. */
const SHOWN = 5;

interface ProposalPanelProps {
  readonly proposal: Proposal;
  readonly onDecided: (decided: Proposal) => void;
}

/** A proposal: against which unit, what it rests on, and the decision or the way to it. */
export function ProposalPanel({ proposal, onDecided }: ProposalPanelProps) {
  const { key, unit, kindLabel, groundLabel, quarter, at, incidents, decision } = proposal;
  return (
    <article className="panel proposal" aria-labelledby={key}>
      <div>
        <h2 id={key}>
          {unit.name} · {kindLabel}
        </h2>
        <p>
          {quarterText(quarter)},{groundLabel}
          <span className="quiet"> · {momentText(at)} 提出</span>
        </p>
        <Incidents incidents={incidents.slice(0, SHOWN)} />
        {incidents.length > SHOWN && (
          <details>
            <summary>另有 {incidents.length - SHOWN} 项记录</summary>
            <Incidents incidents={incidents.slice(SHOWN)} />
          </details>
        )}
      </div>
      <div className="decision-side">
        {decision ? (
          <Decided decision={decision} />
        ) : (
          <Deciding proposal={proposal} onDecided={onDecided} />
        )}
      </div>
    </article>
  );
}

/** `2026Q4` → `2026 年第 4 季度`. */
const quarterText = (quarter: string): string =>
  `${quarter.slice(0, 4)} 年第 ${quarter.slice(5)} 季度`;

const LEVELS: Readonly<Record<'L4' | 'L5', string>> = {
  L4: '通报、现场督导',
  L5: '建议挂牌督办、约谈',
};

function Incidents({ incidents }: { incidents: readonly Incident[] }) {
  return (
    <ul className="incidents">
      {incidents.map((one) => (
        <li key={`${one.kind} ${one.caseId} ${one.clockLabel ?? one.order} ${one.at}`}>
          <Moment at={one.at} />
          <span>{incidentText(one)}</span>
          {one.number !== null && <CaseLinkTo number={one.number} />}
        </li>
      ))}
    </ul>
  );
}

const incidentText = ({ kind, clockLabel, order }: Incident): string =>
  kind === 'ORDER' ? `被督办 ${order ?? ''}` : `${clockLabel ?? ''} · ${LEVELS[kind]}`;

function Decided({ decision: { decisionLabel, reasonLabel, by, at } }: { decision: Decision }) {
  return (
    <dl className="pairs">
      <dt>决定</dt>
      <dd>
        <b>{decisionLabel}</b> · {reasonLabel}
      </dd>
      <dt>决定人</dt>
      <dd>{by.name}</dd>
      <dt>时间</dt>
      <dd>
        <Moment at={at} />
      </dd>
    </dl>
  );
}

/** The form opens when it is asked for, so that a page of proposals stays a list. */
function Deciding({ proposal, onDecided }: ProposalPanelProps) {
  const [open, setOpen] = useState(false);
  if (open) {
    const cancel = (): void => setOpen(false);
    return <DecisionForm proposal={proposal} onDecided={onDecided} onCancel={cancel} />;
  }
  return (
    <Button
      onClick={() => setOpen(true)}
      aria-label={`作出决定:${proposal.unit.name} ${proposal.kindLabel}`}
    >
      作出决定
    </Button>
  );
}
