// From the answer of `camps` to places on the line and words.
import { scaleLinear } from 'd3-scale';
import type { Camp, CampMove, CampsAnswer, CampState } from './shapes';

/** Below this share of draws a state sits on the fence; the same limit as on the command line. */
export const FENCE = 0.9;
const LARGE = ['USA', 'CHN', 'RUS', 'IND', 'GBR', 'FRA', 'DEU', 'BRA', 'JPN', 'ZAF', 'IDN', 'TUR', 'SAU', 'UKR'];

/** Colours of camps from the low end of the line; with two camps the ends, so that they never look alike. */
export function campColour(camp: number, camps: number): string {
  const order = ['var(--c2)', 'var(--c1)', 'var(--c3)', 'var(--c4)', 'var(--c5)', 'var(--c6)'];
  return order[camp % Math.max(camps, 1)] ?? 'var(--c6)';
}

/** "Camp 1, with China, India, Brazil". */
export function campName(camps: readonly Camp[], camp: number): string {
  const found = camps.find((one) => one.camp === camp);
  return found ? `Camp ${camp + 1}, ${found.label}` : `Camp ${camp + 1}`;
}

export const sureness = (state: CampState): number => Math.max(...state.probabilities);
export const onFence = (state: CampState): boolean => sureness(state) < FENCE;

/** The camps of a state that sits between, the likeliest first: "58 % camp 3, 42 % camp 2". */
export function between(state: CampState): string {
  return state.probabilities
    .map((probability, camp) => ({ probability, camp }))
    .filter((one) => one.probability >= 0.005)
    .sort((a, b) => b.probability - a.probability)
    .map((one) => `${Math.round(100 * one.probability)} % camp ${one.camp + 1}`)
    .join(', ');
}

/** States that the drawing names: those on the fence, large ones, and the chosen one. */
export function named(states: readonly CampState[], chosen: string | null): CampState[] {
  return states.filter((state) => onFence(state) || (state.iso3 !== null && LARGE.includes(state.iso3)) || String(state.id) === chosen);
}

export interface Dot {
  state: CampState;
  x: number;
  /** Steps from the middle line; 0, 1, −1, 2, … */
  y: number;
}

/** Dots side by side without overlap: each takes the free place nearest to the middle line. */
export function swarm(states: readonly CampState[], x: (value: number) => number, radius: number): Dot[] {
  const apart = 2 * radius + 0.5;
  const placed: Dot[] = [];
  for (const state of [...states].sort((a, b) => a.point - b.point)) {
    const at = x(state.point);
    const near = placed.filter((dot) => Math.abs(dot.x - at) < apart);
    const taken = near.map((dot) => ({ y: dot.y, need: Math.sqrt(apart * apart - (dot.x - at) ** 2) }));
    const tries = [0, ...taken.flatMap((one) => [one.y - one.need, one.y + one.need])].sort((a, b) => Math.abs(a) - Math.abs(b));
    const free = tries.find((y) => taken.every((one) => Math.abs(one.y - y) >= one.need - 1e-6)) ?? 0;
    placed.push({ state, x: at, y: free });
  }
  return placed;
}

/** Rows for names under the axis, so that no two of a row touch; what finds no room is left out. */
export function labelRows(states: readonly CampState[], x: (value: number) => number, room: number, most = 5): { state: CampState; x: number; row: number }[] {
  const ends = Array.from({ length: most }, () => -Infinity);
  return [...states]
    .sort((a, b) => a.point - b.point)
    .flatMap((state) => {
      const at = x(state.point);
      const row = ends.findIndex((end) => at - end >= room);
      if (row < 0) return [];
      ends[row] = at;
      return [{ state, x: at, row }];
    });
}

/** The scale of the line with room for the widest dots. */
export function lineScale(answer: CampsAnswer, width: number, edge: number) {
  const points = answer.states.map((state) => state.point);
  return scaleLinear([Math.min(...points), Math.max(...points)], [edge, width - edge]).nice();
}

/** Moves by how far they are sure, the surest first. */
export function byCertainty(moves: readonly CampMove[]): CampMove[] {
  return [...moves].sort((a, b) => b.from_probability * b.to_probability - a.from_probability * a.to_probability || a.name.localeCompare(b.name));
}

export type Filter = 'all' | 'fence' | `${number}`;

/** The states that the list shows. */
export function listed(answer: CampsAnswer, typed: string, filter: Filter): CampState[] {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const wanted = plain(typed.trim());
  return answer.states
    .filter((state) => (filter === 'all' ? true : filter === 'fence' ? onFence(state) : state.camp === Number(filter)))
    .filter((state) => wanted === '' || plain(state.name).includes(wanted) || plain(state.iso3 ?? '') === wanted)
    .sort((a, b) => (filter === 'fence' ? sureness(a) - sureness(b) : a.name.localeCompare(b.name)));
}
