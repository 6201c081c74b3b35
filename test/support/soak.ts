/** How often a property is tried; `SOAK=1` tries twenty times as often. */
export const runs = (numRuns: number): { readonly numRuns: number } => ({
  numRuns: process.env['SOAK'] ? numRuns * 20 : numRuns,
});

/** For long walks: a failure is told at once with its seed, since shrinking a walk takes minutes. */
export const longRuns = (
  numRuns: number,
): ReturnType<typeof runs> & { readonly endOnFailure: true } => ({
  ...runs(numRuns),
  endOnFailure: true,
});
