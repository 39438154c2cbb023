// A strategy as a form: what the program says may be changed (entente.strategy/1). Names as in the JSON.

export type KeyKind = 'text' | 'state' | 'parties' | 'number';

export interface FormKey {
  name: string;
  kind: KeyKind;
  description: string;
  required: boolean;
  low: number | null;
  high: number | null;
}

export interface FilledKey extends FormKey {
  value: string | number | string[];
}

export interface FormMove {
  index: number;
  kind: string;
  description: string;
  note: string | null;
  keys: FilledKey[];
}

export interface MoveKind {
  name: string;
  description: string;
  keys: FormKey[];
  example: string;
}

export type DistributionKind = 'value' | 'uniform' | 'triangular' | 'pert' | 'normal' | 'lognormal' | 'beta' | 'discrete';

export interface Spreading {
  kind: DistributionKind;
  words: string;
  numbers: Record<string, number | number[]>;
  quantiles: { p5: number | null; p50: number | null; p95: number | null };
  mean: number | null;
  source: string;
  note: string | null;
}

export interface FormAssumption extends Spreading {
  name: string;
  channel: string;
  description: string;
  low: number | null;
  high: number | null;
  /** Whether it can be no more than a whole, so that it is shown in per cent. */
  fraction: boolean;
  from: 'stated' | 'default' | 'estimated';
  judgement: boolean;
  default: Spreading;
}

export interface FormCorrelation {
  first: string;
  second: string;
  rank: number;
  source: string;
  note: string | null;
}

export interface KindOfDistribution {
  name: DistributionKind;
  description: string;
  parameters: { name: string; required: boolean }[];
  example: string;
}

export interface FormParty {
  id: number;
  iso3: string | null;
  name: string;
}

export interface Form {
  key: string;
  title: string;
  summary: string;
  divider: FormParty;
  target: FormParty;
  partner: FormParty;
  start: number;
  horizon: number;
  allies: string[];
  allies_stated: boolean;
  moves: FormMove[];
  assumptions: FormAssumption[];
  correlations: FormCorrelation[];
  caveats: string[];
  limits: { start: FormKey; horizon: FormKey };
  move_kinds: MoveKind[];
  distribution_kinds: KindOfDistribution[];
  text: string;
}

/** The numbers of a distribution that sliders move, least to greatest where they have an order. */
export const SLIDERS: Readonly<Record<DistributionKind, readonly string[]>> = {
  value: ['value'],
  uniform: ['low', 'high'],
  triangular: ['low', 'mode', 'high'],
  pert: ['low', 'mode', 'high'],
  lognormal: ['low90', 'median', 'high90'],
  normal: ['mean', 'sd'],
  beta: ['alpha', 'beta'],
  discrete: [],
};

const WORDS: Readonly<Record<string, string>> = { value: 'value', low: 'least', mode: 'most likely', high: 'greatest', low90: '5 %', median: 'median', high90: '95 %', mean: 'mean', sd: 'standard deviation', alpha: 'alpha', beta: 'beta', values: 'value', weights: 'weight' };

/** What a number of a distribution is called. */
export function numberWord(name: string): string {
  return WORDS[name] ?? name;
}

/** A number moved on its slider; those beside it in order are pushed along. */
export function pushed(kind: DistributionKind, numbers: Readonly<Record<string, number>>, name: string, to: number): Record<string, number> {
  const moved = { ...numbers, [name]: to };
  if (kind === 'normal' || kind === 'beta') return moved;
  const order = SLIDERS[kind];
  const at = order.indexOf(name);
  for (const [index, other] of order.entries()) {
    const value = moved[other];
    if (value === undefined) continue;
    if (index < at && value > to) moved[other] = to;
    if (index > at && value < to) moved[other] = to;
  }
  return moved;
}

/** A step that gives a slider about a hundred stops and numbers that read well. */
export function stepOf(low: number, high: number): number {
  const wide = Math.abs(high - low);
  return wide === 0 ? 0.01 : 10 ** Math.floor(Math.log10(wide / 50));
}

/** The span of a slider: within what is allowed, and near enough to what is assumed that a stop means something. */
export function reach(one: FormAssumption, numbers: Readonly<Record<string, number>>): { low: number; high: number; step: number } {
  const names = SLIDERS[one.kind];
  const plain = (of: Record<string, unknown>) => Object.entries(of).filter(([name]) => names.includes(name)).map(([, value]) => value).filter((value): value is number => typeof value === 'number');
  const held = [...plain(numbers), ...plain(one.numbers), ...(one.default.kind === one.kind ? plain(one.default.numbers) : [])];
  const [least, most] = [one.low ?? Math.min(0, ...held), one.high ?? Math.max(1, ...held) * 2];
  const wanted = Math.max(...held.map(Math.abs), 0) * 2.5;
  const high = wanted > 0 && wanted < most ? roundUp(wanted) : most;
  const low = least >= 0 ? least : Math.max(least, -high);
  const step = stepOf(low, high);

  // The stops of a slider are counted from its lower end; one that is no multiple of the step would make every stop crooked.
  return { low: Math.floor(low / step + 1e-9) * step < (one.low ?? -Infinity) ? low : Math.floor(low / step + 1e-9) * step, high, step };
}

function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return tidy(Math.ceil(value / unit - 1e-9) * unit);
}

/** Without what binary fractions leave behind. */
export function tidy(value: number): number {
  return Number(value.toPrecision(10));
}

/** A group without one of its names. */
export const without = <T>(all: Readonly<Record<string, T>>, name: string): Record<string, T> => Object.fromEntries(Object.entries(all).filter(([one]) => one !== name));
