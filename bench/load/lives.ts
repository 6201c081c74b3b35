import type { Client } from '../../cli/demo/client.ts';
import { Playing } from '../../cli/demo/life.ts';
import { LIVES } from '../../cli/demo/lives.ts';
import type { Http } from './http.ts';
import type { Operation } from './pace.ts';

/** Lives that go on at the same time, in turn: none gets two commands in quick succession. */
const IN_WORK = 120;

/** Cases of every type, from their opening to their end, some of which become cases of other types on the way. */
export class Lives {
  readonly #client: Client;
  readonly #inWork: Playing[] = [];
  #begun = 0;

  constructor(http: Http) {
    this.#client = clientOf(http);
  }

  /** Begins as many lives as go on at a time, each somewhere on its way. */
  async prepare(): Promise<void> {
    while (this.#inWork.length < IN_WORK) {
      const playing = await this.#begin();
      const steps = this.#begun % 12;
      for (let step = 0; step < steps && !playing.isOver; step += 1) await this.#act(playing);
      this.#inWork.push(playing);
    }
  }

  /** The next step of the life that has waited longest. */
  readonly command: Operation = async () => {
    const playing = this.#inWork.shift() ?? (await this.#begin());
    await this.#act(playing);
    this.#inWork.push(playing.isOver ? await this.#begin() : playing);
  };

  #begin(): Promise<Playing> {
    const n = this.#begun++;
    const life = LIVES[n % LIVES.length];
    if (!life) throw new Error('there are no lives');
    return Playing.begin(this.#client, { ...life, key: `mixed-${process.pid}-${n}` }, Date.now());
  }

  async #act(playing: Playing): Promise<void> {
    const stuck = await playing.next();
    if (stuck) throw new Error(`${stuck.command} was refused: ${stuck.problem.code}`);
  }
}

/** Speaks for a life; whoever it is has signed in once. */
const clientOf = ({ post, get }: Http): Client => {
  const ids = new Map<string, Promise<string>>();
  const readId = async (account: string): Promise<string> =>
    String((await get(account, '/api/session'))['id']);
  return {
    async post({ account, path, key, body }) {
      const receipt = await post(account, path, key, body);
      return { ok: true, receipt: receipt as never };
    },
    readCase: async (account, caseId) => (await get(account, `/api/cases/${caseId}`)) as never,
    idOf: (account) => {
      const id = ids.get(account) ?? readId(account);
      ids.set(account, id);
      return id;
    },
  };
};
