import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axe, chromiumPath, COLOURS, openDesk, openPage, picture, unsourced, type Desk } from './desk';

const ARTICLE = 'In 2013 EU states took 57 percent of Russian exports.\n\nIndia abstained on resolution A/RES/ES-11/7. China voted with Russia in most votes.\n\nIt rained.';

async function draft(page: Page, text: string): Promise<void> {
  await page.getByLabel('Paste it here').fill(text);
  await page.getByRole('button', { name: 'Find the claims' }).click();
  await page.getByRole('button', { name: /^Check \d+ claims/ }).waitFor();
  await page.getByText(/claims? in \d+ sentences?\./).waitFor();
}

const isWithin = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
const card = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words });

describe.skipIf(!chromiumPath)('claims', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk()));
  afterAll(() => desk?.close());

  it('goes from a pasted text to verdicts under every definition', async () => {
    const { page, errors } = await openPage(desk, '/claims');
    await page.getByRole('link', { name: /reverse Kissinger/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    await picture(page, 'claims-start-light');
    await draft(page, ARTICLE);
    expect(await page.getByRole('region', { name: /The text, 3 sentences marked/ }).count()).toBe(1);

    // What the text does not say is marked, and such a claim cannot be checked.
    const open = card(page, 'China voted with Russia');
    await open.getByText('1 to be filled').waitFor();
    await page.getByRole('button', { name: 'Check 3 claims' }).click();
    await card(page, '57 percent').getByText('depends on the definition').first().waitFor();
    expect(await open.getByText('cannot be checked').count()).toBeGreaterThan(0);
    expect(await card(page, 'India abstained').getByText('supported').first().isVisible()).toBe(true);

    // One definition bears the claim out, the others do not.
    const rows = card(page, '57 percent').getByRole('row');
    expect(await rows.filter({ hasText: 'Switzerland' }).getByText('yes').count()).toBe(1);
    expect(await rows.filter({ hasText: 'European Union of 27' }).getByText('no').count()).toBe(1);

    // A number opens its source.
    await rows.filter({ hasText: 'Switzerland' }).getByRole('button').click();
    const note = page.getByRole('dialog');
    await note.getByText('CEPII').first().waitFor();
    expect(await note.getByText('entente figure trade-share').count()).toBe(1);
    await page.keyboard.press('Escape');

    // An edit makes the verdict old until the claim is checked again.
    const first = card(page, '57 percent');
    await first.getByRole('button', { name: 'Edit' }).click();
    await first.getByLabel('value', { exact: true }).fill('51 %');
    await first.getByLabel('value', { exact: true }).press('Tab');
    await first.getByText('changed since; check again').waitFor();
    await page.getByRole('button', { name: 'Check 3 claims' }).click();
    await first.getByText('supported').first().waitFor();

    // An error of the file stands at its claim.
    await first.getByLabel('value', { exact: true }).fill('120 %');
    await first.getByLabel('the text says').selectOption('more');
    await page.getByRole('button', { name: 'Check 3 claims' }).click();
    await first.getByRole('alert').waitFor();
    expect(await first.getByRole('alert').textContent()).not.toContain('line');
    expect(errors.filter((error) => !error.includes('400'))).toEqual([]);
    await page.context().close();
  });

  it('keeps the file of a text for its reader', async () => {
    const { page } = await openPage(desk, '/claims');
    await draft(page, ARTICLE);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'YAML' }).click()]);
    expect(file.suggestedFilename()).toBe('claims-of-pasted-text.yaml');
    await card(page, 'China voted').getByRole('button', { name: 'Leave out' }).click();
    await page.getByRole('button', { name: 'Check 2 claims' }).waitFor();
    await page.getByText('The file as it is').click();
    expect(await page.getByLabel('The file of claims').textContent()).toContain('partner: "EU"');
    await page.context().close();
  });

  it('saves a text in the workspace under an address of its own', async () => {
    const { page, errors } = await openPage(desk, '/claims');
    await draft(page, ARTICLE);
    const name = `e2e-claims-${Date.now()}`;
    await page.getByLabel('name in the workspace').fill(name);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(`**/claims?file=${name}`);
    await page.getByText(`Saved as ${name} in the workspace`).waitFor();

    // What is there is replaced only by whoever says so.
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Replace the one that is there' }).click();
    await page.getByText(`Saved as ${name} in the workspace`).waitFor();
    await page.reload();
    await card(page, '57 percent').getByText('depends on the definition').first().waitFor();
    expect(await card(page, 'China voted').getByText('1 to be filled').count()).toBe(1);
    const gone = await page.evaluate(async (path) => (await fetch(path, { method: 'DELETE' })).status, `/api/v1/documents/claims/${name}`);
    expect(gone).toBe(204);
    expect(errors.filter((error) => !error.includes('412'))).toEqual([]);
    await page.context().close();
  });

  it('opens a file by its address, in light and dark, wide and narrow', async () => {
    const { page, errors } = await openPage(desk, '/claims?file=reverse-kissinger');
    await page.getByRole('heading', { name: /reverse Kissinger/ }).waitFor();
    const verdicts = page.getByRole('group', { name: /Verdicts/ });
    expect(await verdicts.getByRole('button').allTextContents()).toHaveLength(4);
    expect(await unsourced(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'claims-file-light');
    await page.setViewportSize({ width: 3840, height: 2000 });
    await picture(page, 'claims-file-4k');
    await page.setViewportSize({ width: 1280, height: 900 });
    await verdicts.getByRole('button', { name: /depends on the definition/ }).click();
    expect(await page.getByRole('article').count()).toBe(2);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axe(page, COLOURS)).toEqual([]);
    await picture(page, 'claims-file-dark');
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await isWithin(page)).toBe(true);
    await picture(page, 'claims-file-360');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is used by keys alone, from the text to a mark and its claim', async () => {
    const { page, errors } = await openPage(desk, '/claims');
    await page.getByLabel('Paste it here').focus();
    await page.keyboard.insertText(ARTICLE);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(/3 claims in/).waitFor();
    const mark = page.getByRole('link', { name: /57 percent/ });
    await mark.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.tagName === 'ARTICLE');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('57 percent');
    await page.getByRole('button', { name: 'Check 3 claims' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: /Verdicts/ }).waitFor();
    expect(await unsourced(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'claims-text-light');
    await card(page, 'China voted').getByRole('button', { name: 'Fill and edit' }).click();
    expect(await axe(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axe(page, COLOURS)).toEqual([]);
    await picture(page, 'claims-text-dark');
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await isWithin(page)).toBe(true);
    await picture(page, 'claims-text-360');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('shows text that runs from right to left, and scripts without spaces', async () => {
    const { page } = await openPage(desk, '/claims');
    await draft(page, `${ARTICLE}\n\nارتفعت صادرات روسيا إلى الصين بنسبة 25 في المئة في 2023.\n\n2023年，中国占俄罗斯进口的一半以上。`);
    const arabic = page.getByText('ارتفعت صادرات').first();
    expect(await arabic.evaluate((node) => getComputedStyle(node.closest('.passage, q') ?? node).unicodeBidi)).toMatch(/plaintext|isolate/);
    expect(await page.getByText('中国占俄罗斯').count()).toBeGreaterThan(0);
    await picture(page, 'claims-scripts');
    await page.context().close();
  });

  it('reads a long text piece by piece, shows the first claims and counts the rest', async () => {
    const { page, errors } = await openPage(desk, '/claims');
    const paragraph = 'In 2013 EU states took 57 percent of Russian exports. Nobody had thought so before that day, and few did after it.\n\n';
    await page.locator('input[type=file]').setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(paragraph.repeat(6000)) });
    await page.getByText('long.txt').waitFor();
    await page.getByRole('button', { name: 'Find the claims' }).click();
    await page.getByText(/The first 200 are shown; 5,800 more are only counted/).waitFor();
    expect(await page.getByRole('article').count()).toBe(40);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('refuses what is no text, and what is too long', async () => {
    const { page } = await openPage(desk, '/claims');
    const folder = mkdtempSync(join(tmpdir(), 'entente-claims-'));
    writeFileSync(join(folder, 'book.txt'), Buffer.alloc(11 * 1024 * 1024, 'a'));
    await page.locator('input[type=file]').setInputFiles(join(folder, 'book.txt'));
    await page.getByText('book.txt has 11.0 MB; an article may have 10 MB.').waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'book.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
    await page.getByText('book.pdf cannot be read here').waitFor();
    rmSync(folder, { recursive: true });
    await page.context().close();
  });

  it('looks up a figure, whose address holds its parameters', async () => {
    const { page, errors } = await openPage(desk, '/claims?figure=trade-share&state=RUS&partner=CHN&flow=imports&year=2023');
    const figure = page.getByRole('region', { name: 'The figure' });
    await figure.getByRole('table').waitFor();
    expect(await unsourced(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'claims-figure-light');
    await page.getByLabel('year', { exact: true }).fill('2022');
    await page.getByLabel('year', { exact: true }).press('Tab');
    await figure.getByText('The store holds no goods trade of 2022').waitFor();
    expect(page.url()).toContain('year=2022');
    await page.goBack();
    await figure.getByText('By definition').waitFor();
    await figure.getByRole('button').first().click();
    await page.getByRole('dialog').getByText('CEPII').first().waitFor();
    await page.keyboard.press('Escape');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axe(page, COLOURS)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await isWithin(page)).toBe(true);
    await picture(page, 'claims-figure-360-dark');
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
