import { describe, expect, it } from 'vitest';
import { countSql, gapWords, gridOf, ofIndicators, spansOf, tables, type Counted } from './coverage';

const order: Counted[] = [
  { name: 'votes', table: 'votes', years: { column: 'year' } },
  { name: 'wars', table: 'wars', years: { column: 'year' }, isOfEvents: true },
  { name: 'empty', table: 'empty', years: { column: 'year' } },
];

describe('coverage', () => {
  it('counts years of columns and of spells in one query', () => {
    expect(countSql([order[0]!], 1946, 2025)).toBe(`SELECT 'votes' AS name, "year" AS year, count(*) AS held FROM votes GROUP BY 2`);
    expect(countSql([{ name: 'a', table: 'a', years: { from: 'from_year', to: 'to_year' } }], 1946, 2025)).toContain('range(1946, 2026) years(y) ON y BETWEEN "from_year" AND "to_year"');
    expect(countSql(ofIndicators(["o'clock"]), 1, 2)).toContain(`WHERE indicator = 'o''clock'`);
    expect(new Set(tables.map((one) => one.name)).size).toBe(tables.length);
  });

  it('names holes and thin years, and does not take a year without events for a hole', () => {
    const [votes, wars, ...rest] = gridOf(order, [['votes', 2020, 90], ['votes', 2021, 100], ['votes', 2023, 100], ['votes', 2024, 3], ['votes', 2025, 100], ['wars', 1950, 2], ['wars', 1952, 1], ['other', 2000, 1], ['votes', null, 7]], 1946);
    expect(rest).toEqual([]);
    expect(votes).toMatchObject({ first: 2020, last: 2025, most: 100, holes: [2022], thin: [2024] });
    expect(gapWords(votes!)).toBe('nothing of 2022; few rows of 2024');
    expect(gapWords(wars!)).toBe('');
  });

  it('begins where it is told to', () => {
    expect(gridOf(order, [['votes', 1940, 1], ['votes', 1950, 4]], 1946)[0]).toMatchObject({ first: 1950, holes: [] });
  });

  it('writes years as spans', () => {
    expect(spansOf([1951, 1952, 1964, 2001, 2002, 2003])).toBe('1951–1952, 1964, 2001–2003');
    expect(spansOf([])).toBe('');
  });
});
