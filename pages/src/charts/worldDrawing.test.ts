// The outlines as they are made for the page (npm run prepare-sources).
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { draw, viewBox, VIEWS, WIDTH, type Drawing, type ViewName } from './worldDrawing';
import type { WorldFile } from './worldFile';

const file = 'src/generated/world.json';

describe.skipIf(!existsSync(file))('the drawing of the world', () => {
  let drawing: Drawing;
  beforeAll(() => {
    drawing = draw(JSON.parse(readFileSync(file, 'utf8')) as WorldFile);
  });

  it('has every outline once, each with a path', () => {
    expect(drawing.outlines.length).toBeGreaterThan(200);
    expect(new Set(drawing.outlines.map((one) => one.iso3)).size).toBe(drawing.outlines.length);
    for (const outline of drawing.outlines) expect(outline.d, outline.name).toMatch(/^M/);
  });
  it('hatches Crimea as part of Ukraine', () => expect(drawing.areas.find((area) => area.key === 'crimea')).toMatchObject({ iso3: 'UKR', hatch: true }));
  it('has a note on every contested area', () => {
    expect(drawing.notes.length).toBeGreaterThan(drawing.areas.length);
    for (const area of drawing.notes) expect(area.note).toMatch(/[Rr]esolution/);
  });
  it('draws the border of the Soviet Union to 1991', () => {
    const border = drawing.borders.find((one) => one.name === 'Soviet Union');
    expect(border).toMatchObject({ from: 1946, to: 1991 });
    expect(drawing.outlines.find((one) => one.iso3 === 'KAZ')?.former[0]?.id).toBe(365);
  });
  it('marks former states without land of their own only in their years', () => expect(drawing.dots.find((dot) => dot.iso3 === 'DDR')).toMatchObject({ id: 265, to: 1990 }));
  it('keeps every small state inside its frame', () => expect(drawing.dots.filter(({ x, y }) => x < 0 || x > WIDTH || y < -1 || y > drawing.height + 1)).toEqual([]));
  it('keeps the shape of the frame in every view and stays finite', () => {
    const ratio = WIDTH / drawing.height;
    for (const view of Object.keys(VIEWS) as ViewName[]) {
      const [x, y, width, height] = viewBox(drawing, view);
      expect([x, y, width, height].every(Number.isFinite), view).toBe(true);
      expect(Math.abs(width / height - ratio), view).toBeLessThan(0.05);
    }
  });
});
