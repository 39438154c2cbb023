// The parts of answers and of the outlines that the World page reads; names as in the JSON (docs/cli.md, docs/world-map.md).
import type { Provenance } from '../../lib/api';

export type FigureName = 'align' | 'points' | 'depend';

/** One state with a value for each year of the answer; null is missing. */
export interface MapState {
  id: number;
  iso3: string | null;
  name: string;
  from: number | null;
  to: number | null;
  /** Spans of years in which the state is the party or a member of it. */
  is_subject: [number, number][];
  values: (number | null)[];
  low: (number | null)[] | null;
  high: (number | null)[] | null;
  n: (number | null)[] | null;
}

export interface Hole {
  year: number;
  reason: string;
  partial: boolean;
}

/** entente.map/1 */
export interface MapAnswer {
  schema: string;
  figure: FigureName;
  subject: { label: string; key: string; bloc: boolean; ids: number[] } | null;
  unit: 'share' | 'number';
  level: number | null;
  years: number[];
  holes: Hole[];
  states: MapState[];
  provenance: Provenance;
}
