import type { Instant } from '../../domain/calendar/civil.ts';
import type { CaseDetail, Problem } from './answers.ts';
import type { Client } from './client.ts';

/** What inputs may depend on: when the samples were first opened, and who somebody is. */
export interface Scene {
  readonly base: Instant;
  /** The id of a person, by account. */
  readonly idOf: (account: string) => string;
}

type Input = object | ((scene: Scene) => object);

/** One command of a life, who gives it, and on which of its cases. */
export interface LifeStep {
  readonly by: string;
  readonly command: string;
  readonly input?: Input;
  /** The case of a name that an earlier step gave; left out: the one that the life began with. */
  readonly on?: string;
  /** Names the case that the step opens. */
  readonly opens?: string;
}

/** A case of one type from its opening on, with the cases that come of it. */
export interface Life {
  /** Part of the idempotency keys: never given to another life. */
  readonly key: string;
  readonly title: string;
  readonly type: string;
  readonly by: string;
  readonly input: Input;
  /** People whose ids the inputs name. */
  readonly people?: readonly string[];
  readonly steps: readonly LifeStep[];
}

/** A case of a life that was played, as whoever did the last step to it sees it. */
export interface PlayedCase {
  readonly name: string;
  readonly detail: CaseDetail;
}

/** A step that was refused, and why. */
export interface Stuck {
  readonly command: string;
  readonly problem: Problem;
}

export interface Played {
  readonly cases: readonly PlayedCase[];
  /** The first step that was refused; those after it were not tried. */
  readonly stuck?: Stuck;
}

interface Known {
  readonly caseId: string;
  readonly by: string;
}

const FIRST = 'first';

/** A life on its way, from one step to the next: every step has a key of its own, so that a run finds what an earlier one did. */
export class Playing {
  readonly #client: Client;
  readonly #life: Life;
  readonly #scene: Scene;
  readonly #cases = new Map<string, Known>();
  #done = -1;

  private constructor(client: Client, life: Life, scene: Scene) {
    this.#client = client;
    this.#life = life;
    this.#scene = scene;
  }

  static async begin(client: Client, life: Life, base: Instant): Promise<Playing> {
    return new Playing(client, life, await sceneOf(client, life, base));
  }

  get isOver(): boolean {
    return this.#done === this.#life.steps.length;
  }

  /** Opens the first case, or does the next step. What is refused is answered, and the step stays the next one. */
  async next(): Promise<Stuck | undefined> {
    const step = this.#life.steps[this.#done];
    const problem = step
      ? await take(this.#client, this.#life, this.#done, step, this.#scene, this.#cases)
      : await this.#open();
    if (problem) return { command: step?.command ?? 'open', problem };
    this.#done += 1;
    return undefined;
  }

  seen(): Promise<PlayedCase[]> {
    return seen(this.#client, this.#cases);
  }

  async #open(): Promise<Problem | undefined> {
    const { key, type, by, input } = this.#life;
    const opened = await this.#client.post({
      account: by,
      path: '/api/cases',
      key: `demo-${key}`,
      body: { type, input: made(input, this.#scene) },
    });
    if (!opened.ok) return opened.problem;
    this.#cases.set(FIRST, { caseId: opened.receipt.caseId, by });
    return undefined;
  }
}

/** Plays a life, or finds it again where an earlier run has played it. */
export async function play(client: Client, life: Life, base: Instant): Promise<Played> {
  const playing = await Playing.begin(client, life, base);
  while (!playing.isOver) {
    const stuck = await playing.next();
    if (stuck) return { cases: await playing.seen(), stuck };
  }
  return { cases: await playing.seen() };
}

async function sceneOf(client: Client, { people = [] }: Life, base: Instant): Promise<Scene> {
  const ids = new Map(
    await Promise.all(
      people.map(async (account) => [account, await client.idOf(account)] as const),
    ),
  );
  return {
    base,
    idOf: (account) => {
      const id = ids.get(account);
      if (id === undefined) throw new Error(`${account} 不在这一剧本的人员中`);
      return id;
    },
  };
}

const made = (input: Input, scene: Scene): object =>
  typeof input === 'function' ? (input as (on: Scene) => object)(scene) : input;

async function take(
  client: Client,
  { key }: Life,
  index: number,
  { by, command, input = {}, on = FIRST, opens }: LifeStep,
  scene: Scene,
  cases: Map<string, Known>,
): Promise<Problem | undefined> {
  const target = cases.get(on);
  if (!target) throw new Error(`剧本 ${key} 没有案件 ${on}`);
  const outcome = await client.post({
    account: by,
    path: `/api/cases/${target.caseId}/commands`,
    key: `demo-${key}-${index + 1}`,
    body: { command, input: made(input, scene) },
  });
  if (!outcome.ok) return outcome.problem;
  cases.set(on, { ...target, by });
  if (opens !== undefined) cases.set(opens, { caseId: await newestChild(client, by, target), by });
  return undefined;
}

/** The case that a conversion opened. */
async function newestChild(client: Client, by: string, { caseId }: Known): Promise<string> {
  const { links } = await client.readCase(by, caseId);
  const link = links.findLast(({ kind, end }) => kind === 'conversion' && end === 'to');
  if (!link) throw new Error(`${caseId} 没有转出的案件`);
  return link.caseId;
}

const seen = (client: Client, cases: ReadonlyMap<string, Known>): Promise<PlayedCase[]> =>
  Promise.all(
    [...cases].map(async ([name, { by, caseId }]) => ({
      name,
      detail: await client.readCase(by, caseId),
    })),
  );
