/** A start that cannot go on: which step, what went wrong, and the way out, for a person to read. */
export class StartFailure extends Error {
  readonly step: string;
  readonly reason: string;
  readonly wayOut: string;

  /** `step` completes the sentence "bihuan could not …". */
  constructor(step: string, reason: string, wayOut: string) {
    super(`${step}: ${reason}`);
    this.step = step;
    this.reason = reason;
    this.wayOut = wayOut;
    this.name = 'StartFailure';
  }
}

export function describeFailure(error: unknown): string {
  if (error instanceof StartFailure) {
    const indent = (text: string) => text.trimEnd().replaceAll('\n', '\n           ');
    return [
      `bihuan could not ${error.step}.`,
      `  cause:   ${indent(error.reason)}`,
      `  way out: ${indent(error.wayOut)}`,
    ].join('\n');
  }
  return `bihuan stopped by a fault of its own.\n${error instanceof Error ? error.stack : String(error)}`;
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message || error.name : String(error);
