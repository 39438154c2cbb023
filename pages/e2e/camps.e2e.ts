import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axe, chromiumPath, openDesk, openPage, picture, type Desk } from './desk';

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
    await card.getByRole('button', { name: /Own movement of Argentina/ }).click();
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

  it.each([['light', 1280], ['dark', 1280], ['light', 360]] as const)('is sound in %s at %d', async (theme, width) => {
    const { page } = await openPage(desk, '/camps?against=1990', { width, height: 900 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await triangleReady(page);
    await campsReady(page);
    await page.locator('#moved').scrollIntoViewIfNeeded();
    await page.getByRole('article').first().waitFor();
    await page.locator('#coalition').scrollIntoViewIfNeeded();
    await page.getByRole('region', { name: 'Propensities of all pairs' }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await picture(page, `camps-${theme}-${width}`);
    await page.context().close();
  });
});
