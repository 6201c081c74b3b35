import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { momentText } from '../light/due-text.ts';
import { casePath, linkTo } from '../routing/location.ts';
import type { Notice } from '../server/contract.ts';
import { request } from '../server/http.ts';
import { noticesQuery } from '../server/queries.ts';

/** The inbox: unread count, newest notices, each opens its case and is read by that. */
export function NoticeList() {
  const [open, setOpen] = useState(false);
  const { data } = useQuery(noticesQuery);
  const unread = data?.unread ?? 0;
  return (
    <span className="notices">
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomRight"
        content={<Notices notices={data?.notices ?? []} onOpened={() => setOpen(false)} />}
        // Beside its button, so that the next Tab leads into it.
        getPopupContainer={(button) => button.parentElement ?? document.body}
      >
        <Button
          size="small"
          aria-expanded={open}
          onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
        >
          通知 <span className={unread > 0 ? 'count count-new' : 'count'}>{unread}</span>
        </Button>
      </Popover>
    </span>
  );
}

function Notices({ notices, onOpened }: { notices: readonly Notice[]; onOpened: () => void }) {
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: (id: string) => request<void>(`/api/notices/${id}/read`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
  if (notices.length === 0) return <p className="quiet">没有通知</p>;
  return (
    <ul className="notice-list" aria-label="通知">
      {notices.map((notice) => {
        const link = linkTo(casePath(notice.number));
        return (
          <li key={notice.id}>
            <a
              href={link.href}
              className={notice.readAt ? 'notice' : 'notice notice-new'}
              onClick={(event) => {
                if (!notice.readAt) read.mutate(notice.id);
                link.onClick(event);
                onOpened();
              }}
            >
              <span>
                {notice.readAt ? '' : '未读 · '}
                {notice.kind}
              </span>
              <span>{notice.number}</span>
              <time dateTime={notice.createdAt} className="quiet">
                {momentText(notice.createdAt)}
              </time>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
