const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/**
 * Moves the focus to the link of the next or previous row. Silent while something else has the
 * focus, so that no key is taken from a field, and while an input method composes a character.
 */
export function moveByKey(event: KeyboardEvent, table: HTMLTableElement): void {
  const step = STEPS[event.key];
  if (step === undefined || event.isComposing || isChord(event)) return;
  const focused = document.activeElement;
  if (focused !== document.body && !table.contains(focused)) return;
  const links = [...table.querySelectorAll<HTMLAnchorElement>('tbody a.number')];
  const at = links.findIndex((link) => link === focused);
  const next = links[at < 0 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const isChord = ({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  ctrlKey || altKey || metaKey;
