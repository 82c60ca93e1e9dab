import type { Locale } from '#i18n/locale.ts';
import { escapeXml } from '../pictures/svg.ts';

/** What a page is made of; `css` and `script` are this project's own, `body` is markup whose texts are escaped. */
export interface PageParts {
	readonly locale: Locale;
	readonly title: string;
	readonly css: string;
	readonly body: string;
	/** Absent where the page needs none: then none may run. */
	readonly script?: string;
}

/**
 * A page in one file: its own policy lets run and load nothing but what it holds, each named by its SHA-256 (CSP level 3); no network,
 * no form, no frame. Inline attributes `style` and event handlers are refused: nothing in it has any.
 */
export async function selfContainedPage({ locale, title, css, body, script }: PageParts): Promise<Uint8Array> {
	const policy = [
		"default-src 'none'",
		`style-src '${await sha256Source(css)}'`,
		script === undefined ? "script-src 'none'" : `script-src '${await sha256Source(script)}'`,
		'img-src data:',
		"base-uri 'none'",
		"form-action 'none'"
	].join('; ');
	const head = [
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<meta name="referrer" content="no-referrer">',
		`<title>${escapeXml(title)}</title>`,
		`<style>${css}</style>`
	];
	const end = script === undefined ? '' : `\n<script>${script}</script>`;
	return new TextEncoder().encode(
		`<!doctype html>\n<html lang="${locale}">\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body}${end}\n</body>\n</html>\n`
	);
}

async function sha256Source(text: string): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
	return `sha256-${btoa(String.fromCharCode(...digest))}`;
}
