import { expect } from '@jest/globals';
import type { Answer, Person } from '../../support/people.ts';
import { signInAll } from '../../support/sign-in-all.ts';
import type { System } from '../../support/system.ts';
import { eventually } from '../../support/waiting.ts';

export const HANDLE = 'hotline.handle.ASSIST_COMPLAINT';

/** Who opens cases, who proposes rules, and who approves them. */
export async function peopleOf(system: System) {
  const [dispatcher, proposer, approver] = await signInAll(system, 'paidan1', 'duban', 'quling');
  return { dispatcher, proposer, approver };
}

export function done({ status, body }: Answer, expected = 200) {
  expect({ status, code: body.code, detail: body.detail }).toEqual({
    status: expected,
    code: undefined,
    detail: undefined,
  });
  return body;
}

/** A version that two people have put in force. */
export async function published(
  { proposer, approver }: { readonly proposer: Person; readonly approver: Person },
  body: { readonly kind: string; readonly version: string; readonly [field: string]: unknown },
): Promise<void> {
  const { kind, version } = body;
  const { version: _version, ...calendar } = body;
  const sent = kind === 'policy' ? body : calendar;
  done(await proposer.post('/api/rules', sent), 201);
  done(await approver.post(`/api/rules/${kind}/${version}/approval`, {}));
}

/** Waits until nothing of a change is left to be carried over. */
export const finished = (person: Person, id: string) =>
  eventually('the end of the change', async () => {
    const { body } = await person.get(`/api/rule-changes/${id}`);
    return body.status === 'finished' && body;
  });
