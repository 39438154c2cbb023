// Makes src/generated/world.json, the map of the World page, from Natural Earth 1 : 50 million (public domain) as the npm package world-atlas packs it:
//   node scripts/world-map.mjs [countries-50m.json] [world.json]
// Outlines are those of today; who had them before is told in `former` (former-states.mjs). Crimea is part of Ukraine's outline (General Assembly resolution 68/262); Western Sahara is whole (western-sahara.mjs).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { geoArea, geoCentroid } from 'd3-geo';
import { feature, mergeArcs, quantize } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import { contested } from './contested.mjs';
import { iso3ByNumber } from './country-codes.mjs';
import { formerStates, readStates } from './former-states.mjs';
import { withWesternSahara } from './western-sahara.mjs';

const SQUARE_KM = 6371.0088 ** 2; // in a steradian
const SMALL = 3000; // km²: less is a speck on any screen, and gets a point to be seen and touched by
const STEPS = 3e4; // of the grid across 360 degrees: .012 of a degree, an eighth of a pixel of a world 3,840 pixels wide
const TRIANGLE = 0.006; // square degrees of the equator: corners that span less are left out, two thirds of such a pixel
const ISLET = 0.012; // likewise: rings smaller than that go, except the largest of each area

// Areas without a number of their own are part of the state that the United Nations count them to; Kosovo has a code in use. Siachen is nobody's alone.
const unnumbered = { 'N. Cyprus': 'CYP', Somaliland: 'SOM', Kosovo: 'XKX', 'Indian Ocean Ter.': 'AUS' };
const leftOut = new Set(['ATA']);
// The source has no outline of Tuvalu at this scale: Funafuti.
const notDrawn = [{ iso3: 'TUV', lon: 179.2, lat: -8.5 }];

export const here = dirname(fileURLToPath(import.meta.url));
export const output = join(here, '../src/generated/world.json');

const shrink = latitude => Math.cos(latitude * Math.PI / 180); // a degree of longitude beside one of the equator
const ringArea = ring => Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i][0] * y - x * ring[i][1]), 0) / 2) * shrink(ring[0][1]);
export const triangleArea = ([[ax, ay], [bx, by], [cx, cy]]) => Math.abs((ax - cx) * (by - ay) - (ax - bx) * (cy - ay)) / 2 * shrink(by);
const polygonsOf = geometry => geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
const asGeometry = polygons => polygons.length === 1 ? { type: 'Polygon', arcs: polygons[0] } : { type: 'MultiPolygon', arcs: polygons };
const codeOf = geometry => geometry.id ? iso3ByNumber[geometry.id] : unnumbered[geometry.properties.name];

function inside(ring, [x, y]) {
  let found = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [ring[i], ring[j]];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) found = !found;
  }
  return found;
}

/** The topology with arcs in degrees. */
function unpacked({ transform, ...topology }) {
  return { ...topology, arcs: topology.arcs.map((_, i) => feature({ transform, ...topology }, { type: 'LineString', arcs: [i] }).geometry.coordinates) };
}

/** The polygon of an area that holds a place. */
function polygonAt(topology, geometry, place) {
  const shapes = feature(topology, geometry).geometry;
  const coordinates = shapes.type === 'Polygon' ? [shapes.coordinates] : shapes.coordinates;
  const at = coordinates.findIndex(rings => inside(rings[0], place));
  if (at < 0) throw new Error(`No polygon of ${geometry.properties.name} holds ${place}: look at the source before going on.`);
  return polygonsOf(geometry)[at];
}

/** States by code as lists of geometries, with Crimea moved from Russia to Ukraine; and the contested areas. */
function areasOf(topology) {
  const geometries = topology.objects.countries.geometries;
  const areas = new Map();
  for (const geometry of geometries) {
    const code = codeOf(geometry);
    if (!code || leftOut.has(code)) continue;
    areas.set(code, [...(areas.get(code) ?? []), geometry]);
  }

  const outlines = contested.map(({ outline, ...words }) => {
    if (outline === null) return { words, geometry: null };
    const geometry = outline.area ? geometries.find(one => one.properties.name === outline.area) : asGeometry([polygonAt(topology, areas.get(outline.ringOf)[0], outline.at)]);
    if (!geometry) throw new Error(`The source has no area '${outline.area}' any more: look at contested.mjs.`);
    return { words, geometry: { type: geometry.type, arcs: geometry.arcs }, ringOf: outline.ringOf };
  });
  for (const { words, geometry, ringOf } of outlines) {
    if (!ringOf) continue;
    const [from, piece] = [areas.get(ringOf)[0], JSON.stringify(polygonsOf(geometry)[0])];
    areas.set(ringOf, [{ ...from, ...asGeometry(polygonsOf(from).filter(polygon => JSON.stringify(polygon) !== piece)) }]);
    areas.get(words.iso3).push(geometry);
  }
  return { areas, outlines };
}

/** Leaves out islets, but never the largest ring of an area. */
function withoutIslets(topology, geometry) {
  const polygons = polygonsOf(geometry);
  const sizes = polygons.map(polygon => ringArea(feature(topology, asGeometry([polygon])).geometry.coordinates[0]));
  const largest = Math.max(...sizes);
  return { ...geometry, ...asGeometry(polygons.filter((_, i) => sizes[i] === largest || sizes[i] >= ISLET)) };
}

/** An area without the rings that are smaller than so many square degrees; null where none is left. */
export function withoutSpecks(topology, geometry, least) {
  const kept = polygonsOf(geometry).filter(polygon => ringArea(feature(topology, asGeometry([polygon])).geometry.coordinates[0]) >= least);
  return kept.length === 0 ? null : { ...geometry, ...asGeometry(kept) };
}

/** Keeps only the arcs that are in use. */
function pruned(topology) {
  const place = new Map();
  const renumber = arcs => Array.isArray(arcs) ? arcs.map(renumber) : arcs < 0 ? ~numberOf(~arcs) : numberOf(arcs);
  const numberOf = arc => { if (!place.has(arc)) place.set(arc, place.size); return place.get(arc); };
  const objects = Object.fromEntries(Object.entries(topology.objects).map(([name, collection]) => [name, { ...collection, geometries: collection.geometries.map(geometry => ({ ...geometry, arcs: renumber(geometry.arcs) })) }]));
  return { ...topology, objects, arcs: [...place.keys()].map(arc => topology.arcs[arc]) };
}

/** A point in the middle of the largest island, for states too small to see. */
function pointOf(shape) {
  const polygons = shape.geometry.type === 'Polygon' ? [shape.geometry.coordinates] : shape.geometry.coordinates;
  const [largest] = polygons.map(coordinates => ({ type: 'Polygon', coordinates })).sort((a, b) => geoArea(b) - geoArea(a));
  return geoCentroid(largest).map(degree => Math.round(degree * 100) / 100);
}

/** The whole map. */
export function makeWorld(packed, statesYaml) {
  const source = withWesternSahara(unpacked(packed));
  const table = readStates(statesYaml);
  const { areas, outlines } = areasOf(source);
  const names = new Map([...table.states.values(), ...table.others].filter(state => state.iso3).map(state => [state.iso3, state.name]));
  const merged = [...areas].map(([iso3, parts]) => ({
    ...(parts.length === 1 ? { type: parts[0].type, arcs: parts[0].arcs } : mergeArcs(source, parts)), id: iso3, properties: { name: names.get(iso3) ?? parts[0].properties.name },
  })).sort((a, b) => a.id < b.id ? -1 : 1);

  const points = [...notDrawn];
  for (const area of merged) {
    const shape = feature(source, area);
    if (!names.has(area.id) || geoArea(shape) * SQUARE_KM >= SMALL) continue;
    const [lon, lat] = pointOf(shape);
    points.push({ iso3: area.id, lon, lat });
  }
  points.sort((a, b) => a.iso3 < b.iso3 ? -1 : 1);

  const drawn = outlines.filter(({ geometry }) => geometry);
  const whole = {
    type: 'Topology', arcs: source.arcs,
    objects: {
      states: { type: 'GeometryCollection', geometries: merged.map(area => withoutIslets(source, area)) },
      contested: { type: 'GeometryCollection', geometries: drawn.map(({ words, geometry }) => ({ ...withoutIslets(source, geometry), id: words.key, properties: words })) },
    },
  };
  const simplified = simplify(presimplify(pruned(whole), triangleArea), TRIANGLE);
  const topology = quantize(pruned(simplified), STEPS);
  const former = formerStates(table, new Set(merged.map(area => area.id)));
  return {
    about: 'Natural Earth 1:50m (public domain); made by scripts/world-map.mjs. Outlines are those of today in every year; former tells which of them a former state had.',
    topology, points, notes: outlines.filter(({ geometry }) => !geometry).map(({ words }) => words), former: former.groups, formerPoints: former.points,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const input = process.argv[2] ?? join(here, '../node_modules/world-atlas/countries-50m.json');
  const target = process.argv[3] ?? output;
  const world = makeWorld(JSON.parse(readFileSync(input, 'utf8')), readFileSync(join(here, '../../data/reference/states.yaml'), 'utf8'));
  mkdirSync(dirname(target), { recursive: true });
  const text = JSON.stringify(world);
  writeFileSync(target, text);
  console.log(`${target}: ${world.topology.objects.states.geometries.length} outlines, ${world.points.length} points, ${Math.ceil(text.length / 1000)} kB`);
}
