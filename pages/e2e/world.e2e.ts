import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chromiumPath, openDesk, openPage, sound, unsourced, type Desk } from './desk';

const ready = (page: Page) => page.getByRole('heading', { name: /^States in \d{4}$/ }).waitFor();

describe.skipIf(!chromiumPath)('the world', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk()));
  afterAll(() => desk?.close());

  it('is coloured by a party and a year, and leads to a dyad, by pointer', async () => {
    const { page, errors } = await openPage(desk, '/?party=CHN&year=2019');
    await ready(page);
    await page.getByLabel('Filter by name').fill('kazakh');
    await page.getByText(/^1 of \d+ states$/).waitFor();
    await page.getByRole('button', { name: 'Kazakhstan', exact: true }).click();
    await page.waitForURL(/state=KAZ/);
    const card = page.getByRole('region', { name: 'Chosen state' });
    await card.getByRole('button', { name: /source of Vote agreement/ }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('vote agreement of every state with China');
    await page.keyboard.press('Escape');
    await card.getByRole('link', { name: 'Dyad with China' }).click();
    await page.waitForURL(/\/dyad\?a=CHN&b=KAZ/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is read by keys alone: year, order, value, source', async () => {
    const { page, errors } = await openPage(desk, '/?year=2019');
    await ready(page);
    await page.getByRole('slider', { name: 'Year' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/year=2018/);
    await page.getByRole('heading', { name: 'States in 2018' }).waitFor();
    await page.getByRole('button', { name: /^Value/ }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sort=low/);
    const first = page.getByRole('region', { name: 'States in 2018' }).getByRole('button', { name: /source of/ }).first();
    await first.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Rests on').waitFor();
    await page.keyboard.press('Escape');
    expect(await first.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('says and hatches the hole of 2024, and names contested areas', async () => {
    const { page, errors } = await openPage(desk, '/?year=2024');
    await ready(page);
    await page.getByText(/^2024: .*missing/).waitFor();
    expect(await page.getByRole('slider', { name: 'Year' }).getAttribute('aria-valuetext')).toMatch(/^2024: /);
    await page.getByRole('button', { name: /[Cc]ontested/ }).click();
    const notes = await page.getByRole('dialog').textContent();
    expect(notes).toContain('Crimea');
    expect(notes).toContain('68/262');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it.each(['points', 'depend'])('restores %s from its address', async (figure) => {
    const { page, errors } = await openPage(desk, `/?figure=${figure}&party=CHN&year=2020&state=AUS&view=asia&sort=name`);
    await page.getByRole('heading', { name: 'States in 2020' }).waitFor();
    await page.getByRole('region', { name: 'Chosen state' }).getByRole('heading', { name: 'Australia' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Show' }).inputValue()).toBe('asia');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(1);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('opens the note of every number', async () => {
    const { page, errors } = await openPage(desk, '/?year=2023&state=KAZ');
    await ready(page);
    expect(await unsourced(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Trade dependence' }).check();
    await page.getByText(/^Share of goods imports/).first().waitFor();
    expect(await unsourced(page)).toEqual([]);

    // A number beside a value tells what it is itself.
    await page.goto(new URL('/?year=2023', page.url()).href);
    await ready(page);
    await page.getByRole('button', { name: /source of Israel, votes in common with United States, 2023/ }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('entente map align USA');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is sound in light and dark, wide and narrow', async () => {
    const { page, errors } = await openPage(desk, '/?year=2023');
    await ready(page);
    await sound(page, 'world');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('plays over the years and stops at the end', async () => {
    const { page } = await openPage(desk, '/?year=2023');
    await ready(page);
    await page.getByRole('button', { name: /Play/ }).click();
    await page.waitForURL(/year=2025/);
    await page.getByRole('button', { name: /Play/ }).waitFor();
    await page.context().close();
  });
});
