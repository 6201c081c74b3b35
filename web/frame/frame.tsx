import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { linkTo, usePage, worklistPath } from '../routing/location.ts';
import type { Me } from '../server/contract.ts';
import { request } from '../server/http.ts';
import { MenuItem } from './menu-item.tsx';
import { NewCaseMenu } from './new-case-menu.tsx';
import { NoticeList } from './notice-list.tsx';
import { ReadinessBanner } from './readiness-banner.tsx';
import { RegisterMenu } from './register-menu.tsx';

/** Top bar and banner around every page. */
export function Frame({ me, children }: { me: Me; children: ReactNode }) {
  const page = usePage();
  return (
    <>
      <header className="bar">
        <a className="product" {...linkTo(worklistPath())} aria-label="闭环,返回工作列表">
          <img src="/icon.svg" alt="" width="24" height="24" />
          闭环
        </a>
        <nav aria-label="主菜单">
          <MenuItem to="/" label="工作列表" current={page.name === 'worklist'} />
          <RegisterMenu me={me} current={page.name} />
          <NewCaseMenu />
        </nav>
        <span className="spring" />
        <NoticeList />
        <span className="who">
          <strong>{me.name}</strong>
          <span className="quiet">
            {me.unit.short} · {me.roles.map(({ label }) => label).join('、')}
          </span>
        </span>
        <SignOut />
      </header>
      <ReadinessBanner />
      {children}
    </>
  );
}

function SignOut() {
  const signOut = useMutation({
    mutationFn: () => request<void>('/api/session', { method: 'DELETE' }),
    // Loading anew forgets everything that this person was shown.
    onSuccess: () => window.location.assign('/'),
  });
  return (
    <Button
      size="small"
      loading={signOut.isPending}
      onClick={() => signOut.mutate()}
      danger={signOut.isError}
    >
      {signOut.isError ? '退出未成功,再试' : '退出'}
    </Button>
  );
}
