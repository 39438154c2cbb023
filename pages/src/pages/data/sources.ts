// Sources as they are listed: joined with their age, filtered, put in order.
import type { Holding, SourceStatus } from './shapes';

export interface Listed extends Holding {
  status: SourceStatus | undefined;
}

export type Order = 'publisher' | 'title' | 'age' | 'due' | 'tables';

export const orders: readonly { key: Order; name: string }[] = [
  { key: 'publisher', name: 'publisher' },
  { key: 'title', name: 'title' },
  { key: 'age', name: 'newest data last' },
  { key: 'due', name: 'next edition due first' },
  { key: 'tables', name: 'table' },
];

export function joined(holdings: readonly Holding[], statuses: readonly SourceStatus[]): Listed[] {
  const byKey = new Map(statuses.map((one) => [one.key, one]));
  return holdings.map((one) => ({ ...one, status: byKey.get(one.key) }));
}

/** Comes after every other text. */
const LAST = '\uFFFF';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The sources that hold every word, in the order wanted; what has no date comes last. */
export function listOf(all: readonly Listed[], words: string, kind: string, order: Order): Listed[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  const kept = all.filter((one) => {
    const text = plain([one.key, one.publisher, one.title, one.edition, one.licence, one.coverage, ...one.tables].join(' '));
    if (!wanted.every((word) => text.includes(word))) return false;
    if (kind === 'stale') return one.status?.stale === true;
    if (kind === 'refresh') return (one.status?.refresh.length ?? 0) > 0;
    return kind === '' || one.ship === kind;
  });
  const by: Record<Order, (one: Listed) => string> = {
    publisher: (one) => plain(one.publisher),
    title: (one) => plain(one.title),
    age: (one) => (one.status?.months === null || one.status?.months === undefined ? LAST : String(99_999 - one.status.months).padStart(6, '0')),
    due: (one) => one.status?.next_due ?? LAST,
    tables: (one) => one.tables[0] ?? LAST,
  };
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...kept].sort((a, b) => compare(by[order](a), by[order](b)) || compare(a.key, b.key));
}

/** "11 months", "8 years". */
export function ageWords(months: number | null | undefined): string {
  if (months === null || months === undefined) return 'undated';
  if (months < 1) return 'this month';
  if (months < 24) return `${months} month${months === 1 ? '' : 's'} ago`;
  return `${Math.floor(months / 12)} years ago`;
}

/** How the project holds a source, in words. */
export function shipWords(ship: string): string {
  return { yes: 'shipped whole', derived: 'derived values shipped', no: 'not shipped' }[ship] ?? ship;
}

/** Bytes as people read them. */
export const bytesWords = (bytes: number): string => (bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1000)} kB`);

/** A query as it is asked at a terminal. */
export const queryCommand = (sql: string): string => `entente query '${sql.replaceAll("'", `'\\''`)}'`;
