import { defineConfig } from 'vitest/config';

// Pages in a real browser, and one program for all files: one file after the other, because two cores serve both the browser and the program.
export default defineConfig({
  test: { environment: 'node', include: ['e2e/**/*.e2e.ts'], globalSetup: ['e2e/setup.ts'], fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 },
});
