// Numbers and names of this page as people read them.
import { MISSING, decimals, percent, points } from '../../lib/numbers';
import type { BillLine, Grade } from './shapes';

/** A probability: 7 %, near the ends with one decimal. */
export function probability(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  if (value > 0 && value < 0.001) return '< 0.1 %';
  if (value < 1 && value > 0.999) return '> 99.9 %';
  return percent(value, value < 0.01 || value > 0.99 ? 1 : 0);
}

const UNIT = / (%|points|bn)$/;

/** "0.1 to 31 %": the unit once where both ends have the same. */
export function range(low: number, high: number, format: (value: number) => string): string {
  const [from, to] = [format(low), format(high)];
  const [one, other] = [UNIT.exec(from)?.[0], UNIT.exec(to)?.[0]];
  return `${one !== undefined && one === other ? from.slice(0, -one.length) : from} to ${to}`;
}

/** "90 % interval 0 to 31 %" */
export function interval(low: number | null | undefined, high: number | null | undefined, format: (value: number) => string, what = '90 % interval'): string {
  return low === null || low === undefined || high === null || high === undefined ? '' : `${what} ${range(low, high, format)}`;
}

/** A share of income with as many places as it needs; zero is written only for zero. */
export function smallShare(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  const size = Math.abs(value * 100);
  if (size > 0 && size < 0.0001) return value < 0 ? '> −0.0001 %' : '< 0.0001 %';
  return percent(value, size === 0 || size >= 1 ? 1 : Math.min(4, 1 - Math.floor(Math.log10(size))));
}

/** A difference of chances in points. */
export function gain(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  const size = Math.abs(value * 100);
  if (size > 0 && size < 0.01) return value < 0 ? '> −0.01 points' : '< 0.01 points';
  return points(value, size > 0 && size < 1 ? 2 : 1);
}

/** With the sign of what is above zero; what is only known to be small has none. */
export const signed = (format: (value: number) => string) => (value: number) => {
  const text = format(value);
  return value > 0 && !text.startsWith('<') ? `+${text}` : text;
};

export const GRADES: Readonly<Record<Grade['grade'], { name: string; says: string; colour: string }>> = {
  NoChange: { name: 'No change', says: 'the target keeps to its partner', colour: 'var(--m-z)' },
  Neutralised: { name: 'Neutralised', says: 'a quarter of the gap in votes is closed', colour: 'var(--m-p1)' },
  Dealigned: { name: 'Dealigned', says: 'half of the gap is closed', colour: 'var(--m-p2)' },
  Realigned: { name: 'Realigned', says: 'all of the gap is closed', colour: 'var(--m-p3)' },
};

export const CHANNELS: Readonly<Record<string, string>> = { trade: 'Trade and sanctions', gas: 'Gas', security: 'Threat and security', promise: 'Promises and bids', decision: 'How the target decides', allies: 'Allies' };

export const SECTIONS: Readonly<Record<string, string>> = {
  income: 'Real income through trade',
  gas_revenue: 'Gas revenue',
  gas_buyers: 'What gas buyers gain',
  arming: 'Arming that the moves add',
  credibility: 'Belief in the guarantee',
  cohesion: 'Cohesion of the camp',
  at_stake: 'Trade at stake',
  disputes: 'Risk of disputes',
  responses: 'What allies do instead',
};

export const MOVES: Readonly<Record<string, string>> = {
  'lift-sanctions': 'Lift sanctions',
  'impose-sanctions': 'Impose sanctions',
  guarantee: 'Change a security guarantee',
  recognise: 'Recognise a claim',
  arms: 'Change arms supplies',
  'trade-deal': 'Make a trade deal',
};

/** "partner_trade_cut" as a name: Partner trade cut. */
export function humane(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').replace(/\bus\b/g, 'US');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A number in the unit of its line of the bill. */
export function inUnit(value: number | null | undefined, unit: string, signs = false): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  const sign = signs && value > 0 ? '+' : '';
  switch (unit) {
    case 'probability':
      return signs ? gain(value) : probability(value);
    case 'share':
      return signs ? gain(value) : percent(value);
    case 'relative_change':
      return sign + smallShare(value);
    case 'billion_usd':
      return `${sign}US$ ${decimals(value, Math.abs(value) < 1 ? 2 : 1)} bn`.replace('US$ −', '−US$ ').replace('+US$', '+US$');
    default:
      return sign + decimals(value, Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
  }
}

/** Whether the size of a line of the bill is that of money, so that a sign means gain or loss. */
export function isAmount(line: BillLine): boolean {
  return line.unit === 'billion_usd' || line.unit === 'relative_change';
}

/** A number of any size with three digits that count. */
export function smallNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  const size = Math.abs(value);
  return decimals(value, size === 0 || size >= 100 ? 0 : Math.min(5, Math.max(0, 2 - Math.floor(Math.log10(size)))));
}

/** The sentence of an error without its place: the reader moved a control, and wrote no line and column. */
export function sentence(problem: string): string {
  const plain = problem.replace(/^the text given, line \d+, column \d+: /, '');
  // What begins with a name of a file, relief_uptake, keeps it as it is typed.
  return /^\w*[_.]/.test(plain) ? plain : plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Whether a sentence of the program is about one of these keys. */
export function isAbout(problem: string | null, ...keys: readonly string[]): boolean {
  return problem !== null && keys.some((key) => new RegExp(`(?<![A-Za-z0-9_])${key}(?![A-Za-z0-9_])`).test(problem));
}
