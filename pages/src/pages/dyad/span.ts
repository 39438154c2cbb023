// The years that a dyad can be asked for.
import type { Party } from '../../lib/states';

/** From the first year in which all blocs have members (at a year's end) to the last; `until` is undefined where they last. */
export function spanOf(blocs: readonly Pick<Party, 'from' | 'to'>[], since: number): { since: number; until: number | undefined } {
  const ends = blocs.flatMap((bloc) => (bloc.to === null ? [] : [bloc.to - 1]));
  return { since: Math.max(since, ...blocs.map((bloc) => bloc.from ?? since)), until: ends.length === 0 ? undefined : Math.min(...ends) };
}
