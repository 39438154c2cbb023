import { it, vi } from 'vitest';
import { openDesk, openPage, picture, axe } from './desk';
import { unsourced } from './unsourced';
vi.setConfig({ testTimeout: 200_000 });
it('looks', async () => {
  const desk = await openDesk();
  const { page, errors } = await openPage(desk, '/strategy?s=reverse-kissinger');
  await page.locator('h2.verdict').waitFor({ timeout: 100000 });
  await page.locator('.status .bar').getByText('10,000').waitFor({ timeout: 100000 }).catch(() => console.log('no full'));
  await page.waitForTimeout(300);
  await page.getByText('All 36 allies').click();
  await page.evaluate(() => document.querySelectorAll<HTMLElement>('.result details:not([open]) > summary').forEach((one) => one.click())); await page.waitForTimeout(300);
  console.log('unsourced', JSON.stringify(await unsourced(page), null, 1));
  console.log('axe', await axe(page));
  await page.addStyleTag({ content: '.form, .status { max-height: none !important; overflow: visible !important; position: static !important }' });
  await page.locator('#costs').screenshot({ path: '/tmp/strat-costs.png' });
  await page.locator('#grades').screenshot({ path: '/tmp/strat-grades.png' });
  await page.getByText('Only the 10').click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('#allies').screenshot({ path: '/tmp/strat-allies-dark.png' });
  await page.getByRole('button', { name: 'With them' }).click();
  await page.locator('#allies').screenshot({ path: '/tmp/strat-allies-with.png' });
  await page.emulateMedia({ colorScheme: 'light' });
  const row = page.locator('details.channel details', { hasText: 'Relief uptake' });
  await page.locator('.channel', { hasText: 'Trade and sanctions' }).first().locator('> summary').click();
  await row.locator('summary').click();
  await row.getByLabel('Kind of distribution').selectOption('discrete');
  await page.waitForTimeout(1500);
  await row.screenshot({ path: '/tmp/strat-kind.png' });
  await row.getByLabel('Kind of distribution').selectOption('beta');
  await page.waitForTimeout(1500);
  await row.screenshot({ path: '/tmp/strat-kind2.png' });
  for (const kind of ['value', 'normal','lognormal','pert','uniform']) { await row.getByLabel('Kind of distribution').selectOption(kind); await page.waitForTimeout(700); console.log(kind, await page.locator('.form [role=alert]').allInnerTexts(), await row.innerText()); }
  await page.emulateMedia({ media: 'print' });
  await page.pdf({ path: '/tmp/strat.pdf', format: 'A4', printBackground: true });
  console.log(errors);
  for (const [w,h,n] of [[360,740,'360'],[3840,2160,'3840']] as const) {
    const o = await openPage(desk, '/strategy?s=reverse-kissinger', { width: w, height: h });
    await o.page.locator('h2.verdict').waitFor({ timeout: 100000 });
    await o.page.waitForTimeout(1500);
    console.log(w, await o.page.evaluate(() => document.documentElement.scrollWidth));
    await o.page.screenshot({ path: `/tmp/strat-${n}.png`, fullPage: true });
    await o.page.addStyleTag({ content: '.status { position: static !important }' });
    await o.page.locator('#allies').screenshot({ path: `/tmp/strat-allies-${n}.png` });
  }
  await desk.close();
});
