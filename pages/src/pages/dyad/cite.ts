// The page as a sentence that can stand in a footnote.
import { percent, span } from '../../lib/numbers';
import { newest, pointOf } from './measures';
import type { Alignment } from './shapes';

export function citationOf(answer: Alignment, names: readonly [string, string], address = location.href): string {
  const last = newest(answer.years, 'agreement');
  const point = last && pointOf(last, 'agreement');
  const figure = last && point ? `vote agreement ${percent(point.y)} in ${last.year} (90 % interval ${span(point.low, point.high, (value) => percent(value, 0))}; ${last.common_votes} votes in common)` : 'no vote in common';
  const sources = answer.provenance.sources.map((source) => `${source.publisher}, ${source.title}, ${source.edition}`).join('; ');
  return `${names[0]} and ${names[1]}: ${figure}. ${sources}. Computed with Entente, ${new URL(address).pathname}${new URL(address).search}.`;
}
