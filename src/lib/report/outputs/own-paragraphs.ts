/** The author's own words by paragraph: parted by blank lines; none of what was not written. */
export function paragraphsOf(text: string): string[] {
	return text
		.replaceAll('\r\n', '\n')
		.split(/\n[ \t]*\n/)
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== '');
}
