import { defineConfig } from 'vitest/config';

// Pages in a real browser: one file after the other, because two cores serve both the browser and the program.
export default defineConfig({
  test: { environment: 'node', include: ['e2e/**/*.e2e.ts'], fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 },
});
