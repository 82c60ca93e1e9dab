import { sveltekit } from '@sveltejs/kit/vite';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vite';
import { messageCompilation } from './scripts/messages.mjs';

export default defineConfig({
	plugins: [paraglideVitePlugin(messageCompilation), sveltekit()],
	worker: { format: 'es' },
	server: { fs: { allow: ['workers', 'data'] } }
});
