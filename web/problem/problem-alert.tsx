import { Alert, Button } from 'antd';
import type { Problem } from '../server/http.ts';

interface ProblemAlertProps {
  readonly problem: Problem;
  /** Said instead of the problem's own way out. */
  readonly todo?: string;
  readonly onRetry?: () => void;
  readonly retryLabel?: string;
}

/** What is wrong, which rule it rests on, and what to do. */
export function ProblemAlert({ problem, todo, onRetry, retryLabel }: ProblemAlertProps) {
  const wayOut = todo ?? problem.todo;
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={problem.detail}
      description={
        <div className="problem">
          {problem.rule && <div>依据:{problem.rule}</div>}
          {wayOut && <div>办法:{wayOut}</div>}
          {onRetry && (
            <Button size="small" onClick={onRetry}>
              {retryLabel}
            </Button>
          )}
        </div>
      }
    />
  );
}
