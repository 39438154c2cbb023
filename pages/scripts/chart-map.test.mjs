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

  it('leaves a ring that only touches the antimeridian on its side', () => {
    expect(cut([[180, 0], [179, 1], [-180, 2], [-180, 0]])).toEqual([[[180, 0], [179, 1], [180, 2], [180, 0]]]);
  });

  it('has no outline that spans the globe', () => {
    for (const line of lines.filter(line => line.startsWith('area '))) {
      for (const ring of line.split(' ').slice(2).join(' ').split(';')) {
        const steps = ring.split(' ').map(Number);
        for (let i = 2; i < steps.length; i += 2) expect(Math.abs(steps[i]), line.slice(0, 8)).toBeLessThan(180 * 20);
      }
    }
  });
});
