import { LightMark } from '../light/light-chip.tsx';
import type { Counts } from '../server/contract.ts';
import type { Filters } from './filters.ts';

interface CountsLineProps {
  readonly counts: Counts | undefined;
  readonly filters: Filters;
  readonly onChange: (change: Partial<Filters>) => void;
}

/** The numbers that a day is steered by; each one is a filter, pressed again it is off. */
export function CountsLine({ counts, filters, onChange }: CountsLineProps) {
  const { light, due } = filters;
  const toggle = (wanted: 'red' | 'yellow') => ({ light: light === wanted ? null : wanted });
  const number = (value: number | undefined) => <b>{value ?? '–'}</b>;
  return (
    <div className="counts" role="group" aria-label="数量,点按即筛选">
      <button
        type="button"
        aria-pressed={light === null && due === 'any'}
        onClick={() => onChange({ light: null, due: 'any' })}
      >
        共 {number(counts?.all)} 件
      </button>
      <button type="button" aria-pressed={light === 'red'} onClick={() => onChange(toggle('red'))}>
        <LightMark light="red">超时</LightMark> {number(counts?.red)}
      </button>
      <button
        type="button"
        aria-pressed={light === 'yellow'}
        onClick={() => onChange(toggle('yellow'))}
      >
        <LightMark light="yellow">预警</LightMark> {number(counts?.yellow)}
      </button>
      <button
        type="button"
        aria-pressed={due === 'today'}
        onClick={() => onChange({ due: due === 'today' ? 'any' : 'today' })}
      >
        今日到期 {number(counts?.dueToday)}
      </button>
    </div>
  );
}
