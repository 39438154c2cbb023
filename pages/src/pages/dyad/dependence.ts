// Shares of trade over the years under one denominator.
import type { ChartPoint } from '../../charts/LineChart.svelte';
import { grouped, type Span } from './measures';
import type { Denominator, Dependence, DependYear, Flow } from './shapes';

export const DENOMINATORS: readonly { key: Denominator; name: string; about: string }[] = [
  { key: 'gaps_filled', name: 'gaps filled', about: 'of all partners, those that are missing at their last known value' },
  { key: 'as_reported', name: 'as reported', about: 'of the sum of what is reported; missing partners are left out, so that the share is too high where many are missing' },
  { key: 'official_total', name: 'official total', about: 'of the total that its own customs published, where one is held' },
];

export function denominatorOf(key: string | null): (typeof DENOMINATORS)[number] {
  return DENOMINATORS.find((one) => one.key === key) ?? (DENOMINATORS[0] as (typeof DENOMINATORS)[number]);
}

export type FlowName = 'imports' | 'exports';

export function shareIn(year: DependYear, flow: FlowName, denominator: Denominator): Flow['shares'][number] | undefined {
  return year[flow]?.shares.find((share) => share.denominator === denominator);
}

/** The years from the first that is held on; earlier ones are said in words. */
export function heldYears(answer: Dependence): DependYear[] {
  const first = answer.years.findIndex((year) => year.missing === null);
  return first < 0 ? [] : answer.years.slice(first);
}

export function shares(answer: Dependence, flow: FlowName, denominator: Denominator): ChartPoint[] {
  return heldYears(answer).map((year) => ({ x: year.year, y: shareIn(year, flow, denominator)?.share ?? null }));
}

export function gaps(answer: Dependence, denominator: Denominator): Span[] {
  return grouped(
    heldYears(answer).map((year) => {
      const none = shareIn(year, 'imports', denominator)?.share === undefined && shareIn(year, 'exports', denominator)?.share === undefined;
      return { year: year.year, reason: year.missing ?? (none ? 'no share under this denominator is held' : null) };
    }),
  );
}

/** The newest year with a share, and the share. */
export function newestShare(answer: Dependence, flow: FlowName, denominator: Denominator): { year: DependYear; share: Flow['shares'][number] } | undefined {
  for (const year of [...answer.years].reverse()) {
    const share = shareIn(year, flow, denominator);
    if (share && share.share !== null) return { year, share };
  }
  return undefined;
}
