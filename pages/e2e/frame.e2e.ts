import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, chromiumPath, openDesk, openPage, picture, type Desk } from './desk';

describe.skipIf(!chromiumPath)('the frame of all pages', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk()));
  afterAll(() => desk?.close());

  it('explains itself on the first visit, once', async () => {
    const context = await desk.browser.newContext();
    const page = await context.newPage();
    await page.goto(desk.url);
    await page.getByRole('dialog').getByText('Every underlined number opens its source').waitFor();
    expect(await axe(page)).toEqual([]);
    await picture(page, 'first-visit');
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await context.close();
  });

  it('is walked through by keys alone', async () => {
    const { page, errors } = await openPage(desk, '/data');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/dyad');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('says so where there is no page', async () => {
    const { page } = await openPage(desk, '/nowhere');
    await page.getByRole('heading', { name: 'There is no page here' }).waitFor();
    await page.context().close();
  });
});
