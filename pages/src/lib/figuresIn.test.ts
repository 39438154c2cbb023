import { describe, expect, it } from 'vitest';
import { cellNote } from './chartSource';
import { hasFigure, piecesOf } from './figuresIn';

const figures = (text: string) => piecesOf(text).filter((piece) => piece.isFigure).map((piece) => piece.text);

describe('the figures of a text', () => {
  it('are its numbers with sign and unit', () => {
    expect(figures('from 46.5 % to −1,234.5, or US$ 3.2 bn, +1.2 points')).toEqual(['46.5 %', '−1,234.5', 'US$ 3.2 bn', '+1.2 points']);
    expect(figures('between 46–49 and (5).')).toEqual(['46', '49', '5']);
  });

  it('are not dates', () => {
    expect(figures('on 24 February 2022, 12 Jun 2025, 2023-04 and 2023-04-01; log-normal .18, 90 % .08 to .35')).toEqual(['.18', '90 %', '.08', '.35']);
  });

  it('are not years, nor numbers in names', () => {
    expect(figures('In 1946–2025 the EU27 and the G20 voted on A/RES/ES-11/7 and 68/262, see docs/gas2.md')).toEqual([]);
    expect(hasFigure('missing')).toBe(false);
  });

  it('keep the marks that stand close to them', () => {
    expect(piecesOf('by 3 (53.2 %), or “17”.').filter((piece) => piece.isFigure).map(({ before, text, after }) => [before, text, after])).toEqual([['', '3', ''], ['(', '53.2 %', '),'], ['“', '17', '”.']]);
  });

  it('leave the text whole', () => {
    const text = '12 of 193 states (6.2 %) in 2024; none after.';
    expect(piecesOf(text).map((piece) => piece.before + piece.text + piece.after).join('')).toBe(text);
  });
});

describe('the note of a cell', () => {
  const chart = { title: 'Prices', command: 'entente gas what-if', address: '/api/v1/gas/what-if' };
  it('is titled by row and column and rests on what the chart rests on', () => {
    expect(cellNote(chart, ['Market', 'Change'], ['EU27', '−2.1 (−3 to −1)'], 1)).toEqual({ title: 'EU27, change (Prices)', value: '−2.1 (−3 to −1)', command: 'entente gas what-if', address: '/api/v1/gas/what-if' });
  });

  it('is none for words, years, and without a source', () => {
    expect(cellNote(chart, ['Year', 'Since'], ['a', '1946'], 1)).toBeUndefined();
    expect(cellNote(chart, ['Year', 'Share'], ['1950', 'missing'], 1)).toBeUndefined();
    expect(cellNote({ title: 'Prices' }, ['Year', 'Share'], ['1950', '2 %'], 1)).toBeUndefined();
  });
});
