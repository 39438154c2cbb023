// From the answer of `landscape` to two sides and a table of propensities.
import type { LandscapeAnswer } from './shapes';

export interface Member {
  key: string;
  name: string;
  /** Share of the draws of weights, then of codings, in which it stands with the reference. */
  shares: (number | null)[];
  words: string;
}

/** The two camps of the lowest minimum, the one of the reference first. */
export function sides(answer: LandscapeAnswer): { members: Member[]; withReference: boolean }[] {
  const lowest = answer.minima[0];
  if (!lowest) return [];
  const member = (key: string): Member => ({
    key,
    name: answer.actors.find((actor) => actor.key === key)?.name ?? key,
    shares: answer.sensitivity.draws.map((draws) => draws.with_reference[key] ?? null),
    words: answer.switches.find((one) => one.actor === key)?.words ?? '',
  });
  return [
    { members: lowest.with_reference.map(member), withReference: true },
    { members: lowest.against_reference.map(member), withReference: false },
  ].map((side) => side.withReference && !side.members.some((one) => one.key === answer.reference) ? { ...side, members: [member(answer.reference), ...side.members] } : side);
}

/** Propensity of a pair, whichever way round it is asked. */
export function propensity(answer: LandscapeAnswer, a: string, b: string): number | null {
  return answer.pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))?.propensity ?? null;
}

/** A colour for a propensity, in the classes of the maps. */
export function shade(value: number | null): string {
  if (value === null) return 'var(--m-gap)';
  const size = Math.abs(value);
  if (size < 0.25) return 'var(--m-z)';
  const side = value < 0 ? 'n' : 'p';
  return `var(--m-${side}${size < 1 ? 1 : size < 2.5 ? 2 : 3})`;
}
