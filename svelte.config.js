import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { withAppFiles } from './scripts/app-files.mjs';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: withAppFiles(adapter({ pages: 'build', assets: 'build', strict: true }), 'build'),
		// Registered once the territory is there, by src/lib/state/app-version.svelte.ts.
		serviceWorker: { register: false },
		// Relative paths: the build serves from any folder of any static host.
		paths: { relative: true },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', 'wasm-unsafe-eval'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self', 'blob:', 'data:'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['self'],
				'form-action': ['none']
			}
		},
		typescript: {
			config(config) {
				config.include.push('../workers/**/*.ts', '../tests/**/*.ts', '../data/**/*.ts', '../*.ts');
			}
		}
	}
};
