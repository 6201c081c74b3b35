import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSubmission } from '../form/use-submission.ts';
import { ProblemAlert } from '../problem/problem-alert.tsx';

interface PressToDoProps {
  readonly label: string;
  /** What it is done to, for whoever hears the button and not the row. */
  readonly about: string;
  readonly path: string;
  /** The query that shows what came of it. */
  readonly refreshes: readonly string[];
  readonly onDone: () => void;
}

/** A button that does one thing, which needs no more words, and says why it was refused. */
export function PressToDo({ label, about, path, refreshes, onDone }: PressToDoProps) {
  const client = useQueryClient();
  const pressed = useSubmission<object>(path, async () => {
    await client.invalidateQueries({ queryKey: refreshes });
    onDone();
  });
  return (
    <>
      <Button
        loading={pressed.busy}
        onClick={() => pressed.send({})}
        aria-label={`${label}:${about}`}
      >
        {label}
      </Button>
      {pressed.problem && <ProblemAlert problem={pressed.problem} />}
    </>
  );
}
