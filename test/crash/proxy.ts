import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Random } from './random.ts';

/** What one connection says, piece by piece: which pieces answer something that has been done and cannot be undone. */
export interface Dialogue {
  asked?(piece: Buffer): void;
  isAnswer(piece: Buffer): boolean;
}

/** Decides which answers are lost on one way, and counts them. */
export class Losses {
  total = 0;
  readonly #random: Random;
  readonly #share: number;
  #over = false;

  constructor(random: Random, share: number) {
    this.#random = random;
    this.#share = share;
  }

  /** Whether this answer is lost; if so it has been counted. */
  strike(): boolean {
    if (this.#over || !this.#random.chance(this.#share)) return false;
    this.total += 1;
    return true;
  }

  /** Whether half of it arrives. */
  half(): boolean {
    return this.#random.chance(0.5);
  }

  /** From now on nothing is lost. */
  end(): void {
    this.#over = true;
  }
}

export interface Proxy {
  readonly port: number;
  close(): Promise<void>;
}

/** Stands between a client and a server, hands everything on, and loses some of the answers together with their connection. */
export async function startProxy(
  target: number,
  dialogue: () => Dialogue,
  losses: Losses,
): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroySoon();
      });
    }
    relay(client, upstream, dialogue(), losses);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function relay(client: Socket, upstream: Socket, dialogue: Dialogue, losses: Losses): void {
  client.on('data', (piece: Buffer) => {
    dialogue.asked?.(piece);
    upstream.write(piece);
  });
  upstream.on('data', (piece: Buffer) => {
    if (client.destroyed) return;
    if (dialogue.isAnswer(piece) && losses.strike()) lose(client, upstream, piece, losses);
    else client.write(piece);
  });
}

/** Nothing of the answer arrives, or half of it. */
function lose(client: Socket, upstream: Socket, piece: Buffer, losses: Losses): void {
  upstream.removeAllListeners('data');
  if (losses.half()) client.end(piece.subarray(0, piece.length / 2));
  else client.resetAndDestroy();
  upstream.destroy();
}

/** A command over HTTP that was done. Requests follow one another on a connection. */
export function overHttp(): Dialogue {
  let command = false;
  return {
    asked(piece) {
      const begin = piece.subarray(0, 5).toString('latin1');
      if (/^(POST|GET) /.test(begin)) command = begin === 'POST ';
    },
    isAnswer: (piece) => command && /^HTTP\/1\.1 20[01]/.test(piece.toString('latin1', 0, 12)),
  };
}

const INSERTED = Buffer.from('INSERT 0 ');
/** CommandComplete with its tag, as PostgreSQL sends it. */
const COMMITTED = Buffer.from('C\0\0\0\u000bCOMMIT\0', 'latin1');

/** The COMMIT of a transaction that added something. */
export function toPostgres(): Dialogue {
  let added = false;
  return {
    isAnswer(piece) {
      added ||= piece.includes(INSERTED);
      if (!piece.includes(COMMITTED)) return false;
      const was = added;
      added = false;
      return was;
    },
  };
}

const FRAME_HEADER = 9;
const DATA = 0;

/** An answer over HTTP/2 with something in it: a signal that Temporal took, a task that it handed out, one that it took back. */
export function toTemporal(): Dialogue {
  /** Of the frame that the next piece goes on with; header and payload alike may be cut anywhere. */
  let header = Buffer.alloc(0);
  let left = 0;
  return {
    isAnswer(piece) {
      let answers = false;
      for (let at = 0; at < piece.length; ) {
        const payload = Math.min(left, piece.length - at);
        left -= payload;
        at += payload;
        const begun = piece.subarray(at, at + FRAME_HEADER - header.length);
        header = Buffer.concat([header, begun]);
        at += begun.length;
        if (header.length < FRAME_HEADER) break;
        left = header.readUIntBE(0, 3);
        answers ||= header[3] === DATA && left > 0;
        header = Buffer.alloc(0);
      }
      return answers;
    },
  };
}
