/** The keys that a mistyped one may have meant, nearest first, at most three. */
export function nearest(wanted: string, keys: readonly string[]): readonly string[] {
  const lower = wanted.toLowerCase();
  return keys
    .map((key) => ({ key, far: distanceTo(lower, key.toLowerCase()) }))
    .filter(({ key, far }) => far <= Math.max(3, Math.ceil(key.length / 3)))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ key }) => key);
}

/** A part of a key is nearly right, whatever is missing around it. */
const distanceTo = (wanted: string, key: string): number =>
  wanted.length >= 3 && key.includes(wanted) ? 1 : editDistance(wanted, key);

/** Levenshtein distance: how many letters must be added, removed or changed; to a beginning of the key, one more. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(row.at(-1) ?? 0, Math.min(...row) + 1);
}
