import type { Rgb } from '#domain/palette.ts';
import { plainWords } from '#domain/plain-words.ts';

/** Where the typeface is not there (a file sent by e-mail), the reader's own. */
export const FONT_FAMILY = "'Source Sans 3', 'Source Sans 3 Variable', 'Segoe UI', Arial, sans-serif";

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};
/** XML 1.0, production 2: no half of a surrogate pair, two that are no characters; controls are left out by `plainWords`. */
const NO_XML = /[\ud800-\udfff\ufffe\uffff]/gu;

/** Text without what XML does not allow, however it is escaped, nor what would turn the words beside it around. */
export const xmlText = (text: string): string => plainWords(text).replace(NO_XML, '');

/** Text that stays text in XML and HTML, whatever a file holds. */
export function escapeXml(text: string): string {
	return xmlText(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; attributes are escaped, `inside` is markup. */
export function element(name: string, attributes: Attributes, inside = ''): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escapeXml(value ?? '')}"`)
		.join('');
	return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** A number of a picture: a hundredth of a pixel is not seen. */
export const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** A colour as every reader of SVG knows it: `rgb(1 2 3)` is too new for some. */
export const hex = (colour: Rgb): string =>
	`#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

export interface TextStyle {
	readonly size: number;
	readonly bold?: boolean;
	readonly fill?: string;
	readonly anchor?: 'start' | 'middle' | 'end';
	/** Drawn round the letters, so that they read on a map. */
	readonly halo?: string;
}

export function text(x: number, y: number, words: string, style: TextStyle): string {
	const { size, bold = false, fill, anchor = 'start', halo } = style;
	return element(
		'text',
		{
			x,
			y,
			'font-size': size,
			'font-weight': bold ? 600 : undefined,
			fill,
			'text-anchor': anchor === 'start' ? undefined : anchor,
			stroke: halo,
			'stroke-width': halo === undefined ? undefined : 3,
			'stroke-linejoin': halo === undefined ? undefined : 'round',
			'paint-order': halo === undefined ? undefined : 'stroke'
		},
		escapeXml(words)
	);
}
