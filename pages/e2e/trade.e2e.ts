import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openDesk, openPage, sound, unsourced, type Desk } from './desk';

const OWN = `title: A tariff on Canada
question: What does a tariff of 10 points on Canada do?
baseline: 2020
target: CAN
partner: USA
variants:
  - name: Ten points
    changes:
      - barrier: { from: [CAN], to: [USA], tariff: 10 % }
`;

describe.skipIf(!chromiumPath)('trade and gas', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk()));
  afterAll(() => desk?.close());

  it('shows winners and losers of a shipped what-if, by pointer', async () => {
    const { page, errors } = await openPage(desk, '/trade');
    await page.getByRole('heading', { name: 'Sanctions on Russia are lifted' }).waitFor();
    const map = page.getByRole('img', { name: /Real income by economy/ });
    await map.locator('title', { hasText: /^Russia: \+/ }).waitFor({ state: 'attached' });
    await page.getByLabel('Variant').selectOption({ label: 'The United States alone' });
    await page.waitForURL(/variant=1/);
    await map.locator('path', { has: page.locator('title', { hasText: /^Poland:/ }) }).click();
    await page.waitForURL(/economy=POL/);
    await page.getByRole('button', { name: /Real income of Poland, The United States alone/ }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('BACI');
    await page.keyboard.press('Escape');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('computes a text of the reader by keys alone, and says where it is wrong', async () => {
    const { page, errors } = await openPage(desk, '/trade');
    await page.getByRole('heading', { name: 'Sanctions on Russia are lifted' }).waitFor();
    await page.getByText('Change the text').focus();
    await page.keyboard.press('Enter');
    const text = page.getByRole('textbox', { name: /What-if file/ });
    await text.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(OWN.replace('tariff: 10 %', 'tarif: 10 %'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText(/unknown key 'tarif'/).waitFor();
    await text.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(OWN);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'A tariff on Canada' }).waitFor();
    expect(errors.filter((one) => !/status of 400/.test(one))).toEqual([]);
    await page.context().close();
  });

  it('shows through whom goods reach Russia', async () => {
    const { page, errors } = await openPage(desk, '/trade?part=conduits&on=CHN');
    await page.getByRole('button', { name: /Goods that may have passed through Armenia/ }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('placebo forecasts');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: /China in the imports of Russia/ }).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('restores a gas what-if with its horizon and flows', async () => {
    const { page, errors } = await openPage(desk, '/trade?part=gas&gas=russia-cut-off&horizon=long&flows=China');
    await page.getByRole('heading', { name: 'The EU buys no Russian gas' }).waitFor();
    await page.getByRole('heading', { name: 'Flows of China, bcm a year' }).waitFor();
    await page.getByRole('button', { name: /source of Change of the price in EU27$/ }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('World Bank');
    await page.keyboard.press('Escape');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it.each([['what-if', '&economy=POL'], ['conduits', ''], ['gas', '']] as const)('%s opens the note of every number, and is sound in light and dark, wide and narrow', async (part, more) => {
    const { page, errors } = await openPage(desk, `/trade?part=${part}${more}`);
    await page.getByRole('heading', { name: { 'what-if': 'Who gains and who loses most', 'conduits': /China in the imports/, 'gas': 'What is full' }[part] }).waitFor();
    if (part === 'what-if') await page.getByRole('img', { name: /by economy/ }).waitFor();
    if (part === 'conduits') await page.getByRole('button', { name: /may have passed through Armenia/ }).first().waitFor();
    expect(await unsourced(page)).toEqual([]);

    // The same numbers as a table.
    await page.getByRole('button', { name: 'Table' }).first().click();
    await page.getByRole('region', { name: /, as a table$/ }).first().waitFor();
    expect(await unsourced(page)).toEqual([]);
    await page.getByRole('button', { name: 'Chart' }).first().click();
    await sound(page, `trade-${part}`);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
