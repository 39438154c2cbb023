// Verdicts, standings and lines of notes in words.
import type { FigureAnswer, FigureValue, Standing, Verdict } from './shapes';
import { questionAddress } from '../../lib/api';
import { decimals, percent } from '../../lib/numbers';

export const verdicts: readonly { key: Verdict; name: string; sign: string }[] = [
  { key: 'supported', name: 'supported', sign: '✓' },
  { key: 'contradicted', name: 'contradicted', sign: '✗' },
  { key: 'depends_on_definition', name: 'depends on the definition', sign: '≈' },
  { key: 'cannot_be_checked', name: 'cannot be checked', sign: '?' },
];

export const verdictOf = (key: Verdict) => verdicts.find((one) => one.key === key) ?? verdicts[3]!;

const standings: Record<string, string> = {
  plain: 'a plain reading',
  wider: 'a wider reading: changes what is said',
  part: 'a part of what is asked',
  context: 'context: another period or the like',
};

export const standingWords = (standing: Standing): string => standings[standing] ?? standing;

/** An interval as it stands beside its value. */
export function intervalWords({ interval, unit }: FigureValue): string {
  if (!interval || interval.low === null || interval.high === null) return '';
  const format = unit === 'share' || unit === 'relative_change' ? (value: number) => percent(value) : (value: number) => decimals(value, unit === 'count' || unit === 'rank' ? 0 : 2);
  return `${format(interval.low)} to ${format(interval.high)} (${percent(interval.level, 0)})`;
}

/** Names of a list of states; long ones are cut and counted. */
export function stateWords({ states }: FigureValue, most = 24): string {
  const names = states.slice(0, most).map((state) => state.name);
  return names.join(', ') + (states.length > most ? ` and ${states.length - most} more` : '');
}

/** What an answer is of, with its year where the label leaves it out. */
export function titleOf({ label, parameters }: FigureAnswer): string {
  const { from, year } = parameters;
  const time = from && year ? `${from} to ${year}` : year;
  return time && !label.includes(time) ? `${label}, ${time}` : label;
}

/** The command that shows an answer on a terminal. */
export function commandOf({ figure, parameters }: FigureAnswer): string {
  const quote = (text: string) => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
  return ['entente figure', figure, ...Object.entries(parameters).map(([name, value]) => `${name}=${quote(value)}`)].join(' ');
}

/** The address of the JSON of an answer. */
export const addressOf = ({ figure, parameters }: FigureAnswer): string => questionAddress('figure', { name: figure, parameters: Object.entries(parameters).map(([name, value]) => `${name}=${value}`) });

/** What a note of an answer says besides its sources. */
export function linesOf(answer: FigureAnswer, reading = answer.reading): string[] {
  const states = stateWords(answer);
  return [reading && `Definition: ${reading}.`, answer.vintage && `Vintage: ${answer.vintage}.`, answer.why_missing, states && `States: ${states}.`].filter((line): line is string => Boolean(line));
}
