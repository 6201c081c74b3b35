import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { AvailableCommand, CaseDetail } from '../server/case-detail.ts';
import { caseTypesQuery } from '../server/queries.ts';
import { EscalationHint, isAnswer } from './escalation-hint.tsx';
import { stepGroups } from './step-groups.ts';

/** More steps than this that are not possible are folded away. */
const REFUSED_SHOWN = 3;

interface ChoicesProps {
  readonly detail: CaseDetail;
  readonly onChoose: (command: AvailableCommand) => void;
}

/** The steps that are possible, those first that move the case on; then those that are not, and why. */
export function Choices({ detail, onChoose }: ChoicesProps) {
  const allowed = detail.availableCommands.filter((command) => command.allowed);
  const refused = detail.availableCommands.filter((command) => !command.allowed);
  return (
    <>
      <EscalationHint detail={detail} />
      <AllowedSteps type={detail.type} commands={allowed} onChoose={onChoose} />
      {allowed.length === 0 && <Waiting detail={detail} />}
      <RefusedSteps commands={refused} folded={allowed.length > 0} />
    </>
  );
}

interface AllowedStepsProps {
  readonly type: string;
  readonly commands: readonly AvailableCommand[];
  readonly onChoose: (command: AvailableCommand) => void;
}

function AllowedSteps({ type, commands, onChoose }: AllowedStepsProps) {
  const { data: types } = useQuery(caseTypesQuery);
  const groups = stepGroups(
    commands,
    types?.find(({ id }) => id === type),
  );
  const [first] = groups[0]?.steps ?? [];
  // What supervisors do to a case of others is never just the way on.
  const primary = first && isAnswer(first) ? undefined : first;
  return groups.map(({ caption, steps }) => (
    <div key={caption} role="group" aria-label={caption || '可进行的操作'}>
      {caption && <p className="choices-caption quiet">{caption}</p>}
      <div className="choices">
        {steps.map((step) => (
          <Button
            key={step.command}
            type={step === primary ? 'primary' : 'default'}
            onClick={() => onChoose(step)}
          >
            {step.label}
          </Button>
        ))}
      </div>
    </div>
  ));
}

interface RefusedStepsProps {
  readonly commands: readonly AvailableCommand[];
  readonly folded: boolean;
}

/** A few reasons are read at once; many are asked for. Where nothing is possible, they are what one came for. */
function RefusedSteps({ commands, folded }: RefusedStepsProps) {
  const list = commands.map((command) => <Refused key={command.command} command={command} />);
  if (!folded || commands.length <= REFUSED_SHOWN) return list;
  return (
    <details className="other-steps">
      <summary>
        其他操作 <span className="quiet">{commands.length} 项,现在不能进行</span>
      </summary>
      {list}
    </details>
  );
}

function Refused({ command: { command, label, refusal } }: { command: AvailableCommand }) {
  const reason = `refused-${command}`;
  return (
    <div className="refused">
      <Button disabled aria-describedby={reason}>
        {label}
      </Button>
      <div id={reason}>
        <div>{refusal?.what}</div>
        <div className="quiet">
          {[refusal?.rule, refusal?.todo].filter((text) => text).join(';')}
        </div>
      </div>
    </div>
  );
}

/** Nobody should have to guess whose turn it is. */
function Waiting({ detail }: { detail: CaseDetail }) {
  const running = detail.clocks.filter(({ status }) => status === 'running');
  const duties = running.map(({ label, duty }) => `${label}(${duty})`).join('、');
  return (
    <p className="quiet">
      {detail.ended || duties === ''
        ? `案件${detail.stageLabel},您没有可进行的操作`
        : `现为“${detail.stageLabel}”,您没有可进行的操作。正在计时:${duties}`}
    </p>
  );
}
