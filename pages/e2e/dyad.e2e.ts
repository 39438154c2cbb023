import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chromiumPath, openDesk, openPage, sound, unsourced, type Desk } from './desk';

// The distance with its interval is an estimation of its own, a minute on a fresh program: these tests leave it waiting.
const withoutEstimation = (page: Page) => page.route(/measure=points/, () => undefined);
const opened = async (desk: Desk, path: string, size?: { width: number; height: number }) => {
  const { page, errors } = await openPage(desk, '/nowhere', size);
  await withoutEstimation(page);
  await page.goto(new URL(path, page.url()).href);
  return { page, errors };
};
const ready = (page: Page) => page.getByRole('button', { name: /source of Vote agreement of/ }).waitFor();

describe.skipIf(!chromiumPath)('a dyad', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk()));
  afterAll(() => desk?.close());

  it('shows its newest figures with their sources, by pointer', async () => {
    const { page, errors } = await opened(desk, '/dyad');
    await ready(page);
    await page.getByRole('heading', { level: 1, name: 'Russia and China' }).waitFor();
    await page.getByRole('button', { name: /source of Share of China in the goods imports of Russia, 2023/ }).click();
    const note = page.getByRole('dialog');
    expect(await note.textContent()).toContain('CEPII');
    expect(await note.textContent()).toContain('entente depend RUS --on CHN');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Swap' }).click();
    await page.getByRole('heading', { level: 1, name: 'China and Russia' }).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is chosen by keys alone', async () => {
    const { page, errors } = await opened(desk, '/dyad?a=RUS&b=CHN');
    await ready(page);
    await page.getByRole('combobox', { name: 'Second' }).focus();
    await page.keyboard.type('kazakh');
    await page.keyboard.press('Enter');
    await page.waitForURL(/b=KAZ/);
    await page.getByRole('heading', { level: 1, name: 'Russia and Kazakhstan' }).waitFor();
    await ready(page);
    await page.getByRole('slider', { name: /arrow keys move over the years/ }).first().focus();
    await page.keyboard.press('End');
    expect(await page.getByRole('slider', { name: /arrow keys move over the years/ }).first().getAttribute('aria-valuetext')).toMatch(/^2025: /);
    await page.getByText('Export and cite').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Copy citation' }).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('restores measure, denominator and first year from its address', async () => {
    const { page, errors } = await opened(desk, '/dyad?a=USA&b=CHN&since=1991&measure=kappa_quadratic&denominator=as_reported');
    await ready(page);
    expect(await page.getByRole('combobox', { name: 'Measure' }).inputValue()).toBe('kappa_quadratic');
    expect(await page.getByRole('combobox', { name: 'Denominator' }).inputValue()).toBe('as_reported');
    expect(await page.getByRole('combobox', { name: 'Since' }).inputValue()).toBe('1991');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('hands out files that are there', async () => {
    const { page } = await opened(desk, '/dyad?a=RUS&b=IND&since=2000');
    await ready(page);
    await page.getByText('Export and cite').click();
    const links = await page.locator('a[href^="/api/v1/"][href*="format="]').evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLAnchorElement).href))]);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links.filter((one) => !one.includes('format=png'))) {
      const answer = await page.request.get(link);
      expect(`${answer.status()} ${link}`).toBe(`200 ${link}`);
    }
    await page.context().close();
  });

  it('says why there is nothing to show', async () => {
    const { page } = await opened(desk, '/dyad?a=RUS&b=RUS');
    await page.getByRole('alert').getByText('A dyad has two sides').waitFor();
    await page.context().close();
  });

  it('opens the note of every number, and is sound in light and dark, wide and narrow', async () => {
    const { page, errors } = await opened(desk, '/dyad?a=RUS&b=CHN');
    await ready(page);
    await page.getByRole('heading', { name: 'Security', exact: true }).scrollIntoViewIfNeeded();
    await page.getByRole('heading', { name: 'Risk of disputes' }).scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: /Yearly probability of war/ }).waitFor();
    await page.getByRole('button', { name: /Personnel|Table/ }).first().waitFor();
    expect(await unsourced(page)).toEqual([]);

    // A lane's number by the pointer; the same by keys in its table.
    await page.getByRole('region', { name: 'Security' }).getByRole('button', { name: 'Table' }).first().click();
    await page.getByRole('region', { name: 'Security ties, as a table' }).getByRole('button', { name: /source of Major arms from Russia/ }).first().focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').textContent()).toContain('entente ties RUS CHN');
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Security' }).getByRole('button', { name: 'Chart' }).first().click();
    await sound(page, 'dyad');
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
