// States and blocs that can be named, for pickers and labels.
import { ask } from './api';

export interface Party {
  /** What the program is asked for: ISO3, else the COW abbreviation; of a bloc its key. */
  key: string;
  name: string;
  kind: 'state' | 'bloc';
  /** Years of existence; open where they last. */
  from: number | null;
  to: number | null;
}

interface Rows {
  rows: (string | number | null)[][];
}

const STATES = `SELECT s.state, s.name, min(year(p."from")) AS first, CASE WHEN count(*) FILTER (p."to" IS NULL) > 0 THEN NULL ELSE max(year(p."to")) END AS last FROM states s JOIN state_periods p ON p.state_id = s.id AND p.system = 'cow' GROUP BY s.state, s.name, s.id ORDER BY s.name`;

/** All parties: states of the system by name, then blocs. */
export async function parties(): Promise<Party[]> {
  const [states, blocs] = await Promise.all([
    ask<Rows>('query', { sql: STATES, rows: 500 }),
    ask<Rows>('query', { sql: 'SELECT key, name FROM blocs ORDER BY name', rows: 500 }),
  ]);
  return [
    ...states.rows.map((row): Party => ({ key: String(row[0]), name: String(row[1]), kind: 'state', from: row[2] as number | null, to: row[3] as number | null })),
    ...blocs.rows.map((row): Party => ({ key: String(row[0]), name: String(row[1]), kind: 'bloc', from: null, to: null })),
  ];
}

/** The parties whose name or key begins with, else holds, what was typed. */
export function matching(all: readonly Party[], typed: string, most = 12): Party[] {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const wanted = plain(typed.trim());
  if (wanted === '') return all.slice(0, most);
  const rank = (party: Party): number => {
    const [key, name] = [plain(party.key), plain(party.name)];
    if (key === wanted || name === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    if (key.startsWith(wanted)) return 2;
    return name.includes(wanted) ? 3 : 9;
  };
  return all
    .map((party) => ({ party, rank: rank(party) }))
    .filter((one) => one.rank < 9)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map((one) => one.party);
}
