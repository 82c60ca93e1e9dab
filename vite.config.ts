import { sveltekit } from '@sveltejs/kit/vite';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vite';
import { keptPluralRules, messageCompilation } from './scripts/messages.mjs';

export default defineConfig({
	plugins: [paraglideVitePlugin(messageCompilation), keptPluralRules, sveltekit()],
	worker: { format: 'es' },
	// How long each plugin took is of no interest to somebody who starts the app.
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	server: { fs: { allow: ['workers', 'data'] } }
});
