import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import type { Identity } from '../server/case-detail.ts';
import { problemIn, request } from '../server/http.ts';

interface CallerProps {
  readonly caseId: string;
  readonly masked: Identity;
  /** What the type of case calls whoever brought it. */
  readonly called: string;
}

/** Who brought the case, masked until somebody says why they need to know; every look is recorded. */
export function Caller({ caseId, masked, called }: CallerProps) {
  const [asking, setAsking] = useState(false);
  const reveal = useMutation({
    mutationFn: (reason: string) =>
      request<Identity>(`/api/cases/${caseId}/reveal`, { method: 'POST', body: { reason } }),
    onSuccess: () => setAsking(false),
    gcTime: 0,
  });
  const shown = reveal.data ?? masked;
  return (
    <>
      <span className="caller">
        <span>{shown.name}</span> <span className="figures">{shown.phone}</span>
        {reveal.data ? (
          <>
            <span className="quiet">本次查看已记录</span>
            <Button size="small" onClick={() => reveal.reset()}>
              隐藏
            </Button>
          </>
        ) : (
          !asking && (
            <Button size="small" onClick={() => setAsking(true)} aria-label={`查看${called}`}>
              查看
            </Button>
          )
        )}
      </span>
      {asking && (
        <Form<{ reason: string }>
          name="reveal"
          layout="vertical"
          className="reveal"
          onFinish={({ reason }) => reveal.mutate(reason.trim())}
        >
          <Form.Item
            name="reason"
            label="查看事由(将记入查看记录)"
            rules={[{ required: true, whitespace: true, message: '请填写查看事由' }]}
          >
            <Input autoFocus autoComplete="off" maxLength={200} />
          </Form.Item>
          {reveal.error && <ProblemAlert problem={problemIn(reveal.error)} />}
          <div className="form-buttons">
            <Button type="primary" htmlType="submit" loading={reveal.isPending}>
              确认查看
            </Button>
            <Button onClick={() => setAsking(false)}>取消</Button>
          </div>
        </Form>
      )}
    </>
  );
}
