import type { Policy } from './policy.ts';

/** One thing in which two policies differ. */
export interface PolicyChange {
  /** A rule's key, or `ladders.standard`. */
  readonly key: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** What changed in it, by path; both sides as JSON. Empty for what was added or removed. */
  readonly fields: readonly { readonly path: string; readonly from: string; readonly to: string }[];
}

/** What changed from one policy to another, by key, in the order of the keys. */
export function diff(before: Policy, after: Policy): readonly PolicyChange[] {
  const [was, is] = [parts(before), parts(after)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key): PolicyChange[] => {
    if (!was.has(key)) return [{ key, change: 'added', fields: [] }];
    if (!is.has(key)) return [{ key, change: 'removed', fields: [] }];
    const fields = differences('', was.get(key), is.get(key));
    return fields.length > 0 ? [{ key, change: 'changed', fields }] : [];
  });
}

const parts = ({ rules, ladders }: Policy): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ...Object.entries(rules),
    ...Object.entries(ladders).map(([name, ladder]) => [`ladders.${name}`, ladder] as const),
  ]);

function differences(path: string, from: unknown, to: unknown): PolicyChange['fields'] {
  if (isRecord(from) && isRecord(to)) {
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) =>
      differences(path === '' ? key : `${path}.${key}`, from[key], to[key]),
    );
  }
  const [was, is] = [JSON.stringify(from) ?? '', JSON.stringify(to) ?? ''];
  return was === is ? [] : [{ path, from: was, to: is }];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
