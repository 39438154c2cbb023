import { describe, expect, it } from 'vitest';
import { classOf, classWords } from '../../charts/shareMap';
import { excessRanges, indirectSeries, missingYears, routeRanges, verdict } from './conduits';
import { flowRanges, scarcityRanges } from './gas';
import type { Conduit, Economy, GasAnswer, IndirectAnswer, Spread, WhatIfVariant } from './shapes';
import { change, dollars, signed } from './spread';
import { extremes, mapValues, MEASURES } from './whatif';

const spread = (median: number | null): Spread => ({ mean: median, low: median === null ? null : median - 0.001, median, high: median === null ? null : median + 0.001, monte_carlo_error: null });
const economy = (name: string, iso3: string | null, value: number | null): Economy => ({ name, iso3, id: null, real_income: spread(value), real_wage: spread(value), price_index: spread(value), exports: spread(value), imports: spread(value), gdp_billion_usd: null, billion_usd: null });

describe('numbers of changes', () => {
  it('show more places where they are small, a sign where they have one, and say what is missing', () => {
    expect(change(0.0048)).toBe('+0.48 %');
    expect(change(-0.00036)).toBe('−0.036 %');
    expect(change(0.051)).toBe('+5.1 %');
    expect(change(0.000000004)).toBe('0.000 %');
    expect(change(null)).toBe('missing');
    expect(signed(1.23)).toBe('+1.2');
    expect(signed(0.01)).toBe('0.0');
    expect(dollars(0.42)).toBe('+0.42 bn');
    expect(dollars(undefined)).toBe('missing');
  });
});

describe('the map of winners and losers', () => {
  it('has seven classes around zero', () => {
    const limits = [0.0001, 0.001, 0.01] as const;
    expect([-0.02, -0.005, -0.0005, 0, 0.00005, 0.0005, 0.005, 0.02].map((value) => classOf(value, limits))).toEqual([-3, -2, -1, 0, 0, 1, 2, 3]);
    expect(Object.is(classOf(-0.00001, limits), -0)).toBe(false);
    expect(classWords(limits, (value) => `${value}`)).toHaveLength(7);
  });

  it('takes economies with a code, and keeps those without a number missing', () => {
    const variant = { economies: [economy('Russia', 'RUS', 0.005), economy('Nowhere', 'NOW', null), economy('Rest of the world', null, 0)] } as WhatIfVariant;
    const values = mapValues(variant, MEASURES[0]!);
    expect([...values.keys()]).toEqual(['RUS', 'NOW']);
    expect(values.get('RUS')!.text).toBe('+0.50 % (+0.40 % to +0.60 %)');
    expect(values.get('NOW')).toMatchObject({ value: null, text: 'missing' });
    expect([...mapValues(variant, MEASURES[1]!).values()].map((one) => one.value)).toEqual([null, null]);
  });

  it('names gains before losses and nobody twice', () => {
    const variant = { economies: [economy('a', 'A', 0.1), economy('b', 'B', -0.2), economy('c', 'C', 0), economy('d', 'D', 0.3), economy('e', 'E', null)] } as WhatIfVariant;
    expect(extremes(variant, 'real_income', 5).map((one) => one.name)).toEqual(['d', 'a', 'b']);
  });
});

describe('conduits', () => {
  const excess = (actual: number | null) => ({ year: 2023, actual, expected: 1.2, log_excess: 1, score: 2 });
  const conduit = (name: string, candidate: boolean, seen: boolean): Conduit => ({ id: 1, iso3: null, name, candidate, both_sides_seen: seen, inflow_p_value: 0.01, outflow_p_value: 0.02, inflow: excess(3.4), outflow: seen ? excess(3.3) : null, last_known_outflow_billion_usd: null, eu_exports_billion_eur: [], route_billion_usd: { lower: 0.5, proportional: 0.6, matched: seen ? 1.8 : null, upper: 2.2 } });
  const all = [conduit('Armenia', true, true), conduit('Türkiye', false, true), conduit('Georgia', false, false)];
  it('say what stands out and what cannot be seen', () => expect(all.map(verdict)).toEqual(['stands out on both sides', 'within chance', 'its sales cannot be seen']));
  it('show the range of what may have passed; a missing flow is no zero', () => {
    expect(routeRanges(all)[0]).toMatchObject({ low: 0.5, high: 2.2, text: '0.60 (0.50 to 2.20)' });
    expect(routeRanges(all)[2]!.marks).toHaveLength(1);
    expect(excessRanges(all, 'outflow', 2020).map((one) => one.name)).toEqual(['Armenia', 'Türkiye']);
  });
  it('keep years without trade open', () => {
    const share = { denominator: 'as_reported', direct: 0.5, lower: 0.51, proportional: 0.52, upper: 0.6, content: 0.58 };
    const answer = { years: [{ year: 2022, missing: 'no trade held' }, { year: 2023, missing: null, imports_with_indirect: { shares: [share] } }] } as unknown as IndirectAnswer;
    expect(indirectSeries(answer, 'as_reported')[0]!.points).toEqual([{ x: 2022, y: null, low: null, high: null }, { x: 2023, y: 0.5, low: 0.51, high: 0.6 }]);
    expect(missingYears(answer)).toEqual([{ from: 2022, to: 2022, reason: 'missing: no trade held' }]);
  });
});

describe('gas', () => {
  const answer = { suppliers: [{ name: 'Norway', flows: [{ market: 'EU27', before_bcm: spread(90), after_bcm: spread(80) }, { market: 'China', before_bcm: spread(0), after_bcm: spread(0) }] }], scarcities: [{ capacity: 'full', before_usd_per_mmbtu: spread(3), after_usd_per_mmbtu: spread(1) }, { capacity: 'never full', before_usd_per_mmbtu: spread(0), after_usd_per_mmbtu: spread(0) }] } as unknown as GasAnswer;
  it('reads flows from either end and leaves out what does not flow', () => {
    expect(flowRanges(answer, 'Norway').map((one) => one.name)).toEqual(['EU27']);
    expect(flowRanges(answer, 'EU27')[0]!.marks.map((mark) => mark.value)).toEqual([90, 80]);
    expect(scarcityRanges(answer).map((one) => one.name)).toEqual(['full']);
  });
});
