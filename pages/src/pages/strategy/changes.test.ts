import { describe, expect, it } from 'vitest';
import { NONE, bodyOf, countOf, freshMove, fromAddress, shownMoves, toAddress, withAssumption, withMoveValue, withoutMove, type Changes } from './changes';
import { form } from './sample.test-data';

const all: Changes = {
  start: 2026,
  horizon: 15,
  moves: { '0.share': ['0.5'], '0.coalition': ['USA', 'EU', 'South Korea'] },
  removed: [1],
  added: [{ kind: 'recognise', values: { of: ['a sphere: A, B ~ C * D'], weight: ['0.2'] } }],
  assumptions: { relief_uptake: { kind: 'triangular', numbers: { low: 0.1, mode: 0.4, high: 0.8 } }, fade_in_years: null, trade_elasticity: { kind: 'lognormal', numbers: { low90: 2, median: 4, high90: 7, low: 1, high: 15 } } },
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
  it('pass over what cannot be read', () => {
    const read = fromAddress(new URLSearchParams('horizon=many&m=share&x=1,two&a=relief_uptake:round:1~nothing'));
    expect(read).toEqual({ ...NONE, removed: [1] });
  });
  it('are counted', () => expect(countOf(all)).toBe(9));
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
