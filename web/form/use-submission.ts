import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Receipt } from '../server/contract.ts';
import { newIdempotencyKey, type Problem, problemIn, request } from '../server/http.ts';

export interface Submission {
  readonly send: (body: object) => void;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Forgets the problem and starts a new intention, under a new key. */
  readonly startAnew: () => void;
}

/**
 * Sends one intended change. Its idempotency key is made when the form opens and kept over every
 * retry, so that an answer lost on the way cannot turn into a second change.
 */
export function useSubmission<Answer = Receipt>(
  path: string,
  onDone: (answer: Answer) => void | Promise<void>,
): Submission {
  const [key, setKey] = useState(newIdempotencyKey);
  const mutation = useMutation({
    mutationFn: (body: object) =>
      request<Answer>(path, { method: 'POST', body, idempotencyKey: key }),
    onSuccess: onDone,
    networkMode: 'always',
  });
  return {
    send: (body) => mutation.mutate(body),
    busy: mutation.isPending,
    problem: mutation.error && !mutation.isPending ? problemIn(mutation.error) : null,
    startAnew: () => {
      setKey(newIdempotencyKey());
      mutation.reset();
    },
  };
}
