import { linkTo } from '../routing/location.ts';

interface MenuItemProps {
  readonly to: string;
  readonly label: string;
  readonly current: boolean;
  /** How much waits there; none is not told. */
  readonly count?: number;
}

/** A page in the main menu. */
export function MenuItem({ to, label, current, count = 0 }: MenuItemProps) {
  return (
    <a {...linkTo(to)} {...(current && { 'aria-current': 'page' })}>
      {label}
      {count > 0 && <span className="count count-new">{count}</span>}
    </a>
  );
}
