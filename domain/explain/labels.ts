import { LEVEL_REACHED } from '../clocks/level-event.ts';
import { type CaseType, listOf } from '../define-case-type.ts';

/** What the system is called where roles are listed. */
export const SYSTEM_LABEL = '系统';

/** A label that a person reads; the key itself where there is none, so that nothing is silently left out. */
export const stateLabel = ({ states }: CaseType, state: string): string =>
  states[state]?.label ?? state;

export const commandLabel = ({ commands }: CaseType, command: string): string =>
  commands[command]?.label ?? command;

export const roleLabel = ({ roles }: CaseType, role: string): string =>
  role === 'system' ? SYSTEM_LABEL : (roles[role]?.label ?? role);

export const clockLabel = ({ clocks }: CaseType, clock: string): string =>
  clocks[clock]?.label ?? clock;

/** The label of what an event tells of: a command, the opening, or a level of any duty. */
export function eventLabel({ opens, commands }: CaseType, event: string): string {
  const [, level] = event.split(`${LEVEL_REACHED}:`);
  if (level !== undefined) return `任一时限的 ${level}`;
  const specs = [opens, ...Object.values(commands)];
  return specs.find((spec) => spec.event === event)?.label ?? event;
}

/** Roles that may give a command, by label. */
export const roleLabels = (type: CaseType, by: string | readonly string[]): readonly string[] =>
  listOf(by).map((role) => roleLabel(type, role));

/** Clocks at whose lapse a command happens by itself. */
export const lapsesOf = ({ clocks }: CaseType, command: string): readonly string[] =>
  Object.keys(clocks).filter((clock) => clocks[clock]?.lapse === command);
