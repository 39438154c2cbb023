// How many rows each table holds of each year. The program counts; here the counts are put into a grid and holes are named.

export interface Counted {
  /** Name of the row in the grid. */
  name: string;
  table: string;
  /** The source of years: one column, or a spell whose years are all counted. */
  years: { column: string } | { from: string; to: string } | { expression: string };
  where?: string;
  /** Rows are events: a year without any may be one in which none happened. */
  isOfEvents?: boolean;
}

const yearly = (table: string): Counted => ({ name: table, table, years: { column: 'year' } });
const spells = (table: string): Counted => ({ name: table, table, years: { from: 'from_year', to: 'to_year' } });
const monthly = (table: string): Counted => ({ name: table, table, years: { expression: 'TRY_CAST(left("month", 4) AS INTEGER)' } });

/** The tables that have years. */
export const tables: readonly Counted[] = [
  { name: 'roll_calls', table: 'roll_calls', years: { expression: 'year("date")' } },
  yearly('votes'),
  { name: 'council_votes', table: 'council_votes', years: { expression: 'year("date")' } },
  yearly('ideal_points'),
  yearly('trade'),
  yearly('trade_missing'),
  yearly('trade_shares'),
  yearly('trade_reported'),
  monthly('trade_reported_monthly'),
  yearly('expenditure_shares'),
  yearly('indicators'),
  yearly('capabilities'),
  spells('alliances'),
  { name: 'arms_shares', table: 'arms_shares', years: { from: 'window', to: '"window" + 4' } },
  yearly('troops'),
  { ...yearly('dispute_years'), isOfEvents: true },
  { ...yearly('wars'), isOfEvents: true },
  { ...yearly('armed_conflicts'), isOfEvents: true },
  spells('rivalries'),
  spells('nuclear_status'),
  spells('nuclear_latency'),
  spells('leader_spells'),
  spells('regime_spells'),
  yearly('opinion'),
  monthly('prices'),
  monthly('us_lng_exports'),
  monthly('eu_gas_imports'),
  yearly('gas_flows'),
];

/** Indicators, each of its own. */
export const ofIndicators = (names: readonly string[]): Counted[] => names.map((name) => ({ name, table: 'indicators', years: { column: 'year' }, where: `indicator = '${name.replaceAll("'", "''")}'` }));

const quote = (name: string): string => (/^[a-z_]+$/.test(name) ? `"${name}"` : name);

/** One query that counts the rows of each. */
export function countSql(rows: readonly Counted[], first: number, last: number): string {
  return rows
    .map(({ name, table, years, where }) => {
      const label = `'${name.replaceAll("'", "''")}' AS name`;
      if ('from' in years) return `SELECT ${label}, y AS year, count(*) AS held FROM ${table} JOIN range(${first}, ${last + 1}) years(y) ON y BETWEEN ${quote(years.from)} AND ${quote(years.to)} GROUP BY y`;
      const year = 'column' in years ? quote(years.column) : years.expression;
      return `SELECT ${label}, ${year} AS year, count(*) AS held FROM ${table}${where ? ` WHERE ${where}` : ''} GROUP BY 2`;
    })
    .join('\nUNION ALL ');
}

export interface Row {
  name: string;
  /** Rows held by year; a year of the span without any is a hole, a year outside is none. */
  held: Map<number, number>;
  first: number;
  last: number;
  most: number;
  holes: number[];
  /** Years with less than a third of what the years beside them hold. */
  thin: number[];
  isOfEvents: boolean;
}

/** The counts as rows in the order given; tables without any row of a year are left out. */
export function gridOf(order: readonly Counted[], counts: readonly (readonly (string | number | boolean | null)[])[], from: number): Row[] {
  const byName = new Map<string, Map<number, number>>();
  for (const [name, year, held] of counts) {
    if (typeof name !== 'string' || typeof year !== 'number' || typeof held !== 'number' || held === 0) continue;
    let years = byName.get(name);
    if (!years) byName.set(name, (years = new Map()));
    years.set(year, held);
  }
  return order.flatMap(({ name, isOfEvents = false }) => {
    const held = byName.get(name);
    if (!held) return [];
    const years = [...held.keys()].filter((year) => year >= from);
    if (years.length === 0) return [];
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const holes: number[] = [];
    for (let year = first; year <= last; year++) if (!held.has(year)) holes.push(year);
    const thin = isOfEvents ? [] : years.filter((year) => isThin(held, year));
    return [{ name, held, first, last, most: Math.max(...years.map((year) => held.get(year)!)), holes, thin, isOfEvents }];
  });
}

function isThin(held: ReadonlyMap<number, number>, year: number): boolean {
  const [before, after] = [held.get(year - 1), held.get(year + 1)];
  return before !== undefined && after !== undefined && held.get(year)! * 3 < Math.min(before, after);
}

/** Years as people write them: 1951–1952, 2024. */
export function spansOf(years: readonly number[]): string {
  const parts: string[] = [];
  for (let index = 0; index < years.length; index++) {
    const from = years[index]!;
    while (years[index + 1] === years[index]! + 1) index++;
    const to = years[index]!;
    parts.push(to === from ? `${from}` : `${from}–${to}`);
  }
  return parts.join(', ');
}

/** What of a row is missing or thin, in words. */
export function gapWords(row: Row): string {
  return [!row.isOfEvents && row.holes.length > 0 && `nothing of ${spansOf(row.holes)}`, row.thin.length > 0 && `few rows of ${spansOf(row.thin)}`].filter(Boolean).join('; ');
}
