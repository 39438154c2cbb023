// Outlines as SVG paths, computed once; only their colours change with the year.
import { geoEqualEarth, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import { feature, merge } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import worldAddress from '../generated/world.json?url';
import type { AreaNote, FormerState, WorldFile } from './worldFile';

export const WIDTH = 960;

export interface Outline {
  iso3: string | null;
  name: string;
  d: string;
  former: FormerState[];
}

export interface Area extends AreaNote {
  d: string;
}

export interface Dot {
  /** Key of the state: ISO3, or the id of a former state. */
  iso3: string | null;
  id: number | null;
  name: string;
  x: number;
  y: number;
  /** Years in which a former state is marked. */
  from: number;
  to: number;
}

/** The border of a former state around the outlines of today, for a span of years. */
export interface FormerBorder {
  name: string;
  from: number;
  to: number;
  d: string;
}

export interface Drawing {
  height: number;
  outlines: Outline[];
  areas: Area[];
  dots: Dot[];
  borders: FormerBorder[];
  notes: AreaNote[];
  sphere: string;
  /** All land in one path. */
  land: string;
  projection: GeoProjection;
}

/** The spans of years in which a former state had one and the same set of outlines; each outline of `own` is always part of it. */
export function spansOf(entries: readonly FormerState[]): { name: string; from: number; to: number; outlines: string[] }[] {
  const starts = [...new Set(entries.flatMap((entry) => [entry.from, entry.to + 1]))].sort((a, b) => a - b);
  return starts.slice(0, -1).flatMap((from, index) => {
    const to = (starts[index + 1] as number) - 1;
    const current = entries.filter((entry) => entry.from <= from && entry.to >= to);
    return current.length === 0 ? [] : [{ name: (current[0] as FormerState).name, from, to, outlines: current.flatMap((entry) => entry.outlines) }];
  });
}

const nameOf = (geometry: { id?: string | number | undefined; properties?: unknown }): string => (geometry.properties as { name?: string } | undefined)?.name ?? String(geometry.id);

/** Draws the world once. */
export function draw(world: WorldFile): Drawing {
  const projection = geoEqualEarth().fitWidth(WIDTH, { type: 'Sphere' });
  const path = geoPath(projection).digits(1);
  const bounds = path.bounds({ type: 'Sphere' });
  // Antarctica is left out of the outlines, so its place is, too.
  const south = projection([0, -58])?.[1] ?? bounds[1][1];
  const { states, contested } = world.topology.objects;
  const shape = (object: Parameters<typeof feature>[1]) => path(feature(world.topology, object) as GeoPermissibleObjects) ?? '';
  const names = new Map(states.geometries.map((geometry) => [String(geometry.id), nameOf(geometry)]));

  const dots = [
    ...world.points.map((point) => ({ iso3: point.iso3, id: null, name: names.get(point.iso3) ?? point.iso3, lon: point.lon, lat: point.lat, from: -Infinity, to: Infinity })),
    ...world.formerPoints,
  ].map(({ lon, lat, ...rest }): Dot => {
    const [x, y] = projection([lon, lat]) ?? [0, 0];
    return { ...rest, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
  });

  const borders = [...new Set(world.former.map((entry) => entry.id))].flatMap((id) => {
    const entries = world.former.filter((entry) => entry.id === id);
    return spansOf(entries).flatMap(({ name, from, to, outlines }) => {
      const wanted = new Set([...outlines, entries[0]?.iso3 ?? '']);
      const parts = states.geometries.filter((geometry) => wanted.has(String(geometry.id))) as (Polygon | MultiPolygon)[];
      return parts.length < 2 ? [] : [{ name, from, to, d: path(merge(world.topology, parts as never)) ?? '' }];
    });
  });

  const outlines = states.geometries.map((geometry) => ({
    iso3: String(geometry.id),
    name: nameOf(geometry),
    d: shape(geometry),
    former: world.former.filter((entry) => entry.outlines.includes(String(geometry.id))),
  }));
  return {
    height: Math.ceil(south),
    outlines,
    land: outlines.map((one) => one.d).join(''),
    areas: contested.geometries.filter((geometry) => geometry.properties !== undefined).map((geometry) => ({ ...(geometry.properties as AreaNote), d: shape(geometry) })),
    dots,
    borders,
    notes: [...contested.geometries.map((geometry) => geometry.properties as AreaNote), ...world.notes],
    sphere: path({ type: 'Sphere' }) ?? '',
    projection,
  };
}

export const VIEWS = {
  world: { name: 'World', box: null },
  europe: { name: 'Europe', box: [-25, 34, 50, 72] },
  africa: { name: 'Africa', box: [-20, -36, 55, 38] },
  asia: { name: 'Asia and Pacific', box: [40, -48, 180, 55] },
  'middle-east': { name: 'Middle East', box: [24, 10, 66, 44] },
  americas: { name: 'Americas', box: [-170, -56, -30, 72] },
  caribbean: { name: 'Caribbean', box: [-95, 5, -55, 30] },
} as const;

export type ViewName = keyof typeof VIEWS;

/** The part of the drawing that shows a region: x, y, width, height. */
export function viewBox(drawing: Pick<Drawing, 'projection' | 'height'>, view: ViewName): [number, number, number, number] {
  const { box } = VIEWS[view];
  if (!box) return [0, 0, WIDTH, drawing.height];
  const [west, south, east, north] = box;
  const at = [[west, south], [west, north], [east, south], [east, north], [west, (south + north) / 2], [east, (south + north) / 2]].map((corner) => drawing.projection(corner as [number, number]) ?? [0, 0]);
  const xs = at.map(([x]) => x as number);
  const ys = at.map(([, y]) => y as number);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  let [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  // The frame keeps the shape of the world, so that nothing jumps.
  const ratio = WIDTH / drawing.height;
  const [middleX, middleY] = [left + width / 2, top + height / 2];
  if (width / height < ratio) width = height * ratio;
  else height = width / ratio;
  return [middleX - width / 2, middleY - height / 2, width, height].map((one) => Math.round(one * 10) / 10) as [number, number, number, number];
}

let drawn: Promise<Drawing> | null = null;

/** The world, fetched and drawn once a visit. */
export function drawing(): Promise<Drawing> {
  drawn ??= fetch(worldAddress)
    .then((response) => {
      if (!response.ok) throw new Error('The outlines of the map could not be loaded; reload this page.');
      return response.json() as Promise<WorldFile>;
    })
    .then(draw);
  drawn.catch(() => (drawn = null));
  return drawn;
}
