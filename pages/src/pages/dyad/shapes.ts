// The parts of answers that the Dyad page reads; names as in the JSON (docs/cli.md).
import type { Coverage, Interval, Provenance } from '../../lib/api';

/** A year of entente.alignment/1; each measure has its interval beside it under "…_interval". */
export interface AlignYear {
  year: number;
  common_votes: number;
  roll_calls: number;
  hole: string | null;
  [measure: string]: number | string | Interval | null | undefined;
}

export interface Alignment {
  schema: string;
  a: string;
  b: string;
  years: AlignYear[];
  provenance: Provenance;
}

/** entente.alignment/1 with measure points. */
export interface Distances {
  a: string;
  b: string;
  method: string;
  years: { year: number; value: number | null; interval: Interval | null; votes: number }[];
  provenance: Provenance;
}

export type Denominator = 'as_reported' | 'gaps_filled' | 'official_total';

export interface Flow {
  shares: { denominator: Denominator; share: number | null; with_partner_billion_usd: number | null; total_billion_usd: number | null; coverage: Coverage }[];
  rank: number | null;
  partners: number;
}

export interface DependYear {
  year: number;
  missing: string | null;
  exports?: Flow;
  imports?: Flow;
  total_share?: number | null;
  reverse_total_share?: number | null;
  asymmetry?: number | null;
}

/** entente.dependence_series/1 */
export interface Dependence {
  party: string;
  on: string;
  since: number;
  until: number;
  years: DependYear[];
  provenance: Provenance;
}

export interface Named {
  id: number;
  iso3: string | null;
  name: string;
}

interface ArmsSide {
  of_buyer: number | null;
  of_seller: number | null;
  of_peak: number | null;
}

export interface ArmsWindow {
  from_year: number;
  to_year: number;
  from_a: ArmsSide | null;
  from_b: ArmsSide | null;
}

export interface NuclearStatus {
  status: string;
  from_year: number;
  held_to: number;
}

/** entente.ties/1 */
export interface Ties {
  a: Named;
  b: Named;
  since: number;
  until: number;
  obligations: { direction: 'mutual' | 'a_to_b' | 'b_to_a'; from_year: number; to_year: number; ended: boolean; terms: string[]; source: string }[];
  shared_defence_partners: Named[];
  arms: ArmsWindow[];
  us_forces: { year: number; personnel: number; times_counted_by_publisher: number }[];
  wars: { cow_war: number; from_year: number; to_year: number; same_side: boolean; opponents?: Named[] }[];
  disputes: { decade: number; against: number; force_used: number; fatal: number; same_side: number }[];
  rivalries: { from_year: number; to_year: number }[];
  armed_conflict: { ucdp_conflict: number; year: number; intensity: number }[];
  nuclear_a: NuclearStatus | null;
  nuclear_b: NuclearStatus | null;
  public_record: { date: string; kind: string; what: string; document: string }[];
  held_to: { what: string; last_year: number; source: string }[];
  unobserved: string[];
  provenance: Provenance;
}

interface Spread {
  mean: number;
  low: number;
  high: number;
}

/** entente.risk/1 */
export interface Risk {
  a: string;
  b: string;
  year: number;
  years: number;
  politically_relevant: boolean;
  data_end: number;
  outcomes: { outcome: string; yearly: Spread; horizon: Spread; base_rate: number; model_rate: number; own_count: number; own_years: number; basis: string }[];
  sources: string[];
  provenance: Provenance;
}
