// How messages are compiled, said once for the command line (generate.mjs) and the app (vite.config.ts).
export const messageCompilation = {
	project: './project.inlang',
	outdir: './src/lib/i18n/paraglide',
	// The language is passed with each message: neither a cookie nor the page's address decides it behind our back.
	strategy: /** @type {('globalVariable' | 'baseLocale')[]} */ (['globalVariable', 'baseLocale'])
};
