import { z } from 'zod';
import { isCivilDate } from '../calendar/civil.ts';
import { freeText, identity, typed } from '../sealing.ts';

/** Keys of a label table, for z.enum. */
export const keys = <T extends Record<string, string>>(labels: T) =>
  Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]];

/** One of a closed list. */
export const choice = <T extends Record<string, string>>(title: string, labels: T) =>
  z.enum(keys(labels)).meta({ title, labels });

const code = z.string().trim().min(1).max(40);

/** A unit's code. Whether it exists and takes cases is looked up when the command is decided. */
export const unit = (title: string) => code.meta({ title, widget: 'unit' });
export const town = (title: string) => code.meta({ title, widget: 'town' });
/** A section, village or committee of the actor's own unit. */
export const section = (title: string) => code.meta({ title, widget: 'section' });

/** Id of a person of the actor's own unit who holds a role there; looked up when the command is decided. */
export const colleague = (title: string, role: string) =>
  z.string().trim().min(1).max(60).meta({ title, widget: 'colleague', role });

/** Number of another case, tied by the command. */
export const otherCase = (title: string) =>
  z
    .string()
    .trim()
    .regex(/^[A-Z]{2,6}\d{4}-\d{6,}$/, { error: '不是案件编号' })
    .meta({ title, widget: 'case' });

/** Number of a document that was written by hand; left out, the next of its series is given. */
export const writtenNumber = z
  .string()
  .trim()
  .regex(/^[\u4e00-\u9fff]{1,12}〔\d{4}〕\d{1,6}号$/, { error: '文号形如 青信意〔2026〕12号' })
  .meta({ title: '文号', description: '不填则自动编号', widget: 'documentNumber' });

/** Code of a thing in its register: a building, a sign. */
export const thing = (title: string) =>
  typed(60)
    .regex(/^[\w\u4e00-\u9fff-]+$/, { error: '只能用文字、数字和短横' })
    .meta({ title, widget: 'thing' });
/** Which part of a thing it is. */
export const partName = (title: string) => typed(60).meta({ title, widget: 'partName' });

/** An instant, epoch ms inside; the API takes ISO-8601 with an offset. */
export const instant = (title: string, description?: string) =>
  z
    .number()
    .int()
    .meta({ title, widget: 'instant', ...(description !== undefined && { description }) });

/** A civil date, `YYYY-MM-DD`, from 2024 to 2035. */
export const date = (title: string, description?: string) =>
  z
    .string()
    .refine((text) => /^20(2[4-9]|3[0-5])-/.test(text) && isCivilDate(text), {
      error: '不是 2024 至 2035 年的日期',
    })
    .meta({ title, widget: 'date', ...(description !== undefined && { description }) });

/** A civil date of something that is over, which may lie before the calendar's first year; nothing is counted in working days from it. */
export const pastDate = (title: string) =>
  z
    .string()
    .refine((text) => /^20([01]\d|2\d|3[0-5])-/.test(text) && isCivilDate(text), {
      error: '不是 2000 至 2035 年的日期',
    })
    .meta({ title, widget: 'date' });

/** An amount of money in fen, an integer; people type yuan. */
export const fen = (title: string, least = 1) =>
  z.int().min(least).max(1_000_000_000_00).meta({ title, widget: 'fen' });

/** How many, how much: an integer. */
export const count = (title: string, least: number, most: number) =>
  z.int().min(least).max(most).meta({ title });

/** Mainland mobile or landline numbers, digits and hyphens only. */
export const phone = z
  .string()
  .trim()
  .regex(/^(1\d{10}|0\d{2,3}-?\d{7,8}|\d{5,8})$/, { error: '不是有效的电话号码' });

/** Name and telephone of whoever asks or is asked, sealed as one. */
export const contact = (title: string) =>
  identity(title, {
    name: typed(40).meta({ title: '姓名' }),
    phone: phone.meta({ title: '电话' }),
  });

export const note = z.strictObject({ note: freeText('说明') });
export const optionalNote = z.strictObject({ note: freeText('说明').optional() });
export const nothing = z.strictObject({});

/** What a linked case is told with (`LinkedStep`); the events that its type takes notice of. */
export const linkedStepOf = (events: readonly string[]) =>
  z.strictObject({
    number: z.string().min(1).max(40).meta({ title: '关联案件', widget: 'case' }),
    event: z.string().min(1).max(60).meta({ title: '事件', widget: 'event', events }),
  });
export const linkedStep = linkedStepOf([]);
