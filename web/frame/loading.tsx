import { Spin } from 'antd';

/** Something is on its way. */
export function Loading({ inline = false }: { inline?: boolean }) {
  return (
    <div role="status" aria-label="正在载入" className={inline ? '' : 'waiting'}>
      <Spin />
    </div>
  );
}
