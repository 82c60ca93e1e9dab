/** A sheet's name is at most so long, and holds none of these; half a character, or a control, is no text of XML. */
const MOST = 31;
const FORBIDDEN = /[\\/?*[\]:\p{Cc}\p{Cs}]/gu;

/** A name for each sheet of a workbook: of its own words, short enough, no two the same (Excel does not tell case apart). */
export function sheetNames(titles: readonly string[]): string[] {
	const taken = new Set<string>();
	return titles.map((title) => {
		const plain =
			title
				.replaceAll(FORBIDDEN, ' ')
				.replaceAll(/\s+/g, ' ')
				.replaceAll(/^'+|'+$/g, '')
				.trim() || '—';
		for (let rank = 1; ; rank++) {
			const suffix = rank === 1 ? '' : ` (${rank})`;
			const name = `${shortened(plain, MOST - suffix.length)}${suffix}`;
			const key = name.toLowerCase();
			if (taken.has(key)) continue;
			taken.add(key);
			return name;
		}
	});
}

/** The words that have room; "…" says that there were more. A word too long alone is cut. */
function shortened(text: string, room: number): string {
	if (text.length <= room) return text;
	const cut = text.slice(0, room - 1);
	const lastSpace = text.slice(0, room).lastIndexOf(' ');
	const words = lastSpace > room / 2 ? text.slice(0, lastSpace) : cut.replace(/[\uD800-\uDBFF]$/u, '');
	return `${words.replace(/[\s,;:(]+$/u, '')}…`;
}
