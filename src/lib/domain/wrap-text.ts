/** Breaks a text between words so that each line fits; a word longer than a line keeps a line of its own. */
export function wrapText(text: string, maxWidth: number, measure: (line: string) => number): string[] {
	const lines: string[] = [];
	let line = '';
	// Only breaking spaces separate words: "8 %" stays whole.
	for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line !== '' && measure(longer) > maxWidth) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	if (line !== '') lines.push(line);
	return lines;
}
