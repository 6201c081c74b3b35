const STEP = 0x9e3779b9;

const mixed = (n: number): number => {
  let x = n ^ (n >>> 16);
  x = Math.imul(x, 0x21f0aaad);
  x ^= x >>> 15;
  x = Math.imul(x, 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
};

/** A small repeatable source of chance (splitmix32): one for each case, so that a case can be lived again alone. */
export class Random {
  #state: number;

  constructor(seed: number, stream: number) {
    this.#state = mixed(Math.imul(seed, STEP) ^ mixed(stream + 1));
  }

  /** From 0 up to, and without, `n`; `n` may be large, such as the milliseconds of a year. */
  below(n: number): number {
    this.#state = (this.#state + STEP) | 0;
    return Math.floor((mixed(this.#state) / 2 ** 32) * n);
  }

  /** Both ends included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  oneIn(n: number): boolean {
    return this.below(n) === 0;
  }

  /** One of a list, which must not be empty. */
  one<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('nothing to draw from');
    return list[this.below(list.length)] as T;
  }

  /** One of a list by weight; undefined when all weigh nothing. */
  weighted<T>(list: readonly T[], weights: readonly number[]): T | undefined {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    let left = this.below(sum * 1000) / 1000;
    return list.find((_, i) => (left -= weights[i] ?? 0) < 0);
  }
}
