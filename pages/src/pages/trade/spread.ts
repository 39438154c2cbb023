// Spreads of draws in words.
import { decimals, MISSING, percent, span } from '../../lib/numbers';
import type { Spread } from './shapes';

type Maybe = number | null | undefined;

/** A change as per cent with its sign, with more places where it is small: +0.036 %. */
export function change(value: Maybe): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  if (value === 0) return '0 %';
  const size = Math.abs(value);
  const text = percent(value, size >= 0.01 ? 1 : size >= 0.001 ? 2 : 3);
  return value > 0 && !/^[0.]+ %$/.test(text) ? `+${text}` : text;
}

/** An amount with its sign: +1.2. */
export function signed(value: Maybe, places = 1): string {
  const text = decimals(value, places);
  return value !== null && value !== undefined && value > 0 && !/^[0.]+$/.test(text) ? `+${text}` : text;
}

/** US$ billions with their sign, with more places where they are small. */
export function dollars(value: Maybe): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  return `${signed(value, Math.abs(value) < 1 ? 2 : 1)} bn`;
}

export const between = (spread: Spread | null | undefined, format: (value: number) => string): string => span(spread?.low, spread?.high, format);
