import { REFUSAL_TEXTS, type RefusalText, type RejectionCode } from './refusal-texts.ts';

export type { RejectionCode } from './refusal-texts.ts';

/** A "no" of the domain. It is a value, not an error: nothing of it reaches the log. */
export interface Refusal {
  readonly code: RejectionCode;
  /** The offending field as a path, e.g. `input.leadUnit`. */
  readonly field?: string;
  /** What goes into the text: state labels, instants, allowed values. */
  readonly details?: Readonly<Record<string, string | number | readonly string[]>>;
  /** Of a closed list, what may be chosen: labels by code. */
  readonly choices?: Readonly<Record<string, string>>;
}

export const refuse = (code: RejectionCode, rest: Omit<Refusal, 'code'> = {}): Refusal => ({
  code,
  ...rest,
});

/** A name that somebody sent, fit to be quoted: only what looks like an identifier, so that no personal word comes back in an error. */
export const quotable = (name: string): string => (/^[\w.@-]{1,60}$/.test(name) ? name : '…');

/** Fills `{name}` from details; lists are joined with 、. */
export function refusalText(refusal: Refusal): RefusalText {
  const text = REFUSAL_TEXTS[refusal.code];
  const fill = (template: string): string =>
    template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = refusal.details?.[name];
      return typeof value === 'object' ? value.join('、') : String(value ?? '');
    });
  return { what: fill(text.what), rule: fill(text.rule), todo: fill(text.todo) };
}
