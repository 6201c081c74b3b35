import type { CaseType } from '../../domain/define-case-type.ts';
import { nearest } from '../../domain/policy/nearest.ts';

/** What was asked about, or the two lines that say which name is not known and which may have been meant. */
export type Found =
  | { readonly type: CaseType; readonly state: string; readonly role: string }
  | { readonly lines: readonly string[] };

interface Entry {
  readonly key: string;
  readonly label: string;
}

/** Finds a type by `id`, `id@version` or its label, and its state and role by key or label. */
export function find(
  types: readonly CaseType[],
  names: { readonly type: string; readonly state: string; readonly role: string },
): Found {
  const type = findType(types, names.type);
  if ('lines' in type) return type;
  const state = findKey('环节', entriesOf(type.states), names.state);
  if (typeof state === 'object') return state;
  const role = findKey('角色', entriesOf(type.roles), names.role);
  return typeof role === 'object' ? role : { type, state, role };
}

const entriesOf = (table: Readonly<Record<string, { label: string }>>): readonly Entry[] =>
  Object.entries(table).map(([key, { label }]) => ({ key, label }));

/** The newest version unless one is named: `@` in an id cannot be, so the last one divides. */
function findType(
  types: readonly CaseType[],
  wanted: string,
): CaseType | { readonly lines: readonly string[] } {
  const [, name = wanted, version] = /^(.*)@([^@]*)$/.exec(wanted) ?? [];
  const labels = new Map(types.map(({ id, label }) => [id, label]));
  const entries = [...labels].map(([key, label]) => ({ key, label }));
  const id = findKey('类型', entries, name);
  if (typeof id === 'object') return id;
  const versions = types.filter((type) => type.id === id).toSorted((a, b) => b.version - a.version);
  const found = versions.find((type) => version === undefined || String(type.version) === version);
  if (found) return found;
  const known = versions.map((type) => `${id}@${type.version}`);
  return { lines: [`<类型>: ${id} 没有版本“${version}”`, `有的是:${known.join('、')}`] };
}

function findKey(
  what: string,
  entries: readonly Entry[],
  wanted: string,
): string | { readonly lines: readonly string[] } {
  const entry =
    entries.find(({ key }) => key === wanted) ?? entries.find(({ label }) => label === wanted);
  if (entry) return entry.key;
  const meant = meantBy(entries, wanted);
  const hint =
    meant.length > 0
      ? `您要的可能是:${meant.map(named).join('、')}`
      : `有的是:${[...new Set(entries.map(named))].join('、')}`;
  return { lines: [`<${what}>: 没有${what}“${wanted}”`, hint] };
}

const named = ({ key, label }: Entry): string => `${label}(${key})`;

/** Labels are short: any two are within a few letters of one another, so the ones meant share a character. */
function meantBy(entries: readonly Entry[], wanted: string): readonly Entry[] {
  const sharing = entries.filter(({ label }) =>
    Array.from(wanted).some((one) => label.includes(one)),
  );
  const keys = entries.map(({ key }) => key);
  const labels = /[^\u0000-\u007f]/.test(wanted) ? sharing.map(({ label }) => label) : [];
  const texts = [...nearest(wanted, labels), ...nearest(wanted, keys)];
  const meant = texts.flatMap((text) =>
    entries.filter(({ key, label }) => key === text || label === text),
  );
  return [...new Set(meant)].slice(0, 3);
}
