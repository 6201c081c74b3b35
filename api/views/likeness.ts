import { z } from 'zod';
import { isoInstant } from '../../domain/calendar/civil.ts';
import type { CaseType } from '../../domain/define-case-type.ts';
import { CASE_TYPES, rulesOf } from '../../domain/registry.ts';
import { metaOf } from '../../domain/field-meta.ts';
import type { Directory } from '../queries/directory.ts';
import type { PrecedentRow } from '../queries/precedents.ts';
import type { SimilarRow } from '../queries/similar.ts';
import type { Texts } from '../queries/listed-row.ts';
import { summaryOf } from './case-row.ts';

/** A case of the same caller, beside the case that is looked at. */
export function similarView(row: SimilarRow, directory: Directory) {
  const { type } = rulesOf(row.rules);
  const state = type.states[row.stage];
  return {
    caseId: row.id,
    number: row.number,
    type: type.id,
    typeLabel: type.label,
    stage: row.stage,
    stageLabel: state?.label ?? row.stage,
    ended: state?.ended === true,
    matter: row.matter,
    town: directory.unit(row.town),
    receivedAt: isoInstant(row.received_at.getTime()),
    sameMatter: row.same_matter,
    sameTown: row.same_town,
  };
}

/** Where a topic belongs, by a coordination that was decided. The case is named to whoever may open it. */
export const precedentView = (row: PrecedentRow, directory: Directory) => ({
  caseId: row.visible ? row.case_id : null,
  number: row.number,
  topic: row.topic,
  topicLabel: TOPICS.get(row.topic) ?? row.topic,
  town: directory.unit(row.town),
  leadUnit: directory.unit(row.lead_unit),
  at: isoInstant(row.at.getTime()),
});

/** A precedent with what its case was about, where that may be known. */
export const foundPrecedentView = (
  row: PrecedentRow,
  texts: Texts | undefined,
  directory: Directory,
) => ({
  ...precedentView(row, directory),
  summary: texts ? summaryOf(texts.text) : null,
  address: texts ? texts.address : null,
});

/** All words, which spaces separate, stand somewhere in what may be known of a precedent. */
export function speaksOf(
  { number, topicLabel, town, leadUnit }: ReturnType<typeof foundPrecedentView>,
  texts: Texts | undefined,
  words: string,
): boolean {
  const units = [town, leadUnit].flatMap((unit) => (unit ? [unit.name, unit.short] : []));
  const said = [number, topicLabel, ...units, texts?.text, texts?.address].join('\n').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => said.includes(word));
}

/** Labels of all topics, from the forms that ask for one. */
const TOPICS: ReadonlyMap<string, string> = new Map(CASE_TYPES.flatMap(topicsOf));

function topicsOf({ opens, commands }: CaseType): readonly [string, string][] {
  return [opens, ...Object.values(commands)].flatMap(({ input }) => {
    const field = input instanceof z.ZodObject ? (input.shape['topic'] as z.ZodType) : undefined;
    const labels = field && metaOf(field)['labels'];
    return labels ? Object.entries(labels as Readonly<Record<string, string>>) : [];
  });
}
