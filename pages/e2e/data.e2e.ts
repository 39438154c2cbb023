import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axe, chromiumPath, COLOURS, openDesk, openPage, picture, unsourced, type Desk } from './desk';

const isWithin = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** A job as the program tells of it. */
const job = (state: string, line: string | null, extra: object = {}) => ({ id: 'j1', state, question: 'data/refresh', progress: { line, done: null, total: null }, seconds: 2, error: null, answer: null, ...extra });

describe.skipIf(!chromiumPath)('data', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk()));
  afterAll(() => desk?.close());

  it('lists all sources, finds one and shows what it is', async () => {
    const { page, errors } = await openPage(desk, '/data');
    await page.getByRole('status').filter({ hasText: /^\d+ of \d+ sources$/ }).waitFor();
    expect(await unsourced(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'data-sources-light');
    await page.getByLabel('find').fill('general assembly recorded');
    await page.getByText(/^1 of \d+ sources$/).waitFor();
    await page.getByRole('link', { name: 'Recorded votes of the UN General Assembly' }).click();
    const detail = page.getByRole('region', { name: 'Recorded votes of the UN General Assembly' });
    await detail.getByText('Known defects').waitFor();
    expect(page.url()).toContain('source=unga-votes');
    expect(page.url()).toContain('find=');
    await detail.getByText('Votes cast in the General Assembly').click();
    await detail.getByRole('cell', { name: 'roll_call', exact: true }).first().waitFor();
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('source='));
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('opens a source by its address, in light and dark, wide and narrow', async () => {
    const { page, errors } = await openPage(desk, '/data?source=baci&kind=stale&order=age');
    await page.getByRole('region', { name: /BACI/ }).getByText('Citation', { exact: true }).waitFor();
    expect(await unsourced(page)).toEqual([]);
    expect(await page.getByLabel('show').inputValue()).toBe('stale');
    expect(await page.getByLabel('order by').inputValue()).toBe('age');
    expect(await axe(page)).toEqual([]);
    await picture(page, 'data-source-light');
    await page.setViewportSize({ width: 3840, height: 2000 });
    await picture(page, 'data-source-4k');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axe(page, COLOURS)).toEqual([]);
    await picture(page, 'data-source-dark');
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await isWithin(page)).toBe(true);
    await picture(page, 'data-source-360');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('shows what is held of which year, and the holes', async () => {
    const { page, errors } = await openPage(desk, '/data?view=coverage');
    const grid = page.getByRole('grid');
    await grid.waitFor();
    expect(await unsourced(page)).toEqual([]);

    // 2021 and 2022 of trade are holes, 2024 of votes is thin; the words say so.
    const gaps = page.getByRole('listitem').filter({ hasText: 'trade (2000–2023)' });
    expect(await gaps.textContent()).toContain('nothing of 2021–2022');
    expect(await page.getByRole('listitem').filter({ hasText: /^votes/ }).textContent()).toContain('2024');
    expect(await axe(page)).toEqual([]);
    await picture(page, 'data-coverage-light');

    // A cell opens its source.
    await grid.getByRole('row', { name: /^trade / }).first().getByRole('gridcell', { name: /^29,895 rows held/ }).first().click();
    const note = page.getByRole('dialog');
    await note.getByText('CEPII').first().waitFor();
    await page.keyboard.press('Escape');

    // The same by keys.
    await grid.focus();
    for (const key of ['End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
    const before = await grid.getAttribute('aria-activedescendant');
    await page.keyboard.press('ArrowLeft');
    expect(await grid.getAttribute('aria-activedescendant')).not.toBe(before);
    await page.keyboard.press('Enter');
    await note.getByRole('heading', { name: /^Rows of/ }).waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Table' }).click();
    expect(await page.getByRole('row', { name: /^2022 / }).getByRole('cell', { name: 'missing' }).count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: /^29,895: source of Rows of trade, \d{4}$/ }).first().click();
    expect(await note.textContent()).toContain('entente query');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Chart' }).click();
    await page.getByLabel('rows of').selectOption('indicators');
    await grid.getByRole('rowheader', { name: 'population' }).waitFor();
    expect(page.url()).toContain('of=indicators');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axe(page, COLOURS)).toEqual([]);
    await page.goBack();
    await grid.getByRole('rowheader', { name: 'votes', exact: true }).waitFor();
    await picture(page, 'data-coverage-dark');
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await isWithin(page)).toBe(true);
    await picture(page, 'data-coverage-360');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('answers a query by keys alone, and says what is wrong with one', async () => {
    const { page, errors } = await openPage(desk, '/data?view=query');
    await page.getByRole('textbox', { name: 'query' }).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText("SELECT year, value FROM indicators WHERE state = 'RUS' AND indicator = 'population' ORDER BY year");
    await page.keyboard.press('Control+Enter');
    await page.getByRole('cell', { name: '1991', exact: true }).waitFor();
    expect(await unsourced(page)).toEqual([]);
    expect(page.url()).toContain('sql=');
    expect(await page.getByRole('link', { name: 'CSV' }).getAttribute('href')).toContain('format=csv');
    expect(await axe(page)).toEqual([]);
    await picture(page, 'data-query-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axe(page, COLOURS)).toEqual([]);
    expect(errors).toEqual([]);
    await page.getByRole('textbox', { name: 'query' }).fill('DROP TABLE votes');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('alert').waitFor();
    expect((await page.getByRole('alert').textContent())!.length).toBeGreaterThan(20);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await isWithin(page)).toBe(true);
    await picture(page, 'data-query-360');
    await page.context().close();
  });

  it('verifies what is held', async () => {
    const { page, errors } = await openPage(desk, '/data?view=verify');
    await page.getByRole('button', { name: 'Verify what is held' }).click();
    await page.getByText('All of it is intact').waitFor();
    expect(await unsourced(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'data-verify-light');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  // The network is not asked in a test: here the program's side of a refresh is played.
  it('asks a publisher only when told to, and tells how it goes', async () => {
    const { page, errors } = await openPage(desk, '/data?source=baci');
    const asked: unknown[] = [];
    await page.route('**/api/v1/jobs', (route) => {
      asked.push(route.request().postDataJSON());
      return route.fulfill({ status: 202, json: job('waiting', null) });
    });
    const told = [job('running', 'asking www.cepii.fr'), job('failed', 'asking www.cepii.fr', { error: 'The publisher could not be reached; the store is as it was.' })];
    await page.route('**/api/v1/jobs/j1/events', (route) => route.fulfill({ contentType: 'text/event-stream', body: told.map((one) => `event: ${one.state === 'running' ? 'progress' : one.state}\ndata: ${JSON.stringify(one)}\n\n`).join('') }));
    const refresh = page.getByRole('region', { name: 'Refresh' });
    await refresh.getByText('over the network').waitFor();
    expect(asked).toEqual([]);
    await refresh.getByRole('button', { name: 'Fetch the newest edition' }).click();
    await refresh.getByRole('alert').filter({ hasText: 'the store is as it was' }).waitFor();
    expect(asked).toEqual([{ question: 'data/refresh', parameters: { source: ['baci'] } }]);
    expect(await axe(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
