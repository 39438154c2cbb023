// Colour classes: fixed over all years and parties, so that two maps can be compared.
import type { FigureName } from './shapes';

/** Seven classes part at six bounds; a value on a bound belongs to the class above it. */
export interface Classes {
  bounds: readonly number[];
  /** diverging has a neutral class in the middle, sequential grows from the first class to the last. */
  kind: 'diverging' | 'sequential';
  /** What both ends mean. */
  ends: readonly [string, string];
  format: (value: number) => string;
}

const share = (value: number) => `${Math.round(value * 100)} %`;
const signed = (value: number) => `${value < 0 ? '−' : value > 0 ? '+' : ''}${Math.abs(value)}`;

export const CLASSES: Record<FigureName, Classes> = {
  // Half is where as many votes part the two as join them.
  align: { bounds: [0.1, 0.25, 0.4, 0.6, 0.75, 0.9], kind: 'diverging', ends: ['votes against', 'votes alike'], format: share },
  points: { bounds: [-1.5, -0.75, -0.25, 0.25, 0.75, 1.5], kind: 'diverging', ends: ['negative end', 'positive end, where the United States stands'], format: signed },
  // Shares of trade span orders of magnitude: each bound is two to two and a half times the one before.
  depend: { bounds: [0.01, 0.02, 0.05, 0.1, 0.2, 0.4], kind: 'sequential', ends: ['hardly any', 'a great part'], format: share },
};

/** The class of a value, 0 to 6; null where it is missing. */
export function classOf(figure: FigureName, value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  const { bounds } = CLASSES[figure];
  let index = 0;
  while (index < bounds.length && value >= (bounds[index] as number)) index++;
  return index;
}

/** The classes in words, for the legend. */
export function classLabels(figure: FigureName): string[] {
  const { bounds, format } = CLASSES[figure];
  return [`below ${format(bounds[0] as number)}`, ...bounds.slice(1).map((high, index) => `${format(bounds[index] as number).replace(' %', '')} to ${format(high)}`), `${format(bounds.at(-1) as number)} and more`];
}
