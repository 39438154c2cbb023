// Where the project and the browser of this machine are.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const candidates = [process.env.ENTENTE_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine; none means that the tests are skipped, visibly. */
export const chromiumPath = candidates.find((path) => path && existsSync(path));
