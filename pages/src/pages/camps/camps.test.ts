import { afterEach, describe, expect, it, vi } from 'vitest';
import { between, byCertainty, labelRows, listed, onFence, swarm } from './camps';
import { propensity, shade, sides } from './coalition';
import { ballotQuestion, ballots, day, heaviest, leading, most, otherWay, stayed } from './drift';
import type { CampsAnswer, CampState, DriftAnswer, DriftPair, LandscapeAnswer, Mover, TriangleAnswer } from './shapes';
import { voteYears } from './years';
import { emptyRuns, newestRead, shortWords, sideSeries, stacked, words } from './triangle';

const interval = { low: 0, high: 1, level: 0.9 };
const state = (name: string, point: number, probabilities: number[], id = point): CampState => ({ id, iso3: name.slice(0, 3).toUpperCase(), name, camp: probabilities.indexOf(Math.max(...probabilities)), probabilities, margin: 1, point, interval, votes: 80 });

const edges = (values: (number | null)[]) => [[2, 710], [2, 365], [710, 365]].map(([a, b], index) => ({ a: a!, b: b!, agreement: values[index] ?? null, positive_by_votes: values[index] ?? null, positive_by_ties: null }));
const marriage = { type: 'StableMarriage' as const, probability: 0.7, pivot_or_pariah: 2, all: [{ type: 'StableMarriage' as const, probability: 0.7 }, { type: 'UnitVeto' as const, probability: 0.3 }] };
const triangle: TriangleAnswer = {
  states: [{ id: 2, iso3: 'USA', name: 'United States' }, { id: 710, iso3: 'CHN', name: 'China' }, { id: 365, iso3: 'RUS', name: 'Russia' }],
  years: [
    { year: 2022, threshold: 0.85, threshold_interval: interval, edges: edges([0.3, 0.3, 0.8]), by_votes: marriage, by_ties: null },
    { year: 2023, threshold: 0.85, threshold_interval: interval, edges: edges([0.2, 0.3, 0.9]), by_votes: marriage, by_ties: null },
    { year: 2024, threshold: 0.85, threshold_interval: interval, edges: edges([null, null, null]), by_votes: null, by_ties: null },
  ],
  spells_by_votes: [], spells_by_ties: [], provenance: { sources: [], query: '', coverage: { statement: '', held: null, missing: null, missing_names: [] } },
};

describe('the triangle', () => {
  it('names who is outside and who is in the middle', () => {
    expect(words(triangle, 'StableMarriage', 2)).toBe('Stable marriage of China and Russia; United States outside');
    expect(words(triangle, 'RomanticTriangle', 710)).toContain('China in the middle');
    expect(shortWords(triangle, { type: 'StableMarriage', pivot_or_pariah: 365 })).toBe('Marriage, RUS outside');
  });

  it('stacks the probabilities of a year to one and leaves a missing year empty', () => {
    const columns = stacked(marriage);
    expect(columns.map((one) => one.type)).toEqual(['StableMarriage', 'UnitVeto']);
    expect(columns.at(-1)!.to).toBeCloseTo(1, 12);
    expect(stacked(null)).toEqual([]);
  });

  it('keeps years without agreement as holes, without a band, and reads the newest year that is held', () => {
    const aligned = [{ years: [{ year: 2023, agreement: 0.2, agreement_interval: { low: 0.1, high: 0.3, level: 0.9 }, common_votes: 80, hole: null }, { year: 2024, agreement: 0.4, agreement_interval: interval, common_votes: 6, hole: null }], provenance: triangle.provenance }];
    const series = sideSeries(triangle, 'agreement', aligned);
    expect(series).toHaveLength(4);
    expect(series[0]!.points[1]).toEqual({ x: 2023, y: 0.2, low: 0.1, high: 0.3 });
    expect(series[0]!.points[2]).toEqual({ x: 2024, y: null, low: null, high: null });
    expect(emptyRuns(triangle, 'agreement')).toMatchObject([{ from: 2024, to: 2024 }]);
    expect(emptyRuns(triangle, 'ties')).toMatchObject([{ from: 2022, to: 2024 }]);
    expect(newestRead(triangle)).toBe(2023);
  });
});

describe('camps', () => {
  const states = [state('Argentina', 1.8, [0, 0.42, 0.58]), state('Brazil', -1, [1, 0, 0]), state('Ñandú', -0.99, [0.95, 0.05, 0])];
  it('put those below nine tenths on the fence', () => {
    expect(states.map(onFence)).toEqual([true, false, false]);
    expect(between(states[0]!)).toBe('58 % camp 3, 42 % camp 2');
  });

  it('lay dots side by side without overlap', () => {
    const many = Array.from({ length: 60 }, (_, index) => state(`S${index}`, index / 60, [1], index));
    const dots = swarm(many, (value) => value * 50, 5);
    for (const a of dots) for (const b of dots) if (a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(9.99);
    expect(dots).toHaveLength(60);
  });

  it('name states under the axis without touching, and leave out what finds no room', () => {
    const many = Array.from({ length: 10 }, (_, index) => state(`S${index}`, index, [1], index));
    const rows = labelRows(many, (value) => value, 30, 2);
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map((one) => one.row)).size).toBe(2);
  });

  it('are searched without accents and narrowed to the fence', () => {
    const answer = { states } as CampsAnswer;
    expect(listed(answer, 'nandu', 'all').map((one) => one.name)).toEqual(['Ñandú']);
    expect(listed(answer, '', 'fence').map((one) => one.name)).toEqual(['Argentina']);
    expect(listed(answer, '', '0').map((one) => one.name)).toEqual(['Brazil', 'Ñandú']);
  });

  it('tell the surest moves first', () => {
    const move = (name: string, to: number) => ({ id: to, iso3: null, name, from: 0, from_probability: 1, to: 1, to_probability: to });
    expect(byCertainty([move('b', 0.6), move('a', 0.9)]).map((one) => one.name)).toEqual(['a', 'b']);
  });
});

describe('movements', () => {
  const part = (resolution: number, behaviour: number) => ({ resolution, base_votes: 1, last_votes: 1, base: 0, last: 1, behaviour, agenda: 0 });
  const pair = (toward: string, own: number, noise = false): DriftPair => ({ toward, base_votes: 80, last_votes: 90, base: 0.4, last: 0.7, change: 0.3, change_interval: interval, behaviour: 0.2, behaviour_interval: interval, agenda: 0.1, agenda_interval: interval, own, own_interval: interval, within_noise: noise, recurring_resolutions: 3, issues: [{ issue: 'nuclear', base_votes: 1, last_votes: 1, base: 0, last: 1, behaviour: 0.2, agenda: 0 }], resolutions: [part(0, -0.03), part(1, 0.02), part(2, 0.05), part(3, 0)], rest: { resolutions: 0, behaviour: 0, agenda: 0 } });
  const mover: Mover = { key: 'ARG', name: 'Argentina', pairs: [pair('CHN', -0.2), pair('USA', 0.33)] };
  const answer = { movers: [mover, { key: 'FRA', name: 'France', pairs: [pair('USA', 0.01, true)] }], resolutions: ['a', 'b', 'c', 'd'].map((title) => ({ title, base: [], last: [], issues: 'coded', title_inferred: false, issue_shares: {} })) } as unknown as DriftAnswer;

  it('lead with the pair that moved most, and leave out what is within noise', () => {
    expect(leading(mover)!.toward).toBe('USA');
    expect(most(answer, 5).map((one) => one.key)).toEqual(['ARG']);
  });

  it('show the resolutions that moved it that way, not those that did not', () => {
    expect(heaviest(answer, mover.pairs[1]!, 5).map((one) => one.resolution.title)).toEqual(['c', 'b']);
    expect(heaviest(answer, mover.pairs[0]!, 5).map((one) => one.resolution.title)).toEqual(['a']);
    expect(otherWay(mover.pairs[1]!)).toBe(1);
  });

  it('say where others moved and it stayed', () => {
    expect(stayed(mover.pairs[1]!)).toBe(false);
    expect(stayed(mover.pairs[0]!)).toBe(true);
  });

  it('join votes to roll calls by symbol and by id; who cast none has none', () => {
    const found = ballots([['A/RES/78/7', 'V1', '2023-11-02', 'USA', 3], ['A/RES/78/7', 'V1', '2023-11-02', 'ARG', 1], [null, 'V2', '2023-12-01', null, null]]);
    expect(found.get('A/RES/78/7')![0]!.votes.get('ARG')).toBe('yes');
    expect(found.get('V1')![0]!.votes.get('USA')).toBe('no');
    expect(found.get('V2')![0]!.votes.size).toBe(0);
    expect(ballotQuestion(["it's"], ['ARG'])).toContain("'it''s'");
    expect(day('2023-11-02')).toBe('2 Nov 2023');
  });
});

describe('coalitions', () => {
  const landscape = { reference: 'CHN', actors: [{ key: 'USA', name: 'United States', size: 1 }, { key: 'CHN', name: 'China', size: 1 }, { key: 'RUS', name: 'Russia', size: 1 }], pairs: [{ a: 'USA', b: 'RUS', propensity: -1.6, factors: {} }], minima: [{ with_reference: ['RUS', 'CHN'], against_reference: ['USA'] }], switches: [], sensitivity: { draws: [{ kind: 'weights', with_reference: { USA: 0, RUS: 0.6, CHN: 1 } }] } } as unknown as LandscapeAnswer;
  it('have two sides, each state once', () => {
    expect(sides(landscape).map((side) => side.members.map((one) => one.key))).toEqual([['RUS', 'CHN'], ['USA']]);
    expect(sides(landscape)[0]!.members[0]!.shares).toEqual([0.6]);
  });
  it('read a propensity either way round and keep a missing one missing', () => {
    expect(propensity(landscape, 'RUS', 'USA')).toBe(-1.6);
    expect(propensity(landscape, 'RUS', 'CHN')).toBeNull();
    expect(shade(null)).toBe('var(--m-gap)');
    expect(shade(-3)).toBe('var(--m-n3)');
  });
});

describe('years', () => {
  afterEach(() => vi.unstubAllGlobals());
  it('with too few roll calls place no state, but can be compared in votes', async () => {
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ rows: [[2025, 192], [2024, 6], [2023, 87]] }), { headers: { 'content-type': 'application/json' } }));
    expect(await voteYears()).toEqual({ all: [2025, 2024, 2023], enough: [2025, 2023] });
  });
});
