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
const scripts = ['world-map.mjs', 'contested.mjs', 'former-states.mjs', 'western-sahara.mjs', 'country-codes.mjs'].map((name) => at('scripts', name));
const states = at('..', 'data', 'reference', 'states.yaml');
if (!newer(map, ...scripts, states)) execFileSync(process.execPath, [scripts[0]], { stdio: ['ignore', 'ignore', 'inherit'] });
