import { z } from 'zod';
import type { CaseEvent, CaseState, StepData } from '../../domain/case-state.ts';
import { isoInstant } from '../../domain/calendar/civil.ts';
import { linkedStep } from '../../domain/case-types/inputs.ts';
import type { CaseType } from '../../domain/define-case-type.ts';
import type { CaseLink, LinkedStep } from '../../domain/definition/links.ts';
import { currentCaseType } from '../../domain/registry.ts';
import { type Meta, metaOf } from '../../domain/field-meta.ts';
import type { Directory } from '../queries/directory.ts';
import { documentLabel, linkLabel, typeLabel } from './records.ts';

/** What the fields of a step are read with. */
export interface FieldContext {
  readonly type: CaseType;
  readonly state: CaseState;
  readonly directory: Directory;
  readonly text: (id: string) => string;
}

export interface Field {
  readonly title: string;
  readonly value: string;
}

/** What a step says, in words: its input, the document that it issued or served, and the cases that it tied or untied. */
export const fieldsOfStep = (
  context: FieldContext,
  schema: z.ZodType,
  { data }: CaseEvent,
): readonly Field[] => [
  ...inputFields(context, schema, (data as StepData).input),
  ...documentFields(context.type, data as StepData),
  ...linkFields(context.state, data as StepData),
];

/** The input's fields with their titles, choices by label, units and people by name, texts opened; identities are not shown here. */
function inputFields(context: FieldContext, schema: z.ZodType, input: object): readonly Field[] {
  if (schema === linkedStep) return noticeFields(context.state, input as LinkedStep);
  if (!(schema instanceof z.ZodObject)) return [];
  const values = input as Readonly<Record<string, unknown>>;
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const value = values[name];
    const meta = metaOf(field as z.ZodType);
    if (value === undefined || value === false || meta['sealed'] === 'identity') return [];
    return [{ title: titleOf(meta, name), value: shown(meta, value, context) }];
  });
}

/** What happened in a linked case, by the label that its own type gives the event. */
function noticeFields({ links }: CaseState, { number, event }: LinkedStep): readonly Field[] {
  const link = links.find((one) => one.number === number);
  const type = link && currentCaseType(link.type);
  const step =
    type && [type.opens, ...Object.values(type.commands)].find((one) => one.event === event);
  const name = link ? `${typeLabel(link.type)} ${number}` : number;
  return [{ title: '关联案件', value: step ? `${name}:${step.label}` : name }];
}

function documentFields(type: CaseType, { document, served }: StepData): readonly Field[] {
  return [
    ...(document ? [{ title: documentLabel(type, document), value: document.number }] : []),
    ...(served ? [{ title: `送达${documentLabel(type, served)}`, value: served.number }] : []),
  ];
}

function linkFields({ links }: CaseState, { linked = [], unlinked = [] }: StepData) {
  const named = ({ type, number }: CaseLink) => `${typeLabel(type)} ${number}`;
  const undone = unlinked.flatMap((tie) => {
    const link = links.find(
      ({ kind, end, caseId }) => kind === tie.kind && end === tie.end && caseId === tie.caseId,
    );
    return link ? [{ title: `解除${linkLabel(tie)}`, value: named(link) }] : [];
  });
  return [...linked.map((link) => ({ title: linkLabel(link), value: named(link) })), ...undone];
}

function shown(meta: Meta, value: unknown, context: FieldContext): string {
  if (value === true) return '是';
  if (typeof value === 'number') return shownNumber(meta['widget'], value);
  if (typeof value === 'string') return shownText(meta, value, context.directory);
  if (Array.isArray(value)) return value.map((one) => shown(meta, one, context)).join('、');
  return typeof value === 'object' &&
    value !== null &&
    'sealed' in value &&
    typeof value.sealed === 'string'
    ? context.text(value.sealed)
    : JSON.stringify(value);
}

function shownNumber(widget: unknown, value: number): string {
  switch (widget) {
    case 'instant':
      return isoInstant(value).slice(0, 16).replace('T', ' ');
    case 'fen':
      return `${(value / 100).toFixed(2)} 元`;
    default:
      return `${value}`;
  }
}

function shownText(meta: Meta, value: string, directory: Directory): string {
  switch (meta['widget']) {
    case 'unit':
    case 'town':
    case 'section':
      return directory.unit(value)?.name ?? value;
    case 'colleague':
      return directory.person(value)?.name ?? value;
    default: {
      const labels = meta['labels'] as Readonly<Record<string, string>> | undefined;
      return labels?.[value] ?? value;
    }
  }
}

const titleOf = (meta: Meta, name: string): string =>
  typeof meta['title'] === 'string' ? meta['title'] : name;
