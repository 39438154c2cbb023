// Kinds of distributions as the form edits them. Whether numbers can be a distribution is for the program to say.
import { SLIDERS, tidy, type DistributionKind, type FormAssumption, type Spreading } from './form';

/** Whether a word is a kind of distribution. */
export function isKind(word: string): word is DistributionKind {
  return Object.hasOwn(SLIDERS, word);
}

export const KIND_WORDS: Readonly<Record<DistributionKind, string>> = {
  value: 'One value',
  uniform: 'Uniform',
  triangular: 'Triangular',
  pert: 'PERT',
  normal: 'Normal',
  lognormal: 'Log-normal',
  beta: 'Beta',
  discrete: 'A few values',
};

/** Kinds with bounds that may be left out. */
export const BOUNDED: readonly DistributionKind[] = ['normal', 'lognormal', 'beta'];

/** The names of all numbers of a kind in the order of an address; of a few values as many as there are. */
export function numberNames(kind: DistributionKind, held: number | Readonly<Record<string, number>>): readonly string[] {
  if (kind !== 'discrete') return BOUNDED.includes(kind) ? [...SLIDERS[kind], 'low', 'high'] : SLIDERS[kind];
  const pairs = Math.ceil((typeof held === 'number' ? held : Object.keys(held).length) / 2);
  return Array.from({ length: pairs }, (_, index) => [`values${index}`, `weights${index}`]).flat();
}

/** Numbers of the program without lists: those of a list take their place behind the name. */
export function flat(numbers: Readonly<Record<string, number | readonly number[]>>): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).flatMap(([name, value]): [string, number][] => (typeof value === 'number' ? [[name, value]] : value.map((one, index) => [`${name}${index}`, one]))));
}

/** The numbers as the program takes them. */
export function unflat(numbers: Readonly<Record<string, number>>): Record<string, number | number[]> {
  const lists: Record<string, number[]> = {};
  const whole: Record<string, number> = {};
  for (const [name, value] of Object.entries(numbers)) {
    const found = /^(values|weights)(\d+)$/.exec(name);
    if (found) (lists[found[1]!] ??= [])[Number(found[2])] = value;
    else whole[name] = value;
  }
  return { ...whole, ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.filter((one) => one !== undefined)])) };
}

/** Pairs of value and weight, as the form shows them. */
export function pairsOf(numbers: Readonly<Record<string, number>>): { value: number; weight: number }[] {
  const { values = [], weights = [] } = unflat(numbers) as { values?: number[]; weights?: number[] };
  return values.map((value, index) => ({ value, weight: weights[index] ?? 0 }));
}

/** Pairs of value and weight as numbers of an assumption. */
export function ofPairs(pairs: readonly { value: number; weight: number }[]): Record<string, number> {
  return flat({ values: pairs.map((pair) => pair.value), weights: pairs.map((pair) => pair.weight) });
}

// How far the ends lie beyond the 5 and 95 % quantiles, as a share of the way to these from the middle; exact where the two sides are alike.
const BEYOND: Readonly<Record<'uniform' | 'triangular' | 'pert', number>> = { uniform: 0.111, triangular: 0.462, pert: 0.608 };

const three = (value: number) => Number(value.toPrecision(3));

/**
 * Numbers to begin with when another kind is chosen: near what was assumed, so that the kind alone is what changes. From the quantiles that the
 * program told of what was assumed.
 */
export function begun(kind: DistributionKind, one: Pick<FormAssumption, 'low' | 'high'>, from: Pick<Spreading, 'quantiles' | 'mean'>): Record<string, number> {
  const within = (value: number) => three(Math.min(one.high ?? Infinity, Math.max(one.low ?? -Infinity, value)));
  const { p5, p50, p95 } = { p5: from.quantiles.p5 ?? 0, p50: from.quantiles.p50 ?? 0, p95: from.quantiles.p95 ?? 0 };
  const [low, middle, high] = [within(p5), within(p50), within(p95)];
  const bounds = { ...(one.low === null ? {} : { low: one.low }), ...(one.high === null ? {} : { high: one.high }) };

  // A single value has no spread: a tenth of it to either side is one to begin with.
  const wide = p95 > p5 ? p95 - p5 : Math.abs(p50) * 0.2 || 0.02;
  const [from5, to95] = p95 > p5 ? [low, high] : [within(p50 - wide / 2), within(p50 + wide / 2)];
  switch (kind) {
    case 'value':
      return { value: middle };
    case 'uniform':
    case 'triangular':
    case 'pert': {
      const [low, high] = [within(from5 - BEYOND[kind] * (p50 - from5)), within(to95 + BEYOND[kind] * (to95 - p50))];
      return kind === 'uniform' ? { low, high } : { low, mode: middle, high };
    }
    case 'normal':
      return { mean: within(from.mean ?? p50), sd: three(wide / 3.29), ...bounds };
    case 'lognormal': {
      const median = p50 > 0 ? middle : three(wide / 2);
      return { low90: from5 > 0 && from5 < median ? from5 : three(median / 3), median, high90: to95 > median ? to95 : three(median * 3), ...bounds };
    }
    case 'beta': {
      const [least, most] = [one.low ?? 0, one.high ?? Math.max(1, high * 2)];
      const share = Math.min(0.98, Math.max(0.02, ((from.mean ?? p50) - least) / (most - least)));
      const sum = Math.max(1, (share * (1 - share)) / (wide / 3.29 / (most - least)) ** 2 - 1);
      return { alpha: three(Math.max(0.1, share * sum)), beta: three(Math.max(0.1, (1 - share) * sum)), ...(least === 0 && most === 1 ? {} : { low: least, high: most }) };
    }
    case 'discrete':
      return ofPairs([...new Set([from5, middle, to95])].map((value, index, all) => ({ value: tidy(value), weight: index === 1 && all.length === 3 ? 2 : 1 })));
  }
}
