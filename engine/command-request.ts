import type { Actor } from '../domain/define-case-type.ts';

/** What somebody asks of a case. */
export interface CommandRequest {
  readonly actor: Actor;
  readonly commandId: string;
  readonly caseId: string;
  readonly command: string;
  readonly input: unknown;
  /** The version that the person saw; refused when another step came in between. */
  readonly expectedVersion?: number;
}
