// The outlines as `npm run prepare-sources` makes them (docs/world-map.md); fetched when a map is first shown, so that no page carries them.
import type { GeometryCollection, Topology } from 'topojson-specification';

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
