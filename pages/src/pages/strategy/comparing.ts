// Up to four strategies over the same futures: which, how they are asked for, and how their numbers read.
import type { Aim, Comparison } from './shapes';
import { decimals, percent } from '../../lib/numbers';
import { gain, probability } from './words';

export const MOST = 4;

/** The strategies beside the one of the form, from the address; at most three, each once. */
export function besides(query: URLSearchParams, strategy: string, edited: boolean): string[] {
  const named = (query.get('with') ?? 'status-quo').split(',').filter((name) => /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name));
  // A strategy that was changed may stand beside itself as it was.
  return [...new Set(named)].filter((name) => edited || name !== strategy).slice(0, MOST - 1);
}

/** What is asked: the one of the form first, because differences are taken from it. */
export function compareBody(strategy: string, text: string | null, others: readonly string[], draws: number): Record<string, unknown> {
  return text === null ? { strategy: [strategy, ...others], draws } : { strategy_text: [text], strategy: others, draws };
}

/** Names for people: the edited one says so, and two of one title are told apart by their names. */
export function namesOf(comparison: Comparison, edited: boolean): string[] {
  const all = comparison.strategies;
  return all.map((one, index) => {
    if (edited && index === 0) return `${one.title} (as changed here)`;
    return all.some((other, at) => at !== index && !(edited && at === 0) && other.title === one.title) ? `${one.title} (${one.key})` : one.title;
  });
}

export type Row = Aim['strategies'][number];

/** How values of an aim read. */
export function aimFormat(aim: Aim): { value: (value: number) => string; difference: (value: number) => string; better: string } {
  switch (aim.unit) {
    case 'Probability':
      return { value: probability, difference: gain, better: 'more is a higher chance' };
    case 'Count':
      return { value: (value) => decimals(value, 2), difference: (value) => (value > 0 ? '+' : '') + decimals(value, 2), better: 'a minus is allies lost' };
    case 'BillionUsd':
      return { value: (value) => (value > 0 ? '+' : '') + decimals(value, 2), difference: (value) => (value > 0 ? '+' : '') + decimals(value, 2), better: 'US$ bn a year; a minus is a loss' };
    default:
      return { value: (value) => percent(value), difference: gain, better: '' };
  }
}

/** Whether a difference may be noise of the draws. */
export function withinNoise(row: Row): boolean {
  return Math.abs(row.against_first) <= 2 * row.against_first_error;
}
