/** How often a property is tried; `SOAK=1` tries twenty times as often. */
export const runs = (numRuns: number): { readonly numRuns: number } => ({
  numRuns: process.env['SOAK'] ? numRuns * 20 : numRuns,
});
