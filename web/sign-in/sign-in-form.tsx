import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import type { Me } from '../server/contract.ts';
import { problemIn, request } from '../server/http.ts';
import { sessionQuery } from '../server/queries.ts';

interface Credentials {
  readonly account: string;
  readonly password: string;
}

/** Signs in and puts the person into the session query. */
export function SignInForm({ account, onDone }: { account?: string; onDone?: (me: Me) => void }) {
  const client = useQueryClient();
  const signIn = useMutation({
    mutationFn: (body: Credentials) => request<Me>('/api/session', { method: 'POST', body }),
    onSuccess: (me) => {
      const before = client.getQueryData(sessionQuery.queryKey);
      // What somebody else was shown and typed is not this person's to see.
      if (before && before.id !== me.id) return window.location.assign('/');
      client.setQueryData(sessionQuery.queryKey, me);
      onDone?.(me);
    },
  });
  return (
    <Form<Credentials>
      name="sign-in"
      layout="vertical"
      requiredMark={false}
      initialValues={account ? { account } : {}}
      onFinish={(values) => signIn.mutate(values)}
      scrollToFirstError={{ focus: true }}
    >
      <Form.Item name="account" label="账号" rules={[{ required: true, message: '请填写账号' }]}>
        <Input autoComplete="username" autoFocus={!account} maxLength={100} />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password autoComplete="current-password" visibilityToggle={false} maxLength={200} />
      </Form.Item>
      {signIn.error && !signIn.isPending && (
        <Form.Item>
          <ProblemAlert problem={problemIn(signIn.error)} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        登录
      </Button>
    </Form>
  );
}
