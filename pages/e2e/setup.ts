// One program for all files of tests: it is started and warmed up once. ENTENTE_URL takes one that runs already.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { chromiumPath, project } from './places';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address with the token, which opens the desk as its owner. */
    desk: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  if (process.env.ENTENTE_URL || !chromiumPath) {
    provide('desk', process.env.ENTENTE_URL ?? '');
    return async () => {};
  }
  const workspace = mkdtempSync(join(tmpdir(), 'entente-e2e-'));
  const program = join(project, 'artifacts', 'bin', 'Entente.Cli', 'release', 'entente.dll');
  const server = spawn('dotnet', [program, 'serve', '--port', '0', '--workspace', workspace], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
  provide('desk', await addressOf(server));
  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(workspace, { recursive: true, force: true });
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
