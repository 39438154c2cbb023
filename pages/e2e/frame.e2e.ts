import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, chromiumPath, openDesk, openPage, picture, unsourced, type Desk } from './desk';

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

  it('tells numbers that open no note, so that the pages can be held to it', async () => {
    const { page } = await openPage(desk, '/nowhere');
    await page.getByRole('heading', { name: 'There is no page here' }).waitFor();
    expect(await unsourced(page)).toEqual([]);
    await page.evaluate(() => {
      const add = (tag: string, text: string, marks: Record<string, string> = {}) => {
        const one = document.createElement(tag);
        one.textContent = text;
        for (const [name, value] of Object.entries(marks)) one.setAttribute(name, value);
        document.querySelector('main')!.append(one);
      };
      add('p', 'In 2024 the EU27 voted on A/RES/68/262 of 27 March 2014.');
      add('p', 'a bare 46.5 %');
      add('p', '12 of 193 states', { 'data-structural': 'count' });
      add('p', '7 claims of a kind that there is not', { 'data-structural': 'anything' });
      add('p', 'a tick of 5 that is in no drawing', { 'data-structural': 'axis' });
      add('button', '9 of nothing', { 'class': 'figure', 'aria-haspopup': 'dialog', 'aria-label': 'nine' });
    });
    const found = await unsourced(page);
    expect(found).toHaveLength(4);
    for (const words of ['a bare 46.5 %', 'claims to be "anything"', 'claims to be "axis"', 'note without source or command: nine']) expect(found.join('\n')).toContain(words);
    await page.context().close();
  });
});
