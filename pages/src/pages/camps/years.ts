// Years that can be chosen, from what is held.
import { ask } from '../../lib/api';

interface Rows {
  rows: (string | number | null)[][];
}

/** Fewer roll calls place no state: `camps` leaves out states with fewer votes. */
const LEAST = 10;

/** Years with recorded votes, the newest first; `enough` are those in which a state can have ten votes. */
export async function voteYears(): Promise<{ all: number[]; enough: number[] }> {
  const { rows } = await ask<Rows>('query', { sql: 'SELECT year(date) AS year, count(*) AS roll_calls FROM roll_calls GROUP BY 1 ORDER BY 1 DESC', rows: 500 });
  const years = rows.map(([year, count]) => ({ year: Number(year), count: Number(count) }));
  return { all: years.map((one) => one.year), enough: years.filter((one) => one.count >= LEAST).map((one) => one.year) };
}
