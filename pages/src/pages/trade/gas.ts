// From the answer of `gas what-if` to bars and ranges.
import type { Bar } from '../../charts/Bars.svelte';
import type { Range } from '../../charts/Ranges.svelte';
import { decimals } from '../../lib/numbers';
import type { GasAnswer, Spread } from './shapes';
import { between } from './spread';

/** Rounding errors of a solver are no flows: less than a thousandth of a unit is shown as zero by its format, and sorts as one. */
const size = (spread: Spread): number => (Math.abs(spread.median ?? 0) < 0.001 ? 0 : (spread.median ?? 0));

export function spreadBar(name: string, spread: Spread): Bar {
  return { name, value: spread.median, low: spread.low, high: spread.high, colour: size(spread) < 0 ? 'var(--m-n2)' : 'var(--m-p2)' };
}

/** Suppliers by what their revenue changes, the largest gain first. */
export function byRevenue(answer: GasAnswer) {
  return [...answer.suppliers].sort((a, b) => size(b.revenue_change_billion_usd) - size(a.revenue_change_billion_usd));
}

/** What a supplier sells to each market, or what a market buys of each supplier: before and after, with the interval of after. */
export function flowRanges(answer: GasAnswer, who: string): Range[] {
  const flows = answer.suppliers.flatMap((supplier) =>
    supplier.flows.filter((flow) => supplier.name === who || flow.market === who).map((flow) => ({ name: supplier.name === who ? flow.market : supplier.name, ...flow })),
  );
  return flows
    .filter((flow) => (flow.before_bcm.median ?? 0) >= 0.05 || (flow.after_bcm.median ?? 0) >= 0.05)
    .sort((a, b) => (b.before_bcm.median ?? 0) - (a.before_bcm.median ?? 0))
    .map((flow) => ({
      name: flow.name,
      marks: [{ name: 'before', value: flow.before_bcm.median ?? 0, open: true }, { name: 'after', value: flow.after_bcm.median ?? 0 }],
      low: flow.after_bcm.low,
      high: flow.after_bcm.high,
      colour: (flow.after_bcm.median ?? 0) < (flow.before_bcm.median ?? 0) - 0.05 ? 'var(--m-n2)' : 'var(--m-p2)',
      text: `${decimals(flow.before_bcm.median)} → ${decimals(flow.after_bcm.median)} (${between(flow.after_bcm, decimals)})`,
    }));
}

/** Shadow prices of full capacities, before and after. */
export function scarcityRanges(answer: GasAnswer): Range[] {
  return answer.scarcities
    .filter((one) => (one.before_usd_per_mmbtu.high ?? 0) > 0.005 || (one.after_usd_per_mmbtu.high ?? 0) > 0.005)
    .map((one) => ({
      name: one.capacity,
      marks: [{ name: 'before', value: one.before_usd_per_mmbtu.median ?? 0, open: true }, { name: 'after', value: one.after_usd_per_mmbtu.median ?? 0 }],
      low: one.after_usd_per_mmbtu.low,
      high: one.after_usd_per_mmbtu.high,
      colour: 'var(--c5)',
      text: `${decimals(one.before_usd_per_mmbtu.median)} → ${decimals(one.after_usd_per_mmbtu.median)} (${between(one.after_usd_per_mmbtu, decimals)})`,
    }));
}
