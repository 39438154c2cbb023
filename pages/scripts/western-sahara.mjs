// The source draws Western Sahara up to the berm that divides it, and the west as Morocco's. The territory that the General Assembly has on its list is all of it, from 20° 46′ to 27° 40′ north
// (resolution 34/37); its border with Morocco is the parallel. The outline is put together from the source's own lines: the coast south of the parallel, the parallel, and what lies east of the berm.
const PARALLEL = 27 + 40 / 60;

const ring = geometry => {
  const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
  if (polygons.length !== 1 || polygons[0].length !== 1) throw new Error(`The source draws ${geometry.properties.name} in several parts now: look at western-sahara.mjs.`);
  return polygons[0][0];
};

/** A topology in which Western Sahara is whole; arcs must be in degrees. */
export function withWesternSahara(topology) {
  const { geometries } = topology.objects.countries;
  const [morocco, sahara] = ['Morocco', 'W. Sahara'].map(name => geometries.find(one => one.properties.name === name));
  const [north, south] = [ring(morocco), ring(sahara)];
  // The rings run the same way round: Morocco goes down the berm and up the coast.
  const berm = north.find(arc => south.includes(~arc));
  const coast = north[(north.indexOf(berm) + 1) % north.length];
  if (berm === undefined || berm < 0 || coast < 0 || south.length !== 4 || topology.arcs[coast][0][1] > 22) throw new Error('The source draws Morocco and Western Sahara in another way now: look at western-sahara.mjs.');
  const nearest = (points, from, to) => points.slice(from, to).reduce((best, point, i) => Math.abs(point[1] - PARALLEL) < Math.abs(points[best][1] - PARALLEL) - 1e-9 ? i + from : best, from);
  const shore = topology.arcs[coast];
  const atShore = nearest(shore, 0, shore.length);
  // The berm's line begins with a stretch along the parallel, from the corner with Algeria.
  const line = topology.arcs[berm];
  let atBerm = 0;
  while (Math.abs(line[atBerm + 1][1] - line[0][1]) < 1e-3) atBerm++;
  if (Math.abs(shore[atShore][1] - PARALLEL) > 0.05 || Math.abs(line[0][1] - PARALLEL) > 0.05) throw new Error('The source has no line near 27° 40′ north: look at western-sahara.mjs.');

  const first = topology.arcs.length;
  const added = [shore.slice(0, atShore + 1), shore.slice(atShore), [...line.slice(0, atBerm + 1), shore[atShore]]];
  const [southShore, northShore, parallel] = [first, first + 1, first + 2];
  const moroccoRing = north.flatMap(arc => arc === berm ? [parallel] : arc === coast ? [northShore] : [arc]);
  const saharaRing = south.flatMap(arc => arc === ~berm ? [southShore, ~parallel] : [arc]);
  const redrawn = new Map([[morocco, moroccoRing], [sahara, saharaRing]]);
  return {
    ...topology, arcs: [...topology.arcs, ...added],
    objects: { ...topology.objects, countries: { ...topology.objects.countries, geometries: geometries.map(one => redrawn.has(one) ? { ...one, type: 'Polygon', arcs: [redrawn.get(one)] } : one) } },
  };
}
