/** Spaces that French software puts between thousands, and the Swiss apostrophes. */
const GROUP_SEPARATOR = /[\u0020\u00a0\u2007\u2009\u202f'’]/g;
const GROUPED = /^[+-]?\d{1,3}(?:[\u0020\u00a0\u2007\u2009\u202f'’]\d{3})+(?:[.,]\d+)?$/;
const PLAIN = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d+)?$/;
const POINT_GROUPS = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$|^[+-]?\d{1,3}(?:\.\d{3}){2,}$/;
const COMMA_GROUPS = /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$|^[+-]?\d{1,3}(?:,\d{3}){2,}$/;

/** What surveys write where they have nothing to say. */
const MISSING = new Set([
	'',
	'-',
	'–',
	'—',
	'na',
	'n/a',
	'#n/a',
	'#n/d',
	'nan',
	'null',
	'none',
	'nd',
	'n.d.',
	'nc',
	'n.c.'
]);

/** True for a blank cell and for the usual ways of writing one ("NA", "null", "n.d.", "-"). */
export function isMissing(text: string): boolean {
	return MISSING.has(text.trim().toLowerCase());
}

/**
 * The number in `text`, or null where there is none: blank, "NA" or words are never zero.
 * Decimal comma or point; spaces (also U+00A0, U+202F) and apostrophes between groups of three digits. A lone comma or
 * point is a decimal mark ("1,234" is one and a bit, as a French file means it); with both marks the last one is.
 */
export function parseNumber(text: string): number | null {
	let written = text.trim().replace('\u2212', '-');
	if (GROUPED.test(written)) written = written.replace(GROUP_SEPARATOR, '');
	else if (POINT_GROUPS.test(written)) written = written.replaceAll('.', '');
	else if (COMMA_GROUPS.test(written)) written = written.replaceAll(',', '');
	if (!PLAIN.test(written)) return null;
	const number = Number(written.replace(',', '.'));
	return Number.isFinite(number) ? number : null;
}
