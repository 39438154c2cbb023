// From the answer of `trade what-if` to maps, bars and tables.
import type { Bar } from '../../charts/Bars.svelte';
import type { MapValue } from '../../charts/shareMap';
import { between, change, dollars } from './spread';
import type { Economy, Spread, WhatIfVariant } from './shapes';

export type Measure = 'real_income' | 'billion_usd' | 'exports' | 'imports' | 'price_index' | 'real_wage';

export const MEASURES: readonly { key: Measure; name: string; format: (value: number) => string; limits: readonly [number, number, number] }[] = [
  { key: 'real_income', name: 'Real income', format: change, limits: [0.0001, 0.001, 0.01] },
  { key: 'billion_usd', name: 'Real income in US$', format: dollars, limits: [0.1, 1, 10] },
  { key: 'exports', name: 'Exports', format: change, limits: [0.001, 0.01, 0.1] },
  { key: 'imports', name: 'Imports', format: change, limits: [0.001, 0.01, 0.1] },
  { key: 'price_index', name: 'Price index', format: change, limits: [0.001, 0.01, 0.1] },
  { key: 'real_wage', name: 'Real wage', format: change, limits: [0.0001, 0.001, 0.01] },
];

export const spreadOf = (economy: Economy, measure: Measure): Spread | null => economy[measure];

/** Medians by ISO3 for the map. */
export function mapValues(variant: WhatIfVariant, measure: (typeof MEASURES)[number]): Map<string, MapValue> {
  return new Map(
    variant.economies.flatMap((economy): [string, MapValue][] => {
      const spread = spreadOf(economy, measure.key);
      if (!economy.iso3) return [];
      const value = spread?.median ?? null;
      return [[economy.iso3, { name: economy.name, value, text: value === null ? 'missing' : `${measure.format(value)} (${between(spread, measure.format)})` }]];
    }),
  );
}

/** Those who gain most and those who lose most, by the median; a change whose interval holds zero keeps its place and shows it. */
export function extremes(variant: WhatIfVariant, measure: Measure, count: number): Economy[] {
  const held = variant.economies.filter((economy) => (spreadOf(economy, measure)?.median ?? null) !== null).sort((a, b) => spreadOf(b, measure)!.median! - spreadOf(a, measure)!.median!);
  const gain = held.filter((economy) => spreadOf(economy, measure)!.median! > 0).slice(0, count);
  const lose = held.filter((economy) => spreadOf(economy, measure)!.median! < 0).slice(-count);
  return [...gain, ...lose];
}

export function bars(economies: readonly Economy[], measure: Measure): Bar[] {
  return economies.map((economy) => {
    const spread = spreadOf(economy, measure);
    return { name: economy.name, value: spread?.median ?? null, low: spread?.low, high: spread?.high, colour: (spread?.median ?? 0) < 0 ? 'var(--m-n2)' : 'var(--m-p2)' };
  });
}

/** Names of assumptions as words. */
export const plainName = (name: string): string => name.replaceAll('_', ' ');

/** "the middle 90 % of 1,000 draws". */
export const drawWords = (draws: number): string => `Median of ${draws.toLocaleString('en')} draws of the assumptions; the interval is their middle 90 %.`;
