import { departementOf, parseInseeCode, type InseeCode } from '#domain/units.ts';

/**
 * The INSEE code in `text`, put right where a spreadsheet took its leading zero ("1001" is 01001, "1001.0" too).
 * Null when it is no code.
 */
export function readInseeCode(text: string): { readonly code: InseeCode; readonly repaired: boolean } | null {
	const written = text.trim().replace(/\.0+$/, '');
	const code = parseInseeCode(written);
	if (code !== null) return { code, repaired: written.length !== text.trim().length };
	const padded = /^\d{4}$/.test(written) ? parseInseeCode(`0${written}`) : null;
	return padded === null ? null : { code: padded, repaired: true };
}

/** The INSEE codes that INSEE writes end to end for a cell on several communes (`lcog_geo`); empty when one is no code. */
export function readJoinedInseeCodes(text: string): readonly InseeCode[] {
	const written = text.trim().length % 5 === 4 ? `0${text.trim()}` : text.trim();
	const codes = (written.match(/.{1,5}/g) ?? []).map(parseInseeCode);
	return codes.every((code) => code !== null) ? codes : [];
}

/** The département of a commune; null for one whose code is not INSEE's (outside France). */
export function departementOrNull(code: InseeCode): string | null {
	return parseInseeCode(code) === null ? null : departementOf(code);
}
