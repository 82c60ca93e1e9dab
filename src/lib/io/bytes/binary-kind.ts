/** What a file is by its first bytes, where it is not the text one hoped for. */
export type BinaryKind =
	'spreadsheet' | 'zip' | 'gzip' | 'geopackage' | 'pdf' | 'osm_pbf' | 'web_page' | 'xml' | 'json' | 'binary';

const HEAD = 4096;

/**
 * Names what `bytes` look like when they are not a table of text: a spreadsheet, an archive, a GeoPackage, a web page…
 * Null when nothing forbids reading them as text.
 */
export function binaryKind(bytes: Uint8Array): BinaryKind | null {
	const head = latin1(bytes.subarray(0, HEAD));
	if (head.startsWith('PK\u0003\u0004')) {
		return /\[Content_Types\]\.xml|xl\/|opendocument\.spreadsheet/.test(head) ? 'spreadsheet' : 'zip';
	}
	if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'spreadsheet';
	if (head.startsWith('\u001f\u008b')) return 'gzip';
	if (head.startsWith('SQLite format 3\u0000')) return 'geopackage';
	if (head.startsWith('%PDF')) return 'pdf';
	if (head.slice(4, 20).includes('OSMHeader')) return 'osm_pbf';
	const utf16 = head.startsWith('\u00ff\u00fe') || head.startsWith('\u00fe\u00ff');
	if (!utf16 && head.includes('\u0000')) return 'binary';
	return markupKind(head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart());
}

function markupKind(head: string): BinaryKind | null {
	if (/^<(?:!doctype html|html|head|body)/i.test(head)) return 'web_page';
	if (/^<(?:\?xml|[a-z][\w:.-]*[\s>])/i.test(head)) return 'xml';
	if (/^(?:\{\s*["}]|\[\s*[[{"\]])/.test(head)) return 'json';
	return null;
}

function latin1(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return text;
}
