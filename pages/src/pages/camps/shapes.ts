// The parts of the answers that this page reads; names as in the JSON.
import type { Interval, Provenance } from '../../lib/api';

export type ConfigurationType = 'MenageATrois' | 'RomanticTriangle' | 'StableMarriage' | 'UnitVeto';

export interface TriangleEdge {
  a: number;
  b: number;
  agreement: number | null;
  positive_by_votes: number | null;
  positive_by_ties: number | null;
}

export interface Configuration {
  type: ConfigurationType;
  probability: number;
  pivot_or_pariah: number | null;
  all: { type: ConfigurationType; probability: number }[];
}

export interface TriangleYear {
  year: number;
  threshold: number | null;
  threshold_interval: Interval | null;
  edges: TriangleEdge[];
  by_votes: Configuration | null;
  by_ties: Configuration | null;
}

export interface Spell {
  from: number;
  to: number;
  type: ConfigurationType;
  pivot_or_pariah: number | null;
  least_probability: number;
}

export interface TriangleAnswer {
  states: { id: number; iso3: string | null; name: string }[];
  years: TriangleYear[];
  spells_by_votes: Spell[];
  spells_by_ties: Spell[];
  provenance: Provenance;
}

export interface AlignYear {
  year: number;
  agreement: number | null;
  agreement_interval: Interval | null;
  common_votes: number;
  hole: string | null;
}

export interface AlignAnswer {
  years: AlignYear[];
  provenance: Provenance;
}

export interface Camp {
  camp: number;
  label: string;
  centre: number | null;
  size: number;
  sure: number;
}

export interface Cut {
  value: number;
  interval: Interval | null;
}

export interface CampState {
  id: number;
  iso3: string | null;
  name: string;
  camp: number;
  probabilities: number[];
  margin: number;
  point: number;
  interval: Interval;
  votes: number;
}

export interface CampMove {
  id: number;
  iso3: string | null;
  name: string;
  from: number;
  from_probability: number;
  to: number;
  to_probability: number;
}

export interface CampsAnswer {
  year: number;
  method: string;
  draws: number;
  choice: string;
  draws_elsewhere: number;
  bic: { camps: number; bic_above_lowest: number }[];
  camps: Camp[];
  cuts: Cut[];
  states: CampState[];
  variants: { name: string; sizes: { states: number }[]; likeness: number; moved: string[] }[];
  left_out: string[];
  against: { year: number; camps: Camp[]; states: CampState[]; moves: CampMove[]; gone: string[]; come: string[] } | null;
  provenance: Provenance;
}

export interface BalanceAnswer {
  year: number;
  nodes: number;
  edge_count: number;
  negative_edges: number;
  triangle_balance: number | null;
  frustration: number;
  frustration_lower_bound: number;
  frustration_is_proven: boolean;
  normalised: number | null;
  notes: string[];
  provenance: Provenance;
}

export interface DriftIssue {
  issue: string;
  base_votes: number;
  last_votes: number;
  base: number | null;
  last: number | null;
  behaviour: number;
  agenda: number;
}

export interface DriftPart {
  resolution: number;
  base_votes: number;
  last_votes: number;
  base: number | null;
  last: number | null;
  behaviour: number;
  agenda: number;
}

export interface DriftPair {
  toward: string;
  base_votes: number;
  last_votes: number;
  base: number;
  last: number;
  change: number;
  change_interval: Interval;
  behaviour: number;
  behaviour_interval: Interval;
  agenda: number;
  agenda_interval: Interval;
  own: number;
  own_interval: Interval;
  within_noise: boolean;
  recurring_resolutions: number;
  issues: DriftIssue[];
  resolutions: DriftPart[];
  rest: { resolutions: number; behaviour: number; agenda: number };
}

export interface Mover {
  key: string;
  name: string;
  pairs: DriftPair[];
}

export interface DriftPeriod {
  first: number;
  last: number;
  roll_calls: number;
  widened: string | null;
}

export interface DriftResolution {
  title: string;
  base: string[];
  last: string[];
  issues: string;
  title_inferred: boolean;
  issue_shares: Record<string, number>;
}

export interface DriftAnswer {
  base: DriftPeriod;
  last: DriftPeriod;
  compared: number;
  toward: { key: string; name: string; states: number; median_change: number; median_behaviour: number; median_agenda: number }[];
  movers_in_all: number;
  movers_beyond_noise: number;
  movers: Mover[];
  too_few_common_votes: string[];
  resolutions: DriftResolution[];
  provenance: Provenance;
}

export interface VoteCounts {
  yes: number;
  abstain: number;
  no: number;
  absent: number;
}

export interface RollCallAnswer {
  schema: string;
  vote_id: string;
  symbol: string;
  date: string;
  title: string;
  title_quality: string;
  counts: VoteCounts;
  membership: string;
  votes: { id: number; iso3: string | null; name: string; vote: 'yes' | 'abstain' | 'no' | 'absent' }[];
  blocs: (VoteCounts & { key: string; name: string; outside: number })[];
  provenance: Provenance;
}

export interface LandscapeAnswer {
  name: string;
  about: string;
  caveat: string;
  reference: string;
  minima_found: number;
  actors: { key: string; name: string; size: number }[];
  pairs: { a: string; b: string; propensity: number; factors: Record<string, number | null> }[];
  minima: { energy: number; basin_share: number; with_reference: string[]; against_reference: string[]; margins: Record<string, number> }[];
  switches: { actor: string; margin: number; firmness: number; words: string }[];
  sensitivity: {
    verdict: string;
    variants: { kind: string; name: string; same_camps: boolean; moved: string[] }[];
    draws: { kind: string; name: string; draws: number; same_camps: number; with_reference: Record<string, number> }[];
  };
  notes: string[];
  provenance: Provenance;
}
