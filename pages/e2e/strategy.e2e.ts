import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { axe, chromiumPath, openDesk, openPage, picture, unsourced, type Desk } from './desk';

// A program that has just been started assesses its first strategy slowly.
const COLD = 120_000;
vi.setConfig({ testTimeout: 2 * COLD });

const result = (page: Page) => page.locator('.result');
const verdict = (page: Page) => page.locator('h2.verdict');

/** Waits until the answer stands that belongs to the form, whether a first look or all draws. */
async function settled(page: Page): Promise<string> {
  await verdict(page).waitFor({ timeout: COLD });
  await page.locator('.status .bar[aria-busy="false"]').waitFor({ timeout: COLD });
  return verdict(page).innerText();
}

const opened = (page: Page, name: string) => page.getByRole('region', { name: 'The strategy' }).locator('details', { hasText: name }).first();

describe.skipIf(!chromiumPath)('the strategy page', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk()));
  afterAll(() => desk?.close());

  it('answers for a strategy that is picked, with evidence, rival views, costs and caveats', async () => {
    const { page, errors } = await openPage(desk, '/strategy');
    await page.getByLabel('Strategy', { exact: true }).selectOption('status-quo');
    await page.waitForURL('**/strategy?s=status-quo');
    await page.getByText('No move: what happens by itself.').waitFor();
    expect(await settled(page)).toMatch(/Russia is split from China/);
    for (const heading of ['By each line of evidence', 'Rival views of what moves the target', 'What would have to be true', 'What it costs, and whom', 'Risk of disputes', 'How much rests on judgement', 'Keep in mind']) await result(page).getByRole('heading', { name: heading }).waitFor();
    expect(await page.locator('#lines li').count()).toBe(3);
    expect(await page.locator('#caveats li').count()).toBeGreaterThan(2);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('follows a slider that is moved by keys, and a link brings the change back', async () => {
    const { page, errors } = await openPage(desk, '/strategy?s=reverse-kissinger');
    const before = await settled(page);
    const move = opened(page, 'Change a security guarantee');
    await move.locator('summary').focus();
    await page.keyboard.press('Enter');
    const slider = move.getByRole('slider', { name: 'Change' });
    await slider.focus();
    await page.keyboard.press('Home');
    await page.getByText('1 change from the file.').waitFor();
    await page.waitForURL(/m=2\.change%3A-1/);
    await page.waitForFunction((text) => document.querySelector('h2.verdict')?.textContent !== text, before);
    const after = await settled(page);
    expect(after).not.toBe(before);

    const other = await openPage(desk, new URL(page.url()).pathname + new URL(page.url()).search);
    await settled(other.page);
    expect(await other.page.getByText('1 change from the file.').count()).toBe(1);
    const again = opened(other.page, 'Change a security guarantee');
    await again.locator('summary').click();
    expect(await again.getByRole('slider', { name: 'Change' }).inputValue()).toBe('-100');

    await page.getByRole('button', { name: 'Undo all' }).click();
    await page.getByText('As in the file.').first().waitFor();
    await page.waitForURL((url) => !url.searchParams.has('m'));
    expect(errors).toEqual([]);
    expect(other.errors).toEqual([]);
    await other.page.context().close();
    await page.context().close();
  });

  it('changes assumptions and moves, and refuses what cannot be with a sentence', async () => {
    const { page } = await openPage(desk, '/strategy?s=reverse-kissinger');
    await settled(page);
    await opened(page, 'Trade and sanctions').locator('> summary').click();
    const uptake = page.locator('details.channel details', { hasText: 'Relief uptake' });
    await uptake.locator('summary').click();
    await uptake.getByRole('slider', { name: 'Least' }).fill('60');
    await page.waitForURL(/a=relief_uptake%3Atriangular%3A0\.6%2C0\.6%2C0\.9/);
    expect(await uptake.getByText('changed here; before').count()).toBe(1);
    await uptake.getByRole('button', { name: 'As in the file' }).click();
    await page.waitForURL((url) => !url.searchParams.has('a'));

    // The same state cannot lift sanctions twice: the reader of strategies says so.
    await page.getByLabel('Add a move').selectOption('lift-sanctions');
    await page.locator('.form [role="alert"]').waitFor();
    expect(await page.locator('.form [role="alert"]').innerText()).toMatch(/sanction/);
    await page.locator('.form').getByRole('button', { name: 'Take out this move' }).last().click();
    await page.locator('.form [role="alert"]').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('changes kinds, pairs and allies; the answer, the link, the chart and the file that is saved have them', async () => {
    const { page, errors } = await openPage(desk, '/strategy?s=reverse-kissinger');
    await settled(page);
    const allies = page.locator('#allies').getByRole('region', { name: 'Allies by readings' });
    expect(await allies.getByRole('rowheader', { name: 'India', exact: true }).count()).toBe(0);

    await opened(page, 'Trade and sanctions').locator('> summary').click();
    const uptake = page.locator('details.channel details', { hasText: 'Relief uptake' });
    await uptake.locator('summary').click();
    await uptake.getByLabel('Kind of distribution').selectOption('discrete');
    await uptake.getByLabel('Value 1, per cent').fill('5');
    await uptake.getByLabel('Value 1, per cent').press('Tab');
    await page.waitForURL(/a=relief_uptake%3Adiscrete%3A0\.05/);
    await uptake.getByText(/90 % of draws from 5\.0+ %/).waitFor();

    // What cannot go together is refused with the range that is left, and stands at the pairs too.
    const together = opened(page, 'What goes together');
    await together.locator('summary').click();
    await together.getByLabel('First').selectOption('pocketed_share');
    await together.getByLabel('Second').selectOption('switching_cost');
    await together.getByRole('button', { name: 'Add this pair' }).click();
    await page.waitForURL(/c=pocketed_share\.switching_cost%3A0\.3/);
    const rank = together.getByRole('spinbutton', { name: 'Rank correlation of Threat relief with Pocketed share' });
    await rank.fill('0.98');
    await rank.press('Tab');
    await page.locator('.form [role="alert"]').waitFor();
    expect(await together.locator('.wrong').innerText()).toMatch(/correlations leave -?0\.\d+ to 0\.\d+ for/);
    await together.getByRole('button', { name: 'As in the file' }).click();
    await page.locator('.form [role="alert"]').waitFor({ state: 'detached' });

    await page.getByText('Allies reported').click();
    const picker = page.getByLabel('Add a state or bloc').first();
    await picker.fill('India');
    await picker.press('Enter');
    await page.getByText('3 changes from the file.').waitFor();
    await page.waitForURL(/allies=.*IND/);
    await page.getByRole('button', { name: /^All \d+ allies$/ }).click();
    await allies.getByRole('rowheader', { name: 'India', exact: true }).waitFor();
    await page.locator('#judgement summary').click();
    expect(await page.getByRole('region', { name: 'All inputs' }).getByRole('row', { name: /^Relief uptake/ }).innerText()).toContain('0.0500');

    const made = page.waitForEvent('download');
    await page.locator('#grades').getByRole('button', { name: 'SVG' }).click();
    expect((await made).suggestedFilename()).toBe('reverse-kissinger-changed-grades.svg');

    const name = `browser-test-${Date.now().toString(36)}`;
    await page.getByRole('button', { name: 'Save …' }).click();
    await page.getByRole('dialog').getByLabel('Name of the file').fill(name);
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(`**/strategy?s=${name}`);
    await page.getByText('As in the file.').first().waitFor();
    const saved = await page.evaluate(async (one) => (await fetch(`/api/v1/documents/strategies/${one}`)).text(), name);
    expect(saved).toMatch(/relief_uptake: \{ discrete: \{ values: \[0\.05,/);
    expect(saved).toMatch(/between: \["pocketed_share", "switching_cost"\], rank: 0\.3,/);
    expect(saved).toMatch(/allies:[^:]*"IND"/);
    expect(await page.evaluate(async (one) => (await fetch(`/api/v1/documents/strategies/${one}`, { method: 'DELETE' })).status, name)).toBe(204);

    // The one refusal was wanted.
    expect(errors.filter((error) => !error.includes('400'))).toEqual([]);
    await page.context().close();
  });

  it('shows allies by readings, sorted and seen as a link says', async () => {
    const { page } = await openPage(desk, '/strategy?s=reverse-kissinger&allies_view=with&allies_by=belief&target=BLR');
    await settled(page);
    expect(await page.getByRole('combobox', { name: 'Target: who is courted' }).inputValue()).toBe('Belarus');
    const table = page.locator('#allies').getByRole('region', { name: 'Allies by readings' }).getByRole('table');
    const shares = async () => (await table.locator('tbody tr td:first-of-type').allInnerTexts()).map((text) => Number.parseFloat(text));
    const falling = await shares();
    expect(falling.length).toBe(10);
    expect(falling).toEqual([...falling].sort((one, other) => other - one));
    await table.getByRole('button', { name: /Would be defended/ }).click();
    await page.waitForURL(/allies_by=-belief/);
    expect(await table.getByRole('columnheader', { name: /Would be defended/ }).getAttribute('aria-sort')).toBe('ascending');
    expect((await shares())[0]!).toBeLessThan(falling[0]!);
    await page.locator('#allies').getByRole('button', { name: 'Change by the moves', exact: true }).click();
    await page.waitForURL((url) => !url.searchParams.has('allies_view'));
    await table.locator('td button').first().click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toMatch(/chance that the divider defends it if attacked, change by the moves[\s\S]*Without the moves \d+ %, with them \d+ %/);
    expect(await dialog.locator('.tag').innerText()).toBe('judgement');
    await page.context().close();
  });

  it('opens the source of a number by keys, and gives the focus back', async () => {
    const { page } = await openPage(desk, '/strategy?s=reverse-kissinger');
    await settled(page);
    const figure = page.locator('#figures').getByRole('button', { name: /Identical UN votes, Russia and China/ });
    await figure.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Recorded votes of the UN General Assembly').waitFor();
    expect(await dialog.locator('.tag').innerText()).toBe('measured');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.classList.contains('figure'));
    await page.context().close();
  });

  it('computes all draws behind the first look', async () => {
    const { page, errors } = await openPage(desk, '/strategy?s=double-down-on-allies');
    await settled(page);
    const full = page.getByRole('button', { name: 'Compute fully' });
    if (await full.isVisible()) await full.click().catch(() => undefined);
    await page.locator('.status .bar').getByText('10,000 draws').waitFor({ timeout: COLD });
    expect(await page.locator('.status .bar .tag').innerText()).toBe('full');
    await page.locator('#conditions li').first().waitFor();

    // All of the answer, with what is folded away: every number says where it comes from.
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('.result details:not([open]) > summary').forEach((one) => one.click()));
    await page.locator('#costs .tall').first().waitFor();
    expect(await unsourced(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('compares two, future by future', async () => {
    const { page, errors } = await openPage(desk, '/strategy?s=reverse-kissinger');
    await settled(page);
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.getByRole('heading', { name: 'Chance of a split', exact: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Double down on allies' }).check();
    await page.waitForURL(/with=status-quo%2Cdouble-down-on-allies/);
    const rows = page.getByRole('region', { name: 'chance of a split' }).locator('tbody tr');
    await rows.nth(2).waitFor();
    expect(await rows.allInnerTexts()).toEqual([expect.stringContaining('Reverse Kissinger'), expect.stringContaining('Status quo'), expect.stringContaining('Double down on allies')]);
    await page.locator('.compared ~ * .stack').first().waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await unsourced(page)).toEqual([]);
    await picture(page, 'strategy-compare');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('saves a changed strategy and finds it again in the list', async () => {
    const { page, errors } = await openPage(desk, '/strategy?s=yugoslavia-1948&horizon=7');
    await settled(page);
    const name = `browser-test-${Date.now().toString(36)}`;
    await page.getByRole('button', { name: 'Save …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Seven years of help');
    await dialog.getByLabel('Name of the file').fill(name);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(`**/strategy?s=${name}`);
    await page.getByText('As in the file.').first().waitFor();
    expect(await page.getByRole('slider', { name: 'Horizon, years' }).inputValue()).toBe('7');
    expect(await page.getByLabel('Strategy', { exact: true }).locator('optgroup[label="Your own"]').innerText()).toContain('Seven years of help');
    page.once('dialog', (question) => void question.accept());
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL((url) => url.search === '');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is walked through by keys alone', async () => {
    const { page } = await openPage(desk, '/strategy?s=reverse-kissinger');
    await settled(page);
    await page.locator('h1').focus();
    const seen: string[] = [];
    for (let step = 0; step < 60 && !seen.some((one) => one.includes('slider')); step++) {
      await page.keyboard.press('Tab');
      seen.push(await page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.getAttribute('type') === 'range' ? 'slider' : ''}`));
    }
    expect(seen.at(-1)).toContain('slider');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/horizon=11/);
    await page.getByText('1 change from the file.').waitFor();
    await page.context().close();
  });

  it('has no serious barrier, light or dark', async () => {
    const { page } = await openPage(desk, '/strategy?s=reverse-kissinger&m=0.share:0.5');
    await settled(page);
    await opened(page, 'Lift sanctions').locator('summary').click();
    await opened(page, 'Trade and sanctions').locator('> summary').click();
    await page.locator('details.channel details summary').first().click();
    await page.locator('#costs details summary').first().click();
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      expect(await axe(page)).toEqual([]);
      await picture(page, `strategy-${theme}`);
    }
    await page.context().close();
  });

  it('fits a narrow screen, with the answer in sight', async () => {
    const { page } = await openPage(desk, '/strategy?s=reverse-kissinger', { width: 360, height: 740 });
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.locator('#costs').scrollIntoViewIfNeeded();
    expect(await page.locator('.status .bar').evaluate((bar) => bar.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    expect(await page.locator('.status .bar').evaluate((bar) => bar.getBoundingClientRect().top)).toBeLessThan(60);
    await picture(page, 'strategy-360');
    await page.context().close();
  });
});
