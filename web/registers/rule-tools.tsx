import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { RuleVersion } from '../server/oversight.ts';
import { DraftLimits } from './draft-limits.tsx';
import { DraftNotice } from './draft-notice.tsx';
import { ProposeChange } from './propose-change.tsx';

interface RuleToolsProps {
  readonly versions: readonly RuleVersion[];
  readonly onDone: (text: string) => void;
}

interface ToolProps extends RuleToolsProps {
  readonly onClose: () => void;
}

const TOOLS: readonly (readonly [label: string, tool: (props: ToolProps) => ReactNode])[] = [
  ['拟订时限新版本', DraftLimits],
  ['录入放假通知', DraftNotice],
  ['在办案件改用其他版本', ProposeChange],
];

/** What a supervisor begins and somebody else approves. Closed, a form is forgotten: the next one is another intention. */
export function RuleTools(props: RuleToolsProps) {
  const [open, setOpen] = useState<string>();
  const [, Tool] = TOOLS.find(([label]) => label === open) ?? [];
  if (Tool) {
    return (
      <div className="narrow">
        <Tool {...props} onClose={() => setOpen(undefined)} />
      </div>
    );
  }
  return (
    <p className="register-tools">
      {TOOLS.map(([label]) => (
        <Button key={label} onClick={() => setOpen(label)}>
          {label}
        </Button>
      ))}
    </p>
  );
}
