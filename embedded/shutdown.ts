/** Collects what a start has to undo and undoes it once, last step first. */
export class Shutdown {
  readonly #steps: { name: string; undo: () => void | Promise<void> }[] = [];
  readonly #say: (line: string) => void;
  #running: Promise<never> | undefined;
  #signalledAt = 0;

  constructor(say: (line: string) => void) {
    this.#say = say;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => this.#onSignal(signal));
    }
    // Keeps the process alive while it only waits for its children.
    setInterval(() => {}, 2 ** 30);
  }

  get begun(): boolean {
    return this.#running !== undefined;
  }

  later(name: string, undo: () => void | Promise<void>): void {
    this.#steps.push({ name, undo });
  }

  /** Ends the start between two steps when a signal has come meanwhile. */
  mustGoOn(): void {
    if (this.begun) throw new Error('stopped while starting');
  }

  /** Stops everything because something it all rests on is gone. */
  becauseOf(reason: string): void {
    if (this.begun) return;
    this.#say(`${reason}; stopping. Start again with "npm start".`);
    void this.run(1);
  }

  /** Runs the undoings and ends the process with `code`. A hook elsewhere may bend process.exitCode, so exit is explicit. */
  run(code: number): Promise<never> {
    this.#running ??= this.#undoAll().then(() => process.exit(code));
    return this.#running;
  }

  #onSignal(signal: string): void {
    const since = Date.now() - this.#signalledAt;
    this.#signalledAt = Date.now();
    // One Ctrl-C may come twice: from the terminal and handed on by npm.
    if (this.begun && since < 500) return;
    if (this.begun && signal === 'SIGINT') {
      // The watchdog sees us go and ends what is left.
      this.#say('stopped at once');
      process.exit(130);
    }
    if (!this.begun) this.#say('stopping (Ctrl-C again to stop at once)');
    void this.run(0);
  }

  async #undoAll(): Promise<void> {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step.undo();
      } catch (error) {
        this.#say(`${step.name} did not stop cleanly: ${String(error)}`);
      }
    }
  }
}
