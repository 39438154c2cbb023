// What a chart rests on, told by its frame to the numbers in it, so that each opens a note without being handed one.
import { getContext, setContext } from 'svelte';
import { hasFigure } from './figuresIn';
import type { Note, Source } from './note.svelte';

/** The title and the source of a chart. */
export type ChartSource = Source & { title: string };

const KEY = Symbol('chart');

/** Called by a frame: what is drawn in it rests on this. */
export function offerSource(source: () => ChartSource): void {
  setContext(KEY, source);
}

/** Called by a chart: what the frame around it rests on. */
export function framedSource(): () => ChartSource | undefined {
  return getContext<(() => ChartSource) | undefined>(KEY) ?? (() => undefined);
}

/** The note of one number of a chart; none where nothing says where it comes from. */
export function numberNote(chart: ChartSource | undefined, name: string, value: string, interval?: string): Note | undefined {
  if (!chart || (!chart.provenance && !chart.command)) return undefined;
  const { title, ...source } = chart;
  return { ...source, title: `${name} (${title})`, value, ...(interval ? { interval } : {}) };
}

/** The note of a cell of the table of a chart, titled by row and column; none for words and years. */
export function cellNote(chart: ChartSource, heads: readonly string[], row: readonly string[], column: number): Note | undefined {
  const cell = row[column] ?? '';
  if (!hasFigure(cell)) return undefined;
  const head = heads[column] ?? '';
  return numberNote(chart, `${row[0] ?? ''}, ${head.charAt(0).toLowerCase()}${head.slice(1)}`, cell);
}
