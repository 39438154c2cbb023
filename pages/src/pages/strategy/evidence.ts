// From the numbers of an assessment to notes, bars and rows: every one with what it rests on.
import type { Provenance } from '../../lib/api';
import type { Note, Source } from '../../lib/note.svelte';
import type { Bar } from '../../charts/Bars.svelte';
import type { ChartSeries } from '../../charts/LineChart.svelte';
import type { AllyRow, Assessment, Basis, BillLine, Grade, Influence, Line, RecordChart, Spread } from './shapes';
import { decimals } from '../../lib/numbers';
import { GRADES, SECTIONS, humane, inUnit, interval, probability, signed, smallShare } from './words';

/** How the draws stand behind every modelled number. */
export function drawsSentence(a: Assessment): string {
  const { draws, failed_draws, seed } = a.computed;
  return `${draws.toLocaleString('en-GB')} draws, seed ${seed}${failed_draws > 0 ? `, ${failed_draws} of them failed and count for nothing` : ', none failed'}`;
}

/** What a number rests on, from the keys of its sources. */
export function restsOn(a: Assessment, keys: readonly string[], query: string, coverage?: Partial<Provenance['coverage']>): Provenance {
  return {
    sources: a.sources.filter((source) => keys.includes(source.key)),
    query,
    coverage: { statement: coverage?.statement ?? drawsSentence(a), held: coverage?.held ?? null, missing: coverage?.missing ?? null, missing_names: coverage?.missing_names ?? [] },
  };
}

/** What numbers of the whole chain rest on: as the answer says it, with the draws behind it. */
export function whole(a: Assessment, query: string = a.computed.command): Provenance {
  const { coverage } = a.provenance;
  return { ...a.provenance, query, coverage: { ...coverage, statement: coverage.statement.includes(drawsSentence(a)) ? coverage.statement : `${coverage.statement.replace(/\.$/, '')}; ${drawsSentence(a)}` } };
}

/** What numbers of some sources, or of the whole chain, share in their notes. */
export function source(a: Assessment, keys?: readonly string[], more: { basis?: Basis; lines?: readonly string[]; query?: string; coverage?: Partial<Provenance['coverage']> } = {}): Source {
  return { basis: more.basis ?? 'modelled', lines: more.lines, provenance: keys && keys.length > 0 ? restsOn(a, keys, more.query ?? a.computed.command, more.coverage) : whole(a, more.query), command: a.computed.command, address: a.address };
}

/** The note of how many draws stand behind the answer. */
export function drawsNote(a: Assessment): Note {
  return { ...source(a, undefined, { lines: [`${drawsSentence(a)}.`, 'More draws make the answer steadier, not truer.'] }), title: 'Draws of this assessment', value: a.computed.draws.toLocaleString('en-GB') };
}

/** The note of the Monte Carlo error of the chance in the game. */
export function errorNote(a: Assessment): Note {
  return { ...source(a, undefined, { lines: ['How far the mean would move with other draws: one standard error.'] }), title: 'Monte Carlo error of the chance in the game, points', value: decimals(a.splits.monte_carlo_error * 100, 1) };
}

/** The note of the chance of a split by all lines of evidence together. */
export function chanceNote(a: Assessment): Note {
  const alone = a.evidence.map(splitOf).filter((value): value is number => value !== null);
  const until = a.strategy.start + a.strategy.horizon_years;
  return {
    ...source(a, undefined, { lines: ['A linear pool of the lines of evidence, weighed by how well each told past attempts apart. Split: dealigned or realigned, read off votes in the General Assembly.', 'The range is what single lines say, not a confidence interval; where they disagree the pool does not mend that.'] }),
    title: `Chance that ${a.strategy.target.name} is split from ${a.strategy.partner.name} by ${until}, ${alone.length} lines of evidence together`,
    value: probability(a.split_stacked),
    interval: alone.length > 1 ? interval(Math.min(...alone), Math.max(...alone), probability, 'one line alone says') : undefined,
  };
}

/** The note of a spread over draws. */
export function spreadNote(a: Assessment, title: string, spread: Spread, format: (value: number) => string, more: { keys?: readonly string[]; basis?: Basis; lines?: readonly string[]; query?: string; error?: (value: number) => string } = {}): Note {
  return {
    title,
    value: format(spread.mean),
    interval: interval(spread.low, spread.high, format),
    basis: more.basis ?? 'modelled',
    lines: [...(more.lines ?? []), `Mean over draws; median ${format(spread.median)}; Monte Carlo error ${(more.error ?? format)(spread.monte_carlo_error)}.`],
    provenance: more.keys && more.keys.length > 0 ? restsOn(a, more.keys, more.query ?? a.computed.command) : whole(a, more.query),
    command: a.computed.command,
    address: a.address,
  };
}

/** Chance of a split by one line of evidence. */
export function splitOf(line: Line): number | null {
  return line.dealigned === null || line.realigned === null ? null : line.dealigned + line.realigned;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

type GradeKey = Grade['grade'];

export interface Stack {
  name: string;
  parts: { grade: GradeKey; share: number; from: number; note?: Note | undefined }[];
}

/** Grades laid end to end; what is missing makes no bar. */
export function stacked(name: string, shares: Partial<Record<GradeKey, number | null>>): Stack {
  let from = 0;
  const parts: Stack['parts'] = [];
  for (const grade of ['NoChange', 'Neutralised', 'Dealigned', 'Realigned'] as const) {
    const share = shares[grade];
    if (share === null || share === undefined) return { name, parts: [] };
    parts.push({ grade, share, from });
    from += share;
  }
  return { name, parts };
}

/** Grades by the game with and without the moves, then by each other line. */
export function gradeStacks(a: Assessment): Stack[] {
  const noted = (stack: Stack, of: (grade: GradeKey, share: number) => Note): Stack => ({ ...stack, parts: stack.parts.map((part) => ({ ...part, note: of(part.grade, part.share) })) });
  const words = (grade: GradeKey) => GRADES[grade].name.toLowerCase();
  const ofGame = (which: 'with' | 'without') => (grade: GradeKey) => spreadNote(a, `The game, ${which === 'with' ? 'with the moves' : 'without moves'}: ${words(grade)}`, a.grades.find((one) => one.grade === grade)![which], probability, { lines: [`${capital(GRADES[grade].says)}.`] });
  const ofLine = (line: Line) => (grade: GradeKey, share: number): Note => ({ ...source(a, line.sources, { query: `docs/evidence.md, ${line.name}`, lines: [`${capital(GRADES[grade].says)}.`] }), title: `${capital(line.name)}: ${words(grade)}`, value: probability(share) });
  const game = (which: 'with' | 'without') => Object.fromEntries(a.grades.map((grade) => [grade.grade, grade[which].mean]));
  const others = a.evidence.filter((line) => line.key !== 'game');
  return [
    noted(stacked('The game, with the moves', game('with')), ofGame('with')),
    noted(stacked('The game, without moves', game('without')), ofGame('without')),
    ...others.map((line) => noted(stacked(capital(line.name), { NoChange: line.no_change, Neutralised: line.neutralised, Dealigned: line.dealigned, Realigned: line.realigned }), ofLine(line))),
  ];
}

/** Allies whose drift the moves change most. */
export function mostMoved(allies: readonly AllyRow[], most: number): AllyRow[] {
  return [...allies].sort((one, other) => Math.abs(other.change.mean) - Math.abs(one.change.mean)).slice(0, most);
}

export interface Swing {
  name: string;
  low: number;
  high: number;
  judged: boolean;
  influence: Influence;
}

/** What matters most: the chance in the lowest and the highest fifth of each input, by the share that it explains. */
export function swings(influences: readonly Influence[], most: number): Swing[] {
  return influences
    .filter((one) => one.when_low !== null && one.when_high !== null && one.first_order !== null)
    .sort((one, other) => other.first_order! - one.first_order!)
    .slice(0, most)
    .map((one) => ({ name: humane(one.name), low: one.when_low!, high: one.when_high!, judged: one.is_judgement, influence: one }));
}

/** Whether the order of an influence may be noise of the draws. */
export function isNoise(one: Influence): boolean {
  return one.first_order === null || one.standard_error === null || one.first_order <= 2 * one.standard_error;
}

/** Lines of the bill by section in the order of the page, without what stands elsewhere on it. */
export function billSections(bill: readonly BillLine[], leave: readonly string[] = []): { key: string; title: string; lines: BillLine[] }[] {
  return Object.entries(SECTIONS)
    .filter(([key]) => !leave.includes(key))
    .map(([key, title]) => ({ key, title, lines: bill.filter((line) => line.section === key) }))
    .filter((section) => section.lines.length > 0);
}

/** The size of a line of the bill in words. */
export function billWords(line: BillLine): { before: string; after: string; amount: string } {
  const one = (spread: Spread | null) => (spread === null ? '' : inUnit(spread.mean, line.unit));
  return { before: one(line.before), after: one(line.after), amount: line.amount === null ? (line.before === null && line.after === null ? 'missing' : '') : inUnit(line.amount.mean, line.unit, line.section !== 'at_stake') };
}

/** Terms of the balance as bars about zero. */
export function balanceBars(a: Assessment): Bar[] {
  return a.balance.map((term) => ({ name: term.name, value: term.worth.mean, low: term.worth.low, high: term.worth.high, colour: term.worth.mean < 0 ? 'var(--c2)' : 'var(--c1)', hint: term.explanation, note: spreadNote(a, term.name, term.worth, signed(smallShare), { keys: term.sources, lines: [term.explanation] }) }));
}

const COLOURS = ['var(--c1)', 'var(--c2)', 'var(--c3)', 'var(--c4)'];

/** The measured record as series of a line chart. */
export function recordSeries(chart: RecordChart): ChartSeries[] {
  return chart.series.map((one, index) => ({
    name: one.name,
    colour: COLOURS[index % COLOURS.length]!,
    dashed: index > 0,
    points: one.years.map((x, at) => ({ x, y: one.values[at] ?? null, low: one.low[at] ?? null, high: one.high[at] ?? null })),
  }));
}
