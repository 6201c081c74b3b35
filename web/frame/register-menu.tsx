import { useQuery } from '@tanstack/react-query';
import { type Page, registerPath } from '../routing/location.ts';
import type { Me } from '../server/contract.ts';
import { escalationsQuery } from '../server/queries.ts';
import { MenuItem } from './menu-item.tsx';

/** The registers that a person may see: those of supervisors to supervisors, precedents to everybody. */
export function RegisterMenu({ me, current }: { me: Me; current: Page['name'] }) {
  const precedents = (
    <MenuItem to={registerPath('precedents')} label="归属先例" current={current === 'precedents'} />
  );
  if (me.supervises.length === 0) return precedents;
  return (
    <>
      <EscalationItem current={current === 'escalations'} />
      <MenuItem to={registerPath('proposals')} label="督办建议" current={current === 'proposals'} />
      <MenuItem
        to={registerPath('buck-passing')}
        label="推诿清单"
        current={current === 'buck-passing'}
      />
      {precedents}
      <MenuItem to={registerPath('rules')} label="规则" current={current === 'rules'} />
      <MenuItem to={registerPath('audits')} label="夜间核对" current={current === 'audits'} />
    </>
  );
}

function EscalationItem({ current }: { current: boolean }) {
  const { data } = useQuery(escalationsQuery);
  return (
    <MenuItem
      to={registerPath('escalations')}
      label="升级处置"
      current={current}
      {...(data && { count: data.total })}
    />
  );
}
