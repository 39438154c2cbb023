import { describe, expect, it } from 'vitest';
import { nameOf } from './files';
import type { FigureAnswer } from './shapes';
import { commandOf, intervalWords, linesOf, stateWords, titleOf } from './verdicts';
import { readWording, wordings, writeWording } from './wording';

describe('wordings', () => {
  it('are taken off the value and put back', () => {
    for (const said of ['about 57 %', 'more than half', 'at most 3', '46.5 %', 'includes RUS and PRK', 'more than 10 % and less than 20 %']) {
      const { wording, value } = readWording(said);
      expect(writeWording(wording, value)).toBe(said);
    }
    expect(readWording('about 57 %')).toMatchObject({ wording: { key: 'about' }, value: '57 %' });
    expect(readWording('more than 10 % and less than 20 %').wording.key).toBe('as');
  });

  it('say nothing without a value', () => {
    expect(wordings.map((wording) => writeWording(wording, ' '))).toEqual(wordings.map(() => ''));
  });
});

const value = { value: 0.5, text: null, shown: '50.0 %', unit: 'share', interval: { low: 0.4, high: 0.6, level: 0.9 }, states: [] };

describe('words of an answer', () => {
  it('give the interval in the unit of the value', () => {
    expect(intervalWords(value)).toBe('40.0 % to 60.0 % (90 %)');
    expect(intervalWords({ ...value, unit: 'count', interval: { low: 1000, high: 2000.4, level: 0.9 } })).toBe('1,000 to 2,000 (90 %)');
    expect(intervalWords({ ...value, interval: null })).toBe('');
  });

  it('quote what a shell would take apart', () => {
    const answer = { ...value, figure: 'agreement', parameters: { a: 'United States', b: 'CHN' }, reading: '', vintage: 'v', why_missing: null } as unknown as FigureAnswer;
    expect(commandOf(answer)).toBe("entente figure agreement a='United States' b=CHN");
    expect(linesOf(answer)).toEqual(['Vintage: v.']);
  });

  it('name the year that the label leaves out', () => {
    const of = (label: string, parameters: Record<string, string>) => titleOf({ label, parameters } as unknown as FigureAnswer);
    expect(of('share of China', { year: '2023' })).toBe('share of China, 2023');
    expect(of('agreement in 2023', { year: '2023' })).toBe('agreement in 2023');
    expect(of('growth', { from: '2013', year: '2023' })).toBe('growth, 2013 to 2023');
    expect(of('vote', { resolution: 'A/RES/1' })).toBe('vote');
  });

  it('cut long lists of states and count the rest', () => {
    const states = Array.from({ length: 30 }, (_, id) => ({ id, iso3: null, name: `S${id}` }));
    expect(stateWords({ ...value, states }, 2)).toBe('S0, S1 and 28 more');
  });
});

it('makes a name of a title', () => {
  expect(['Claims of Ünïque text.md', '数字', '--'].map(nameOf)).toEqual(['claims-of-unique-text-md', 'claims', 'claims']);
});
