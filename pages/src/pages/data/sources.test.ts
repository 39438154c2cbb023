import { describe, expect, it } from 'vitest';
import { ageWords, bytesWords, joined, listOf } from './sources';
import type { Holding, SourceStatus } from './shapes';

const holding = (key: string, extra: Partial<Holding> = {}): Holding => ({ key, publisher: `P ${key}`, title: `T ${key}`, edition: '', licence: '', ship: 'yes', shipped: '', coverage: '', defects: [], citation: '', tables: [], ...extra });
const status = (key: string, extra: Partial<SourceStatus> = {}): SourceStatus => ({ key, edition: '', reaches: null, months: null, every_months: null, lag_months: null, remark: null, next_due: null, stale: false, refresh: [], imported: [], ...extra });
const all = joined([holding('a', { tables: ['votes'], publisher: 'Zürich' }), holding('b', { ship: 'derived' }), holding('c')], [status('a', { months: 30, stale: true }), status('b', { months: 3, refresh: ['b'], next_due: '2027-01-01' })]);
const keys = (...how: [string, string, 'publisher' | 'title' | 'age' | 'due' | 'tables']) => listOf(all, ...how).map((one) => one.key);

describe('sources', () => {
  it('are found by every word, without accents', () => {
    expect(keys('zurich VOTES', '', 'title')).toEqual(['a']);
    expect(keys('zurich b', '', 'title')).toEqual([]);
  });

  it('are kept by kind', () => {
    expect(keys('', 'stale', 'title')).toEqual(['a']);
    expect(keys('', 'refresh', 'title')).toEqual(['b']);
    expect(keys('', 'derived', 'title')).toEqual(['b']);
  });

  it('are put in order, what has no date last', () => {
    expect(keys('', '', 'publisher')).toEqual(['b', 'c', 'a']);
    expect(keys('', '', 'age')).toEqual(['a', 'b', 'c']);
    expect(keys('', '', 'due')[0]).toBe('b');
  });

  it('say their age and size', () => {
    expect([null, 0, 1, 23, 24, 95].map(ageWords)).toEqual(['undated', 'this month', '1 month ago', '23 months ago', '2 years ago', '7 years ago']);
    expect([4_488_365, 900].map(bytesWords)).toEqual(['4.5 MB', '1 kB']);
  });
});
