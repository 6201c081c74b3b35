import { z } from 'zod';

/** A field of an input as a form asks for it. */
export interface InputField {
  readonly name: string;
  readonly title: string;
  /** `conditional`: only with certain choices of another field. */
  readonly required: boolean | 'conditional';
  /** When a conditional field is required: `办理结果:解释说明、引导`. */
  readonly requiredWhen?: string;
  /** Labels of a closed list. */
  readonly choices?: readonly string[];
  /** Fields of a group, such as a person's name and number. */
  readonly fields?: readonly InputField[];
}

/** The fields of a command's or an opening's input, in the order of the form. */
export function inputFields(schema: z.ZodType): readonly InputField[] {
  const shape: Readonly<Record<string, unknown>> =
    schema instanceof z.ZodObject ? schema.shape : {};
  return Object.entries(shape).map(([name, field]) => fieldOf(name, field as z.ZodType, shape));
}

function fieldOf(
  name: string,
  field: z.ZodType,
  siblings: Readonly<Record<string, unknown>>,
): InputField {
  const { inner, meta, optional } = opened(field);
  const { labels, requiredWhen } = meta;
  const when = requiredWhen ? conditionText(requiredWhen as Condition, siblings) : undefined;
  const choices = choicesOf(inner, labels as Labels | undefined);
  const fields = inner instanceof z.ZodObject ? inputFields(inner) : undefined;
  return {
    name,
    title: titleOf(meta, name),
    required: when ? 'conditional' : !optional,
    ...(when && { requiredWhen: when }),
    ...(choices && { choices }),
    ...(fields && { fields }),
  };
}

const titleOf = ({ title }: Meta, name: string): string =>
  typeof title === 'string' ? title : name;

type Labels = Readonly<Record<string, string>>;
type Meta = Readonly<Record<string, unknown>>;
type Condition = Readonly<Record<string, readonly string[]>>;

/** A field without what makes it optional or a list; what is said of it on any layer counts, the outermost first. */
function opened(field: z.ZodType): {
  readonly inner: z.ZodType;
  readonly meta: Meta;
  readonly optional: boolean;
} {
  const meta: Meta = field.meta() ?? {};
  const wraps =
    field instanceof z.ZodOptional ||
    field instanceof z.ZodDefault ||
    field instanceof z.ZodNullable;
  if (!wraps && !(field instanceof z.ZodArray)) return { inner: field, meta, optional: false };
  const within = opened((wraps ? field.unwrap() : field.element) as z.ZodType);
  return { inner: within.inner, meta: { ...within.meta, ...meta }, optional: wraps };
}

function choicesOf(field: z.ZodType, labels: Labels = {}): readonly string[] | undefined {
  if (field instanceof z.ZodBoolean) return ['是', '否'];
  return field instanceof z.ZodEnum
    ? field.options.map((option) => labels[option] ?? String(option))
    : undefined;
}

/** `{ resultType: ['EXPLAINED'] }` → `办理结果:解释说明`. */
function conditionText(when: Condition, siblings: Readonly<Record<string, unknown>>): string {
  return Object.entries(when)
    .map(([name, values]) => {
      const { meta } = opened(siblings[name] as z.ZodType);
      const labels = (meta['labels'] ?? {}) as Labels;
      return `${titleOf(meta, name)}:${values.map((one) => labels[one] ?? one).join('、')}`;
    })
    .join(';');
}
