const SAINTS: ReadonlyMap<string, string> = new Map([
	['st', 'saint'],
	['ste', 'sainte'],
	['sts', 'saints'],
	['stes', 'saintes']
]);

/** What two spellings of a name share: no case, accents or punctuation, "St" written out. */
export function normalisedName(name: string): string {
	const words = name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/œ/g, 'oe')
		.replace(/æ/g, 'ae')
		.split(/[^\p{L}\p{N}]+/u);
	return words
		.filter((word) => word !== '')
		.map((word) => SAINTS.get(word) ?? word)
		.join(' ');
}

/**
 * The département of a French postcode, or null: its first two figures, three overseas. Corsican postcodes (20…) name
 * no département; a few communes near a border are served from the next one, so that this is a clue and no proof.
 */
export function departementOfPostcode(postcode: string | null): string | null {
	if (postcode === null || !/^\d{5}$/.test(postcode)) return null;
	if (/^9[78]/.test(postcode)) return postcode.slice(0, 3);
	return postcode.startsWith('20') ? null : postcode.slice(0, 2);
}
