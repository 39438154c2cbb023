// Outlines of the world and the classes of a value that has a sign.
import { geoEqualEarth, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export interface WorldFile {
  topology: Topology<{ states: GeometryCollection<{ name: string }>; contested: GeometryCollection<{ name: string; iso3: string | null; hatch: boolean; note: string }> }>;
  points: { iso3: string; lon: number; lat: number }[];
}

export interface MapValue {
  name: string;
  value: number | null;
  /** The value and its interval in words. */
  text: string;
}

const MARGIN = 8;

export const COLOURS = ['var(--m-n3)', 'var(--m-n2)', 'var(--m-n1)', 'var(--m-z)', 'var(--m-p1)', 'var(--m-p2)', 'var(--m-p3)'];

/** From −3 to 3: how many of the three rising limits the size of the value passes, with its sign. */
export function classOf(value: number, limits: readonly [number, number, number]): number {
  const passed = limits.filter((limit) => Math.abs(value) >= limit).length;
  return value < 0 ? 0 - passed : passed;
}

export const colourOf = (value: number, limits: readonly [number, number, number]): string => COLOURS[classOf(value, limits) + 3]!;

/** The words of the seven classes, from the lowest. */
export function classWords(limits: readonly [number, number, number], format: (value: number) => string): string[] {
  const [a, b, c] = limits.map(format) as [string, string, string];
  return [`less than −${c}`, `−${c} to −${b}`, `−${b} to −${a}`, `within ±${a}`, `${a} to ${b}`, `${b} to ${c}`, `more than ${c}`];
}

export interface Outline {
  iso3: string;
  name: string;
  path: string;
}

/** Outlines, hatched areas and small states as they lie on a map of this width. */
export function drawn(world: WorldFile, width: number): { height: number; outlines: Outline[]; contested: { name: string; note: string; path: string }[]; points: { iso3: string; x: number; y: number }[] } {
  const states = feature(world.topology, world.topology.objects.states);
  // Tuvalu has a point and no outline, and lies beyond the easternmost outline: the margin keeps it on the map.
  const projection = geoEqualEarth().fitWidth(width - 2 * MARGIN, states);
  const draw = geoPath(projection);
  const [[, top], [, bottom]] = draw.bounds(states);
  const height = Math.ceil(bottom - top);
  projection.translate([projection.translate()[0] + MARGIN, projection.translate()[1] - top]);
  const path = (shape: GeoPermissibleObjects) => draw(shape) ?? '';
  return {
    height,
    outlines: states.features.map((shape) => ({ iso3: String(shape.id), name: shape.properties.name, path: path(shape) })),
    contested: feature(world.topology, world.topology.objects.contested).features.filter((shape) => shape.properties.hatch).map((shape) => ({ name: shape.properties.name, note: shape.properties.note, path: path(shape) })),
    points: world.points.flatMap(({ iso3, lon, lat }) => {
      const at = projection([lon, lat]);
      return at ? [{ iso3, x: at[0], y: at[1] }] : [];
    }),
  };
}
