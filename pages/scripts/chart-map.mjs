// Makes src/Entente.Briefing/Maps/world.txt, the outlines of the maps in charts and briefs, from the map of the pages, so that both follow one rule (contested.mjs, western-sahara.mjs):
//   node scripts/chart-map.mjs > ../src/Entente.Briefing/Maps/world.txt
// Run after a change to that map; the result is committed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import { here, makeWorld, triangleArea, withoutSpecks } from './world-map.mjs';

const STEPS = 20; // per degree: a twentieth of a degree is half a pixel of a map 3,840 pixels wide
const TRIANGLE = 0.03; // square degrees: corners that span less are left out
const ISLET = 0.12; // likewise: rings smaller than that go, and an area that has no other is a spot

const ringsOf = shape => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).flat();

// A ring that crosses the antimeridian is unrolled and cut there, or it would be drawn as a band around the world.
export function cut(points) {
  let turn = 0;
  const unrolled = points.map(([x, y], i) => {
    if (i > 0 && Math.abs(x - points[i - 1][0]) > 180) turn += x < points[i - 1][0] ? 360 : -360;
    return [x + turn, y];
  });
  if (unrolled.every(([x]) => x >= -180 && x <= 180)) return [unrolled];
  return [-1, 0, 1].map(world => {
    const [low, high] = [360 * world - 180, 360 * world + 180];
    const half = (ring, keep, at) => ring.flatMap((point, i) => {
      const before = ring[(i + ring.length - 1) % ring.length];
      const crossing = keep(point) === keep(before) ? [] : [[at, before[1] + ((at - before[0]) / (point[0] - before[0])) * (point[1] - before[1])]];
      return keep(point) ? [...crossing, point] : crossing;
    });
    return half(half(unrolled, ([x]) => x >= low, low), ([x]) => x <= high, high).map(([x, y]) => [x - 360 * world, y]);
  }).filter(ring => ring.length > 2 && new Set(ring.map(([x]) => x)).size > 1);
}

const encode = points => {
  const steps = points.map(([x, y]) => [Math.round(x * STEPS), Math.round(y * STEPS)]);
  const kept = steps.filter((point, i) => i === 0 || point[0] !== steps[i - 1][0] || point[1] !== steps[i - 1][1]);
  if (kept.length > 1 && kept[0][0] === kept.at(-1)[0] && kept[0][1] === kept.at(-1)[1]) kept.pop();
  return kept.map(([x, y], i) => i === 0 ? `${x} ${y}` : `${x - kept[i - 1][0]} ${y - kept[i - 1][1]}`).join(' ');
};

// An islet may round to a point.
const encoded = shape => ringsOf(shape).flatMap(cut).map(encode).filter(ring => ring.split(' ').length > 4).join(';');

// In the middle of the largest ring.
function middle(shape) {
  const [largest] = ringsOf(shape).sort((one, other) => other.length - one.length);
  const half = axis => (Math.min(...largest.map(point => point[axis])) + Math.max(...largest.map(point => point[axis]))) / 2;
  return { lon: half(0), lat: half(1) };
}

/** The lines of the file. */
export function makeLines(world) {
  const { states, contested } = world.topology.objects;
  const spots = new Map(world.points.map(point => [point.iso3, point]));
  const whole = {
    ...world.topology,
    objects: {
      states: { ...states, geometries: states.geometries.filter(geometry => !spots.has(geometry.id)).map(geometry => withoutSpecks(world.topology, geometry, ISLET) ?? geometry) },
      contested: { ...contested, geometries: contested.geometries.filter(geometry => geometry.properties.hatch) },
    },
  };
  const topology = simplify(presimplify(whole, triangleArea), TRIANGLE);
  const shapes = name => feature(topology, topology.objects[name]).features.map(shape => ({ id: shape.id, geometry: shape.geometry, rings: encoded(shape.geometry) }));
  const areas = shapes('states');
  // What rounds to nothing is a spot too, and so is a group of islets.
  const specks = new Set(states.geometries.filter(geometry => withoutSpecks(world.topology, geometry, ISLET) === null).map(geometry => geometry.id));
  const isSpot = ({ id, rings }) => rings === '' || specks.has(id);
  for (const area of areas.filter(isSpot)) spots.set(area.id, { iso3: area.id, ...middle(area.geometry) });
  return [
    '# Outlines of states: Natural Earth, public domain, as the map of the pages has them; made by pages/scripts/chart-map.mjs. Twentieths of a degree, longitude and latitude, each point as the step from the one before.',
    '# Whose land it is follows decisions of the United Nations (docs/world-map.md); the lines "contested" repeat outlines for hatching.',
    ...areas.filter(area => !isSpot(area)).map(({ id, rings }) => `area ${id} ${rings}`).sort(),
    ...[...spots.values()].map(({ iso3, lon, lat }) => `point ${iso3} ${Math.round(lon * STEPS)} ${Math.round(lat * STEPS)}`).sort(),
    ...shapes('contested').filter(({ rings }) => rings !== '').map(({ id, rings }) => `contested ${id} ${rings}`).sort(),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const world = makeWorld(JSON.parse(readFileSync(join(here, '../node_modules/world-atlas/countries-50m.json'), 'utf8')), readFileSync(join(here, '../../data/reference/states.yaml'), 'utf8'));
  console.log(makeLines(world).join('\n'));
}
