import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { entryArguments } from '../embedded/entry.ts';
import type { Answer, Answered, Job, Target } from './load/job.ts';

/** A child process that is told what to do by messages and ends when this process does. */
export class Child {
  readonly #name: string;
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;

  private constructor(name: string, target: Target) {
    this.#name = name;
    this.#process = spawn(process.execPath, [...entryArguments(name), JSON.stringify(target)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#ended = once(this.#process, 'exit');
  }

  /** Starts one of the bench's programs, say "bench/load-process"; resolves when it is ready. */
  static async start(name: string, target: Target): Promise<Child> {
    const child = new Child(name, target);
    await child.#answer();
    return child;
  }

  /** Has a job done. Rejects when an operation of it failed. */
  async measure(job: Job): Promise<Answered> {
    this.#process.send(job);
    const answer = await this.#answer();
    if ('measured' in answer) return answer.measured;
    throw new Error(`${job.operation}: ${'failed' in answer ? answer.failed : 'no measurement'}`);
  }

  async stop(): Promise<void> {
    if (this.#process.connected) this.#process.disconnect();
    await this.#ended;
  }

  async #answer(): Promise<Answer> {
    const gone = this.#ended.then(() => {
      throw new Error(`${this.#name} has ended`);
    });
    const [answer] = (await Promise.race([once(this.#process, 'message'), gone])) as [Answer];
    return answer;
  }
}
