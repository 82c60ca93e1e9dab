const ESCAPES: Readonly<Record<string, string>> = { '%': '%25', '#': '%23', '\n': '%0A', '\r': '%0D', '\t': '%09' };

/** A picture as the address of an image: alone, so that the names it defines are no one else's. */
export function svgAddress(svg: string): string {
	return `data:image/svg+xml;charset=utf-8,${svg.replace(/[%#\n\r\t]/g, (character) => ESCAPES[character])}`;
}
