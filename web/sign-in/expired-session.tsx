import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useSyncExternalStore } from 'react';
import type { Me } from '../server/contract.ts';
import { problemIn } from '../server/http.ts';
import { noticesQuery } from '../server/queries.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Asks to sign in again on top of the page, so that nothing typed is lost when a session ends. */
export function ExpiredSession({ me }: { me: Me }) {
  const client = useQueryClient();
  const cache = client.getQueryCache();
  // The notices are asked for on every page, so they tell first that the session has ended.
  const expired = useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () => isUnauthorised(client.getQueryState(noticesQuery.queryKey)?.error),
  );
  return (
    <Modal
      open={expired}
      title="登录已过期"
      footer={null}
      closable={false}
      keyboard={false}
      afterOpenChange={(open) => open && document.getElementById('sign-in_password')?.focus()}
    >
      <p className="quiet">请重新登录。页面上未提交的内容仍在。</p>
      <SignInForm account={me.account} onDone={() => void client.invalidateQueries()} />
    </Modal>
  );
}

const isUnauthorised = (error: Error | null | undefined): boolean =>
  error !== null && error !== undefined && problemIn(error).status === 401;
