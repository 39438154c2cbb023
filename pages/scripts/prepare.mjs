// Makes what the sources are built from: types of the API from its OpenAPI document, and the map.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(here, ...parts);
const newer = (made, ...from) => existsSync(made) && from.every((file) => statSync(made).mtimeMs >= statSync(file).mtimeMs);

mkdirSync(at('src', 'generated'), { recursive: true });

const types = at('src', 'generated', 'api.d.ts');
const description = at('openapi.json');
if (existsSync(description) && !newer(types, description)) {
  execFileSync(process.execPath, [at('node_modules', 'openapi-typescript', 'bin', 'cli.js'), description, '-o', types], { stdio: ['ignore', 'ignore', 'inherit'] });
}

const map = at('src', 'generated', 'world.json');
const script = at('scripts', 'world-map.mjs');
if (existsSync(script) && !newer(map, script)) execFileSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
