// The parts of answers and of the outlines that the World page reads; names as in the JSON (docs/cli.md, docs/world-map.md).
import type { GeometryCollection, Topology } from 'topojson-specification';
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

export interface AreaNote {
  key: string;
  name: string;
  iso3: string | null;
  hatch: boolean;
  note: string;
}

export interface FormerState {
  id: number;
  iso3: string | null;
  name: string;
  from: number;
  to: number;
  outlines: string[];
}

export type WorldTopology = Topology<{ states: GeometryCollection<{ name: string }>; contested: GeometryCollection<AreaNote> }>;

/** src/generated/world.json */
export interface WorldFile {
  about: string;
  topology: WorldTopology;
  notes: AreaNote[];
  points: { iso3: string; lon: number; lat: number }[];
  former: FormerState[];
  formerPoints: { id: number; iso3: string | null; name: string; lon: number; lat: number; from: number; to: number }[];
}
