// From the answer of `triangle` to lines, columns of probability and words.
import type { ChartPoint, ChartSeries } from '../../charts/LineChart.svelte';
import type { AlignAnswer, Configuration, ConfigurationType, Spell, TriangleAnswer, TriangleYear } from './shapes';

export const TYPES: readonly { type: ConfigurationType; name: string; meaning: string; fill: string; ink: string }[] = [
  { type: 'MenageATrois', name: 'Ménage à trois', meaning: 'all three on good terms', fill: 'var(--m-p3)', ink: 'var(--paper)' },
  { type: 'RomanticTriangle', name: 'Romantic triangle', meaning: 'one on good terms with both others, who are not with each other', fill: 'var(--m-p1)', ink: 'var(--ink)' },
  { type: 'StableMarriage', name: 'Stable marriage', meaning: 'two on good terms, the third outside', fill: 'var(--m-n1)', ink: 'var(--ink)' },
  { type: 'UnitVeto', name: 'Unit veto', meaning: 'all three on bad terms', fill: 'var(--m-n3)', ink: 'var(--paper)' },
];

export type View = 'agreement' | 'votes' | 'ties';
const COLOURS = ['var(--c1)', 'var(--c2)', 'var(--c3)'];

export function nameOf(answer: TriangleAnswer, id: number | null): string {
  return answer.states.find((state) => state.id === id)?.name ?? 'missing';
}

/** The three sides by their names, in the order of the answer. */
export function sideNames(answer: TriangleAnswer): string[] {
  return (answer.years[0]?.edges ?? []).map((edge) => `${nameOf(answer, edge.a)} and ${nameOf(answer, edge.b)}`);
}

/** Lines of the three sides; agreement has the bands of `align` and the threshold as a fourth line. */
export function sideSeries(answer: TriangleAnswer, view: View, aligned: readonly AlignAnswer[] = []): ChartSeries[] {
  const sides = sideNames(answer).map((name, side): ChartSeries => {
    const bands = new Map((aligned[side]?.years ?? []).map((year) => [year.year, year.agreement_interval]));
    const points = answer.years.map((year): ChartPoint => {
      const edge = year.edges[side];
      if (view === 'votes') return { x: year.year, y: edge?.positive_by_votes ?? null };
      if (view === 'ties') return { x: year.year, y: edge?.positive_by_ties ?? null };
      const band = edge?.agreement === null ? null : bands.get(year.year);
      return { x: year.year, y: edge?.agreement ?? null, low: band?.low ?? null, high: band?.high ?? null };
    });
    return { name, points, colour: COLOURS[side] ?? 'var(--c4)' };
  });
  if (view !== 'agreement') return sides;
  const threshold = answer.years.map((year): ChartPoint => ({ x: year.year, y: year.threshold, low: year.threshold_interval?.low ?? null, high: year.threshold_interval?.high ?? null }));
  return [...sides, { name: 'threshold between friends and foes', points: threshold, colour: 'var(--c6)', dashed: true }];
}

/** Runs of years in which no side has a value. */
export function emptyRuns(answer: TriangleAnswer, view: View): { from: number; to: number; reason: string }[] {
  const held = (year: TriangleYear) => year.edges.some((edge) => (view === 'agreement' ? edge.agreement : view === 'votes' ? edge.positive_by_votes : edge.positive_by_ties) !== null);
  const reason = view === 'ties' ? 'missing: ties end in 2014, rivalries in 2010' : 'missing: fewer than ten common roll calls, or not both in the Assembly';
  const runs: { from: number; to: number; reason: string }[] = [];
  for (const year of answer.years) {
    if (held(year)) continue;
    const last = runs.at(-1);
    if (last && last.to === year.year - 1) last.to = year.year;
    else runs.push({ from: year.year, to: year.year, reason });
  }
  return runs;
}

/** "Stable marriage of China and Russia, the United States outside". */
export function words(answer: TriangleAnswer, type: ConfigurationType, special: number | null): string {
  const others = answer.states.filter((state) => state.id !== special).map((state) => state.name);
  if (type === 'StableMarriage' && special !== null) return `Stable marriage of ${others.join(' and ')}; ${nameOf(answer, special)} outside`;
  if (type === 'RomanticTriangle' && special !== null) return `Romantic triangle; ${nameOf(answer, special)} in the middle, ${others.join(' and ')} at odds`;
  const known = TYPES.find((one) => one.type === type)!;
  return `${known.name}: ${known.meaning}`;
}

/** The same where there is little room: "Marriage, USA outside". */
export function shortWords(answer: TriangleAnswer, spell: Pick<Spell, 'type' | 'pivot_or_pariah'>): string {
  const state = answer.states.find((one) => one.id === spell.pivot_or_pariah);
  const code = state?.iso3 ?? state?.name ?? '';
  if (spell.type === 'StableMarriage') return `Marriage, ${code} outside`;
  if (spell.type === 'RomanticTriangle') return `Romance, ${code} in the middle`;
  return TYPES.find((one) => one.type === spell.type)!.name;
}

/** Stacked columns of the four probabilities of a year, from the bottom, in the order of TYPES. */
export function stacked(configuration: Configuration | null): { type: ConfigurationType; from: number; to: number; fill: string }[] {
  if (!configuration) return [];
  let sum = 0;
  return TYPES.flatMap(({ type, fill }) => {
    const probability = configuration.all.find((one) => one.type === type)?.probability ?? 0;
    if (probability <= 0) return [];
    const from = sum;
    sum += probability;
    return [{ type, from, to: sum, fill }];
  });
}

/** The newest year with a reading by votes, else the last. */
export function newestRead(answer: TriangleAnswer): number {
  const years = answer.years;
  return (years.findLast((year) => year.by_votes !== null) ?? years.at(-1))?.year ?? 0;
}
