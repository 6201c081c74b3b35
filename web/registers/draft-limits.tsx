import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useSubmission } from '../form/use-submission.ts';
import { SubmissionProblem } from '../problem/submission-problem.tsx';
import { ChangedLimits } from './changed-limits.tsx';
import { DraftEffect } from './draft-effect.tsx';

interface DraftLimitsProps {
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

interface Filled {
  readonly version: string;
  readonly effectiveFrom: string;
  readonly basis: string;
  readonly changes: readonly { readonly key?: string; readonly value?: number }[];
}

const required = (what: string) => [{ required: true, message: `请填写${what}` }];

/** Some limits of the newest policy made others: a version that somebody else approves, with what it would have changed. */
export function DraftLimits({ onDone, onClose }: DraftLimitsProps) {
  const client = useQueryClient();
  const reload = (): Promise<void> => client.invalidateQueries({ queryKey: ['rules'] });
  const [form] = Form.useForm<Filled>();
  const [asked, setAsked] = useState<Readonly<Record<string, number>>>();
  const draft = useSubmission<{ version: string }>('/api/rules', async ({ version }) => {
    await reload();
    onDone(`已提出时限新版本 ${version},待另一人批准`);
    onClose();
  });
  const ask = async (): Promise<void> => {
    const { changes } = await form.validateFields(['changes'], { recursive: true });
    setAsked(limitsOf(changes));
  };
  return (
    <section className="panel" aria-label="拟订时限新版本">
      <h2>
        拟订时限新版本{' '}
        <span className="quiet">未列出的时限照旧;批准并生效后,只用于此后受理的案件</span>
      </h2>
      <Form<Filled>
        form={form}
        name="draft-limits"
        className="fields"
        layout="vertical"
        initialValues={{ changes: [{}] }}
        scrollToFirstError={{ focus: true, block: 'center' }}
        onValuesChange={(changed) => {
          // What was found holds for the limits that were asked about.
          if ('changes' in changed) setAsked(undefined);
        }}
        onFinish={({ changes, ...named }) =>
          draft.send({ kind: 'policy', ...named, limits: limitsOf(changes) })
        }
      >
        <Form.Item name="version" label="版本号" className="half" rules={required('版本号')}>
          <Input autoComplete="off" placeholder="如 qingpu-2027.1" />
        </Form.Item>
        <Form.Item
          name="effectiveFrom"
          label="生效日期"
          className="half"
          rules={required('生效日期')}
        >
          <Input type="date" style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="basis" label="依据" className="whole" rules={required('依据')}>
          <Input autoComplete="off" placeholder="文件名称、文号" maxLength={500} />
        </Form.Item>
        <ChangedLimits />
        {asked && <DraftEffect limits={asked} />}
        <SubmissionProblem
          problem={draft.problem}
          onReload={() => void reload()}
          reloadLabel="重新读取版本"
        />
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={draft.busy}>
            提出新版本
          </Button>
          <Button onClick={() => void ask().catch(() => undefined)}>推演近 90 天</Button>
          <Button onClick={onClose} disabled={draft.busy}>
            取消
          </Button>
        </div>
      </Form>
    </section>
  );
}

const limitsOf = (changes: Filled['changes']): Readonly<Record<string, number>> =>
  Object.fromEntries(
    changes.flatMap(({ key, value }) =>
      key !== undefined && value !== undefined ? [[key, value]] : [],
    ),
  );
