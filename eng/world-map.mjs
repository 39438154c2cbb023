// Makes src/Entente.Briefing/Maps/world.txt, the outlines of the map in briefs, from Natural Earth (public domain) as the npm package world-atlas packs it:
//   node eng/world-map.mjs countries-110m.json countries-50m.json iso_codes.csv > src/Entente.Briefing/Maps/world.txt
// iso_codes.csv is the table of country codes of Open Knowledge (public domain). Run once; the result is committed.
import { readFileSync } from 'node:fs';

const STEPS = 20; // per degree: a twentieth of a degree is finer than the outlines
const CRIMEA = [34.1, 45.0];
const [, , small, fine, codes] = process.argv;

const iso3 = new Map();
const [head, ...rows] = readFileSync(codes, 'utf8').split(/\r?\n/).filter(Boolean).map(row => row.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map(cell => cell.replace(/,$/, '').replace(/^"|"$/g, '')));
for (const row of rows) iso3.set(row[head.indexOf('ISO3166-1-numeric')].padStart(3, '0'), row[head.indexOf('ISO3166-1-Alpha-3')]);
// Areas without a number of their own are drawn as part of the state that the United Nations count them to; Kosovo has a code in use.
const unnumbered = { 'N. Cyprus': 'CYP', Somaliland: 'SOM', Kosovo: 'XKX' };
const left = new Set(['ATA']);

function load(path) {
  const topology = JSON.parse(readFileSync(path, 'utf8'));
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map(arc => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const points = ring => ring.flatMap((index, place) => {
    const arc = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
    return place === 0 ? arc : arc.slice(1);
  });
  const areas = topology.objects.countries.geometries.map(geometry => ({
    id: geometry.id ? iso3.get(geometry.id) : unnumbered[geometry.properties.name],
    rings: (geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs).flat(),
  })).filter(area => area.id && !left.has(area.id));
  return { areas, points };
}

function inside(points, [x, y]) {
  let found = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [points[i], points[j]];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) found = !found;
  }
  return found;
}

const world = load(small);
const find = id => world.areas.find(area => area.id === id);

// Crimea is Ukraine's (General Assembly resolution 68/262); the source draws it as Russia's. The two rings are joined where they share an arc.
const [russia, ukraine] = [find('RUS'), find('UKR')];
const crimea = russia.rings.find(ring => inside(world.points(ring), CRIMEA));
if (!crimea) throw new Error('The source no longer draws Crimea as a ring of Russia: look at it before going on.');
russia.rings = russia.rings.filter(ring => ring !== crimea);
const shared = crimea.find(index => ukraine.rings.some(ring => ring.includes(~index)));
const mainland = ukraine.rings.find(ring => ring.includes(~shared));
const at = crimea.indexOf(shared);
ukraine.rings = ukraine.rings.map(ring => ring !== mainland ? ring : ring.flatMap(index => index === ~shared ? [...crimea.slice(at + 1), ...crimea.slice(0, at)] : [index]));

// A ring that crosses the antimeridian is unrolled and cut there, or it would be drawn as a band around the world.
function cut(points) {
  let turn = 0;
  const unrolled = points.map(([x, y], i) => {
    if (i > 0 && Math.abs(x - points[i - 1][0]) > 180) turn += x < points[i - 1][0] ? 360 : -360;
    return [x + turn, y];
  });
  const edges = [...new Set(unrolled.map(([x]) => Math.floor((x + 180) / 360)))];
  if (edges.length === 1 && unrolled.every(([x]) => x >= -180 && x <= 180)) return [points];
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

const lines = new Map();
for (const area of world.areas) lines.set(area.id, [...(lines.get(area.id) ?? []), ...area.rings.flatMap(ring => cut(world.points(ring))).map(encode).filter(ring => ring.split(' ').length > 4)]); // an islet may round to a point

// States too small for the coarse outlines are a point in the middle of their largest island.
const detailed = load(fine);
const dots = new Map();
for (const area of detailed.areas) {
  if (lines.has(area.id)) continue;
  const largest = area.rings.map(ring => detailed.points(ring)).sort((a, b) => b.length - a.length)[0];
  const middle = axis => (Math.min(...largest.map(point => point[axis])) + Math.max(...largest.map(point => point[axis]))) / 2;
  if (!dots.has(area.id)) dots.set(area.id, [Math.round(middle(0) * STEPS), Math.round(middle(1) * STEPS)]);
}

console.log('# Outlines of states: Natural Earth, public domain; made by eng/world-map.mjs. Twentieths of a degree, longitude and latitude, each point as the step from the one before.');
console.log('# Crimea belongs to Ukraine (General Assembly resolution 68/262); the line "contested" repeats its outline for hatching.');
for (const [id, rings] of [...lines].sort()) console.log(`area ${id} ${rings.join(';')}`);
for (const [id, [x, y]] of [...dots].sort()) console.log(`point ${id} ${x} ${y}`);
console.log(`contested UKR ${encode(world.points(crimea))}`);
