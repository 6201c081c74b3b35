import { type MouseEvent, useSyncExternalStore } from 'react';

export type Page =
  | { readonly name: 'worklist'; readonly search: string }
  | { readonly name: 'case'; readonly number: string }
  | { readonly name: 'new'; readonly type: string | null }
  | { readonly name: RegisterName; readonly search: string }
  | { readonly name: 'unknown' };

/** Registers beside the worklist, by the address of their page. */
const REGISTERS = [
  'escalations',
  'proposals',
  'buck-passing',
  'precedents',
  'rules',
  'audits',
] as const;
export type RegisterName = (typeof REGISTERS)[number];

const MOVED = 'bihuan:moved';

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
};

const here = (): string => window.location.pathname + window.location.search;

/** The page that the address bar names. */
export function usePage(): Page {
  return pageOf(new URL(useSyncExternalStore(subscribe, here), window.location.origin));
}

function pageOf({ pathname, search }: URL): Page {
  if (pathname === '/') return { name: 'worklist', search: search.slice(1) };
  if (pathname === '/new') return { name: 'new', type: null };
  const register = REGISTERS.find((name) => pathname === `/${name}`);
  if (register) return { name: register, search: search.slice(1) };
  const [, folder, last] = /^\/(cases|new)\/([^/]+)$/.exec(pathname) ?? [];
  if (last === undefined) return { name: 'unknown' };
  const named = decodeURIComponent(last);
  return folder === 'new' ? { name: 'new', type: named } : { name: 'case', number: named };
}

/** Goes to another page of the console. `replace` leaves no step to go back to. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  noteList();
  if (options.replace) window.history.replaceState(null, '', to);
  else window.history.pushState(null, '', to);
  noteList();
  if (!isList()) window.scrollTo(0, 0);
  window.dispatchEvent(new Event(MOVED));
}

let lastWorklist = '/';
let lastList = '/';

const isList = (): boolean => !['case', 'new'].includes(pageOf(new URL(window.location.href)).name);

function noteList(): void {
  if (isList()) lastList = here();
  if (window.location.pathname === '/') lastWorklist = here();
}

/** The worklist as it was last looked at, filters and page included. */
export const worklistPath = (): string => lastWorklist;

/** The list or register that was last looked at: where a case was opened from. */
export const listPath = (): string => lastList;

export const casePath = (number: string): string => `/cases/${encodeURIComponent(number)}`;

/** A register, narrowed by what is given and not empty. */
export function registerPath(
  name: RegisterName,
  narrowed: Readonly<Record<string, string | null>> = {},
): string {
  const given = Object.entries(narrowed).filter((one): one is [string, string] => Boolean(one[1]));
  const search = new URLSearchParams(given).toString();
  return search ? `/${name}?${search}` : `/${name}`;
}

export const newCasePath = (type: string): string => `/new/${encodeURIComponent(type)}`;

/** Attributes of an `<a>` that moves within the console; new tabs by Ctrl or the middle button still work. */
export const linkTo = (to: string) => ({
  href: to,
  onClick: (event: MouseEvent): void => {
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (!plain) return;
    event.preventDefault();
    event.stopPropagation();
    navigate(to);
  },
});
