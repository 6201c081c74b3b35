import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { AvailableCommand, CaseDetail } from '../server/contract.ts';
import { CommandForm } from './command-form.tsx';

/** What this person may do next; what is not possible stands there with its reason. */
export function NextSteps({ detail }: { detail: CaseDetail }) {
  const [open, setOpen] = useState<AvailableCommand | null>(null);
  const [done, setDone] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const close = (said: string): void => {
    setOpen(null);
    setDone(said);
    heading.current?.focus();
  };
  return (
    <section className="panel next-steps" aria-labelledby="next">
      <h2 id="next" ref={heading} tabIndex={-1}>
        下一步
      </h2>
      <div role="status" className="done">
        {done}
      </div>
      {open ? (
        <CommandForm
          key={open.command}
          detail={detail}
          command={open}
          onDone={() => close(`已保存:${open.label}`)}
          onCancel={() => close('')}
        />
      ) : (
        <Choices
          detail={detail}
          onChoose={(command) => {
            setDone('');
            setOpen(command);
          }}
        />
      )}
    </section>
  );
}

function Choices({
  detail,
  onChoose,
}: {
  detail: CaseDetail;
  onChoose: (command: AvailableCommand) => void;
}) {
  const allowed = detail.availableCommands.filter((command) => command.allowed);
  const refused = detail.availableCommands.filter((command) => !command.allowed);
  return (
    <>
      <div className="choices">
        {allowed.map((command, index) => (
          <Button
            key={command.command}
            type={index === 0 ? 'primary' : 'default'}
            onClick={() => onChoose(command)}
          >
            {command.label}
          </Button>
        ))}
      </div>
      {refused.map((command) => (
        <Refused key={command.command} command={command} />
      ))}
      {detail.availableCommands.length === 0 && <Waiting detail={detail} />}
    </>
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
