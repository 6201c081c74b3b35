import { useRef, useState } from 'react';
import type { AvailableCommand, CaseDetail } from '../server/case-detail.ts';
import { CommandForm } from './command-form.tsx';
import { Choices } from './choices.tsx';

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
