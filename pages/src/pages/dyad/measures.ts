// The measures of alignment that one answer carries, and their series over the years.
import type { Interval } from '../../lib/api';
import { decimals, percent } from '../../lib/numbers';
import type { ChartPoint } from '../../charts/LineChart.svelte';
import type { AlignYear } from './shapes';

export interface Measure {
  key: string;
  name: string;
  about: string;
  low: number;
  format: (value: number) => string;
}

const share = (value: number) => percent(value, 0);
const coefficient = (value: number) => decimals(value, 2);

export const MEASURES: readonly Measure[] = [
  { key: 'agreement', name: 'Agreement', about: '1 for the same vote, ½ where one of the two abstained, 0 for yes against no; mean over the roll calls on which both voted.', low: 0, format: share },
  { key: 'identical_votes', name: 'Identical votes', about: 'Share of the roll calls on which both cast the same vote.', low: 0, format: share },
  { key: 's', name: 'S', about: 'Signorino and Ritter’s S, from −1 to 1: one minus twice the mean distance of the votes.', low: -1, format: coefficient },
  { key: 's_squared', name: 'S, squared distances', about: 'S with squared distances: a vote against weighs more than an abstention.', low: -1, format: coefficient },
  { key: 'kappa_quadratic', name: 'Kappa, quadratic weights', about: 'Cohen’s kappa: agreement beyond what the two’s own habits of voting would give by chance.', low: -1, format: coefficient },
  { key: 'kappa_linear', name: 'Kappa, linear weights', about: 'Cohen’s kappa with linear weights: agreement beyond chance.', low: -1, format: coefficient },
  { key: 'kappa_nominal', name: 'Kappa, unweighted', about: 'Cohen’s kappa of identical votes: agreement beyond chance, abstention counting as a vote of its own.', low: -1, format: coefficient },
  { key: 'pi_quadratic', name: 'Scott’s pi, quadratic weights', about: 'Like kappa, with chance from the habits of both together.', low: -1, format: coefficient },
  { key: 'pi_linear', name: 'Scott’s pi, linear weights', about: 'Like kappa with linear weights, with chance from the habits of both together.', low: -1, format: coefficient },
  { key: 'pi_nominal', name: 'Scott’s pi, unweighted', about: 'Like unweighted kappa, with chance from the habits of both together.', low: -1, format: coefficient },
  { key: 'tau_b', name: 'Kendall’s tau-b', about: 'Rank correlation of the votes, from −1 to 1.', low: -1, format: coefficient },
];

export function measureOf(key: string | null): Measure {
  return MEASURES.find((one) => one.key === key) ?? (MEASURES[0] as Measure);
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

export function pointOf(year: AlignYear, key: string): ChartPoint {
  const interval = year[`${key}_interval`] as Interval | null | undefined;
  return { x: year.year, y: number(year[key]), low: interval?.low ?? null, high: interval?.high ?? null };
}

export function seriesOf(years: readonly AlignYear[], key: string): ChartPoint[] {
  return years.map((year) => pointOf(year, key));
}

/** The newest year in which the measure has a value. */
export function newest(years: readonly AlignYear[], key: string): AlignYear | undefined {
  return years.findLast((year) => number(year[key]) !== null);
}

export interface Span {
  from: number;
  to: number;
  reason: string;
}

/** Neighbouring years with one and the same reason become one hole. */
export function grouped(years: readonly { year: number; reason: string | null }[]): Span[] {
  const spans: Span[] = [];
  for (const { year, reason } of years) {
    if (reason === null) continue;
    const last = spans.at(-1);
    if (last && last.reason === reason && last.to === year - 1) last.to = year;
    else spans.push({ from: year, to: year, reason });
  }
  return spans;
}

/** Years of which votes are missing, or in which the two have none in common. */
export function holesOf(years: readonly AlignYear[], key: string): Span[] {
  return grouped(
    years.map((year) => ({
      year: year.year,
      reason: year.hole ?? (number(year[key]) !== null ? null : year.common_votes === 0 ? 'no vote in common' : 'too few or too uniform votes in common for this measure'),
    })),
  );
}
