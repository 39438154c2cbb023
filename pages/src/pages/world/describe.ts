// A value in words: for the label at the pointer, the list and the source note.
import { questionAddress } from '../../lib/api';
import type { Note } from '../../lib/note.svelte';
import { decimals, MISSING, percent, span } from '../../lib/numbers';
import type { Row } from './rows';
import type { Index } from './colouring';
import type { FigureName } from './shapes';

export function format(figure: FigureName, value: number | null): string {
  if (value === null) return MISSING;
  return figure === 'points' ? `${value > 0 ? '+' : ''}${decimals(value, 2)}` : percent(value, figure === 'align' ? 0 : 1);
}

export function intervalWords(figure: FigureName, row: Pick<Row, 'low' | 'high'>): string {
  return span(row.low, row.high, (value) => format(figure, value));
}

/** The same without repeating the unit: "80 to 88 %". */
export function intervalShort(figure: FigureName, row: Pick<Row, 'low' | 'high'>): string {
  const words = intervalWords(figure, row);
  return figure === 'points' ? words.replaceAll('+', '') : words.replace(' %', '');
}

/** What the parameters of an answer are called in the address and on the command line. */
export interface Asked {
  figure: FigureName;
  party: string;
  flow: 'imports' | 'exports';
}

export function question(asked: Asked): { path: string; values: Record<string, string | number> } {
  const since = 1946;
  if (asked.figure === 'points') return { path: 'map/points', values: { since } };
  if (asked.figure === 'align') return { path: 'map/align', values: { party: asked.party, since } };
  return { path: 'map/depend', values: { party: asked.party, flow: asked.flow, since } };
}

export function command(asked: Asked): string {
  const party = /\s/.test(asked.party) ? `"${asked.party}"` : asked.party;
  if (asked.figure === 'points') return 'entente map points --since 1946';
  return asked.figure === 'align' ? `entente map align ${party} --since 1946` : `entente map depend ${party} --flow ${asked.flow} --since 1946`;
}

/** What the figure is, of all states. */
export function figureTitle(index: Index, flow: Asked['flow']): string {
  const { figure, subject } = index.answer;
  const label = subject?.label ?? '';
  if (figure === 'points') return 'Ideal points from votes in the General Assembly';
  if (figure === 'align') return `Vote agreement with ${label} in the General Assembly`;
  return flow === 'imports' ? `Share of goods imports that comes from ${label}` : `Share of goods exports that goes to ${label}`;
}

const DEFINITIONS: Record<FigureName, string> = {
  align: 'Mean over the roll calls on which both voted: 1 for the same vote, ½ where one of the two abstained, 0 for yes against no. Of a bloc: over all pairs of members. The interval comes from resampling days of voting.',
  points: 'Where a state stands on the main line of conflict in the votes of the year, estimated from all roll calls; only distances have a meaning, zero is the middle of the scale.',
  depend: 'Share of goods trade, partners whose trade is missing at their last known value. An account, so it has no interval.',
};

export function noteFor(index: Index, asked: Asked, row: Row, year: number): Note {
  const { figure, provenance } = index.answer;
  const hole = index.holes.get(year);
  const interval = intervalWords(figure, row);
  const lines = [DEFINITIONS[figure]];
  if (row.n !== null && row.n > 0) lines.push(figure === 'align' ? `${row.n} votes in common in ${year}.` : `${row.n} votes cast in ${year}.`);
  if (hole) lines.push(`${year}: ${hole.reason}.`);
  return {
    title: `${figureTitle(index, asked.flow)}: ${row.state.name}, ${year}`,
    value: format(figure, row.value),
    interval: interval ? `${interval} (${Math.round((index.answer.level ?? 0.9) * 100)} % interval)` : undefined,
    basis: figure === 'points' ? 'modelled' : 'measured',
    lines,
    provenance,
    ...restsOn(asked),
  };
}

/** Where the answer can be had again. */
export function restsOn(asked: Asked): { address: string; command: string } {
  const { path, values } = question(asked);
  return { address: questionAddress(path, values), command: command(asked) };
}

/** What is counted beside a value. */
export const votesWords = (figure: FigureName): string => (figure === 'align' ? 'votes in common' : 'votes cast');

/** The note of the count of votes that a value rests on. */
export function votesNote(index: Index, asked: Asked, row: Row, year: number): Note {
  const { figure, provenance } = index.answer;
  const hole = index.holes.get(year);
  return {
    title: `${row.state.name}, ${votesWords(figure)}${figure === 'align' ? ` with ${index.answer.subject?.label ?? ''}` : ''}, ${year}`,
    value: decimals(row.n, 0),
    basis: 'measured',
    lines: hole ? [`${year}: ${hole.reason}.`] : [],
    provenance,
    ...restsOn(asked),
  };
}
