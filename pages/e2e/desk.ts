// A running desk and a browser for the tests of the pages. ENTENTE_URL takes a server that runs already; else one is started from this project.
import { readFileSync, mkdirSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

export { unsourced } from './unsourced';

const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const candidates = [process.env.ENTENTE_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine; none means that the tests are skipped, visibly. */
export const chromiumPath = candidates.find((path) => path && existsSync(path));

export interface Desk {
  /** Address with the token, which opens the desk as its owner. */
  url: string;
  browser: Browser;
  close(): Promise<void>;
}

/** Starts the program and the browser. */
export async function openDesk(): Promise<Desk> {
  const browser = await chromium.launch({
    executablePath: chromiumPath!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  if (process.env.ENTENTE_URL) return { url: process.env.ENTENTE_URL, browser, close: () => browser.close() };
  const workspace = mkdtempSync(join(tmpdir(), 'entente-e2e-'));
  const program = join(project, 'artifacts', 'bin', 'Entente.Cli', 'release', 'entente.dll');
  const server = spawn('dotnet', [program, 'serve', '--port', '0', '--workspace', workspace], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await addressOf(server);
  return {
    url,
    browser,
    close: async () => {
      await browser.close();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout!.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const found = /https?:\/\/\S+\?token=[0-9a-f]+/.exec(said);
      if (found) resolve(found[0]);
    });
    server.once('exit', (code) => reject(new Error(`entente serve ended with code ${code}: ${said}`)));
  });
}

/** A page of the desk as its owner, without the greeting of the first visit; what a script reports as an error fails the test that reads `errors`. */
export async function openPage(desk: Desk, path: string, size = { width: 1280, height: 900 }): Promise<{ page: Page; errors: string[] }> {
  const context = await desk.browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (problem) => errors.push(problem.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.addInitScript(() => localStorage.setItem('entente-visited', 'yes'));
  const start = new URL(desk.url);
  await page.goto(start.href);
  if (path !== '/') await page.goto(new URL(path, start.origin).href);
  return { page, errors };
}

interface Violation {
  id: string;
  impact: string | null;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** Violations of the web content accessibility guidelines that are serious or worse; an empty list is what is wanted. */
export async function axe(page: Page): Promise<string[]> {
  const source = readFileSync(join(project, 'pages', 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

  // Evaluated by the browser's debugger, so that the policy of the page, which allows no foreign script, need not be loosened.
  await page.evaluate(source);
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) => result.violations)`,
  );
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.id} (${one.impact}): ${one.help}: ${one.nodes.map((node) => node.html).slice(0, 3).join(' | ')}`);
}

/** Keeps a picture in artifacts/screenshots, to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(project, 'artifacts', 'screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
