import { describe, expect, it } from 'vitest';
import { stacked } from '../../charts/Lanes.svelte';
import { citationOf } from './cite';
import { denominatorOf, gaps, heldYears, newestShare, shares } from './dependence';
import { laneRows, lanesOf } from './lanes';
import { grouped, holesOf, MEASURES, measureOf, newest, seriesOf } from './measures';
import type { Alignment, AlignYear, Dependence, Ties } from './shapes';
import { spanOf } from './span';

const interval = (low: number, high: number) => ({ low, high, level: 0.9 });
const year = (when: number, agreement: number | null, more: Partial<AlignYear> = {}): AlignYear => ({
  year: when, common_votes: agreement === null ? 0 : 60, roll_calls: 70, hole: null, agreement, agreement_interval: agreement === null ? null : interval(agreement - 0.1, agreement + 0.1), kappa_quadratic: null, ...more,
});
const provenance = { sources: [{ key: 'unga-votes', publisher: 'P', title: 'T', edition: 'E', licence: 'L' }], query: 'q', coverage: { statement: 's', held: null, missing: null, missing_names: [] } };

describe('measures', () => {
  const years = [year(1990, null), year(1991, null), year(1992, 0.5), year(1993, 0.6, { hole: '89 votes missing' })];
  it('become points with bands, the missing staying missing', () => {
    expect(seriesOf(years, 'agreement')[0]).toEqual({ x: 1990, y: null, low: null, high: null });
    expect(seriesOf(years, 'agreement')[2]).toMatchObject({ y: 0.5, low: 0.4, high: 0.6 });
  });
  it('name holes with their reason, neighbours together', () => {
    expect(holesOf(years, 'agreement')).toEqual([
      { from: 1990, to: 1991, reason: 'no vote in common' },
      { from: 1993, to: 1993, reason: '89 votes missing' },
    ]);
  });
  it('tell a measure that is undefined from votes that are missing', () => expect(holesOf([year(1992, 0.5)], 'kappa_quadratic')[0]?.reason).toContain('too uniform'));
  it('find the newest value', () => {
    expect(newest(years, 'agreement')?.year).toBe(1993);
    expect(newest(years, 'kappa_quadratic')).toBeUndefined();
  });
  it('fall back to agreement for a name that is none', () => expect(measureOf('nonsense')).toBe(MEASURES[0]));
  it('do not join what has a gap between', () => expect(grouped([{ year: 1, reason: 'x' }, { year: 3, reason: 'x' }])).toHaveLength(2));
});

const flow = (share: number) => ({ shares: [{ denominator: 'gaps_filled' as const, share, with_partner_billion_usd: share * 100, total_billion_usd: 100, coverage: provenance.coverage }], rank: 1, partners: 100 });
const trade: Dependence = {
  party: 'Russia', on: 'China', since: 1998, until: 2003, provenance,
  years: [
    { year: 1998, missing: 'no trade held' }, { year: 1999, missing: 'no trade held' },
    { year: 2000, missing: null, imports: flow(0.1), exports: flow(0.2) }, { year: 2001, missing: 'no trade held' }, { year: 2002, missing: 'no trade held' },
    { year: 2003, missing: null, imports: flow(0), exports: flow(0.3) },
  ],
};

describe('dependence', () => {
  it('starts with the first year held', () => expect(heldYears(trade).map((one) => one.year)).toEqual([2000, 2001, 2002, 2003]));
  it('keeps gaps open and zero a value', () => expect(shares(trade, 'imports', 'gaps_filled').map((point) => point.y)).toEqual([0.1, null, null, 0]));
  it('names the gaps', () => expect(gaps(trade, 'gaps_filled')).toEqual([{ from: 2001, to: 2002, reason: 'no trade held' }]));
  it('says that a denominator is not held', () => expect(gaps(trade, 'official_total').at(-1)?.reason).toContain('denominator'));
  it('finds the newest share, and none where there is none', () => {
    expect(newestShare(trade, 'exports', 'gaps_filled')).toMatchObject({ year: { year: 2003 }, share: { share: 0.3 } });
    expect(newestShare(trade, 'exports', 'official_total')).toBeUndefined();
  });
  it('fills gaps unless asked otherwise', () => expect(denominatorOf(null).key).toBe('gaps_filled'));
});

const ties: Ties = {
  a: { id: 2, iso3: 'USA', name: 'United States' }, b: { id: 740, iso3: 'JPN', name: 'Japan' }, since: 1950, until: 2025,
  obligations: [{ direction: 'a_to_b', from_year: 1951, to_year: 1959, ended: true, terms: ['defence', 'consultation'], source: 'atop' }],
  shared_defence_partners: [], arms: [{ from_year: 2020, to_year: 2024, from_a: { of_buyer: 0.97, of_seller: 0.09, of_peak: 1 }, from_b: null }],
  us_forces: [], wars: [], disputes: [{ decade: 1960, against: 0, force_used: 0, fatal: 0, same_side: 1 }], rivalries: [], armed_conflict: [],
  nuclear_a: { status: 'possessing', from_year: 1945, held_to: 2022 }, nuclear_b: { status: 'none', from_year: 1952, held_to: 2022 },
  public_record: [{ date: '2024-04-10', kind: 'forces', what: 'closer command', document: 'statement' }],
  held_to: [{ what: 'wars', last_year: 2003, source: 'cow-wars' }], unobserved: [], provenance,
};

describe('lanes', () => {
  const lanes = lanesOf(ties);
  const lane = (name: string) => lanes.find((one) => one.name === name);
  it('say what one owes the other', () => expect(lane('Obligations of United States to Japan')?.spans[0]).toMatchObject({ from: 1951, to: 1959, label: 'defence, consultation' }));
  it('keep a lane without record, with the year that its source reaches', () => expect(lane('Wars')).toMatchObject({ spans: [], heldTo: 2003 }));
  it('leave out what does not apply', () => expect(lane('Nuclear weapons of Japan')).toBeUndefined());
  it('mark public events', () => expect(lane('Public events')?.marks).toEqual([{ year: 2024, label: '2024-04-10: closer command' }]));
  it('become rows of a table, with none recorded in words', () => {
    expect(laneRows(lanes)).toContainEqual(['Wars', 'to 2003', 'none recorded']);
    expect(laneRows(lanes)).toContainEqual(['Major arms from United States, share of what Japan got', '2020 to 2024', '97 %']);
  });
  it('stack what overlaps', () => {
    const span = (from: number, to: number) => ({ from, to, label: `${from}` });
    expect(stacked([span(1, 5), span(3, 8), span(6, 7)]).map((row) => row.map((one) => one.from))).toEqual([[1, 6], [3]]);
  });
});

describe('words', () => {
  const answer: Alignment = { schema: '', a: 'Russia', b: 'China', years: [year(2024, 0.75)], provenance };
  it('cite the newest figure with interval and source', () => expect(citationOf(answer, ['Russia', 'China'], 'http://localhost:8750/dyad?a=RUS&b=CHN')).toBe('Russia and China: vote agreement 75.0 % in 2024 (90 % interval 65 % to 85 %; 60 votes in common). P, T, E. Computed with Entente, /dyad?a=RUS&b=CHN.'));
  it('ask for the years in which a bloc has members', () => {
    expect(spanOf([{ from: 1958, to: null }], 1946)).toEqual({ since: 1958, until: undefined });
    expect(spanOf([{ from: 1955, to: 1991 }], 1980)).toEqual({ since: 1980, until: 1990 });
    expect(spanOf([], 1946)).toEqual({ since: 1946, until: undefined });
  });
});
