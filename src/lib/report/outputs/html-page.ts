import type { Locale } from '#i18n/locale.ts';
import { escapeXml } from '../pictures/svg.ts';
import { base64 } from './base64.ts';
import { PROSE_CSS } from './prose.ts';
import { sha256 } from './sha256.ts';
import { typefaceCss, type Typeface } from './typefaces.ts';

/** What a page is made of; `css` is this project's own, `body` is markup whose texts are escaped. */
export interface PageParts {
	readonly locale: Locale;
	readonly title: string;
	readonly css: string;
	/** Carried by the page: the reader's computer seldom has them. */
	readonly typefaces: readonly Typeface[];
	readonly body: string;
}

/**
 * A page in one file: its own policy lets it load nothing but what it holds, its style named by its SHA-256 (CSP level 3); no script, no
 * network, no form, no frame. Inline attributes `style` and event handlers are refused: nothing in it has any.
 */
export function selfContainedPage({ locale, title, css, typefaces, body }: PageParts): string {
	const style = `${typefaceCss(typefaces)}${PROSE_CSS}${css}`;
	const policy = [
		"default-src 'none'",
		`style-src 'sha256-${base64(sha256(new TextEncoder().encode(style)))}'`,
		"script-src 'none'",
		'font-src data:',
		"base-uri 'none'",
		"form-action 'none'"
	].join('; ');
	const head = [
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<meta name="referrer" content="no-referrer">',
		'<meta name="robots" content="noindex">',
		`<title>${escapeXml(title)}</title>`,
		`<style>${style}</style>`
	];
	return `<!doctype html>\n<html lang="${locale}">\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}
