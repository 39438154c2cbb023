import { describe, expect, it } from 'vitest';
import { CLASSES, classLabels, classOf } from './classes';
import { indexOf, newestYear, shownBy, whyMissing } from './colouring';
import { command, format, noteFor, question } from './describe';
import { spansOf } from '../../charts/worldDrawing';
import { ordered, rowsOf, summaryOf } from './rows';
import type { FormerState } from '../../charts/worldFile';
import type { MapAnswer, MapState } from './shapes';

const years = [1989, 1990, 1991, 1992];
const state = (id: number, iso3: string | null, name: string, values: (number | null)[], more: Partial<MapState> = {}): MapState => ({
  id, iso3, name, from: 1946, to: null, is_subject: [], values, low: values.map((value) => (value === null ? null : value - 0.1)), high: values.map((value) => (value === null ? null : value + 0.1)), n: values.map((value) => (value === null ? 0 : 50)), ...more,
});
const answer: MapAnswer = {
  schema: 'entente.map/1', figure: 'align', subject: { label: 'United States', key: 'USA', bloc: false, ids: [2] }, unit: 'share', level: 0.9, years,
  holes: [{ year: 1990, reason: 'no recorded vote of the year is held', partial: false }, { year: 1992, reason: '7 votes missing', partial: true }],
  states: [
    state(2, 'USA', 'United States', [null, null, null, null], { is_subject: [[1989, 1992]] }),
    state(365, 'RUS', 'Russia', [0.1, null, 0.3, 0.6]),
    state(705, 'KAZ', 'Kazakhstan', [null, null, null, 0.5], { from: 1991, n: [null, null, 0, 40] }),
    state(220, 'FRA', 'France', [0.6, null, 0.7, 0.7]),
    state(384, 'CIV', 'Côte d’Ivoire', [0.2, null, null, 0.15], { n: [60, null, 3, 60] }),
  ],
  provenance: { sources: [{ key: 'unga-votes', publisher: 'P', title: 'T', edition: 'E', licence: 'L' }], query: 'q', coverage: { statement: 's', held: 1, missing: 0, missing_names: [] } },
};
const soviet: FormerState = { id: 365, iso3: 'RUS', name: 'Soviet Union', from: 1946, to: 1991, outlines: ['KAZ'] };
const index = indexOf(answer);
const asked = { figure: 'align' as const, party: 'USA', flow: 'imports' as const };

describe('classes of colour', () => {
  it('put a value on a bound into the class above it', () => {
    expect(classOf('align', 0)).toBe(0);
    expect(classOf('align', 0.1)).toBe(1);
    expect(classOf('align', 0.5)).toBe(3);
    expect(classOf('align', 1)).toBe(6);
    expect(classOf('points', -0.2)).toBe(3);
    expect(classOf('depend', 0)).toBe(0);
  });
  it('keep what is missing apart from zero', () => expect(classOf('depend', null)).toBeNull());
  it('are seven with labels, and the bounds rise', () => {
    for (const figure of ['align', 'points', 'depend'] as const) {
      expect(classLabels(figure)).toHaveLength(7);
      expect([...CLASSES[figure].bounds]).toEqual([...CLASSES[figure].bounds].sort((a, b) => a - b));
    }
    expect(classLabels('align')[1]).toBe('10 to 25 %');
  });
  it('diverge around the middle', () => {
    expect(CLASSES.align.bounds.map((bound, at) => bound + (CLASSES.align.bounds.at(-1 - at) as number)).every((sum) => Math.abs(sum - 1) < 1e-12)).toBe(true);
    expect(CLASSES.points.bounds.map((bound, at) => bound + (CLASSES.points.bounds.at(-1 - at) as number)).every((sum) => sum === 0)).toBe(true);
  });
});

describe('which value an outline shows', () => {
  it('its own where it has one', () => expect(shownBy(index, 'KAZ', [soviet], 1992)).toMatchObject({ value: 0.5, as: null }));
  it('that of the former state where it has none', () => expect(shownBy(index, 'KAZ', [soviet], 1989)).toMatchObject({ value: 0.1, as: 'Soviet Union', state: { id: 365 } }));
  it('none before and after the former state had it', () => expect(shownBy(index, 'KAZ', [{ ...soviet, to: 1988 }], 1989).value).toBeNull());
  it('the reference, which has no value of its own', () => expect(shownBy(index, 'USA', [], 1991)).toMatchObject({ value: null, isSubject: true }));
  it('the reference also for what belonged to it', () => {
    const russia = indexOf({ ...answer, states: answer.states.map((one) => (one.id === 365 ? { ...one, values: [null, null, null, null], is_subject: [[1989, 1992]] } : one)) });
    expect(shownBy(russia, 'KAZ', [soviet], 1989)).toMatchObject({ isSubject: true, as: 'Soviet Union' });
  });
  it('nothing for a territory without figures', () => expect(shownBy(index, 'GRL', [], 1991)).toEqual({ state: undefined, value: null, isSubject: false, as: null }));
});

describe('why a value is missing', () => {
  it('a year without any vote', () => expect(whyMissing(index, index.byId.get(220), 1990)).toBe('no recorded vote of the year is held'));
  it('no state yet', () => expect(whyMissing(index, index.byId.get(705), 1989)).toContain('before 1991'));
  it('no vote', () => expect(whyMissing(index, index.byId.get(705), 1991)).toContain('no vote'));
  it('too few votes', () => expect(whyMissing(index, index.byId.get(384), 1991)).toBe('only 3 votes in common; fewer than five give no figure'));
  it('a territory', () => expect(whyMissing(index, undefined, 1991)).toContain('territory'));
});

describe('the list', () => {
  it('has the states of the year and says what is missing', () => {
    const rows = rowsOf(index, 1989);
    expect(rows.map((row) => row.state.iso3)).toEqual(['USA', 'RUS', 'FRA', 'CIV']);
    expect(rows[0]?.reason).toBe('the reference itself');
  });
  it('sorts with the missing last, both ways', () => {
    const rows = rowsOf(index, 1992);
    expect(ordered(rows, 'high', '').map((row) => row.state.iso3)).toEqual(['FRA', 'RUS', 'KAZ', 'CIV', 'USA']);
    expect(ordered(rows, 'low', '').map((row) => row.state.iso3)).toEqual(['CIV', 'KAZ', 'RUS', 'FRA', 'USA']);
  });
  it('filters without minding accents', () => expect(ordered(rowsOf(index, 1992), 'name', 'cote').map((row) => row.state.iso3)).toEqual(['CIV']));
  it('sums up a year', () => expect(summaryOf(rowsOf(index, 1992), 1)).toMatchObject({ held: 4, missing: 0, median: 0.55 }));
  it('sums up a year without anything', () => expect(summaryOf(rowsOf(index, 1990))).toMatchObject({ held: 0, median: undefined }));
});

describe('words', () => {
  it('format shares and points', () => {
    expect(format('align', 0.456)).toBe('46 %');
    expect(format('points', 1.5)).toBe('+1.50');
    expect(format('points', -1.5)).toBe('−1.50');
    expect(format('depend', null)).toBe('missing');
  });
  it('say interval, votes and hole in the note', () => {
    const row = rowsOf(index, 1992).find((one) => one.state.iso3 === 'FRA');
    const note = noteFor(index, asked, row!, 1992);
    expect(note).toMatchObject({ value: '70 %', interval: '60 % to 80 % (90 % interval)', basis: 'measured', address: '/api/v1/map/align?party=USA&since=1946' });
    expect(note.lines).toContain('50 votes in common in 1992.');
    expect(note.lines).toContain('1992: 7 votes missing.');
  });
  it('ask the same of the program and of the command line', () => {
    expect(question({ ...asked, figure: 'depend', flow: 'exports' }).values).toEqual({ party: 'USA', flow: 'exports', since: 1946 });
    expect(command({ ...asked, party: 'Central Asia' })).toBe('entente map align "Central Asia" --since 1946');
  });
});

describe('years', () => {
  it('starts in the newest year that is not a whole hole', () => {
    expect(newestYear(answer)).toBe(1992);
    expect(newestYear({ ...answer, holes: [{ year: 1992, reason: '', partial: false }] })).toBe(1991);
  });
  it('parts a former state into spans with one set of outlines', () => {
    const yugoslavia = (from: number, to: number, outlines: string[]): FormerState => ({ id: 345, iso3: 'SRB', name: 'Yugoslavia', from, to, outlines });
    expect(spansOf([yugoslavia(1946, 1992, ['HRV']), yugoslavia(1946, 2006, ['MNE'])])).toEqual([
      { name: 'Yugoslavia', from: 1946, to: 1992, outlines: ['HRV', 'MNE'] },
      { name: 'Yugoslavia', from: 1993, to: 2006, outlines: ['MNE'] },
    ]);
  });
});
