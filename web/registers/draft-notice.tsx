import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SchemaForm } from '../form/schema-form.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { SubmissionProblem } from '../problem/submission-problem.tsx';
import type { FieldSchema } from '../server/case-type.ts';
import type { Problem } from '../server/http.ts';
import { daysIn, holidaysIn, LineProblem } from './notice-text.ts';

interface DraftNoticeProps {
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

/** A year's holiday notice, added to the newest calendar: a version that somebody else approves. */
export function DraftNotice({ onDone, onClose }: DraftNoticeProps) {
  const client = useQueryClient();
  const reload = (): Promise<void> => client.invalidateQueries({ queryKey: ['rules'] });
  const [unreadable, setUnreadable] = useState<Problem | null>(null);
  const draft = useSubmission<{ version: string }>('/api/rules', async ({ version }) => {
    await reload();
    onDone(`已提出放假安排 ${version},待另一人批准`);
    onClose();
  });
  const send = (filled: Readonly<Record<string, unknown>>): void => {
    try {
      setUnreadable(null);
      draft.send(bodyOf(filled));
    } catch (error) {
      if (!(error instanceof LineProblem)) throw error;
      setUnreadable(error.problem);
    }
  };
  const problem = unreadable ?? draft.problem;
  return (
    <section className="panel" aria-label="录入放假通知">
      <h2>
        录入放假通知 <span className="quiet">写入最新的放假安排;同一年已有通知的,以本次为准</span>
      </h2>
      <SchemaForm
        name="draft-notice"
        schema={SCHEMA}
        submitLabel="提出新版本"
        busy={draft.busy}
        problem={problem}
        onSubmit={send}
        onCancel={onClose}
      >
        <SubmissionProblem
          problem={problem}
          onReload={() => void reload()}
          reloadLabel="重新读取版本"
        />
      </SchemaForm>
    </section>
  );
}

const SCHEMA: FieldSchema = {
  type: 'object',
  required: ['version', 'year', 'number', 'date', 'holidays'],
  properties: {
    version: { type: 'string', title: '版本号', maxLength: 60, description: '如 cn-2024-2027' },
    year: { type: 'integer', title: '年份', minimum: 2000, maximum: 2100 },
    number: { type: 'string', title: '文号', maxLength: 60 },
    date: { type: 'string', title: '发文日期', widget: 'date' },
    holidays: {
      type: 'string',
      title: '放假日期',
      widget: 'textarea',
      description: '每行一个,首尾两日都放假,如:元旦 2027-01-01 至 2027-01-03',
    },
    makeupDays: {
      type: 'string',
      title: '调休上班日',
      widget: 'textarea',
      description: '每行一个日期,没有则不填',
    },
  },
};

/** Throws LineProblem. */
function bodyOf(filled: Readonly<Record<string, unknown>>) {
  const { version, year, number, date } = filled;
  const text = (name: string): string => (filled[name] as string | undefined) ?? '';
  const notice = {
    year,
    number,
    date,
    holidays: holidaysIn(text('holidays')),
    makeupDays: daysIn(text('makeupDays')),
  };
  return { kind: 'notice', version, basis: number, notice };
}
