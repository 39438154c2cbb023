import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['node_modules', 'src/generated', 'dist'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } } },
  { rules: { 'svelte/prefer-svelte-reactivity': 'off', eqeqeq: 'error', 'no-console': 'error', 'svelte/no-at-html-tags': 'error', 'svelte/no-navigation-without-resolve': 'off' } },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
);
