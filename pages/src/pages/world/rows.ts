// The list beside the map, and the line that sums a year up.
import { median } from 'd3-array';
import { isSubjectIn, valueIn, whyMissing, type Index } from './colouring';
import type { MapState } from './shapes';

export interface Row {
  state: MapState;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number | null;
  /** Why there is no value: the party itself, or what is missing. */
  reason: string | null;
}

export type Order = 'high' | 'low' | 'name';

/** The states of a year: those of the state system, and whatever else has a value. */
export function rowsOf(index: Index, year: number): Row[] {
  const at = index.at.get(year);
  return index.answer.states
    .filter((state) => {
      const exists = state.from !== null && year >= state.from && (state.to === null || year <= state.to);
      return exists || valueIn(index, state, year) !== null || isSubjectIn(state, year);
    })
    .map((state) => {
      const value = valueIn(index, state, year);
      const subject = isSubjectIn(state, year);
      return {
        state,
        value,
        low: at === undefined ? null : (state.low?.[at] ?? null),
        high: at === undefined ? null : (state.high?.[at] ?? null),
        n: at === undefined ? null : (state.n?.[at] ?? null),
        reason: value !== null ? null : subject ? (index.answer.subject?.bloc ? `member of ${index.answer.subject.label}` : 'the reference itself') : whyMissing(index, state, year),
      };
    });
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Ordered, with what is missing last; and only those that hold what was typed. */
export function ordered(rows: readonly Row[], order: Order, typed: string): Row[] {
  const wanted = plain(typed.trim());
  const byName = (a: Row, b: Row) => a.state.name.localeCompare(b.state.name, 'en');
  return rows
    .filter((row) => wanted === '' || plain(row.state.name).includes(wanted) || row.state.iso3?.toLowerCase() === wanted)
    .sort((a, b) => {
      if (order === 'name') return byName(a, b);
      if (a.value === null || b.value === null) return (a.value === null ? 1 : 0) - (b.value === null ? 1 : 0) || byName(a, b);
      return (order === 'high' ? b.value - a.value : a.value - b.value) || byName(a, b);
    });
}

export interface Summary {
  highest: Row[];
  lowest: Row[];
  median: number | undefined;
  held: number;
  missing: number;
}

/** The ends and the middle of a year. */
export function summaryOf(rows: readonly Row[], most = 3): Summary {
  const held = ordered(rows.filter((row) => row.value !== null), 'high', '');
  return {
    highest: held.slice(0, most),
    lowest: held.slice(-most).reverse(),
    median: median(held, (row) => row.value as number),
    held: held.length,
    missing: rows.filter((row) => row.value === null && row.state.is_subject.length === 0).length,
  };
}
