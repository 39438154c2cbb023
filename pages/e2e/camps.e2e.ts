import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chromiumPath, openDesk, openPage, sound, unsourced, type Desk } from './desk';

const triangleReady = (page: Page) => page.getByRole('region', { name: /The triangle in/ }).waitFor();
const campsReady = async (page: Page) => {
  await page.locator('#year').scrollIntoViewIfNeeded();
  await page.getByRole('region', { name: 'States and their camps' }).waitFor();
};

describe.skipIf(!chromiumPath)('camps', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk()));
  afterAll(() => desk?.close());

  it('shows the triangle, and a year of it, by pointer', async () => {
    const { page, errors } = await openPage(desk, '/camps');
    await triangleReady(page);
    await page.getByRole('img', { name: /Configuration by year/ }).click({ position: { x: 300, y: 30 } });
    await page.waitForURL(/triangle_year=19\d\d/);
    const year = new URL(page.url()).searchParams.get('triangle_year')!;
    await page.getByRole('region', { name: `The triangle in ${year}` }).waitFor();
    await page.getByRole('button', { name: /Threshold of agreement/ }).click();
    const note = page.getByRole('dialog');
    expect(await note.textContent()).toContain('strategic triangle of United States, China, Russia');
    expect(await note.textContent()).toContain('entente triangle USA CHN RUS');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('finds a state and its camp by keys alone', async () => {
    const { page, errors } = await openPage(desk, '/camps#year');
    await campsReady(page);
    await page.getByRole('searchbox', { name: 'Find a state' }).focus();
    await page.keyboard.type('argen');
    await page.getByText(/^1 of \d+ states$/).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Argentina');
    await page.keyboard.press('Enter');
    await page.waitForURL(/state=160/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').textContent()).toContain('Ideal points of states by year');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('source of Argentina');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('restores two years compared, and says who changed', async () => {
    const { page, errors } = await openPage(desk, '/camps?year=2025&against=1990&camps=2#year');
    await campsReady(page);
    await page.getByRole('heading', { name: /Who changed camp, 1990 to 2025/ }).waitFor();
    expect(await page.getByRole('region', { name: 'States that changed camp' }).textContent()).toContain('Argentina');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('tells who moved, through which resolutions, and opens the roll call', async () => {
    const { page, errors } = await openPage(desk, '/camps?moved=ARG&since=2023&until=2025#moved');
    const card = page.getByRole('article', { name: 'Argentina, toward United States' });
    await card.getByText(/Argentina no, United States no/).first().waitFor();
    await card.getByText('Roll calls: who voted how').first().click();
    await card.getByRole('region', { name: /Votes by bloc/ }).first().waitFor();
    await card.getByRole('button', { name: /Own movement of Argentina/ }).first().click();
    expect(await page.getByRole('dialog').textContent()).toContain('Recorded votes of the UN General Assembly');
    await page.keyboard.press('Escape');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('tries a coalition', async () => {
    const { page, errors } = await openPage(desk, '/camps?members=USA,RUS,CHN,IND&on=votes#coalition');
    const part = page.locator('#coalition');
    await part.getByRole('region', { name: 'Propensities of all pairs' }).waitFor();
    await part.getByRole('button', { name: 'Leave out IND' }).click();
    await page.waitForURL(/members=USA%2CRUS%2CCHN&/);
    await part.getByRole('button', { name: 'Leave out IND' }).waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('opens the note of every number, and is sound in light and dark, wide and narrow', async () => {
    const { page, errors } = await openPage(desk, '/camps?against=1990');
    await triangleReady(page);
    await campsReady(page);
    await page.locator('#moved').scrollIntoViewIfNeeded();
    await page.getByRole('article').first().waitFor();
    await page.locator('#coalition').scrollIntoViewIfNeeded();
    await page.getByRole('region', { name: 'Propensities of all pairs' }).waitFor();
    await page.getByText('Counting contradictions').waitFor({ state: 'detached' });
    expect(await unsourced(page)).toEqual([]);
    await sound(page, 'camps');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('opens the note of a point of a line, by pointer and by keys', async () => {
    const { page } = await openPage(desk, '/camps');
    await triangleReady(page);
    const lines = page.getByRole('slider', { name: /Sides of the triangle/ });
    await lines.click({ position: { x: 400, y: 100 } });
    const legend = page.locator('#triangle .legend').first();
    await legend.getByRole('button', { name: /source of China and Russia, \d{4}/ }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('entente triangle USA CHN RUS');
    await page.keyboard.press('Escape');
    await lines.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/source of United States and China, 2025/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Rests on').waitFor();
    await page.context().close();
  });
});
