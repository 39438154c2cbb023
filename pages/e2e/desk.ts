// A running desk and a browser for the tests of the pages; the program itself is started in setup.ts.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { chromiumPath, project } from './places';

export { chromiumPath } from './places';
export { unsourced } from './unsourced';

export interface Desk {
  /** Address with the token, which opens the desk as its owner. */
  url: string;
  browser: Browser;
  close(): Promise<void>;
}

/** Starts a browser beside the running program. */
export async function openDesk(): Promise<Desk> {
  const browser = await chromium.launch({
    executablePath: chromiumPath!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  return { url: inject('desk'), browser, close: () => browser.close() };
}

/** A page of the desk as its owner, without the greeting of the first visit; what a script reports as an error fails the test that reads `errors`. */
export async function openPage(desk: Desk, path: string, size = { width: 1280, height: 900 }): Promise<{ page: Page; errors: string[] }> {
  const context = await desk.browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  const start = new URL(desk.url);
  // The printed address sets the cookie; no page need be drawn for it.
  if (start.searchParams.has('token')) await context.request.get(start.href);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (problem) => errors.push(problem.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.addInitScript(() => localStorage.setItem('entente-visited', 'yes'));
  await page.goto(new URL(path, start.origin).href);
  return { page, errors };
}

interface Violation {
  id: string;
  impact: string | null;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** What a change of theme alone can break, on a page that was looked at in full. */
export const COLOURS: readonly string[] = ['color-contrast', 'link-in-text-block'];

let source: string | undefined;

/** Violations of the web content accessibility guidelines that are serious or worse; an empty list is what is wanted. */
export async function axe(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Evaluated by the browser's debugger, so that the policy of the page, which allows no foreign script, need not be loosened.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate((source ??= readFileSync(join(project, 'pages', 'node_modules', 'axe-core', 'axe.min.js'), 'utf8')));
  const what = rules ? { type: 'rule', values: rules } : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
  const violations = await page.evaluate<Violation[]>(`axe.run(document, { runOnly: ${JSON.stringify(what)}, resultTypes: ['violations'] }).then((result) => result.violations)`);
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.id} (${one.impact}): ${one.help}: ${one.nodes.map((node) => node.html).slice(0, 3).join(' | ')}`);
}

/** How far a page is wider than its window. */
export const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Holds a page, as it stands, to what all pages owe: no barrier in light, dark and on a narrow screen, nothing wider than the window. Keeps pictures of each. */
export async function sound(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await picture(page, `${name}-light-1280`);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await axe(page, COLOURS)).toEqual([]);
  await picture(page, `${name}-dark-1280`);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 900 });
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await picture(page, `${name}-light-360`);
}

/** Keeps a picture in artifacts/screenshots, to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(project, 'artifacts', 'screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
