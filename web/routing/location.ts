import { type MouseEvent, useSyncExternalStore } from 'react';

export type Page =
  | { readonly name: 'worklist'; readonly search: string }
  | { readonly name: 'case'; readonly number: string }
  | { readonly name: 'new'; readonly type: string | null }
  | { readonly name: 'unknown' };

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
  const [, folder, last] = /^\/(cases|new)\/([^/]+)$/.exec(pathname) ?? [];
  if (last === undefined) return { name: 'unknown' };
  const named = decodeURIComponent(last);
  return folder === 'new' ? { name: 'new', type: named } : { name: 'case', number: named };
}

/** Goes to another page of the console. `replace` leaves no step to go back to. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  if (window.location.pathname === '/') lastWorklist = here();
  if (options.replace) window.history.replaceState(null, '', to);
  else window.history.pushState(null, '', to);
  if (window.location.pathname === '/') lastWorklist = here();
  else window.scrollTo(0, 0);
  window.dispatchEvent(new Event(MOVED));
}

let lastWorklist = '/';

/** The worklist as it was last looked at, filters and page included. */
export const worklistPath = (): string => lastWorklist;

export const casePath = (number: string): string => `/cases/${encodeURIComponent(number)}`;

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
