/** How long and how much. */
export interface Scale {
  /** Of each rate at each number of lanes. */
  readonly seconds: number;
  readonly sustained: { readonly perSecond: number; readonly seconds: number };
  /** Cases due in the same second, and how long before it the opening begins, in s. */
  readonly due: { readonly cases: number; readonly ahead: number };
}

export const FULL: Scale = {
  seconds: 6,
  sustained: { perSecond: 100, seconds: 30 },
  due: { cases: 1000, ahead: 40 },
};

export const QUICK: Scale = {
  seconds: 2,
  sustained: { perSecond: 100, seconds: 8 },
  due: { cases: 200, ahead: 15 },
};
