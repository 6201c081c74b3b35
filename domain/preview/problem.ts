/** What a question about a due date is made of; a problem names one of them. */
export type PreviewField =
  | 'rule'
  | 'start'
  | 'suspend'
  | 'extend'
  | 'roll'
  | 'counter'
  | 'unit'
  | 'calendar';

/** Why a question has no answer: a value, for whoever asked to read. */
export interface PreviewProblem {
  readonly field: PreviewField;
  /** In Chinese, without the name of the field. */
  readonly message: string;
  /** What may have been meant, ready to be used instead. */
  readonly suggestions?: readonly string[];
}

export const isProblem = (value: object): value is PreviewProblem =>
  'field' in value && 'message' in value;

/** What somebody typed, fit to be quoted: only what looks like a key, a date or a time; else nothing. */
export const quoted = (text: string): string => (/^[\w.@:+-]{1,60}$/.test(text) ? `“${text}”` : '');
