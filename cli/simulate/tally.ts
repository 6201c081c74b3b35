/** Counts by name; adding two tallies adds their counts. Plain JSON. */
export type Tally = Record<string, number>;

export const count = (tally: Tally, name: string, more = 1): void => {
  tally[name] = (tally[name] ?? 0) + more;
};

export function addTo(tally: Tally, other: Tally): void {
  for (const [name, more] of Object.entries(other)) count(tally, name, more);
}
