import { isUncertain, type Problem } from '../server/http.ts';
import { ProblemAlert } from './problem-alert.tsx';

const SEND_AGAIN = '填写内容已保留,可放心再次提交:同一次操作只会保存一次';
const ALREADY_SAVED = '上一次提交已经保存,且内容与现在不同。请核对后再决定是否另行提交';

interface SubmissionProblemProps {
  readonly problem: Problem | null;
  /** Offered when the case may have moved on meanwhile. */
  readonly onReload: () => void;
  readonly reloadLabel: string;
}

/** Why a form was not accepted, apart from what its fields say themselves. */
export function SubmissionProblem({ problem, onReload, reloadLabel }: SubmissionProblemProps) {
  if (!problem) return null;
  if (isUncertain(problem)) return <ProblemAlert problem={problem} todo={SEND_AGAIN} />;
  const reload = { onRetry: onReload, retryLabel: reloadLabel };
  if (problem.code === 'COMMAND_ID_REUSED') {
    return <ProblemAlert problem={problem} todo={ALREADY_SAVED} {...reload} />;
  }
  return <ProblemAlert problem={problem} {...(problem.status === 409 && reload)} />;
}
