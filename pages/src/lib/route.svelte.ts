// Where the reader is: the path names the page, the query its state, so that every state has an address.

export interface Place {
  path: string;
  query: URLSearchParams;
}

function here(): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

let place = $state.raw(here());
let moved = false;

/** Puts the focus on the heading of a page that was gone to; the first page of a visit leaves it where the browser has it. */
export function arrive(page: HTMLElement): void {
  if (moved) page.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  moved = false;
}

export const route = {
  get path(): string {
    return place.path;
  },
  get query(): URLSearchParams {
    return place.query;
  },
};

addEventListener('popstate', () => (place = here()));

/** The address of a page with a state; what is empty is left out. */
export function addressOf(path: string, query: Record<string, string | number | null | undefined> = {}): string {
  const kept = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}

/** Goes to an address of this program. */
export function go(address: string, how: { replace?: boolean; keepScroll?: boolean } = {}): void {
  history[how.replace ? 'replaceState' : 'pushState'](null, '', address);
  const before = place.path;
  place = here();
  if (place.path !== before && !how.keepScroll) {
    scrollTo(0, 0);
    moved = true;
  }
}

/** Changes some of the state of the page; null takes a name away. A slider replaces its place in the history, a choice adds one. */
export function setQuery(changes: Record<string, string | number | null | undefined>, how: { replace?: boolean } = {}): void {
  const query = Object.fromEntries(place.query);
  go(addressOf(place.path, { ...query, ...changes }), how);
}

/** Lets links of this program change the page without loading it anew. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin || link.pathname.startsWith('/api/')) return;
  if (link.hash && link.pathname === location.pathname) return;
  event.preventDefault();
  go(link.pathname + link.search);
}
