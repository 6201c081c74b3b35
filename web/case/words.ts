import type { CaseTypeInfo } from '../server/case-type.ts';

/** What the parts of a case are called in its type. */
export interface CaseWords {
  readonly text: string;
  readonly address: string;
  readonly person: string;
}

/** The words of the form that opens a case of the type; general ones until it is known. */
export function wordsOf(type: CaseTypeInfo | undefined): CaseWords {
  const fields = type?.opens.schema.properties ?? {};
  const person = Object.values(fields).find(({ sealed, properties }) => sealed && properties);
  return {
    text: fields['text']?.title ?? '事项',
    address: fields['address']?.title ?? '地点',
    person: person?.title ?? '诉求人',
  };
}
