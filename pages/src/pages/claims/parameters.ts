// What can be chosen for parameters, asked once.
import { ask } from '../../lib/api';

interface Rows {
  rows: (string | number | null)[][];
}

export interface Choice {
  value: string;
  name: string;
}

/** Blocs by name. */
export async function blocs(): Promise<Choice[]> {
  const { rows } = await ask<Rows>('query', { sql: 'SELECT key, name FROM blocs ORDER BY name', rows: 500 });
  return rows.map(([key, name]) => ({ value: String(key), name: String(name) }));
}

/** Names of indicators. */
export async function indicators(): Promise<Choice[]> {
  const { rows } = await ask<Rows>('query', { sql: 'SELECT DISTINCT indicator FROM indicators ORDER BY 1', rows: 500 });
  return rows.map(([name]) => ({ value: String(name), name: String(name).replaceAll('_', ' ') }));
}

/** Recorded votes whose symbol or title holds the words, newest first. */
export async function resolutions(words: string, signal: AbortSignal): Promise<Choice[]> {
  const held = words.trim().split(/\s+/).slice(0, 6).map((word) => `contains(lower(symbol || ' ' || coalesce(title, '')), lower('${word.replaceAll("'", "''")}'))`);
  const sql = `SELECT symbol, strftime("date", '%Y-%m-%d') AS day, title FROM roll_calls WHERE symbol IS NOT NULL AND ${held.join(' AND ')} ORDER BY "date" DESC LIMIT 12`;
  const { rows } = await ask<Rows>('query', { sql, rows: 12 }, signal);
  return rows.map(([symbol, day, title]) => ({ value: String(symbol), name: `${day} ${title ?? ''}`.trim() }));
}

/** "trade-share" and "half_credit" as people read them. */
export const words = (name: string): string => name.replaceAll(/[-_]/g, ' ');
