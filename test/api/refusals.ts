import { expect } from '@jest/globals';
import type { Answer } from '../support/people.ts';

/** A problem that says what is wrong, which rule and what to do, and nothing of the inside. */
export function expectProblem(answer: Answer, status: number, code: string, field?: string): void {
  const { body, headers } = answer;
  expect({ status: answer.status, code: body.code, field: body.field }).toEqual({
    status,
    code,
    field,
  });
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({ type: 'about:blank', title: code, status });
  for (const part of [body.detail, body.rule, body.todo]) expect(part).toMatch(/\p{Script=Han}/u);
  expectNoInside(answer);
}

/** No stack trace, no SQL, no file of ours in an answer. */
export function expectNoInside({ body }: Answer): void {
  expect(JSON.stringify(body)).not.toMatch(
    /\n\s+at |node_modules|\.[jt]s:\d+|SELECT |INSERT |case_event|Error:/,
  );
}
