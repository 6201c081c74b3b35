import { expect } from '@jest/globals';
import type { Answer } from '../support/people.ts';

/** A refusal as people get it: a code, what is wrong, which rule, what to do, and nothing of the inside. */
export function expectProblem(answer: Answer, status: number, code: string, field?: string): void {
  expect({ status: answer.status, code: answer.body.code, field: answer.body.field }).toEqual({
    status,
    code,
    field,
  });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({
    status,
    title: code,
    detail: expect.stringMatching(/\p{Script=Han}/u),
    rule: expect.stringMatching(/\p{Script=Han}/u),
    todo: expect.stringMatching(/\p{Script=Han}/u),
  });
  expect(JSON.stringify(answer.body)).not.toMatch(/\.ts\b|node_modules|\bat \S+ \(|SELECT |Error:/);
}
