import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'node_modules/',
			'src/lib/i18n/paraglide/',
			'workers/core/**/*.as.ts',
			'workers/core/**/*.generated.ts',
			'data/demo/raw/'
		]
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'no-console': ['error', { allow: ['error'] }],
			eqeqeq: ['error', 'smart'],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{ files: ['scripts/**', 'src/cli/**', 'tests/**'], rules: { 'no-console': 'off' } },
	{
		// The core is pure: no clock, no chance, no page, no Node.
		files: ['workers/core/**/*.ts', 'src/lib/domain/**/*.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				'window',
				'document',
				'performance',
				'process',
				'fetch',
				'setTimeout',
				'localStorage'
			],
			'no-restricted-properties': [
				'error',
				{
					object: 'Math',
					property: 'random',
					message: 'The core is deterministic: take a seeded source as an argument.'
				},
				{ object: 'Date', property: 'now', message: 'The core has no clock: take the date as an argument.' }
			]
		}
	}
);
