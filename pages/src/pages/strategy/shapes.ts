// The parts of the program's answers that this page reads; names as in the JSON. Missing is null.
import type { Provenance, SourceRef } from '../../lib/api';

export type Basis = 'measured' | 'modelled' | 'judgement';

/** Mean over draws with 5, 50 and 95 % quantiles and the standard error of the mean. */
export interface Spread {
  mean: number;
  low: number;
  median: number;
  high: number;
  monte_carlo_error: number;
}

export interface Party {
  state: number;
  name: string;
}

export interface AssessedSource extends SourceRef {
  number: number;
  coverage: string;
  citation: string;
  defects: string[];
}

export interface Line {
  key: string;
  name: string;
  no_change: number | null;
  neutralised: number | null;
  dealigned: number | null;
  realigned: number | null;
  split_low: number | null;
  split_high: number | null;
  weight: number | null;
  sources: string[];
}

export interface Grade {
  grade: 'NoChange' | 'Neutralised' | 'Dealigned' | 'Realigned';
  with: Spread;
  without: Spread;
}

export interface KeyFigure {
  label: string;
  value: number | null;
  unit: string;
  in_words: string;
  interval: { low: number; high: number; level: number } | null;
  basis: Basis;
  sources: string[];
  query: string;
  coverage: { statement: string; held: number | null; missing: number | null; missing_names: string[] };
}

export interface Term {
  key: string;
  name: string;
  channel: string;
  worth: Spread;
  explanation: string;
  sources: string[];
}

export interface View {
  key: string;
  name: string;
  says: string;
  splits: Spread;
  net_worth: Spread;
}

export interface Cost {
  who: string;
  what: string;
  channel: string;
  billion_usd_per_year: Spread;
  share_of_income: number | null;
  basis: Basis;
  sources: string[];
}

export interface AllyRow {
  state: number;
  name: string;
  drift_before: Spread;
  drift_after: Spread;
  change: Spread;
  responses: { response: string; before: Spread; after: Spread }[];
  threat: number | null;
  has_guarantee: boolean;
  trade_with_divider: number | null;
  income_change: Spread | null;
  why: string;
  sources: string[];
}

export interface Influence {
  name: string;
  first_order: number | null;
  standard_error: number | null;
  rank_correlation: number | null;
  when_low: number | null;
  when_high: number | null;
  is_judgement: boolean;
}

export interface Bound {
  name: string;
  lower: number | null;
  upper: number | null;
  views: string[];
  quasi_p: number | null;
  stability: number | null;
  text: string;
}

export interface Condition {
  text: string;
  probability: number | null;
  share_of_draws: number | null;
  coverage: number | null;
  out_of_sample: number | null;
  bounds: Bound[];
}

export interface BillLine {
  section: string;
  who: string;
  item: string;
  unit: string;
  basis: Basis;
  before: Spread | null;
  after: Spread | null;
  amount: Spread | null;
  sources: string[];
  note: string;
}

export interface AssumedAs {
  name: string;
  channel: string | null;
  description: string | null;
  distribution: string;
  low: number | null;
  median: number | null;
  high: number | null;
  mean: number | null;
  source: string;
  is_judgement: boolean;
  note: string | null;
}

export interface RecordChart {
  key: string;
  title: string;
  unit: string;
  sources: string[];
  note: string;
  series: { name: string; years: number[]; values: (number | null)[]; low: (number | null)[]; high: (number | null)[] }[];
}

/** entente.assessment/1 */
export interface Assessment {
  strategy: {
    key: string;
    title: string;
    summary: string;
    divider: Party;
    target: Party;
    partner: Party;
    start: number;
    horizon_years: number;
    moves: { type: string; in_words: string; note: string | null }[];
  };
  verdict: string;
  splits: Spread;
  splits_without_moves: Spread;
  effect_of_moves: Spread;
  grades: Grade[];
  evidence: Line[];
  split_stacked: number | null;
  key_figures: KeyFigure[];
  balance: Term[];
  views: View[];
  costs: Cost[];
  expected_drifts: Spread;
  allies: AllyRow[];
  influences: Influence[];
  conditions: Condition[];
  bill: BillLine[];
  /** Left out of a first look. */
  judgement?: { judged_inputs: number; inputs: number; explained_by_single_inputs: number | null; explained_by_judged_inputs: number | null; explained_by_rival_view: number | null };
  assumptions: AssumedAs[];
  charts: RecordChart[];
  caveats: string[];
  sources: AssessedSource[];
  provenance: Provenance;
  /** Where the JSON of it is; added by this page. */
  address?: string | undefined;
  computed: { draws: number; failed_draws: number; seed: string; version: string; store_edition: string | null; command: string };
}

export interface ComparedStrategy {
  key: string;
  title: string;
  divider: string;
  target: string;
  partner: string;
  split: Spread;
  effect_of_moves: Spread;
  realigned: Spread;
  allies_lost: Spread;
  satisfices: number;
  satisfices_error: number;
  failed_draws: number;
}

export interface Aim {
  key: string;
  name: string;
  unit: string;
  strategies: {
    key: string;
    mean: number;
    mean_error: number;
    against_first: number;
    against_first_error: number;
    expected_regret: number;
    regret_90: number;
    maximal_regret: number;
    worst: number;
    best_in: number;
    satisficing: number | null;
  }[];
}

/** entente.compare/1 */
export interface Comparison {
  draws: number;
  seed: number;
  least_split: number;
  most_drifts: number;
  strategies: ComparedStrategy[];
  aims: Aim[];
  caveats: string[];
  provenance: Provenance;
}
