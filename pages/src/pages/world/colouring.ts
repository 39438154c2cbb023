// Which state an outline shows in a year, and why there is no value where there is none.
import type { FormerState } from '../../charts/worldFile';
import type { Hole, MapAnswer, MapState } from './shapes';

/** What an outline shows in a year. */
export interface Shown {
  /** The state whose value it takes; undefined where no state of the answer is drawn here. */
  state: MapState | undefined;
  value: number | null;
  isSubject: boolean;
  /** The former state whose value it is, where it is not the outline's own: "Soviet Union". */
  as: string | null;
}

export function isSubjectIn(state: MapState, year: number): boolean {
  return state.is_subject.some(([from, to]) => year >= from && year <= to);
}

/** An answer with ways to find its states. */
export interface Index {
  answer: MapAnswer;
  byIso: Map<string, MapState>;
  byId: Map<number, MapState>;
  at: Map<number, number>;
  holes: Map<number, Hole>;
}

export function indexOf(answer: MapAnswer): Index {
  return {
    answer,
    byIso: new Map(answer.states.filter((state) => state.iso3 !== null).map((state) => [state.iso3 as string, state])),
    byId: new Map(answer.states.map((state) => [state.id, state])),
    at: new Map(answer.years.map((year, index) => [year, index])),
    holes: new Map(answer.holes.map((hole) => [hole.year, hole])),
  };
}

export function valueIn(index: Index, state: MapState, year: number): number | null {
  const at = index.at.get(year);
  return at === undefined ? null : (state.values[at] ?? null);
}

/** An outline takes its own value; where it has none, that of the former state that had it in the year; else it is missing. */
export function shownBy(index: Index, iso3: string | null, former: readonly FormerState[], year: number): Shown {
  const own = iso3 === null ? undefined : index.byIso.get(iso3);
  const has = (state: MapState | undefined): state is MapState => state !== undefined && (valueIn(index, state, year) !== null || isSubjectIn(state, year));
  const show = (state: MapState, as: string | null): Shown => ({ state, value: valueIn(index, state, year), isSubject: isSubjectIn(state, year), as });
  if (has(own)) return show(own, null);
  const before = former.find((one) => year >= one.from && year <= one.to);
  const holder = before && index.byId.get(before.id);
  if (has(holder)) return show(holder, before?.name ?? null);
  return { state: holder ?? own, value: null, isSubject: false, as: holder ? (before?.name ?? null) : null };
}

/** Why a state has no value in a year, in words. */
export function whyMissing(index: Index, state: MapState | undefined, year: number): string {
  const hole = index.holes.get(year);
  if (hole && !hole.partial) return hole.reason;
  if (!state) return 'no figure of this territory is held';
  const { figure } = index.answer;
  if (state.from !== null && year < state.from) return `not a member of the state system before ${state.from}`;
  if (state.to !== null && year > state.to) return `not a member of the state system after ${state.to}`;
  const at = index.at.get(year);
  const n = at === undefined ? null : (state.n?.[at] ?? null);
  if (figure === 'depend') return 'no goods trade of this state is held for the year';
  if (n === null) return 'no vote is held';
  if (n === 0) return 'no vote: no seat, or none used';
  return figure === 'align' ? `only ${n} ${n === 1 ? 'vote' : 'votes'} in common; fewer than five give no figure` : `only ${n} ${n === 1 ? 'vote' : 'votes'}; too few for a figure`;
}

/** The newest year with a value that no known hole shortens by more than a part. */
export function newestYear(answer: MapAnswer): number {
  const whole = new Set(answer.holes.filter((hole) => !hole.partial).map((hole) => hole.year));
  for (let index = answer.years.length - 1; index >= 0; index--) {
    const year = answer.years[index] as number;
    if (!whole.has(year)) return year;
  }
  return answer.years.at(-1) ?? 2025;
}
