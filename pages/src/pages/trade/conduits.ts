// From the answer of `depend --conduits` to ranges and words.
import type { Range } from '../../charts/Ranges.svelte';
import { decimals } from '../../lib/numbers';
import type { Conduit, IndirectAnswer } from './shapes';

export function verdict(conduit: Conduit): string {
  if (conduit.candidate) return 'stands out on both sides';
  return conduit.both_sides_seen ? 'within chance' : 'its sales cannot be seen';
}

const colour = (conduit: Conduit): string => (conduit.candidate ? 'var(--c2)' : 'var(--c6)');

/** From the least to the most that may have passed, with the proportional and the matched amount. */
export function routeRanges(conduits: readonly Conduit[]): Range[] {
  return conduits.flatMap((conduit) => {
    const route = conduit.route_billion_usd;
    if (!route || route.lower === null || route.upper === null) return [];
    const marks = [
      ...(route.proportional === null ? [] : [{ name: `proportional ${decimals(route.proportional, 2)}`, value: route.proportional }]),
      ...(route.matched === null ? [] : [{ name: `matched ${decimals(route.matched, 2)}`, value: route.matched, open: true }]),
    ];
    return [{ name: conduit.name, marks, low: route.lower, high: route.upper, colour: colour(conduit), text: `${decimals(route.proportional, 2)} (${decimals(route.lower, 2)} to ${decimals(route.upper, 2)})` }];
  });
}

/** Expected and observed; a flow that is not held is left out of the picture and stands in the table. */
export function excessRanges(conduits: readonly Conduit[], flow: 'inflow' | 'outflow', baseYear: number): Range[] {
  return conduits.flatMap((conduit) => {
    const excess = conduit[flow];
    if (!excess || excess.actual === null || excess.expected === null) return [];
    return [{ name: conduit.name, marks: [{ name: `expected from ${baseYear} and before`, value: excess.expected, open: true }, { name: 'observed', value: excess.actual }], colour: colour(conduit), text: `${decimals(excess.expected)} → ${decimals(excess.actual)}` }];
  });
}

/** The share of a partner in imports by year: direct, and with what comes through third states as a band. */
export function indirectSeries(answer: IndirectAnswer, denominator: string) {
  const shares = answer.years.map((year) => ({ year: year.year, share: year.imports_with_indirect?.shares.find((one) => one.denominator === denominator) ?? null }));
  return [
    { name: 'direct', colour: 'var(--c1)', points: shares.map(({ year, share }) => ({ x: year, y: share?.direct ?? null, low: share?.lower ?? null, high: share?.upper ?? null })) },
    { name: "with third states' content", colour: 'var(--c2)', dashed: true, points: shares.map(({ year, share }) => ({ x: year, y: share?.content ?? null })) },
  ];
}

/** Years without trade held. */
export function missingYears(answer: IndirectAnswer): { from: number; to: number; reason: string }[] {
  return answer.years.filter((year) => year.missing !== null).map((year) => ({ from: year.year, to: year.year, reason: `missing: ${year.missing}` }));
}
