/** Repeatable randomness: one seed, one run's decisions (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  integer(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.integer(0, values.length - 1)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  shuffle<T>(values: readonly T[]): T[] {
    const left = [...values];
    return values.map(() => left.splice(this.integer(0, left.length - 1), 1)[0] as T);
  }

  /** A sequence of its own, so that concurrent parts do not take each other's numbers. */
  fork(): Random {
    return new Random(this.next() * 2 ** 32);
  }
}
