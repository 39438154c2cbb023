import { describe, expect, it } from 'vitest';
import { NONE, asInFile, bodyOf, countOf, freshMove, shownMoves, swapped, withAllies, withAssumption, withMoveValue, withParty, withoutMove, type Changes } from './changes';
import { fromAddress, toAddress } from './changesAddress';
import { changedCorrelations, correlationsBody, pairKey, shownPairs, withRank } from './correlating';
import { begun, flat, ofPairs, pairsOf, unflat } from './kinds';
import type { DistributionKind } from './form';
import { form } from './sample.test-data';

const all: Changes = {
  start: 2026,
  horizon: 15,
  moves: { '0.share': ['0.5'], '0.coalition': ['USA', 'EU', 'South Korea'] },
  removed: [1],
  added: [{ kind: 'recognise', values: { of: ['a sphere: A, B ~ C * D'], weight: ['0.2'] } }],
  assumptions: { relief_uptake: { kind: 'triangular', numbers: { low: 0.1, mode: 0.4, high: 0.8 } }, fade_in_years: null, trade_elasticity: { kind: 'lognormal', numbers: { low90: 2, median: 4, high90: 7, low: 1, high: 15 } }, reversal_hazard: { kind: 'discrete', numbers: { values0: 0.1, weights0: 2, values1: 0.5, weights1: 1 } } },
  parties: { target: 'CHN', partner: 'RUS' },
  allies: ['NATO', 'Trinidad and Tobago', 'A, B ~ C'],
  correlations: { 'relief_uptake.fade_in_years': 0.25, 'trade_elasticity.relief_uptake': -0.4, 'trade_elasticity.fade_in_years': null },
};

/** By way of a real address, as a link that is shared. */
function roundTrip(changes: Changes): Changes {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(toAddress(changes))) if (value !== null) query.set(name, value);
  return fromAddress(new URL(`http://desk/strategy?${query}`).searchParams);
}

describe('changes in the address', () => {
  it('come back as they were', () => expect(roundTrip(all)).toEqual(all));
  it('leave the address empty where there are none', () => expect(Object.values(toAddress(NONE)).every((value) => value === null)).toBe(true));
  it('keep an empty list apart from a list of one empty text', () => expect(roundTrip({ ...NONE, moves: { '0.coalition': [] } }).moves).toEqual({ '0.coalition': [] }));
  it('keep the divider’s defence partners apart from the list of the file', () => {
    expect(toAddress({ ...NONE, allies: [] }).allies).toBe('default');
    expect(roundTrip({ ...NONE, allies: [] }).allies).toEqual([]);
    expect(roundTrip(NONE).allies).toBeNull();
  });
  it('hold the bounds of a kind apart from its numbers, also where one is left out', () => {
    for (const numbers of [{ alpha: 2, beta: 12 }, { alpha: 2, beta: 12, high: 5 }, { alpha: 2, beta: 12, low: 1, high: 5 }] as Record<string, number>[]) {
      const changes: Changes = { ...NONE, assumptions: { relief_uptake: { kind: 'beta', numbers } } };
      expect(roundTrip(changes)).toEqual(changes);
    }
  });
  it('pass over what cannot be read', () => {
    const read = fromAddress(new URLSearchParams('horizon=many&m=share&x=1,two&a=relief_uptake:round:1~nothing~relief_uptake:toString:1&c=one:0.3~one.two:much'));
    expect(read).toEqual({ ...NONE, removed: [1] });
  });
  it('are counted', () => expect(countOf(all)).toBe(16));
});

describe('changes as the program takes them', () => {
  it('are typed by the kinds of the keys', () => {
    expect(bodyOf(form, all)).toEqual({
      start: 2026,
      horizon: 15,
      moves: [
        { index: 0, key: 'share', value: 0.5 },
        { index: 0, key: 'coalition', value: ['USA', 'EU', 'South Korea'] },
      ],
      remove: [1],
      add: [{ recognise: { of: 'a sphere: A, B ~ C * D', weight: 0.2 } }],
      assumptions: { relief_uptake: { triangular: { low: 0.1, mode: 0.4, high: 0.8 } }, fade_in_years: null, trade_elasticity: { lognormal: { low90: 2, median: 4, high90: 7, low: 1, high: 15 } } },
      target: 'CHN',
      partner: 'RUS',
      allies: ['NATO', 'Trinidad and Tobago', 'A, B ~ C'],
      correlations: [
        { between: ['relief_uptake', 'fade_in_years'], rank: 0.25, source: 'judgement', note: 'changed by hand; before it was -0.4 (judgement)' },
        { between: ['trade_elasticity', 'relief_uptake'], rank: -0.4, source: 'judgement', note: 'added by hand; before it the two were independent' },
      ],
    });
  });
  it('name the lists of a few values, and take a key away for the default', () => {
    expect(bodyOf(form, { ...NONE, allies: [], assumptions: { relief_uptake: { kind: 'discrete', numbers: { values0: 0.1, weights0: 2, values1: 0.5, weights1: 1 } } } })).toEqual({
      assumptions: { relief_uptake: { discrete: { values: [0.1, 0.5], weights: [2, 1] } } },
      allies: null,
    });
  });
  it('are none where nothing differs', () => {
    expect(bodyOf(form, NONE)).toBeNull();
    expect(bodyOf(form, { ...NONE, start: form.start, horizon: form.horizon })).toBeNull();
  });
  it('leave out what the file does not have, and moves that are taken away', () => {
    expect(bodyOf(form, { ...NONE, moves: { '7.share': ['1'] }, removed: [9], assumptions: { nonsense: null } })).toBeNull();
    expect(bodyOf(form, { ...NONE, moves: { '0.share': ['0.1'] }, removed: [0] })).toEqual({ remove: [0] });
  });
});

describe('moves of the form', () => {
  it('show changed, removed and added ones', () => {
    const moves = shownMoves(form, all);
    expect(moves.map((move) => [move.id, move.kind, move.changed, move.removed])).toEqual([
      ['0', 'lift-sanctions', true, false],
      ['1', 'recognise', false, true],
      ['new-0', 'recognise', true, false],
    ]);
    expect(moves[0]!.keys.find((key) => key.name === 'joined-by')).toMatchObject({ raw: [], required: false });
  });
  it('forget a change that goes back to the file', () => {
    const [first] = shownMoves(form, NONE);
    const there = withMoveValue(form, NONE, first!, 'share', ['0.4']);
    expect(there.moves).toEqual({ '0.share': ['0.4'] });
    expect(withMoveValue(form, there, first!, 'share', ['0.8']).moves).toEqual({});
  });
  it('go back to the file whole, and alone', () => {
    const two: Changes = { ...NONE, moves: { '0.share': ['0.4'], '0.coalition': ['EU'], '1.weight': ['0.1'] } };
    expect(asInFile(two, shownMoves(form, two)[0]!).moves).toEqual({ '1.weight': ['0.1'] });
  });
  it('are taken away and put back', () => {
    const [first] = shownMoves(form, NONE);
    const gone = withoutMove(NONE, first!);
    expect(gone.removed).toEqual([0]);
    expect(withoutMove(gone, first!)).toEqual(NONE);
  });
  it('begin with every key that is required', () => {
    for (const kind of form.move_kinds) {
      const values = freshMove(form, kind.name).values;
      expect(kind.keys.filter((key) => key.required).every((key) => (values[key.name] ?? []).length > 0), kind.name).toBe(true);
    }
  });
});

describe('assumptions', () => {
  it('go back to the file, and to the default', () => {
    const moved = withAssumption(form, NONE, 'relief_uptake', { kind: 'triangular', numbers: { low: 0, mode: 0.5, high: 0.9 } });
    expect(Object.keys(moved.assumptions)).toEqual(['relief_uptake']);
    expect(withAssumption(form, moved, 'relief_uptake', { kind: 'triangular', numbers: { low: 0.2, mode: 0.5, high: 0.9 } }).assumptions).toEqual({});
    expect(withAssumption(form, NONE, 'relief_uptake', null).assumptions).toEqual({ relief_uptake: null });
    expect(withAssumption(form, moved, 'trade_elasticity', null).assumptions).not.toHaveProperty('trade_elasticity');
  });
});

describe('who and with whom', () => {
  it('goes back to the file by any name that the file has for a state', () => {
    const moved = withParty(form, NONE, 'target', 'BLR');
    expect(moved.parties).toEqual({ target: 'BLR' });
    expect(withParty(form, moved, 'target', 'RUS')).toEqual(NONE);
    expect(withParty(form, moved, 'target', 'Russia')).toEqual(NONE);
  });
  it('changes places, and back', () => {
    const turned = swapped(form, NONE);
    expect(turned.parties).toEqual({ target: 'CHN', partner: 'RUS' });
    expect(swapped(form, turned)).toEqual(NONE);
    expect(swapped(form, withParty(form, NONE, 'target', 'BLR')).parties).toEqual({ target: 'CHN', partner: 'BLR' });
  });
  it('takes allies in and out', () => {
    const more = withAllies(form, NONE, ['NATO', 'JPN']);
    expect(more.allies).toEqual(['NATO', 'JPN']);
    expect(withAllies(form, more, ['NATO'])).toEqual(NONE);
    expect(withAllies(form, more, []).allies).toEqual([]);
  });
});

describe('what goes together', () => {
  it('keeps source and note of a pair that nobody touched', () => {
    const added = withRank(form, NONE, 'trade_elasticity.relief_uptake', 0.3);
    expect(correlationsBody(form, added.correlations)[0]).toEqual({ between: ['relief_uptake', 'fade_in_years'], rank: -0.4, source: 'judgement', note: 'Firms.' });
    expect(shownPairs(form, added.correlations).map((pair) => [pair.key, pair.changed, pair.was === null])).toEqual([['relief_uptake.fade_in_years', false, false], ['trade_elasticity.relief_uptake', true, true]]);
  });
  it('makes a pair independent, and takes that back', () => {
    const free = withRank(form, NONE, 'relief_uptake.fade_in_years', null);
    expect(bodyOf(form, free)).toEqual({ correlations: [] });
    expect(shownPairs(form, free.correlations)[0]).toMatchObject({ removed: true, rank: -0.4 });
    expect(withRank(form, free, 'relief_uptake.fade_in_years', undefined)).toEqual(NONE);
    expect(withRank(form, free, 'relief_uptake.fade_in_years', -0.4)).toEqual(NONE);
  });
  it('drops an added pair that is made independent', () => {
    const added = withRank(form, NONE, 'trade_elasticity.relief_uptake', 0.3);
    expect(withRank(form, added, 'trade_elasticity.relief_uptake', null)).toEqual(NONE);
  });
  it('knows a pair in either order, and passes over names that are no assumptions', () => {
    expect(pairKey(form, {}, 'fade_in_years', 'relief_uptake')).toEqual({ key: 'relief_uptake.fade_in_years', there: true });
    expect(pairKey(form, {}, 'fade_in_years', 'trade_elasticity')).toEqual({ key: 'fade_in_years.trade_elasticity', there: false });
    expect(changedCorrelations(form, { 'relief_uptake.nonsense': 0.3, 'relief_uptake.fade_in_years': -0.4 })).toEqual([]);
  });
});

describe('kinds of distributions', () => {
  const uptake = form.assumptions[1]!;
  it('begin near what was assumed, in the order that they need', () => {
    const starts = Object.fromEntries((['value', 'uniform', 'triangular', 'pert', 'normal', 'lognormal', 'discrete'] as const).map((kind) => [kind, begun(kind, uptake, uptake)]));
    expect(starts).toEqual({
      value: { value: 0.5 },
      uniform: { low: 0.167, high: 0.944 },
      triangular: { low: 0.0614, mode: 0.5, high: 1 },
      pert: { low: 0.0176, mode: 0.5, high: 1 },
      normal: { mean: 0.5, sd: 0.213, low: 0, high: 1 },
      lognormal: { low90: 0.2, median: 0.5, high90: 0.9, low: 0, high: 1 },
      discrete: { values0: 0.2, weights0: 1, values1: 0.5, weights1: 2, values2: 0.9, weights2: 1 },
    });
    const { alpha, beta } = begun('beta', uptake, uptake) as { alpha: number; beta: number };
    expect(alpha / (alpha + beta)).toBeCloseTo(0.5, 2);
  });
  it('begin with a spread where there was a single value, and never below a log-normal’s zero', () => {
    const single = { quantiles: { p5: 0.5, p50: 0.5, p95: 0.5 }, mean: 0.5 };
    const around = begun('triangular', uptake, single) as { low: number; high: number };
    expect(around.low).toBeLessThan(0.5);
    expect(around.high).toBeGreaterThan(0.5);
    const none = { quantiles: { p5: 0, p50: 0, p95: 0 }, mean: 0 };
    const logs = begun('lognormal', uptake, none) as { low90: number; median: number; high90: number };
    expect(logs.low90).toBeGreaterThan(0);
    expect(logs.median).toBeGreaterThan(logs.low90);
    expect(logs.high90).toBeGreaterThan(logs.median);
  });
  it('of the file take the change away', () => {
    const other = withAssumption(form, NONE, 'relief_uptake', { kind: 'pert', numbers: { low: 0.2, mode: 0.5, high: 0.9 } });
    expect(Object.keys(other.assumptions)).toEqual(['relief_uptake']);
    expect(withAssumption(form, other, 'relief_uptake', { kind: 'triangular', numbers: { low: 0.2, mode: 0.5, high: 0.9 } })).toEqual(NONE);
    expect(Object.keys(withAssumption(form, NONE, 'trade_elasticity', { kind: 'lognormal' as DistributionKind, numbers: { low90: 2.5, median: 4, high90: 7 } }).assumptions)).toEqual(['trade_elasticity']);
  });
  it('flatten lists and make them whole again', () => {
    const lists = { values: [0.1, 0.5], weights: [2, 1] };
    expect(unflat(flat(lists))).toEqual(lists);
    expect(pairsOf(flat(lists))).toEqual([{ value: 0.1, weight: 2 }, { value: 0.5, weight: 1 }]);
    expect(ofPairs(pairsOf(flat(lists)))).toEqual(flat(lists));
  });
});
