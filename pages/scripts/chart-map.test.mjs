import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cut, makeLines } from './chart-map.mjs';
import { contested } from './contested.mjs';
import { here, makeWorld } from './world-map.mjs';

const source = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
const lines = makeLines(makeWorld(JSON.parse(readFileSync(source, 'utf8')), readFileSync(join(here, '../../data/reference/states.yaml'), 'utf8')));

describe('the map of charts', () => {
  it('is that of the pages: the committed file is what the script makes of it', () => {
    expect(readFileSync(join(here, '../../src/Entente.Briefing/Maps/world.txt'), 'utf8')).toBe(lines.join('\n') + '\n');
  });

  it('hatches every contested area that the pages hatch', () => {
    const hatched = lines.filter(line => line.startsWith('contested ')).map(line => line.split(' ')[1]);
    expect(hatched).toEqual(contested.filter(area => area.outline && area.hatch).map(area => area.key).sort());
  });

  it('cuts a ring at the antimeridian into one on each side', () => {
    const halves = cut([[178, 0], [-178, 0], [-178, 2], [178, 2]]);
    expect(halves).toHaveLength(2);
    for (const half of halves) expect(Math.max(...half.map(([x]) => x)) - Math.min(...half.map(([x]) => x))).toBe(2);
  });
});
