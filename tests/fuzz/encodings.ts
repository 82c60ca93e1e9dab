import type { Random } from '../../data/demo/generator/tools/random.ts';

const UTF8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, little: boolean): Uint8Array {
	const bytes = new Uint8Array(2 + text.length * 2);
	const view = new DataView(bytes.buffer);
	view.setUint16(0, 0xfeff, little);
	for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), little);
	return bytes;
}

/** A text in one of the encodings that files are found in, most often UTF-8; some are said to be what they are not. */
export function encodedAsFound(text: string, random: Random): Uint8Array {
	switch (random.integer(0, 9)) {
		case 0:
			return UTF8(`\ufeff${text}`);
		case 1:
			return utf16(text, true);
		case 2:
			return utf16(text, false);
		case 3:
			// Latin-1, and Windows-1252 but for its own characters: others are cut to their low byte.
			return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
		case 4:
			return UTF8(text.replace(/\n/g, '\r'));
		default:
			return UTF8(text);
	}
}
