// The parts of the answers that this page reads; names as in the JSON.
import type { Provenance, SourceRef } from '../../lib/api';

export interface Spread {
  mean: number | null;
  low: number | null;
  median: number | null;
  high: number | null;
  monte_carlo_error: number | null;
}

export interface Economy {
  name: string;
  iso3: string | null;
  id: number | null;
  real_income: Spread;
  real_wage: Spread;
  price_index: Spread;
  exports: Spread;
  imports: Spread;
  gdp_billion_usd: number | null;
  billion_usd: Spread | null;
}

export interface Group {
  key: string;
  name: string;
  real_income: Spread;
  billion_usd: Spread | null;
}

export interface WhatIfVariant {
  name: string;
  changes: string[];
  pairs_changed: number;
  not_held: string[];
  failed_draws: number;
  partner_share: Spread;
  groups: Group[];
  economies: Economy[];
  target_trade: { exporter: string; importer: string; baseline_billion: number | null; change: Spread }[];
  path: { year: number; target_real_income: Spread; partner_real_income: Spread; partner_share_of_target_trade: Spread }[];
}

export interface Assumption {
  name: string;
  distribution: string;
  source: string;
  judgement: boolean;
  note?: string | null;
}

export interface SectoralVariant {
  name: string;
  target_real_income_at_medians: { one_sector: number | null; same_elasticity: number | null; own_elasticity: number | null };
  economies: Economy[];
  target_sectors: { name: string; price: Spread; output: Spread; exports: Spread; imports: Spread }[];
}

export interface WhatIfAnswer {
  key: string;
  title: string;
  question: string;
  baseline: { year: number; estimated: boolean; method: string; economies: number };
  target: string;
  partner: string | null;
  partner_share_before: number | null;
  draws: number;
  seed: number;
  variants: WhatIfVariant[];
  sectoral?: { draws: number; elasticity_source: string; variants: SectoralVariant[] } | null;
  baseline_sensitivity: { name: string; target_domestic_share: number | null; target_real_income: (number | null)[] }[];
  assumptions: Assumption[];
  caveats: string[];
  sources: SourceRef[];
  provenance: Provenance;
}

export interface Excess {
  year: number;
  actual: number | null;
  expected: number | null;
  log_excess: number | null;
  score: number | null;
}

export interface RouteAmounts {
  lower: number | null;
  proportional: number | null;
  matched: number | null;
  upper: number | null;
}

export interface Conduit {
  id: number;
  iso3: string | null;
  name: string;
  candidate: boolean;
  both_sides_seen: boolean;
  inflow_p_value: number | null;
  outflow_p_value: number | null;
  inflow: Excess | null;
  outflow: Excess | null;
  last_known_outflow_billion_usd: number | null;
  eu_exports_billion_eur: Excess[];
  route_billion_usd: RouteAmounts | null;
}

export interface ConduitsAnswer {
  target: string;
  coalition: string;
  base_year: number;
  year: number;
  tested: number;
  tested_inflow_only: number;
  placebos: number;
  false_discovery_rate: number;
  conduits: Conduit[];
  provenance: Provenance;
}

export interface IndirectShare {
  denominator: string;
  direct: number | null;
  lower: number | null;
  proportional: number | null;
  upper: number | null;
  content: number | null;
}

export interface IndirectAnswer {
  party: string;
  on: string;
  years: { year: number; missing: string | null; imports_with_indirect?: { shares: IndirectShare[] } | null }[];
  answer: string | null;
  no_conduits: string | null;
  provenance: Provenance;
}

export interface GasMarket {
  name: string;
  price_before_usd_per_mmbtu: Spread;
  price_change_usd_per_mmbtu: Spread;
  price_change_share: Spread;
  buyers_gain_billion_usd: Spread;
}

export interface GasSupplier {
  name: string;
  revenue_before_billion_usd: Spread;
  revenue_change_billion_usd: Spread;
  sales_change_bcm: Spread;
  flows: { market: string; before_bcm: Spread; after_bcm: Spread }[];
}

export interface GasAnswer {
  key: string;
  title: string;
  horizon: string;
  draws: number;
  failed_draws: number;
  markets: GasMarket[];
  suppliers: GasSupplier[];
  scarcities: { capacity: string; before_usd_per_mmbtu: Spread; after_usd_per_mmbtu: Spread }[];
  influence: { assumption: string; share_of_variance: number; standard_error: number | null }[];
  assumptions: Assumption[];
  caveats: string[];
  sources: string[];
  provenance: Provenance;
}
