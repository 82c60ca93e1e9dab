import { sveltekit } from '@sveltejs/kit/vite';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/i18n/paraglide',
			strategy: ['url', 'baseLocale']
		}),
		sveltekit()
	],
	worker: { format: 'es' },
	server: { fs: { allow: ['workers', 'data'] } }
});
