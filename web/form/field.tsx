import { Checkbox, Form } from 'antd';
import type { FieldSchema } from '../server/case-type.ts';
import { controlOf } from './control.tsx';
import { rulesOf } from './rules.ts';
import { isFilled, type NamedField, written } from './schema.ts';

/** One field of a case type's input, as its schema describes it. */
export function Field({ field, within = [] }: { field: NamedField; within?: readonly string[] }) {
  const { name, schema, required } = field;
  const title = schema.title ?? name;
  const path = [...within, name];
  if (schema.properties) {
    return <FieldGroup schema={schema} title={title} path={path} required={required} />;
  }
  if (schema.type === 'boolean') return <Check schema={schema} title={title} path={path} />;
  return (
    <Form.Item
      name={path}
      label={title}
      className={schema.widget === 'textarea' ? 'whole' : 'half'}
      extra={schema.description}
      required={required}
      rules={rulesOf(schema, title, required)}
      normalize={(value: unknown) => written(schema, value)}
    >
      {controlOf(schema, title)}
    </Form.Item>
  );
}

interface PlacedProps {
  readonly schema: FieldSchema;
  readonly title: string;
  readonly path: string[];
}

function Check({ schema, title, path }: PlacedProps) {
  return (
    <Form.Item
      name={path}
      valuePropName="checked"
      className="half check"
      extra={schema.description}
    >
      <Checkbox>{title}</Checkbox>
    </Form.Item>
  );
}

/** Fields that belong together, side by side. A group that may be left out asks for all of it once it is begun. */
function FieldGroup({ schema, title, path, required }: PlacedProps & { required: boolean }) {
  const begun = isFilled(Form.useWatch(path));
  return (
    <fieldset className="field-group">
      <legend className="field-title">
        {title}
        {!required && <span className="quiet">(可不填)</span>}
      </legend>
      {Object.entries(schema.properties ?? {}).map(([name, inner]) => (
        <Field
          key={name}
          within={path}
          field={{
            name,
            schema: inner,
            required: (required || begun) && (schema.required?.includes(name) ?? false),
          }}
        />
      ))}
    </fieldset>
  );
}
