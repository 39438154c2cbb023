import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// The .NET build takes what lies in artifacts/pages into the program. `npm run dev` serves the pages alone and hands questions to a running `entente serve`.
const api = process.env.ENTENTE_API ?? 'http://127.0.0.1:8750';

export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: '../artifacts/pages',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { port: Number(process.env.PORT ?? 5173), strictPort: true, host: '127.0.0.1', proxy: { '/api': { target: api, changeOrigin: true, headers: { origin: api, authorization: `Bearer ${process.env.ENTENTE_TOKEN ?? ''}` } } } },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: { environment: 'jsdom', include: ['src/**/*.test.ts', 'scripts/**/*.test.mjs'] },
});
