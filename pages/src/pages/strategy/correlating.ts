// Which assumptions rise and fall together: pairs of the file, changed, added or made independent. What goes together is for the program to say.
import type { Changes } from './changes';
import { without, type Form, type FormCorrelation } from './form';
import { humane } from './words';

export type Ranks = Changes['correlations'];

export interface ShownPair {
  /** "first.second", as in the address. */
  key: string;
  first: string;
  second: string;
  rank: number;
  /** As the file has it; null for an added one. */
  was: FormCorrelation | null;
  /** Whether the reader made the pair independent. */
  removed: boolean;
  changed: boolean;
}

const keyOf = (one: Pick<FormCorrelation, 'first' | 'second'>) => `${one.first}.${one.second}`;

/** The changes of pairs that say something else than the file. */
export function changedCorrelations(form: Form, ranks: Ranks): [string, number | null][] {
  return Object.entries(ranks).filter(([key, rank]) => {
    const held = form.correlations.find((one) => keyOf(one) === key);
    return held ? held.rank !== rank : rank !== null && key.split('.').every((name) => form.assumptions.some((one) => one.name === name));
  });
}

/** All pairs, those of the file first. */
export function shownPairs(form: Form, ranks: Ranks): ShownPair[] {
  const changes = changedCorrelations(form, ranks);
  const changeOf = (key: string) => changes.find(([one]) => one === key);
  const own = form.correlations.map((was): ShownPair => {
    const change = changeOf(keyOf(was));
    return { key: keyOf(was), first: was.first, second: was.second, rank: change ? (change[1] ?? was.rank) : was.rank, was, removed: change?.[1] === null, changed: change !== undefined };
  });
  const added = changes.filter(([key]) => !form.correlations.some((one) => keyOf(one) === key)).map(([key, rank]): ShownPair => {
    const [first = '', second = ''] = key.split('.');
    return { key, first, second, rank: rank ?? 0, was: null, removed: false, changed: true };
  });
  return [...own, ...added];
}

/** The list as the program takes it; a number that someone moved is a judgement, and says what stood there before. */
export function correlationsBody(form: Form, ranks: Ranks): Record<string, unknown>[] {
  return shownPairs(form, ranks)
    .filter((pair) => !pair.removed)
    .map((pair) => {
      const was = pair.was;
      const kept = was !== null && !pair.changed ? { source: was.source, ...(was.note === null ? {} : { note: was.note }) } : { source: 'judgement', note: was === null ? 'added by hand; before it the two were independent' : `changed by hand; before it was ${was.rank} (${was.source})` };
      return { between: [pair.first, pair.second], rank: pair.rank, ...kept };
    });
}

/** The changes after a pair took a rank; null makes it independent, undefined takes the change back. */
export function withRank(form: Form, changes: Changes, key: string, rank: number | null | undefined): Changes {
  const others = without(changes.correlations, key);
  const held = form.correlations.find((one) => keyOf(one) === key);
  const back = rank === undefined || (held ? held.rank === rank : rank === null);
  return { ...changes, correlations: back ? others : { ...others, [key]: rank } };
}

/** The key that a pair has, or would have; a pair is the same in either order. */
export function pairKey(form: Form, ranks: Ranks, first: string, second: string): { key: string; there: boolean } {
  const there = shownPairs(form, ranks).find((pair) => (pair.first === first && pair.second === second) || (pair.first === second && pair.second === first));
  return { key: there?.key ?? `${first}.${second}`, there: there !== undefined };
}

/** Assumptions that a pair may have, by name as people read it; of the gas market none, which is drawn as a block. */
export function bindable(form: Form): { name: string; words: string }[] {
  return form.assumptions.filter((one) => one.channel !== 'gas').map((one) => ({ name: one.name, words: humane(one.name) })).sort((one, other) => (one.words < other.words ? -1 : 1));
}
