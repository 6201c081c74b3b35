import { Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { FieldSchema } from '../server/case-type.ts';
import type { Problem } from '../server/http.ts';
import { Field } from './field.tsx';
import { defaultsOf, fieldsOf, inputOf, pathOf, type Values } from './schema.ts';

interface SchemaFormProps {
  /** Prefix of the fields' ids, unique on the page. */
  readonly name: string;
  readonly schema: FieldSchema;
  readonly submitLabel: string;
  readonly busy: boolean;
  /** A refusal that names a field of this form is shown there. */
  readonly problem: Problem | null;
  readonly onSubmit: (input: Record<string, unknown>) => void;
  readonly onCancel: () => void;
  /** Said above the buttons when no field takes the problem. */
  readonly children?: ReactNode;
}

/** A form made from a case type's input schema. */
export function SchemaForm(props: SchemaFormProps) {
  const { name, schema, submitLabel, busy, problem, onSubmit, onCancel, children } = props;
  const [form] = Form.useForm<Values>();
  const values: Values = Form.useWatch([], form) ?? defaultsOf(schema);
  const frame = useFocusOnFirstField();
  const path = problem && pathOf(schema, values, problem.field);
  useFieldProblem(form, path, problem);
  return (
    <div ref={frame}>
      <Form<Values>
        form={form}
        name={name}
        className="fields"
        layout="vertical"
        initialValues={defaultsOf(schema)}
        scrollToFirstError={{ focus: true, block: 'center' }}
        onFinish={() => onSubmit(inputOf(schema, form.getFieldsValue(true)))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey && !busy) form.submit();
        }}
      >
        {fieldsOf(schema, values).map((field) => (
          <Field key={field.name} field={field} />
        ))}
        {!path && children}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={busy}>
            {submitLabel}
          </Button>
          <Button onClick={onCancel} disabled={busy}>
            取消
          </Button>
          <span className="quiet">
            <kbd>Ctrl</kbd>+<kbd>Enter</kbd> 提交
          </span>
        </div>
      </Form>
    </div>
  );
}

/** Typing can begin at once; a form without fields offers its button. */
function useFocusOnFirstField() {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  }, []);
  return frame;
}

function useFieldProblem(
  form: FormInstance<Values>,
  path: readonly string[] | null | undefined,
  problem: Problem | null,
): void {
  const place = path?.join('.');
  useEffect(() => {
    if (!problem || place === undefined) return;
    const name = place.split('.');
    form.setFields([{ name: name as never, errors: [problem.detail] }]);
    form.scrollToField(name as never, { focus: true, block: 'center' });
  }, [form, place, problem]);
}
