/** How often a property is tried; `SOAK=1` tries so many times as often. */
export const runs = (numRuns: number, times = 20): { readonly numRuns: number } => ({
  numRuns: process.env['SOAK'] ? numRuns * times : numRuns,
});

/** The same walks in every ordinary run, so that a red run is about the change; the soak draws others each time. */
export const WALK_SEED = process.env['SOAK'] ? Math.floor(Math.random() * 2 ** 31) : 20_261_125;

/** For long walks: a failure is told at once with its seed, since shrinking a walk takes minutes. */
export const longRuns = (
  numRuns: number,
  times?: number,
): ReturnType<typeof runs> & { readonly endOnFailure: true; readonly seed: number } => ({
  ...runs(numRuns, times),
  endOnFailure: true,
  seed: WALK_SEED,
});
