// Allies by readings: how much the moves change each, and how it stands without them and with them.
import { MISSING, decimals } from '../../lib/numbers';
import type { Note } from '../../lib/note.svelte';
import { spreadNote } from './evidence';
import type { AllyRow, Assessment, Basis, Spread } from './shapes';
import { gain, probability, signed, smallShare } from './words';

export const VIEWS = ['change', 'without', 'with'] as const;
export type View = (typeof VIEWS)[number];

interface Reading {
  without: Spread | null;
  with: Spread | null;
  change: Spread | null;
  sources: readonly string[];
  basis: Basis;
  lines: readonly string[];
}

export interface Column {
  key: string;
  head: string;
  /** What a change is counted in. */
  unit: string;
  says: string;
  /** Where shades of a change part, least first; the same in every strategy, so that two can be compared. */
  limits: readonly [number, number, number];
  /** Where shades of a state part; none where only a change is held. */
  levels: readonly number[] | null;
  change: (value: number) => string;
  level: (value: number) => string;
  reading: (a: Assessment, ally: AllyRow) => Reading | null;
}

const CHANCES = [0.01, 0.1, 0.25, 0.5, 0.75, 0.9] as const;
const POINTS = [0.001, 0.02, 0.1] as const;
const points = (value: number) => gain(value).replace(' points', '');
const ofBill = (section: string, begins = '') => (a: Assessment, ally: AllyRow): Reading | null => {
  const line = a.bill.find((one) => one.section === section && one.who === ally.name && one.item.startsWith(begins));
  return line ? { without: line.before, with: line.after, change: line.amount, sources: line.sources, basis: line.basis, lines: line.note ? [`${line.note}.`] : [] } : null;
};
const response = (key: string) => (_: Assessment, ally: AllyRow): Reading | null => {
  const found = ally.responses.find((one) => one.response === key);
  return found ? { without: found.before, with: found.after, change: null, sources: ally.sources, basis: 'judgement', lines: [`${ally.why}.`] } : null;
};
const chance = (key: string, head: string, says: string, reading: Column['reading']): Column => ({ key, head, says, unit: 'points', limits: POINTS, levels: CHANCES, change: points, level: probability, reading });

export const COLUMNS: readonly Column[] = [
  chance('belief', 'Would be defended', 'chance that the divider defends it if attacked', ofBill('credibility')),
  chance('drift', 'No longer relies', 'chance that it no longer relies on the divider', (_, ally) => ({ without: ally.drift_before, with: ally.drift_after, change: ally.change, sources: ally.sources, basis: 'judgement', lines: [`${ally.why}.`] })),
  chance('arm', 'Arms by itself', 'chance that it arms by itself', response('arm')),
  chance('nuclear', 'Seeks nuclear weapons', 'chance that it seeks nuclear weapons', response('nuclear')),
  chance('accommodate', 'Accommo\u00addates the rival', 'chance that it accommodates the rival', response('accommodate')),
  chance('both', 'Both of these', 'chance that it seeks nuclear weapons and accommodates the rival', response('both')),
  { key: 'pull', head: 'Pull to the camp', unit: '−1 to 1', says: 'pull to the divider’s camp, by votes, treaties and rivalries', limits: [0.005, 0.02, 0.1], levels: [-0.5, -0.25, -0.05, 0.05, 0.25, 0.5], change: signed((value) => decimals(value, 3)), level: (value) => decimals(value, 2), reading: ofBill('cohesion', 'pull') },
  { key: 'arming', head: 'Military spending', unit: 'US$ bn a year', says: 'military spending a year that the moves add', limits: [0.05, 0.5, 5], levels: null, change: signed((value) => decimals(value, Math.abs(value) < 1 ? 2 : 1)), level: String, reading: ofBill('arming') },
  { key: 'income', head: 'Real income', unit: '% of it', says: 'real income through trade', limits: [0.0001, 0.001, 0.01], levels: null, change: (value) => signed(smallShare)(value).replace(' %', ''), level: String, reading: (_, ally) => (ally.income_change === null ? null : { without: null, with: null, change: ally.income_change, sources: ally.sources, basis: 'modelled', lines: [] }) },
];

/** The columns that a view has: what is held as a change only has no state. */
export function columnsOf(view: View): readonly Column[] {
  return view === 'change' ? COLUMNS : COLUMNS.filter((column) => column.levels !== null);
}

export interface Cell {
  value: number | null;
  text: string;
  /** A shade: −3 to 3 about zero, or s0 to s6; null where nothing is held. */
  shade: string | null;
  note: Note | null;
}

/** The shade of a change: zero for what is about none, whatever its sign. */
export function shadeOf(value: number, limits: Column['limits']): string {
  const size = limits.filter((limit) => Math.abs(value) >= limit).length;
  return size === 0 ? 'z' : `${value < 0 ? 'n' : 'p'}${size}`;
}

/** One cell with its note. */
export function cellOf(a: Assessment, ally: AllyRow, column: Column, view: View): Cell {
  const reading = column.reading(a, ally);
  const none: Cell = { value: null, text: MISSING, shade: null, note: null };
  if (reading === null) return none;
  const { without, with: after, change } = reading;
  const spread = view === 'change' ? change : view === 'with' ? after : without;

  // The chances of the responses come without and with the moves; their difference is that of two means over the same draws.
  const value = spread ? spread.mean : view === 'change' && without && after ? after.mean - without.mean : null;
  if (value === null) return none;
  const format = view === 'change' ? column.change : column.level;
  const text = format(value);
  const unit = view === 'change' ? ` ${column.unit}` : '';
  const title = `${ally.name}: ${column.says}, ${view === 'change' ? 'change by the moves' : `${view} the moves`}`;
  const both = without && after ? [`Without the moves ${column.level(without.mean)}, with them ${column.level(after.mean)}.`] : [];
  const base = spreadNote(a, title, spread ?? after!, (one) => format(one) + unit, { keys: reading.sources, basis: reading.basis, lines: [...both, ...reading.lines] });
  const note: Note = spread ? base : { ...base, value: text + unit, interval: undefined, lines: [...both, 'The difference of the two means; both are of the same draws. The answer holds no interval of it.', ...reading.lines] };
  const shade = view === 'change' ? shadeOf(value, column.limits) : `${column.key === 'pull' ? 'q' : 's'}${column.levels!.filter((limit) => value >= limit).length}`;
  return { value, text, shade, note };
}

/** How rows are ordered: by a column, the greatest or the least first; by nothing, those whom the moves change most. */
export function orderOf(text: string | null): { key: string; rising: boolean } | null {
  const found = /^(-?)([a-z]+)$/.exec(text ?? '');
  return found && (found[2] === 'name' || COLUMNS.some((column) => column.key === found[2])) ? { key: found[2]!, rising: found[1] === '-' } : null;
}

/** Allies in order; those without a value come last either way. */
export function ordered(a: Assessment, view: View, order: ReturnType<typeof orderOf>): AllyRow[] {
  if (order === null) return [...a.allies].sort((one, other) => Math.abs(other.change.mean) - Math.abs(one.change.mean));
  if (order.key === 'name') return [...a.allies].sort((one, other) => (one.name < other.name ? -1 : 1) * (order.rising ? -1 : 1));
  const column = COLUMNS.find((one) => one.key === order.key)!;
  const valued = a.allies.map((ally) => ({ ally, value: cellOf(a, ally, column, view).value }));
  return valued.sort((one, other) => (one.value === null || other.value === null ? Number(one.value === null) - Number(other.value === null) : (other.value - one.value) * (order.rising ? -1 : 1))).map((one) => one.ally);
}
