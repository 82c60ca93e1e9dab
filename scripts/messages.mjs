// How messages are compiled, said once for the command line (generate.mjs) and the app (vite.config.ts).
export const messageCompilation = {
	project: './project.inlang',
	outdir: './src/lib/i18n/paraglide',
	// The language is passed with each message: neither a cookie nor the page's address decides it behind our back.
	strategy: /** @type {('globalVariable' | 'baseLocale')[]} */ (['globalVariable', 'baseLocale'])
};

const MADE_EACH_TIME = 'new Intl.PluralRules(locale, options).select(Number(input))';

/**
 * Vite plugin: the compiled messages make their plural rules once for each language, not at each sentence written (a tenth of a
 * millisecond, some forty times for one edit of a scenario).
 */
export const keptPluralRules = {
	name: 'kept-plural-rules',
	/** @param {string} code @param {string} id */
	transform(code, id) {
		if (!id.endsWith('/paraglide/registry.js')) return null;
		if (!code.includes(MADE_EACH_TIME))
			throw new Error('The message compiler writes its plural rules otherwise: see scripts/messages.mjs');
		const kept = code.replace(MADE_EACH_TIME, 'pluralRules(locale, options).select(Number(input))');
		return {
			code: `${kept}
const rules = new Map();
function pluralRules(locale, options) {
	const key = \`\${locale} \${JSON.stringify(options)}\`;
	let made = rules.get(key);
	if (made === undefined) rules.set(key, (made = new Intl.PluralRules(locale, options)));
	return made;
}
`,
			map: null
		};
	}
};
