import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { geoArea, geoContains } from 'd3-geo';
import { feature, neighbors } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { contested } from './contested.mjs';
import { readStates } from './former-states.mjs';
import { here, makeWorld } from './world-map.mjs';

const source = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
const yaml = readFileSync(join(here, '../../data/reference/states.yaml'), 'utf8');
const world = makeWorld(JSON.parse(readFileSync(source, 'utf8')), yaml);
const { states, successions } = readStates(yaml);
const { topology } = world;
const geometries = topology.objects.states.geometries;
const outlines = new Map(feature(topology, topology.objects.states).features.map(shape => [shape.id, shape]));
const areas = new Map(feature(topology, topology.objects.contested).features.map(shape => [shape.id, shape]));
const holders = place => [...outlines].filter(([, shape]) => geoContains(shape, place)).map(([id]) => id);
const sharedBorder = (a, b) => neighbors(geometries)[geometries.findIndex(one => one.id === a)].some(i => geometries[i].id === b);

const SIMFEROPOL = [34.1, 44.95];
const SEVASTOPOL = [33.55, 44.6];
const KERCH = [36.4, 45.34];

describe('Crimea', () => {
  it.each([SIMFEROPOL, SEVASTOPOL, KERCH, [34.4, 45.7]])('is part of Ukraine and of nothing else at %d, %d', (...place) => {
    expect(holders(place)).toEqual(['UKR']);
    expect(geoContains(areas.get('crimea'), place)).toBe(true);
  });

  it('joins the mainland without a sliver: one polygon holds Kyiv and Simferopol, and nothing lies between', () => {
    const polygons = outlines.get('UKR').geometry.coordinates.map(coordinates => ({ type: 'Polygon', coordinates: outlines.get('UKR').geometry.type === 'Polygon' ? outlines.get('UKR').geometry.coordinates : coordinates }));
    expect(polygons.some(polygon => geoContains(polygon, SIMFEROPOL) && geoContains(polygon, [30.5, 50.4]))).toBe(true);
    for (let lat = 45.7; lat <= 46.6; lat += 0.02) expect(holders([33.9, lat]), `at ${lat}`).toEqual(['UKR']);
  });

  it('leaves the Kerch Strait open', () => {
    const across = [36.3, 36.4, 36.5, 36.55, 36.6, 36.65, 36.7, 36.8, 36.9, 37].map(lon => holders([lon, 45.3])[0] ?? 'water');
    expect(across[0]).toBe('UKR');
    expect(across.at(-1)).toBe('RUS');
    expect(across).toContain('water');
    expect(sharedBorder('UKR', 'RUS')).toBe(true);
  });

  it('is left out of Russia, which keeps the rest', () => {
    expect(holders([37.6, 55.75])).toEqual(['RUS']);
    expect(holders([38.97, 45.04])).toEqual(['RUS']); // Krasnodar
    expect(holders([20.5, 54.7])).toEqual(['RUS']); // Kaliningrad
  });
});

describe('Western Sahara', () => {
  it('is whole, on both sides of the berm and up to 27° 40′ north', () => {
    for (const place of [[-13, 25], [-13.2, 27.1], [-15, 23.7], [-12.5, 25.9], [-9, 27.5]]) expect(holders(place), String(place)).toEqual(['ESH']);
    for (const place of [[-11, 28.2], [-10, 27.8], [-7.6, 33.6]]) expect(holders(place), String(place)).toEqual(['MAR']);
    expect(geoArea(outlines.get('ESH')) * 6371 ** 2).toBeGreaterThan(255_000); // km²: 266,000 by the United Nations
    expect(geoArea(outlines.get('ESH')) * 6371 ** 2).toBeLessThan(280_000);
    expect(sharedBorder('ESH', 'DZA') && sharedBorder('ESH', 'MRT')).toBe(true);
  });
});

describe('outlines', () => {
  it.each([['FRA', 'DEU'], ['USA', 'CAN'], ['IND', 'PAK'], ['CHN', 'RUS'], ['EGY', 'SDN'], ['SOM', 'ETH'], ['ESH', 'MAR'], ['XKX', 'SRB'], ['KOR', 'PRK']])('%s and %s share a border', (a, b) => expect(sharedBorder(a, b)).toBe(true));

  it.each([['GBR', 'FRA'], ['USA', 'RUS'], ['CUB', 'USA']])('%s and %s share none', (a, b) => expect(sharedBorder(a, b)).toBe(false));

  it('hold their capitals', () => {
    const capitals = { USA: [-77.04, 38.9], CHN: [116.4, 39.9], BRA: [-47.9, -15.8], ZAF: [28.2, -25.7], AUS: [149.1, -35.3], CYP: [33.36, 35.12], SOM: [45.3, 2.1], FJI: [178, -17.8], NZL: [175.3, -40.3], PSE: [35.2, 31.9] };
    for (const [id, place] of Object.entries(capitals)) expect(holders(place), id).toEqual([id]);
    expect(holders([44.06, 9.56])).toEqual(['SOM']); // Hargeisa
    expect(holders([33.3, 35.3])).toEqual(['CYP']); // Kyrenia
  });

  it('are wound the right way round: none covers the rest of the globe', () => {
    for (const [id, shape] of [...outlines, ...areas]) expect(geoArea(shape), id).toBeLessThan(1);
  });

  it('or points stand for every state of today, and for Palestine and the Holy See', () => {
    const drawn = new Set([...outlines.keys(), ...world.points.map(point => point.iso3)]);
    const gone = new Set(['DDR', 'CSK', 'YMD']);
    const today = [...states.values()].filter(state => state.iso3 && !gone.has(state.iso3)).map(state => state.iso3);
    expect(today.length).toBe(195); // 193 members of the United Nations, Kosovo and Taiwan
    expect([...today, 'PSE', 'VAT'].filter(code => !drawn.has(code))).toEqual([]);
  });

  it('of states too small to see come with a point', () => {
    const points = new Set(world.points.map(point => point.iso3));
    for (const small of ['SGP', 'MLT', 'BHR', 'TUV', 'NRU', 'MDV', 'LIE', 'MCO', 'VAT', 'KIR']) expect(points, small).toContain(small);
    for (const large of ['FRA', 'CYP', 'JAM', 'QAT']) expect(points, large).not.toContain(large);
  });

  it('leave Antarctica out and stay small', () => {
    expect(outlines.has('ATA')).toBe(false);
    expect(JSON.stringify(world).length).toBeLessThan(260_000);
  });
});

describe('contested areas', () => {
  it('are all told, each with a resolution, and lie in the outline of the state they are counted to', () => {
    const told = [...topology.objects.contested.geometries.map(area => area.properties), ...world.notes];
    expect(told.map(area => area.key).sort()).toEqual(contested.map(area => area.key).sort());
    for (const area of told) expect(area.note, area.key).toMatch(/resolutions? [A-Z0-9/-]*\d+/i);
    const inside = { 'crimea': SIMFEROPOL, 'northern-cyprus': [33.3, 35.3], 'somaliland': [44.06, 9.56], 'kosovo': [21, 42.5], 'western-sahara': [-13, 25], 'palestine': [35.2, 31.9], 'taiwan': [121, 24] };
    for (const [key, place] of Object.entries(inside)) {
      expect(geoContains(areas.get(key), place), key).toBe(true);
      expect(holders(place), key).toEqual([areas.get(key).properties.iso3]);
    }
    expect([...areas.keys()].filter(key => !inside[key])).toEqual(['siachen']);
    expect(holders([77.2, 35.4])).toEqual([]); // Siachen is counted to no state
  });
});

describe('former states', () => {
  const at = (iso3, year) => world.former.filter(one => one.outlines.includes(iso3) && one.from <= year && year <= one.to).map(one => one.id);

  it('have the outlines of those that followed', () => {
    expect(at('KAZ', 1975)).toEqual([365]);
    expect(at('KAZ', 1995)).toEqual([]);
    expect(at('HRV', 1980)).toEqual([345]);
    expect(at('MNE', 2000)).toEqual([345]);
    expect(at('SVK', 1992)).toEqual([315]);
    expect(at('SVK', 1993)).toEqual([]);
    expect(at('DEU', 1980)).toEqual([260]);
    expect(at('YEM', 1980)).toEqual([678]);
    expect(at('SYR', 1959)).toEqual([651]);
    expect(at('SYR', 1970)).toEqual([]);
    expect(at('SGP', 1960)).toEqual([]);
  });

  it('do not have what they ruled without title', () => {
    expect(at('NAM', 1975)).toEqual([]);
    expect(at('TLS', 1980)).toEqual([]);
    expect(at('TWN', 1947)).toEqual([]);
  });

  it('never share an outline in a year, and all rest on a succession of the table', () => {
    for (const one of world.former) for (const iso3 of one.outlines) {
      for (let year = one.from; year <= one.to; year++) expect(at(iso3, year), `${iso3} ${year}`).toHaveLength(1);
      expect(outlines.has(iso3) || world.points.some(point => point.iso3 === iso3), iso3).toBe(true);
      expect(successions.some(row => row.from === one.id && states.get(row.to).iso3 === iso3), iso3).toBe(true);
    }
    expect(world.formerPoints.map(point => point.name).sort()).toEqual(['East Germany', 'South Vietnam', 'South Yemen', 'Zanzibar']);
  });
});
